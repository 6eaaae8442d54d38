package alchemist.graph.map;

import alchemist.graph.read.MapScene;
import alchemist.kernel.Id;
import alchemist.layout.Placement;
import java.util.Arrays;

/** What is known of each circle of a placement: derived groups take theirs from their members. */
final class Circles {
    private static final int NONE = -1;

    final int[] count;
    final long[] from;
    final long[] to;
    private final MapScene scene;

    /** Of a derived group, the largest group in it, else the most linked node. */
    private final int[] chief;

    /** Of a derived group of groups, the chief of what comes next in it. */
    private final int[] second;

    /** Of a derived group, how many stand directly in it. */
    private final int[] direct;

    /** Of a derived group, the node in it to which most of what stands beside it is tied, or -1. */
    private final int[] hub;

    /** How many derived groups there are from the chief to the circle. */
    private final int[] storey;

    Circles(MapScene scene, Placement placed) {
        this.scene = scene;
        int circles = placed.circles();
        count = new int[circles];
        from = Arrays.copyOf(scene.from(), circles);
        to = Arrays.copyOf(scene.to(), circles);
        chief = new int[circles];
        storey = new int[circles];
        second = new int[circles];
        direct = new int[circles];
        Arrays.fill(chief, NONE);
        Arrays.fill(second, NONE);
        Arrays.fill(from, scene.items(), circles, Long.MAX_VALUE);
        Arrays.fill(to, scene.items(), circles, Long.MIN_VALUE);
        hub = new int[circles];
        Arrays.fill(hub, NONE);
        int[] degree = LayoutInput.degrees(scene);
        int[] order = Order.parentsFirst(placed.parent());
        for (int i = order.length - 1; i >= 0; i--) {
            int circle = order[i];
            if (circle < scene.items()) {
                count[circle] += scene.group()[circle] ? 0 : 1;
                chief[circle] = circle;
            }
            int around = placed.parent()[circle];
            if (around != NONE) {
                count[around] += count[circle];
                if (around >= scene.items()) {
                    from[around] = Math.min(from[around], from[circle]);
                    to[around] = Math.max(to[around], to[circle]);
                    rank(circle, around, degree);
                }
            }
        }
        findHubs(placed.parent());
    }

    private void findHubs(int[] parent) {
        int[] ties = new int[scene.items()];
        for (int edge = 0; edge < scene.edges(); edge++) {
            int one = scene.edgeFrom()[edge];
            int other = scene.edgeTo()[edge];
            if (one != other && parent[one] == parent[other]) {
                ties[one]++;
                ties[other]++;
            }
        }
        for (int item = 0; item < scene.items(); item++) {
            int around = parent[item];
            if (around >= scene.items()
                    && !scene.group()[item]
                    && 2 * ties[item] >= direct[around]) {
                int best = hub[around];
                if (best == NONE || ties[item] > ties[best]) {
                    hub[around] = item;
                }
            }
        }
    }

    private void rank(int circle, int around, int[] degree) {
        int own = chief[circle];
        int other = chief[around];
        direct[around]++;
        if (own == NONE) {
            return;
        }
        if (other == NONE || outranks(own, other, degree)) {
            chief[around] = own;
            second[around] = other;
            storey[around] = storey[circle] + 1;
        } else if (second[around] == NONE || outranks(own, second[around], degree)) {
            second[around] = own;
        }
    }

    /** Groups before nodes, then the largest, the most linked, the one that came first. */
    private boolean outranks(int one, int other, int[] degree) {
        if (scene.group()[one] != scene.group()[other]) {
            return scene.group()[one];
        }
        if (scene.group()[one] && count[one] != count[other]) {
            return count[one] > count[other];
        }
        if (degree[one] != degree[other]) {
            return degree[one] > degree[other];
        }
        return scene.thing()[one] < scene.thing()[other];
    }

    /** Whether a derived group has nothing in it that is in the scene. */
    boolean isEmpty(int circle) {
        return chief[circle] == NONE;
    }

    Id id(int circle) {
        if (circle < scene.items()) {
            return new Id(scene.idHigh()[circle], scene.idLow()[circle]);
        }
        return Id.of("derived-group", id(chief[circle]) + "/" + storey[circle]);
    }

    /**
     * Of a derived group, what that is called to which most of it is tied; else what its largest
     * groups are called, or its most linked node, and an ellipsis: they are not all there is.
     */
    String name(int circle) {
        if (circle < scene.items()) {
            return scene.name()[circle];
        }
        if (hub[circle] != NONE) {
            return scene.name()[hub[circle]];
        }
        String name = scene.name()[chief[circle]];
        int next = second[circle];
        if (next == NONE || !scene.group()[chief[circle]] || !scene.group()[next]) {
            return name + " …";
        }
        return name + ", " + scene.name()[next] + (direct[circle] > 2 ? " …" : "");
    }
}
