package alchemist.graph.map;

import alchemist.graph.read.MapScene;
import alchemist.kernel.collection.IntList;
import alchemist.layout.Layout;
import alchemist.layout.LayoutGraph;
import alchemist.layout.LayoutOptions;
import alchemist.layout.Placement;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A placement made at once, to be shown until a better one is ready: circles packed into circles,
 * whatever is tied to what. What was placed before stays where it was; what is new stands in the
 * middle of its group, or around the whole.
 */
final class Sketch {
    private static final int NONE = -1;

    /** Nothing is split, and next to nothing is improved. */
    private static final LayoutOptions PACKED =
            LayoutOptions.DEFAULT.withMaxGroupSize(Integer.MAX_VALUE).withIterations(1);

    /** How much of a group its newcomers may cover, of its radius. */
    private static final float COVERED = 0.8f;

    /** How much larger a group is than what is in it. */
    private static final float RIM = 1.05f;

    final float[] x;
    final float[] y;
    final float[] radius;
    final int[] parent;
    private final MapScene scene;
    private final float[] size;

    private Sketch(MapScene scene, int circles) {
        this.scene = scene;
        this.size = LayoutInput.sizes(LayoutInput.degrees(scene));
        this.x = new float[circles];
        this.y = new float[circles];
        this.radius = new float[circles];
        this.parent = Arrays.copyOf(scene.parent(), circles);
    }

    /** From nothing. */
    static Placement of(MapScene scene) {
        float[] size = LayoutInput.sizes(LayoutInput.degrees(scene));
        return pack(scene.parent(), size);
    }

    /** With what was placed before where it was. */
    static Placement of(MapScene scene, MapScene placedScene, Placement placed) {
        int derived = placed.circles() - placed.derivedFrom();
        Sketch sketch = new Sketch(scene, scene.items() + derived);
        sketch.stay(placedScene, placed);
        return new Placement(sketch.x, sketch.y, sketch.radius, sketch.parent, scene.items());
    }

    /** Packs circles into circles, however they are tied. */
    static Placement pack(int[] parent, float[] size) {
        int[] no = new int[0];
        return Layout.place(
                new LayoutGraph(parent.length, parent, no, no, new float[0], size), PACKED);
    }

    private void stay(MapScene placedScene, Placement placed) {
        int[] itemOf = LayoutInput.carried(placedScene, scene);
        int shift = scene.items() - placed.derivedFrom();
        boolean[] known = new boolean[parent.length];
        for (int circle = 0; circle < placed.circles(); circle++) {
            int item = circle < placed.derivedFrom() ? itemOf[circle] : circle + shift;
            if (item != NONE) {
                known[item] = true;
                x[item] = placed.x()[circle];
                y[item] = placed.y()[circle];
                radius[item] = placed.radius()[circle];
                int group = placed.parent()[circle];
                if (circle >= placed.derivedFrom()) {
                    int around =
                            group == NONE
                                    ? NONE
                                    : group < placed.derivedFrom() ? itemOf[group] : group + shift;
                    parent[item] = around;
                } else if (group >= placed.derivedFrom()
                        && given(placed, group, itemOf) == scene.parent()[item]) {
                    parent[item] = group + shift;
                }
            }
        }
        newcomers(known);
    }

    /** The stated group around a derived one, in the new scene. */
    private static int given(Placement placed, int derived, int[] itemOf) {
        int at = derived;
        while (at >= placed.derivedFrom()) {
            at = placed.parent()[at];
        }
        return at == NONE ? NONE : itemOf[at];
    }

    /**
     * Gives what is new a place: in the middle of a group that was placed, else around what was
     * placed; a new group with something placed in it goes around that.
     */
    private void newcomers(boolean[] known) {
        int[] order = Order.parentsFirst(parent);
        boolean[] held = known.clone();
        int[] next = new int[parent.length];
        int[] first = new int[parent.length + 1];
        Arrays.fill(first, NONE);
        for (int i = order.length - 1; i >= 0; i--) {
            int item = order[i];
            int group = parent[item];
            if (held[item]) {
                next[item] = first[group + 1];
                first[group + 1] = item;
                if (group != NONE) {
                    held[group] = true;
                }
            }
        }
        @Nullable Crowd[] crowds = crowds(order, known, held);
        for (int i = order.length - 1; i >= 0; i--) {
            int group = order[i];
            if (held[group] && !known[group]) {
                enclose(group, members(group, first, next), crowds[group + 1]);
            }
        }
        enclose(NONE, members(NONE, first, next), crowds[0]);
    }

    /** Settles who comes into placed groups; who comes beside what is placed, by group. */
    private @Nullable Crowd[] crowds(int[] order, boolean[] known, boolean[] held) {
        Crowd inside = new Crowd(this);
        @Nullable Crowd[] beside = new Crowd[parent.length + 1];
        Crowd[] of = new Crowd[parent.length];
        for (int item : order) {
            if (!held[item]) {
                int group = parent[item];
                Crowd crowd = inside;
                if (group != NONE && !held[group]) {
                    crowd = of[group];
                } else if (group == NONE || !known[group]) {
                    Crowd present = beside[group + 1];
                    crowd = present == null ? new Crowd(this) : present;
                    beside[group + 1] = crowd;
                }
                of[item] = crowd;
                crowd.add(item, item < size.length ? size[item] : 1);
            }
        }
        inside.intoGroups(COVERED);
        return beside;
    }

    private static int[] members(int group, int[] first, int[] next) {
        IntList members = new IntList();
        for (int item = first[group + 1]; item != NONE; item = next[item]) {
            members.add(item);
        }
        return members.toArray();
    }

    /**
     * Makes a group the circle around these members, and puts a crowd around them.
     *
     * @param group NONE for all
     */
    private void enclose(int group, int[] members, @Nullable Crowd crowd) {
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        for (int item : members) {
            left = Math.min(left, x[item] - radius[item]);
            right = Math.max(right, x[item] + radius[item]);
            low = Math.min(low, y[item] - radius[item]);
            high = Math.max(high, y[item] + radius[item]);
        }
        float middleX = members.length == 0 ? 0 : (float) ((left + right) / 2);
        float middleY = members.length == 0 ? 0 : (float) ((low + high) / 2);
        double reach = 0;
        for (int item : members) {
            double distance = Math.hypot(x[item] - middleX, y[item] - middleY);
            reach = Math.max(reach, distance + radius[item]);
        }
        float around =
                crowd == null ? (float) reach : crowd.around(middleX, middleY, (float) reach);
        if (group != NONE) {
            x[group] = middleX;
            y[group] = middleY;
            radius[group] = around * RIM;
        }
    }
}
