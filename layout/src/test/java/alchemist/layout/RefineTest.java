package alchemist.layout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class RefineTest {
    private static final LayoutOptions OPTIONS = LayoutOptions.DEFAULT;

    /** Placed once for all tests: the same graph is always placed in the same way. */
    private static final List<Placed> PLACED =
            Stream.of(
                            Graphs.isolated(500),
                            Graphs.grid(30),
                            Graphs.tree(1000, 3),
                            Graphs.star(2000),
                            Graphs.scaleFree(2000, 2, 1),
                            Graphs.planted(20, 50, 8, 1, 1),
                            Graphs.folders(1500, 4000, 1),
                            Graphs.diagram(100, 145, 1))
                    .map(graph -> new Placed(graph, Layout.place(graph, OPTIONS)))
                    .toList();

    private record Placed(LayoutGraph graph, Placement before) {}

    static Stream<Arguments> graphs() {
        return PLACED.stream().map(each -> Arguments.of(each.graph, each.before));
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void movesLittleWhenOnePercentIsAdded(LayoutGraph graph, Placement before) {
        Change change = Change.of(graph, 0, Math.max(1, graph.items() / 100), 3);
        Placement after = Layout.refine(change.graph(), before, change.itemOf(), OPTIONS);
        Soundness.check(change.graph(), after);
        double[] moves = change.moves(before, after);
        assertTrue(moves[moves.length / 2] < 0.01, "median move " + moves[moves.length / 2]);
        assertTrue(moves[moves.length * 9 / 10] < 0.03);
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void staysSoundAndCompactThroughManyChanges(LayoutGraph graph, Placement before) {
        Placement placement = before;
        double extent = Figures.extent(before);
        LayoutGraph now = graph;
        for (int round = 0; round < 20; round++) {
            Change change = Change.of(now, now.items() / 100, now.items() / 100, round);
            placement = Layout.refine(change.graph(), placement, change.itemOf(), OPTIONS);
            Soundness.check(change.graph(), placement);
            now = change.graph();
        }
        assertTrue(Figures.extent(placement) < 1.15 * extent);
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void movesNothingWhenNothingChanged(LayoutGraph graph, Placement before) {
        Placement after = Layout.refine(graph, before, identity(graph.items()), OPTIONS);
        assertArrayEquals(before.parent(), after.parent());
        double tolerance = 1e-4 * Figures.extent(before);
        for (int i = 0; i < before.circles(); i++) {
            assertEquals(before.x()[i], after.x()[i], tolerance);
            assertEquals(before.y()[i], after.y()[i], tolerance);
            assertEquals(before.radius()[i], after.radius()[i], tolerance);
        }
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void settlesNewItemsNearTheirNeighbours(LayoutGraph graph, Placement before) {
        int added = Math.max(5, graph.items() / 100);
        Change change = Change.of(graph, 0, added, 5);
        Placement after = Layout.refine(change.graph(), before, change.itemOf(), OPTIONS);
        double sum = 0;
        int count = 0;
        for (int e = 0; e < change.graph().edges(); e++) {
            if (change.graph().from()[e] < added) {
                sum += Figures.distance(after, change.graph().from()[e], change.graph().to()[e]);
                count++;
            }
        }
        double mean = sum / count / Figures.extent(after);
        assertTrue(mean < 0.6 * Figures.meanPair(change.graph(), after), "mean new edge " + mean);
    }

    @Test
    void keepsUnrelatedGroupsInPlaceRelativeToOneAnother() {
        LayoutGraph graph = Graphs.groups(12, 30);
        Placement before = Layout.place(graph, OPTIONS);
        // Group 0 grows by half.
        int n = graph.items();
        int[] parent = Arrays.copyOf(graph.parent(), n + 15);
        float[] size = Arrays.copyOf(graph.size(), n + 15);
        Arrays.fill(parent, n, n + 15, 0);
        Arrays.fill(size, n, n + 15, 1);
        LayoutGraph grown =
                new LayoutGraph(n + 15, parent, graph.from(), graph.to(), graph.weight(), size);
        Placement after = Layout.refine(grown, before, identity(n), OPTIONS);
        Soundness.check(grown, after);
        double extent = Figures.extent(before);
        for (int a = 1; a < 12; a++) {
            for (int b = 1; b < a; b++) {
                double dx = (after.x()[a] - after.x()[b]) - (before.x()[a] - before.x()[b]);
                double dy = (after.y()[a] - after.y()[b]) - (before.y()[a] - before.y()[b]);
                assertTrue(Math.sqrt(dx * dx + dy * dy) < 0.08 * extent, "groups " + a + ", " + b);
            }
        }
    }

    @Test
    void givesTheSameBitsForTheSameInput() {
        LayoutGraph graph = Graphs.folders(600, 1500, 1);
        Placement before = Layout.place(graph, OPTIONS);
        Change change = Change.of(graph, 20, 60, 1);
        Placement once = Layout.refine(change.graph(), before, change.itemOf(), OPTIONS);
        Placement again = Layout.refine(change.graph(), before, change.itemOf(), OPTIONS);
        assertArrayEquals(once.x(), again.x());
        assertArrayEquals(once.y(), again.y());
        assertArrayEquals(once.radius(), again.radius());
        assertArrayEquals(once.parent(), again.parent());
    }

    @Test
    void placesFromNothingWhatWasNotThere() {
        LayoutGraph none = Graphs.isolated(0);
        Placement before = Layout.place(none, OPTIONS);
        LayoutGraph graph = Graphs.planted(6, 30, 6, 1, 1);
        Placement after = Layout.refine(graph, before, new int[0], OPTIONS);
        Soundness.check(graph, after);
        assertTrue(after.circles() > graph.items());
    }

    @Test
    void survivesThatEverythingIsGone() {
        LayoutGraph graph = Graphs.folders(200, 400, 1);
        Placement before = Layout.place(graph, OPTIONS);
        int[] gone = new int[graph.items()];
        Arrays.fill(gone, -1);
        Placement empty = Layout.refine(Graphs.isolated(0), before, gone, OPTIONS);
        assertEquals(0, empty.circles());
        LayoutGraph other = Graphs.grid(10);
        Placement after = Layout.refine(other, before, gone, OPTIONS);
        Soundness.check(other, after);
    }

    @Test
    void keepsAGroupThatIsFormedAroundNodesNearThem() {
        LayoutGraph graph = Graphs.grid(7);
        Placement before = Layout.place(graph, OPTIONS);
        // Four nodes of one corner become a group.
        int n = graph.items();
        int[] parent = Arrays.copyOf(graph.parent(), n + 1);
        float[] size = Arrays.copyOf(graph.size(), n + 1);
        parent[n] = -1;
        int[] corner = {0, 1, 7, 8};
        double x = 0;
        double y = 0;
        for (int i : corner) {
            parent[i] = n;
            x += before.x()[i] / 4;
            y += before.y()[i] / 4;
        }
        LayoutGraph grouped =
                new LayoutGraph(n + 1, parent, graph.from(), graph.to(), graph.weight(), size);
        Placement after = Layout.refine(grouped, before, identity(n), OPTIONS);
        Soundness.check(grouped, after);
        double moved = Math.hypot(after.x()[n] - x, after.y()[n] - y);
        assertTrue(moved < 0.2 * Figures.extent(before), "the group is " + moved + " away");
    }

    @Test
    void followsItemsIntoAnotherGroup() {
        LayoutGraph graph = Graphs.groups(4, 20);
        Placement before = Layout.place(graph, OPTIONS);
        int[] parent = graph.parent().clone();
        for (int i = 0; i < 5; i++) {
            parent[4 + i] = 3;
        }
        // And a whole group into another.
        parent[2] = 1;
        LayoutGraph moved =
                new LayoutGraph(
                        graph.items(),
                        parent,
                        graph.from(),
                        graph.to(),
                        graph.weight(),
                        graph.size());
        Placement after = Layout.refine(moved, before, identity(graph.items()), OPTIONS);
        Soundness.check(moved, after);
    }

    @Test
    void splitsAGroupThatOutgrewTheLargestSizeByHalf() {
        LayoutGraph small = Graphs.planted(1, 60, 6, 0, 1);
        Placement placement = Layout.place(small, OPTIONS);
        assertEquals(60, placement.circles());
        LayoutGraph now = small;
        for (int round = 0; round < 5; round++) {
            Change change = Change.of(now, 0, 10, round);
            placement = Layout.refine(change.graph(), placement, change.itemOf(), OPTIONS);
            Soundness.check(change.graph(), placement);
            now = change.graph();
            assertEquals(now.items() > 90, placement.circles() > now.items(), "at " + now.items());
        }
    }

    @Test
    void gathersManyNewItemsWithoutTies() {
        LayoutGraph graph = Graphs.planted(8, 40, 6, 1, 1);
        Placement before = Layout.place(graph, OPTIONS);
        int n = graph.items();
        int[] parent = Arrays.copyOf(graph.parent(), n + 200);
        float[] size = Arrays.copyOf(graph.size(), n + 200);
        Arrays.fill(parent, n, n + 200, -1);
        Arrays.fill(size, n, n + 200, 2);
        LayoutGraph grown =
                new LayoutGraph(n + 200, parent, graph.from(), graph.to(), graph.weight(), size);
        Placement after = Layout.refine(grown, before, identity(n), OPTIONS);
        Soundness.check(grown, after);
        Forest forest = new Forest(after.circles(), after.parent());
        for (int g = 0; g <= after.circles(); g++) {
            assertTrue(forest.members(g) <= 90);
        }
    }

    @Test
    void refusesArgumentsThatDoNotFitTogether() {
        LayoutGraph graph = Graphs.isolated(3);
        Placement p = Layout.place(graph, OPTIONS);
        refused("itemOf has 2", graph, p, 0, 1);
        refused("itemOf[1] is 3", graph, p, 0, 3, 1);
        refused("itemOf[2] is 0", graph, p, 0, 1, 0);
        float[] nowhere = {0, Float.NaN, 0};
        refused(
                "circle 1 of before",
                graph,
                new Placement(nowhere, p.y(), p.radius(), p.parent(), 3),
                0,
                1,
                2);
        refused(
                "before.y has 0",
                graph,
                new Placement(p.x(), new float[0], p.radius(), p.parent(), 3),
                0);
        refused(
                "derivedFrom is 4",
                graph,
                new Placement(p.x(), p.y(), p.radius(), p.parent(), 4),
                0);
    }

    private static void refused(String why, LayoutGraph graph, Placement before, int... itemOf) {
        String message =
                String.valueOf(
                        assertThrows(
                                        IllegalArgumentException.class,
                                        () -> Layout.refine(graph, before, itemOf, OPTIONS))
                                .getMessage());
        assertTrue(message.contains(why), message);
    }

    private static int[] identity(int count) {
        int[] values = new int[count];
        Arrays.setAll(values, i -> i);
        return values;
    }
}
