package alchemist.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.GraphEvent.NodeGrouped;
import alchemist.domain.graph.GraphEvent.NodesMerged;
import alchemist.domain.sources.SourcesEvent.StatementRefused;
import alchemist.graph.read.Page;
import alchemist.graph.read.Why;
import alchemist.kernel.Id;
import alchemist.kernel.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which events speak of a thing, and where what is stated of it comes from. */
class HistoryTest {
    private final GraphView view = new GraphView(Opener.NONE);
    private final Feed feed = new Feed(view);

    @Test
    void pagesLeadFromTheLatestEventToTheFirst() {
        feed.record(Events.node(Events.ANN, "a"), Events.node(Events.ANN, "b"));
        feed.record(Events.renamed(Events.ANN, "a", "1"));
        feed.record(Events.renamed(Events.ANN, "b", "2"));
        feed.record(Events.renamed(Events.ANN, "a", "3"));
        Page<Long> first = view.now().history(Events.id("a"), 2, "");
        assertEquals(List.of(5L, 3L), first.items());
        assertEquals(3, first.total());
        feed.record(Events.renamed(Events.ANN, "a", "4"));
        Page<Long> second = view.now().history(Events.id("a"), 2, first.cursor());
        assertEquals(List.of(1L), second.items(), "what is new shifts nothing");
        assertEquals("", second.cursor());
    }

    @Test
    void aThingIsKnownWhetherItWasIsOrWillBeThere() {
        long before = feed.record(Events.node(Events.ANN, "a"));
        feed.record(Events.node(Events.ANN, "b"));
        feed.record(Events.withdrawn(Events.ANN, "b"));
        assertTrue(view.now().isKnown(Events.id("b")));
        assertTrue(view.at(At.position(before)).isKnown(Events.id("b")));
        assertFalse(view.now().isKnown(Events.id("c")));
    }

    @Test
    void aThingOfWhichNothingWasSaidHasNoHistory() {
        feed.record(Events.node(Events.ANN, "a"));
        assertEquals(new Page<>(List.of(), "", 0), view.now().history(Events.id("b"), 9, ""));
        assertEquals(1, view.now().history(Events.id("a"), 9, "").total());
    }

    @Test
    void anEdgeIsToldFromTheEventThatConnectedIt() {
        feed.record(Events.node(Events.ANN, "a"), Events.node(Events.ANN, "b"));
        feed.record(Events.edge(Events.ANN, "a", "holds", "b"));
        assertEquals(List.of(3L), view.now().history(Events.edgeId("a", "b"), 9, "").items());
        assertEquals(List.of(3L, 1L), view.now().history(Events.id("a"), 9, "").items());
    }

    @Test
    void aGroupTellsWhoCameIntoItAndWentAndOfNobodyElse() {
        feed.record(
                Events.group(Events.ANN, "g"),
                Events.group(Events.ANN, "h"),
                Events.node(Events.ANN, "a"),
                Events.node(Events.ANN, "b"));
        long came = feed.record(grouped("a", "g"));
        feed.record(grouped("b", "h"));
        long went = feed.record(grouped("a", "h"));
        feed.record(Events.renamed(Events.ANN, "a", "alpha"));
        assertEquals(List.of(went, came, 1L), view.now().history(Events.id("g"), 9, "").items());
        assertEquals(
                List.of(came, 1L),
                view.at(At.position(came)).history(Events.id("g"), 9, "").items());
    }

    @Test
    void aStatementThatWasRefusedIsToldOfTheEdgeAndItsEnds() {
        feed.record(
                Events.started(Events.GIT),
                Events.node(Events.GIT, "a"),
                Events.node(Events.GIT, "b"),
                Events.edge(Events.GIT, "a", "holds", "b"));
        long refused = feed.record(refused(Events.edgeId("a", "b")), refused(Events.id("none")));
        for (Id id : List.of(Events.edgeId("a", "b"), Events.id("a"), Events.id("b"))) {
            assertEquals(
                    refused - 1, view.now().history(id, 1, "").items().getFirst(), id.toString());
        }
        assertFalse(view.now().isKnown(Events.id("none")));
        feed.record(Events.node(Events.GIT, "c"));
        assertEquals(1, view.now().history(Events.id("c"), 9, "").total(), "it was of others");
    }

    @Test
    void aNameComesFromWhoIsBelievedFirstThenFromTheOthers() {
        Id code = Id.of("source", "code");
        feed.record(Events.started(Events.GIT), Events.started(code));
        feed.record(Events.node(Events.GIT, "a"));
        feed.record(Events.node(code, "a"));
        feed.record(Events.renamed(Events.GIT, "a", "alpha"));
        feed.record(Events.renamed(Events.ANN, "a", "Alpha"));
        List<Why> whys = view.now().why(Events.id("a"), "");
        assertEquals(
                List.of("Alpha [6] true", "alpha [5, 3] false", "a [4] false"),
                whys.stream().map(HistoryTest::told).toList());
        assertEquals(
                List.of(Id.NONE, importOf(Events.GIT), importOf(code)),
                whys.stream().map(Why::importId).toList());
    }

    @Test
    void aPropertyComesFromTheEventsThatStatedItAndItsFormerVersions() {
        feed.record(Events.node(Events.ANN, "a"));
        long first = feed.record(Events.described(Events.ANN, "a", "size", Value.integer(1)));
        feed.record(Events.described(Events.ANN, "a", "age", Value.integer(9)));
        feed.record(Events.described(Events.ANN, "a", "size", Value.integer(2)));
        assertEquals(List.of("2 [4, 2] true"), told(view.now(), "a", "size"));
        assertEquals(List.of("1 [2] true"), told(view.at(At.position(first)), "a", "size"));
    }

    @Test
    void anEdgeHasItsOwnReasonsAndAMergedNodeThoseOfBoth() {
        feed.record(
                Events.node(Events.ANN, "a"),
                Events.node(Events.ANN, "b"),
                Events.edge(Events.ANN, "a", "holds", "b"));
        feed.record(
                Events.edgeDescribed(Events.ANN, "a", "b", "line", Value.integer(7)),
                Events.described(Events.ANN, "a", "line", Value.integer(8)),
                Events.described(Events.ANN, "b", "line", Value.integer(9)));
        feed.record(new NodesMerged(Events.id("a"), Events.id("b"), Events.ANN, 0));
        assertEquals(
                List.of("7 [4] true"),
                view.now().why(Events.edgeId("a", "b"), "line").stream()
                        .map(HistoryTest::told)
                        .toList());
        assertEquals(List.of("9 [6] true", "8 [5] false"), told(view.now(), "b", "line"));
    }

    @Test
    void whatNobodyStatesComesFromNowhere() {
        feed.record(Events.node(Events.ANN, "a"));
        feed.record(Events.described(Events.ANN, "b", "age", Value.integer(1)));
        assertEquals(List.of(), view.now().why(Events.id("a"), "age"));
        assertEquals(List.of(), view.now().why(Events.id("a"), "never heard of"));
        assertEquals(List.of(), view.now().why(Events.id("c"), ""));
        assertEquals(List.of(), view.at(At.position(1)).why(Events.id("b"), "age"));
    }

    private static NodeGrouped grouped(String node, String group) {
        return new NodeGrouped(
                Events.id(node), Events.ANN, Events.id(group), false, Id.NONE, false, 0, 0);
    }

    private static StatementRefused refused(Id thing) {
        return new StatementRefused(importOf(Events.GIT), thing, "kind", "it is no number");
    }

    private static Id importOf(Id source) {
        return Id.of("import", "of " + source);
    }

    private static List<String> told(Graph graph, String node, String property) {
        return graph.why(Events.id(node), property).stream().map(HistoryTest::told).toList();
    }

    private static String told(Why why) {
        Object value =
                switch (why.statement().value()) {
                    case Value.Text(String text) -> text;
                    case Value.Int(long number) -> number;
                    case Value other -> other;
                };
        return value + " " + why.positions() + " " + why.statement().shown();
    }
}
