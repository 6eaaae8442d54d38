package alchemist.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class GraphChecksTest {
    private static final int[] NO_ITEMS = {};
    private static final float[] NO_NUMBERS = {};

    @Test
    void namesTheIndexAtFault() {
        refused("parent[1] is 5", new int[] {-1, 5}, new int[] {0}, new int[] {1}, 1, 1);
        refused("parent[0] is -2", new int[] {-2, -1}, new int[] {0}, new int[] {1}, 1, 1);
        refused("leads back to itself", new int[] {1, 0}, new int[] {0}, new int[] {1}, 1, 1);
        refused("from[0] is 2", new int[] {-1, -1}, new int[] {2}, new int[] {1}, 1, 1);
        refused("to[0] is -1", new int[] {-1, -1}, new int[] {0}, new int[] {-1}, 1, 1);
        refused("edge 0 joins item 1", new int[] {-1, -1}, new int[] {1}, new int[] {1}, 1, 1);
        refused("weight[0] is out", new int[] {-1, -1}, new int[] {0}, new int[] {1}, Float.NaN, 1);
        refused("weight[0] is out", new int[] {-1, -1}, new int[] {0}, new int[] {1}, -1, 1);
        refused(
                "weight[0] is out",
                new int[] {-1, -1},
                new int[] {0},
                new int[] {1},
                Float.POSITIVE_INFINITY,
                1);
        refused("size[1] is out", new int[] {-1, -1}, new int[] {0}, new int[] {1}, 1, 0.5f);
        refused("size[1] is out", new int[] {-1, -1}, new int[] {0}, new int[] {1}, 1, Float.NaN);
    }

    private static void refused(
            String why, int[] parent, int[] from, int[] to, float weight, float sizeOfOne) {
        refused(
                why,
                new LayoutGraph(
                        2, parent, from, to, new float[] {weight}, new float[] {1, sizeOfOne}));
    }

    private static void refused(String why, LayoutGraph graph) {
        String message =
                String.valueOf(
                        assertThrows(
                                        IllegalArgumentException.class,
                                        () -> Layout.place(graph, LayoutOptions.DEFAULT))
                                .getMessage());
        assertTrue(message.contains(why), message);
    }

    @Test
    void refusesArraysOfDifferentLengths() {
        int[] one = {-1};
        float[] size = {1};
        refused("items is -1", graph(-1, NO_ITEMS, NO_ITEMS, NO_ITEMS, NO_NUMBERS, NO_NUMBERS));
        refused("parent has 0", graph(1, NO_ITEMS, NO_ITEMS, NO_ITEMS, NO_NUMBERS, size));
        refused("size has 0", graph(1, one, NO_ITEMS, NO_ITEMS, NO_NUMBERS, NO_NUMBERS));
        refused("to has 0", graph(1, one, new int[1], NO_ITEMS, size, size));
        refused("weight has 0", graph(1, one, new int[1], new int[1], NO_NUMBERS, size));
    }

    private static LayoutGraph graph(
            int items, int[] parent, int[] from, int[] to, float[] weight, float[] size) {
        return new LayoutGraph(items, parent, from, to, weight, size);
    }

    @Test
    void ignoresTheSizesOfGroups() {
        LayoutGraph graph =
                graph(2, new int[] {-1, 0}, NO_ITEMS, NO_ITEMS, NO_NUMBERS, new float[] {-7, 4});
        Placement placement = Layout.place(graph, LayoutOptions.DEFAULT);
        assertEquals(4, placement.radius()[1]);
        assertTrue(placement.radius()[0] > 4);
    }

    @Test
    void takesEdgesBetweenAGroupAndItsInside() {
        LayoutGraph graph =
                graph(
                        3,
                        new int[] {-1, 0, 1},
                        new int[] {0, 2},
                        new int[] {2, 1},
                        new float[] {1, 1},
                        new float[] {1, 1, 1});
        Soundness.check(graph, Layout.place(graph, LayoutOptions.DEFAULT));
    }

    @Test
    void refusesOptionsOutOfRange() {
        LayoutOptions o = LayoutOptions.DEFAULT;
        assertThrows(IllegalArgumentException.class, () -> o.withMaxGroupSize(1));
        assertThrows(IllegalArgumentException.class, () -> o.withIterations(0));
        assertThrows(IllegalArgumentException.class, () -> o.withPadding(-1));
        assertThrows(IllegalArgumentException.class, () -> o.withPadding(Float.NaN));
        assertEquals(9, o.withSeed(9).seed());
    }
}
