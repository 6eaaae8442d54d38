package alchemist.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.graph.read.Direction;
import alchemist.graph.read.NeighborRead;
import alchemist.graph.read.NodePage;
import alchemist.graph.read.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Places in lists: those that a page gave, and those that nobody gave. */
class CursorTest {
    private static final int LIMIT = 10;

    private final GraphView view = new GraphView(Opener.NONE);
    private final Feed feed = new Feed(view);

    CursorTest() {
        feed.record(Events.started(Events.GIT));
        feed.record(
                Events.node(Events.GIT, "a", "File"),
                Events.node(Events.GIT, "b", "File"),
                Events.edge(Events.GIT, "a", "imports", "b"),
                Events.renamed(Events.ANN, "a", "alpha"));
    }

    @Test
    void leadsToWhatComesAfterAnItem() {
        assertEquals(4, Cursor.item("", 4));
        assertEquals(7, Cursor.item(Cursor.after(7), 4));
        assertEquals(~7, Cursor.item(Cursor.after(~7), 4), "an edge that comes in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"next", "1.5", " ", "2147483648"})
    void whatIsNoCursorIsRefused(String text) {
        for (var list : lists()) {
            var wrong = assertThrows(IllegalArgumentException.class, () -> list.apply(text));
            assertEquals(
                    "'" + text + "' is no cursor: give back the one of the page before",
                    wrong.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-2147483648", "-7", "2147483647"})
    void aNumberThatNoThingHasIsNoCursorOfAListByNumber(String text) {
        for (var list : byNumber()) {
            var wrong = assertThrows(IllegalArgumentException.class, () -> list.apply(text));
            assertEquals(
                    "'" + text + "' is no cursor: give back the one of the page before",
                    wrong.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-2147483648", "-7", "99", "2147483647"})
    void aCursorThatNoPageGaveLeadsToThePageThatThereIs(String text) {
        for (var list : byPlace()) {
            Page<?> page = list.apply(text);
            assertTrue(page.items().size() <= page.total(), page.toString());
            assertEquals("", page.cursor());
        }
    }

    @Test
    void theFirstThingIsAPlaceAsAnyOther() {
        NodePage first = view.now().nodes("", "", 1, "");
        NodePage second = view.now().nodes("", "", 1, first.cursor());
        assertEquals(Events.id("a"), first.items().getFirst().id());
        assertEquals(Events.id("b"), second.items().getFirst().id());
        assertEquals("", second.cursor());
    }

    @Test
    void afterTheLastThingNothingComes() {
        for (var list : byNumber()) {
            assertEquals(new Page<>(List.of(), "", -1), list.apply("99"));
        }
    }

    @Test
    void aPageMayHoldAllThatComesAfterTheOneBefore() {
        Graph graph = view.now();
        feed.record(Events.node(Events.GIT, "c"), Events.edge(Events.GIT, "c", "imports", "a"));
        Page<NeighborRead> first =
                view.now().neighbors(Events.id("a"), null, Direction.BOTH, 1, "");
        Page<NeighborRead> rest =
                view.now()
                        .neighbors(
                                Events.id("a"),
                                null,
                                Direction.BOTH,
                                Integer.MAX_VALUE,
                                first.cursor());
        assertEquals(List.of("c"), rest.items().stream().map(n -> n.node().name().text()).toList());
        assertEquals("", rest.cursor());
        assertEquals(
                1, graph.neighbors(Events.id("a"), null, Direction.BOTH, 9, "").total(), "still");
    }

    private List<Function<String, Page<?>>> lists() {
        List<Function<String, Page<?>>> lists = new ArrayList<>(byNumber());
        lists.addAll(byPlace());
        return lists;
    }

    private List<Function<String, Page<?>>> byNumber() {
        Graph graph = view.now();
        return List.of(
                cursor -> page(graph.nodes("", "", LIMIT, cursor), -1),
                cursor -> graph.rows(List.of(), false, LIMIT, cursor),
                cursor -> graph.disagreements(LIMIT, cursor));
    }

    private List<Function<String, Page<?>>> byPlace() {
        Graph graph = view.now();
        return List.of(
                cursor -> page(graph.nodes("File", "", LIMIT, cursor), 2),
                cursor -> page(graph.nodes("", "a", LIMIT, cursor), 1),
                cursor -> graph.neighbors(Events.id("a"), null, Direction.BOTH, LIMIT, cursor),
                cursor -> graph.history(Events.id("a"), LIMIT, cursor),
                cursor -> graph.violations(LIMIT, cursor),
                cursor -> graph.separations(LIMIT, cursor));
    }

    private static Page<?> page(NodePage nodes, long total) {
        return new Page<>(nodes.items(), nodes.cursor(), total);
    }
}
