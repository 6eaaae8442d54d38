package alchemist.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.GraphEvent.GraphPolicyAdopted;
import alchemist.domain.graph.GraphEvent.NodeAdded;
import alchemist.domain.graph.GraphEvent.NodesConnected;
import alchemist.domain.graph.GraphEvent.NodesMerged;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What no rule lets happen is refused by who folds it, and told with the thing. */
class FoldTest {
    private static final Id A = Events.id("a");
    private static final Id EDGE = Events.edgeId("a", "b");

    private final GraphView view = new GraphView(Opener.NONE);
    private final Feed feed = new Feed(view);

    FoldTest() {
        feed.record(
                Events.node(Events.ANN, "a"),
                Events.node(Events.ANN, "b"),
                Events.edge(Events.ANN, "a", "holds", "b"));
    }

    @Test
    void anEdgeIsNoNode() {
        refuses(
                new NodeAdded(EDGE, Events.ANN, Value.NULL, List.of(), Properties.NONE, Id.NONE, 0),
                "the edge " + EDGE + " is stated as a node; an id stands for one thing");
    }

    @Test
    void aNodeIsNoEdge() {
        refuses(
                connected(A, Events.id("b"), Events.id("c")),
                "the node " + A + " is stated as an edge; an id stands for one thing");
    }

    @Test
    void anEdgeIsNotItsOwnEnd() {
        Id own = Id.of("edge", "own");
        refuses(connected(own, A, own), "the edge " + own + " is stated as its own end");
    }

    @Test
    void ofAnEdgeNothingIsSaidBeforeItIsConnected() {
        refuses(
                Events.edgeDescribed(Events.ANN, "b", "a", "line", Value.integer(1)),
                "the edge " + Events.edgeId("b", "a") + " is not connected yet");
    }

    @Test
    void anEdgeThatIsConnectedAgainStaysWhereItIs() {
        feed.record(connected(EDGE, Events.id("b"), Events.id("a")));
        assertEquals(A, view.now().edge(EDGE).orElseThrow().from().id());
        assertEquals(1, view.now().statistics().edges());
    }

    @Test
    void nodesThatAreMergedInACircleAreStillRead() {
        Id b = Events.id("b");
        feed.record(new NodesMerged(A, b, Events.ANN, 0), new NodesMerged(b, A, Events.ANN, 0));
        for (Id id : List.of(A, b)) {
            Id shown = view.now().node(id).orElseThrow().id();
            assertTrue(shown.equals(A) || shown.equals(b), shown + " of " + A + " and " + b);
        }
    }

    @Test
    void whatEdgesThereMayBeIsOfNoThing() {
        long position = feed.record(new GraphPolicyAdopted(true, false, false, false));
        assertEquals(position, view.now().position());
        view.now().touchedSince(position - 1, id -> assertTrue(id.isNone(), "nothing is touched"));
        assertEquals(2, view.now().statistics().nodes());
    }

    private static Event connected(Id edge, Id from, Id to) {
        return new NodesConnected(edge, Events.ANN, from, to, "holds", Properties.NONE, 0);
    }

    private void refuses(Event event, String why) {
        var refused = assertThrows(IllegalStateException.class, () -> feed.record(event));
        assertEquals(why, refused.getMessage());
    }
}
