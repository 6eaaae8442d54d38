package alchemist.graph.map;

import alchemist.layout.Placement;
import java.util.Arrays;

/**
 * A placement made in one pass, to be shown until a better one is ready: what was placed before
 * stays where it was; what is new stands in a spiral around the middle of its group, or around the
 * whole.
 */
final class Sketch {
    private static final int NONE = -1;

    /** Turns so that no two of a spiral are in line: π (3 - √5). */
    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

    private final MapScene scene;
    private final float[] size;
    private final float[] x;
    private final float[] y;
    private final float[] radius;
    private final int[] parent;

    private Sketch(MapScene scene, int circles) {
        this.scene = scene;
        this.size = LayoutInput.sizes(LayoutInput.degrees(scene));
        this.x = new float[circles];
        this.y = new float[circles];
        this.radius = new float[circles];
        this.parent = Arrays.copyOf(scene.parent(), circles);
    }

    /** From nothing: every group a spiral of its members, the outermost too. */
    static Placement of(MapScene scene) {
        Sketch sketch = new Sketch(scene, scene.items());
        sketch.spirals();
        return sketch.placement(scene.items());
    }

    /** With what was placed before where it was. */
    static Placement of(MapScene scene, MapScene placedScene, Placement placed) {
        int derived = placed.circles() - placed.derivedFrom();
        Sketch sketch = new Sketch(scene, scene.items() + derived);
        sketch.stay(placedScene, placed);
        return sketch.placement(scene.items());
    }

    private Placement placement(int derivedFrom) {
        return new Placement(x, y, radius, parent, derivedFrom);
    }

    private void spirals() {
        int[] order = Order.parentsFirst(parent);
        double[] area = new double[parent.length];
        double all = 0;
        for (int i = order.length - 1; i >= 0; i--) {
            int item = order[i];
            double own = area[item];
            radius[item] = own == 0 ? size[item] : (float) (Math.sqrt(own) * 1.6 + 1);
            double taken = Math.pow(radius[item] * 1.5 + 1, 2);
            if (parent[item] == NONE) {
                all += taken;
            } else {
                area[parent[item]] += taken;
            }
        }
        double[] before = new double[parent.length];
        double outermost = 0;
        for (int item : order) {
            int around = parent[item];
            double taken = Math.pow(radius[item] * 1.5 + 1, 2);
            double inside = around == NONE ? outermost : before[around];
            double distance = Math.sqrt(inside + taken / 2);
            double limit =
                    around == NONE ? Math.sqrt(all) : Math.max(0, radius[around] - radius[item]);
            put(item, around, Math.min(distance, limit), inside / Math.max(1, taken));
            if (around == NONE) {
                outermost += taken;
            } else {
                before[around] += taken;
            }
        }
    }

    private void put(int item, int around, double distance, double turns) {
        double angle = turns * GOLDEN_ANGLE;
        x[item] = (float) ((around == NONE ? 0 : x[around]) + distance * Math.cos(angle));
        y[item] = (float) ((around == NONE ? 0 : y[around]) + distance * Math.sin(angle));
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

    private void newcomers(boolean[] known) {
        float reach = 0;
        for (int item = 0; item < known.length; item++) {
            if (known[item]) {
                reach = Math.max(reach, Math.abs(x[item]) + radius[item]);
                reach = Math.max(reach, Math.abs(y[item]) + radius[item]);
            }
        }
        int[] count = new int[parent.length + 1];
        for (int item : Order.parentsFirst(parent)) {
            if (!known[item]) {
                int around = parent[item];
                int nth = count[around + 1]++;
                radius[item] = item < size.length ? size[item] : 1;
                double room = around == NONE ? reach + 4 : radius[around] * 0.8;
                double distance =
                        around == NONE ? room + 3 * nth : room * Math.sqrt((nth % 50 + 0.5) / 50);
                put(item, around, distance, nth);
            }
        }
    }
}
