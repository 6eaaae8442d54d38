package alchemist.layout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class LayoutTest {
    private static final List<LayoutGraph> GRAPHS =
            List.of(
                    Graphs.isolated(0),
                    Graphs.isolated(1),
                    Graphs.isolated(2),
                    Graphs.isolated(500),
                    Graphs.flat(2, new int[][] {{0, 1}}),
                    Graphs.flat(5, new int[][] {{0, 1}, {1, 0}, {0, 1}, {3, 4}}),
                    Graphs.grid(20),
                    Graphs.tree(700, 3),
                    Graphs.star(1000),
                    Graphs.clique(80),
                    Graphs.chain(200),
                    Graphs.scaleFree(1000, 2, 1),
                    Graphs.planted(10, 40, 8, 1, 1),
                    Graphs.folders(600, 1500, 1),
                    Graphs.diagram(100, 145, 1));

    /** As the graphs were placed first. */
    private static final IdentityHashMap<LayoutGraph, Placement> PLACED = new IdentityHashMap<>();

    static List<LayoutGraph> graphs() {
        return GRAPHS;
    }

    private static Placement placed(LayoutGraph graph) {
        return PLACED.computeIfAbsent(graph, g -> Layout.place(g, LayoutOptions.DEFAULT));
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void containsMembersAndKeepsSiblingsApart(LayoutGraph graph) {
        Soundness.check(graph, placed(graph));
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void containsMembersAndKeepsSiblingsApartInOneLargeGroup(LayoutGraph graph) {
        Placement placement = Layout.place(graph, LayoutOptions.DEFAULT.withMaxGroupSize(10_000));
        assertEquals(graph.items(), placement.circles());
        Soundness.check(graph, placement);
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void containsMembersAndKeepsSiblingsApartInTinyGroups(LayoutGraph graph) {
        Soundness.check(graph, Layout.place(graph, LayoutOptions.DEFAULT.withMaxGroupSize(2)));
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void givesTheSameBitsForTheSameInput(LayoutGraph graph) {
        Placement once = placed(graph);
        Placement again = Layout.place(graph, LayoutOptions.DEFAULT);
        assertArrayEquals(once.x(), again.x());
        assertArrayEquals(once.y(), again.y());
        assertArrayEquals(once.radius(), again.radius());
        assertArrayEquals(once.parent(), again.parent());
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void keepsGroupsWithinTheirLargestSize(LayoutGraph graph) {
        Placement placement = Layout.place(graph, LayoutOptions.DEFAULT.withMaxGroupSize(30));
        Forest forest = new Forest(placement.circles(), placement.parent());
        for (int g = 0; g <= placement.circles(); g++) {
            assertTrue(forest.members(g) <= 30, "group " + g + " has " + forest.members(g));
        }
    }

    @Test
    void listensHowFarItIs() {
        List<Double> heard = new ArrayList<>();
        Layout.place(
                Graphs.folders(600, 1500, 1),
                LayoutOptions.DEFAULT.withProgress(
                        done -> {
                            heard.add(done);
                            return true;
                        }));
        assertEquals(0, heard.getFirst());
        assertEquals(1, heard.getLast());
        assertEquals(heard.stream().sorted().toList(), heard);
        assertTrue(heard.size() > 20);
    }

    @Test
    void endsWhenAskedTo() {
        LayoutOptions half = LayoutOptions.DEFAULT.withProgress(done -> done < 0.5);
        LayoutGraph graph = Graphs.folders(600, 1500, 1);
        assertThrows(LayoutCancelled.class, () -> Layout.place(graph, half));
    }
}
