package alchemist.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

/** What holds for every placement of every graph. */
final class Soundness {
    private Soundness() {}

    static void check(LayoutGraph graph, Placement p) {
        checkParents(graph, p);
        for (int i = 0; i < p.circles(); i++) {
            assertTrue(
                    Float.isFinite(p.x()[i]) && Float.isFinite(p.y()[i]) && p.radius()[i] >= 1,
                    "circle " + i + " has no sound place");
        }
        checkContainment(p);
        checkGaps(p);
    }

    private static void checkParents(LayoutGraph graph, Placement p) {
        assertEquals(graph.items(), p.derivedFrom());
        for (int i = 0; i < graph.items(); i++) {
            int above = p.parent()[i];
            while (above >= p.derivedFrom()) {
                above = p.parent()[above];
            }
            assertEquals(graph.parent()[i], above, "group of item " + i);
        }
    }

    private static double slack(Placement p, int i) {
        // Coordinates are floats: a circle is known to the rounding of its centre.
        return 2 * (Math.ulp(p.x()[i]) + Math.ulp(p.y()[i]) + Math.ulp(p.radius()[i]));
    }

    private static void checkContainment(Placement p) {
        for (int i = 0; i < p.circles(); i++) {
            int g = p.parent()[i];
            if (g >= 0) {
                double reach = Figures.distance(p, i, g) + p.radius()[i];
                assertTrue(
                        reach <= p.radius()[g] + slack(p, i) + slack(p, g),
                        "circle " + i + " sticks out of its group " + g);
            }
        }
    }

    /** Sweeps siblings from left to right. */
    private static void checkGaps(Placement p) {
        Integer[] order = new Integer[p.circles()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                (a, b) -> {
                    int byGroup = Integer.compare(p.parent()[a], p.parent()[b]);
                    return byGroup != 0
                            ? byGroup
                            : Double.compare(
                                    (double) p.x()[a] - p.radius()[a],
                                    (double) p.x()[b] - p.radius()[b]);
                });
        for (int at = 0; at < order.length; at++) {
            int i = order[at];
            double right = (double) p.x()[i] + p.radius()[i];
            for (int next = at + 1; next < order.length; next++) {
                int j = order[next];
                if (p.parent()[j] != p.parent()[i] || p.x()[j] - p.radius()[j] > right) {
                    break;
                }
                double gap = Figures.distance(p, i, j) - p.radius()[i] - p.radius()[j];
                assertTrue(
                        gap >= -slack(p, i) - slack(p, j),
                        "siblings " + i + " and " + j + " overlap by " + -gap);
            }
        }
    }
}
