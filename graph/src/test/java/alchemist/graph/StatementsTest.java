package alchemist.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.GraphEvent.NodeAdded;
import alchemist.domain.graph.GraphEvent.NodeDeclassified;
import alchemist.domain.graph.GraphEvent.NodesMerged;
import alchemist.graph.read.StatedEdge;
import alchemist.graph.read.StatedNode;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one source states, as it stated it, whatever is shown in the end. */
class StatementsTest {
    private static final Id CODE = Id.of("source", "code");

    private final GraphView view = new GraphView(Opener.NONE);
    private final Feed feed = new Feed(view);

    StatementsTest() {
        feed.record(
                Events.started(Events.GIT),
                Events.started(CODE),
                Events.group(Events.GIT, "src"),
                new NodeAdded(
                        Events.id("a"),
                        Events.GIT,
                        Value.text("a"),
                        List.of("File", "Test"),
                        Properties.of("size", Value.integer(1)),
                        Events.id("src"),
                        0),
                Events.node(CODE, "b", "Class"),
                Events.edge(Events.GIT, "a", "holds", "b"));
    }

    @Test
    void tellsANodeByWhatTheSourceStatesAndNobodyElse() {
        feed.record(
                Events.renamed(Events.ANN, "a", "alpha"),
                Events.described(CODE, "a", "size", Value.integer(2)),
                new NodeDeclassified(Events.id("a"), Events.ANN, "Test", true, 0, 0, 0));
        assertEquals(
                new StatedNode(
                        Events.id("a"),
                        false,
                        Value.text("a"),
                        List.of("File", "Test"),
                        Properties.of("size", Value.integer(1)),
                        Events.id("src")),
                sorted(view.now().statedNode(Events.GIT, Events.id("a")).orElseThrow()));
        assertTrue(view.now().statedNode(Events.GIT, Events.id("src")).orElseThrow().isGroup());
    }

    @Test
    void tellsAnEdgeByItsEndsAndTheWordsOfTheSource() {
        feed.record(
                Events.edgeDescribed(Events.GIT, "a", "b", "line", Value.integer(7)),
                Events.edgeDescribed(CODE, "a", "b", "line", Value.integer(8)));
        assertEquals(
                new StatedEdge(
                        Events.edgeId("a", "b"),
                        Events.id("a"),
                        Events.id("b"),
                        "holds",
                        Properties.of("line", Value.integer(7))),
                view.now().statedEdge(Events.GIT, Events.edgeId("a", "b")).orElseThrow());
    }

    @Test
    void whoOnlySpeaksOfAThingDoesNotStateIt() {
        feed.record(
                Events.described(CODE, "a", "size", Value.integer(2)),
                Events.edgeDescribed(CODE, "a", "b", "line", Value.integer(8)));
        Graph graph = view.now();
        assertTrue(graph.statedNode(CODE, Events.id("a")).isEmpty());
        assertTrue(graph.statedEdge(CODE, Events.edgeId("a", "b")).isEmpty());
        assertTrue(graph.statedNode(Events.GIT, Events.id("b")).isEmpty());
    }

    @Test
    void aThingIsOfItsKindOnlyAndOnlyWhereThereIsOne() {
        Graph graph = view.now();
        assertTrue(graph.statedNode(Events.GIT, Events.edgeId("a", "b")).isEmpty());
        assertTrue(graph.statedEdge(Events.GIT, Events.id("a")).isEmpty());
        assertTrue(graph.statedNode(Events.GIT, Events.id("elsewhere")).isEmpty());
        assertTrue(graph.statedEdge(Events.GIT, Events.edgeId("b", "a")).isEmpty());
    }

    @Test
    void aSourceThatNeverSpokeStatesNothing() {
        Id stranger = Id.of("source", "stranger");
        assertEquals(List.of(), statedBy(view.now(), stranger));
        assertTrue(view.now().statedNode(stranger, Events.id("a")).isEmpty());
        assertTrue(view.now().statedEdge(stranger, Events.edgeId("a", "b")).isEmpty());
    }

    @Test
    void allOfASourceComesInTheOrderInWhichItWasMentionedMergedOrNot() {
        feed.record(Events.node(Events.GIT, "c"));
        feed.record(new NodesMerged(Events.id("a"), Events.id("c"), Events.ANN, 0));
        assertEquals(
                List.of(Events.id("src"), Events.id("a"), Events.edgeId("a", "b"), Events.id("c")),
                statedBy(view.now(), Events.GIT));
        assertEquals(List.of(Events.id("b")), statedBy(view.now(), CODE));
    }

    @Test
    void whatASourceWithdrewItStatesNoMoreButStatedThen() {
        long then = feed.log().size();
        feed.record(Events.withdrawn(Events.GIT, "a"));
        assertTrue(view.now().statedNode(Events.GIT, Events.id("a")).isEmpty());
        assertTrue(view.at(At.position(then)).statedNode(Events.GIT, Events.id("a")).isPresent());
        assertTrue(view.at(At.position(0)).statedNode(Events.GIT, Events.id("a")).isEmpty());
        assertEquals(List.of(), statedBy(view.at(At.position(0)), Events.GIT));
    }

    @Test
    void namesEachThingOnceThatAnEventIsAboutSinceAPosition() {
        long then = feed.log().size();
        feed.record(
                Events.described(CODE, "b", "size", Value.integer(1)),
                Events.edgeDescribed(CODE, "a", "b", "line", Value.integer(1)),
                Events.described(CODE, "b", "size", Value.integer(2)),
                Events.described(CODE, "a", "size", Value.integer(3)));
        List<Id> touched = new ArrayList<>();
        view.now().touchedSince(then, touched::add);
        assertEquals(List.of(Events.id("b"), Events.edgeId("a", "b"), Events.id("a")), touched);
        List<Id> all = new ArrayList<>();
        view.now().touchedSince(-1, all::add);
        assertEquals(
                List.of(Events.id("src"), Events.id("a"), Events.id("b"), Events.edgeId("a", "b")),
                all);
        List<Id> none = new ArrayList<>();
        view.at(At.position(then)).touchedSince(then, none::add);
        view.now().touchedSince(99, none::add);
        assertEquals(List.of(), none);
    }

    private static List<Id> statedBy(Graph graph, Id source) {
        List<Id> stated = new ArrayList<>();
        graph.statementsOf(
                source, node -> stated.add(node.node()), edge -> stated.add(edge.edge()));
        return stated;
    }

    /** Types stand in no order. */
    private static StatedNode sorted(StatedNode node) {
        return new StatedNode(
                node.node(),
                node.isGroup(),
                node.name(),
                node.types().stream().sorted().toList(),
                node.properties(),
                node.group());
    }
}
