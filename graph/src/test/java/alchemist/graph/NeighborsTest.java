package alchemist.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import alchemist.domain.graph.GraphEvent.EdgeWithdrawn;
import alchemist.domain.graph.GraphEvent.NodesMerged;
import alchemist.domain.ontology.OntologyEvent.TermRenamed;
import alchemist.graph.read.Direction;
import alchemist.graph.read.NeighborRead;
import alchemist.graph.read.Page;
import alchemist.kernel.value.Properties;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The edges of a node, and what is at their other ends. */
class NeighborsTest {
    private static final int ALL = 100;

    private final GraphView view = new GraphView(Opener.NONE);
    private final Feed feed = new Feed(view);

    NeighborsTest() {
        feed.record(
                Events.edge(Events.ANN, "a", "uses", "b"),
                Events.node(Events.ANN, "a"),
                Events.node(Events.ANN, "b"),
                Events.node(Events.ANN, "c"),
                Events.edge(Events.ANN, "c", "calls", "a"),
                Events.edge(Events.ANN, "a", "calls", "c"),
                Events.edge(Events.ANN, "b", "uses", "a"));
    }

    @Test
    void outgoingEdgesComeFirstTheLatestInFront() {
        assertEquals(
                List.of("> calls c", "> uses b", "< uses b", "< calls c"),
                told(view.now(), null, Direction.BOTH));
        assertEquals(List.of("> calls c", "> uses b"), told(view.now(), null, Direction.OUT));
        assertEquals(List.of("< uses b", "< calls c"), told(view.now(), null, Direction.IN));
    }

    @Test
    void ofARelationThoseAreToldThatAreCalledSo() {
        assertEquals(List.of("> uses b", "< uses b"), told(view.now(), "uses", Direction.BOTH));
        assertEquals(List.of(), told(view.now(), "knows", Direction.BOTH));
        feed.record(
                new TermRenamed("uses", true, "needs", ""),
                new TermRenamed("calls", false, "needs", ""));
        assertEquals(List.of("> needs b"), told(view.now(), "needs", Direction.OUT));
        assertEquals(List.of(), told(view.now(), "uses", Direction.OUT));
        feed.record(new TermRenamed("calls", true, "needs", ""));
        assertEquals(List.of("> needs c", "> needs b"), told(view.now(), "needs", Direction.OUT));
    }

    @Test
    void whatIsGoneIsNoNeighborBeItTheEdgeOrItsEnd() {
        long before = feed.log().size();
        feed.record(new EdgeWithdrawn(Events.edgeId("a", "b"), Events.ANN, Properties.NONE, 0));
        assertEquals(
                List.of("> calls c", "< uses b", "< calls c"),
                told(view.now(), null, Direction.BOTH));
        feed.record(Events.withdrawn(Events.ANN, "c"));
        assertEquals(List.of("< uses b"), told(view.now(), null, Direction.BOTH));
        assertEquals(4, told(view.at(At.position(before)), null, Direction.BOTH).size());
    }

    @Test
    void anEdgeToItselfGoesOutAndComesIn() {
        feed.record(Events.edge(Events.ANN, "b", "is", "b"));
        assertEquals(
                List.of("> is b", "< is b"),
                view.now().neighbors(Events.id("b"), "is", Direction.BOTH, ALL, "").items().stream()
                        .map(NeighborsTest::told)
                        .toList());
    }

    @Test
    void theEdgesOfWhatIsMergedAreThoseOfBoth() {
        feed.record(new NodesMerged(Events.id("a"), Events.id("b"), Events.ANN, 0));
        assertEquals(
                List.of("> uses a", "> calls c", "> uses a", "< uses a", "< calls c", "< uses a")
                        .stream()
                        .sorted()
                        .toList(),
                view.now().neighbors(Events.id("b"), null, Direction.BOTH, ALL, "").items().stream()
                        .map(edge -> sign(edge) + edge.type() + " " + key(edge))
                        .sorted()
                        .toList());
    }

    @Test
    void pagesTellEachEdgeOnceFromOutgoingToIncoming() {
        List<String> all = new ArrayList<>();
        String cursor = "";
        do {
            Page<NeighborRead> page =
                    view.now().neighbors(Events.id("a"), null, Direction.BOTH, 1, cursor);
            assertEquals(4, page.total());
            page.items().forEach(edge -> all.add(told(edge)));
            cursor = page.cursor();
        } while (!cursor.isEmpty());
        assertEquals(told(view.now(), null, Direction.BOTH), all);
    }

    private static List<String> told(Graph graph, @Nullable String relation, Direction direction) {
        return graph.neighbors(Events.id("a"), relation, direction, ALL, "").items().stream()
                .map(NeighborsTest::told)
                .toList();
    }

    private static String told(NeighborRead edge) {
        return sign(edge) + edge.type() + " " + edge.node().name().text();
    }

    private static String sign(NeighborRead edge) {
        return edge.direction() == Direction.OUT ? "> " : "< ";
    }

    private static String key(NeighborRead edge) {
        return edge.node().id().equals(Events.id("a")) ? "a" : "c";
    }
}
