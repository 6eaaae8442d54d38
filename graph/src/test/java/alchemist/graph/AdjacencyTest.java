package alchemist.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.GraphEvent.EdgeWithdrawn;
import alchemist.domain.graph.GraphEvent.NodeGrouped;
import alchemist.domain.graph.GraphEvent.NodeRestored;
import alchemist.domain.graph.GraphEvent.NodeRetired;
import alchemist.domain.graph.GraphEvent.NodesMerged;
import alchemist.kernel.Id;
import alchemist.kernel.collection.IntList;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The graph by numbers, at each of its moments. */
class AdjacencyTest {
    private static final int MANY = 100;

    private final GraphView view = new GraphView(Opener.NONE);
    private final Feed feed = new Feed(view);

    @Test
    void aNodeIsTheOneAsWhichItIsShownAndNoneWhereItIsNotThere() {
        feed.record(
                Events.node(Events.ANN, "a"),
                Events.node(Events.ANN, "b"),
                Events.edge(Events.ANN, "a", "holds", "b"));
        feed.record(new NodesMerged(Events.id("a"), Events.id("b"), Events.ANN, 0));
        Adjacency graph = view.now().adjacency();
        assertEquals(graph.node(Events.id("a")), graph.node(Events.id("b")));
        assertEquals(Events.id("a"), graph.id(graph.node(Events.id("b"))));
        assertEquals(Adjacency.NONE, graph.node(Events.edgeId("a", "b")));
        assertEquals(Adjacency.NONE, graph.node(Events.id("c")));
        feed.record(Events.withdrawn(Events.ANN, "a"), Events.withdrawn(Events.ANN, "b"));
        assertEquals(Adjacency.NONE, view.now().adjacency().node(Events.id("a")));
    }

    @Test
    void aGroupHoldsWhatIsInItAndInGroupsWithinItAtThatMoment() {
        feed.record(
                Events.group(Events.ANN, "outer"),
                Events.group(Events.ANN, "inner"),
                Events.node(Events.ANN, "a"));
        long then =
                feed.record(
                        grouped("inner", "outer"), grouped("a", "inner"), grouped("a", "outer"));
        feed.record(Events.node(Events.ANN, "b"), grouped("b", "inner"), grouped("a", "inner"));
        assertEquals(List.of("a", "b", "inner"), within(view.now(), "outer"));
        assertEquals(List.of("a", "b"), within(view.now(), "inner"));
        assertEquals(List.of("a", "inner"), within(view.at(At.position(then)), "outer"));
        assertEquals(List.of(), within(view.at(At.position(then)), "inner"));
    }

    @Test
    void aGraphThatWasKeptHoldsNothingThatCameLater() {
        feed.record(Events.group(Events.ANN, "g"), Events.node(Events.ANN, "a"));
        feed.record(grouped("a", "g"));
        Graph kept = view.now();
        feed.record(Events.node(Events.ANN, "b"), grouped("b", "g"));
        assertEquals(List.of("a"), within(kept, "g"));
        assertEquals(List.of("a", "b"), within(view.now(), "g"));
    }

    @Test
    void edgesToWhatIsGoneAreMetOnlyByWhoAsksForAllThatEverWere() {
        feed.record(
                Events.node(Events.ANN, "a"),
                Events.node(Events.ANN, "b"),
                Events.node(Events.ANN, "c"),
                Events.edge(Events.ANN, "a", "holds", "b"),
                Events.edge(Events.ANN, "a", "holds", "c"));
        feed.record(
                Events.withdrawn(Events.ANN, "c"),
                Events.node(Events.ANN, "d"),
                Events.node(Events.ANN, "e"),
                Events.edge(Events.ANN, "a", "knows", "d"),
                Events.edge(Events.ANN, "d", "knows", "b"),
                Events.edge(Events.ANN, "a", "holds", "e"),
                Events.edge(Events.ANN, "e", "holds", "b"));
        feed.record(disconnected("a", "e"), disconnected("e", "b"));
        Adjacency graph = view.now().adjacency();
        int a = graph.node(Events.id("a"));
        int holds = graph.relation("holds");
        List<Id> there = new ArrayList<>();
        graph.out(a, holds, (_, other) -> there.add(graph.id(other)));
        assertEquals(List.of(Events.id("b")), there);
        List<Id> ever = new ArrayList<>();
        graph.outEver(a, holds, (_, other) -> ever.add(graph.id(other)));
        assertEquals(List.of(Events.id("c"), Events.id("b")), ever);
        assertEquals(2, graph.outDegree(a, holds, MANY));
        assertEquals(1, graph.outDegree(a, holds, 1));
        assertEquals(Adjacency.NONE, graph.relation("never heard of"));
        List<Id> from = new ArrayList<>();
        graph.in(graph.node(Events.id("b")), holds, (_, other) -> from.add(graph.id(other)));
        assertEquals(List.of(Events.id("a")), from);
    }

    @Test
    void whatWasThereTwiceIsThereSinceItCameThatTime() {
        feed.in(1000).record(Events.node(Events.ANN, "a"));
        feed.in(2000).record(new NodeRetired(Events.id("a"), Events.ANN, 0, 0, 0));
        feed.in(3000).record(new NodeRestored(Events.id("a"), Events.ANN, true, 0, 0, 0));
        assertEquals(3000, since(view.now()));
        assertEquals(3000, since(view.at(At.effective(3500))));
        assertEquals(1000, since(view.at(At.effective(1500))));
        assertEquals(1000, since(view.at(At.effective(1000))));
        assertEquals(3000, since(view.at(At.effective(3000))));
    }

    @Test
    void aPropertyIsShownUnlessItIsDeniedOrNotYetHeardOf() {
        long before = feed.record(Events.node(Events.ANN, "a"), Events.node(Events.ANN, "b"));
        feed.record(
                Events.described(Events.ANN, "a", "size", Value.integer(1)),
                Events.denied(Events.ANN, "b", "size"));
        Adjacency graph = view.now().adjacency();
        assertEquals(Value.integer(1), graph.property(graph.node(Events.id("a")), "size"));
        assertTrue(graph.property(graph.node(Events.id("b")), "size").isNull());
        assertTrue(graph.property(graph.node(Events.id("a")), "never heard of").isNull());
        Graph kept = view.now();
        feed.record(Events.described(Events.ANN, "a", "age", Value.integer(9)));
        assertTrue(kept.adjacency().property(graph.node(Events.id("a")), "age").isNull());
        Adjacency then = view.at(At.position(before)).adjacency();
        assertTrue(then.property(then.node(Events.id("a")), "size").isNull());
        assertFalse(graph.isGroup(graph.node(Events.id("a"))));
    }

    private static EdgeWithdrawn disconnected(String from, String to) {
        return new EdgeWithdrawn(Events.edgeId(from, to), Events.ANN, Properties.NONE, 0);
    }

    private static NodeGrouped grouped(String node, String group) {
        return new NodeGrouped(
                Events.id(node), Events.ANN, Events.id(group), false, Id.NONE, false, 0, 0);
    }

    private static List<String> within(Graph of, String group) {
        Adjacency graph = of.adjacency();
        IntList found = graph.within(graph.node(Events.id(group)));
        List<String> names = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            names.add(graph.summary(found.at(i)).name().text());
        }
        Collections.sort(names); // they stand in no order
        return names;
    }

    private static long since(Graph of) {
        Adjacency graph = of.adjacency();
        return graph.since(graph.node(Events.id("a")));
    }
}
