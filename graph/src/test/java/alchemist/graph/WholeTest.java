package alchemist.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.GraphEvent.EdgeDescribed;
import alchemist.domain.graph.GraphEvent.GroupFormed;
import alchemist.domain.graph.GraphEvent.NodeAdded;
import alchemist.domain.graph.GraphEvent.NodeClassified;
import alchemist.domain.graph.GraphEvent.NodeDeclassified;
import alchemist.domain.graph.GraphEvent.NodeDescribed;
import alchemist.domain.graph.GraphEvent.NodeGrouped;
import alchemist.domain.graph.GraphEvent.NodeRenamed;
import alchemist.domain.graph.GraphEvent.NodeRetired;
import alchemist.domain.graph.GraphEvent.NodesConnected;
import alchemist.domain.graph.GraphEvent.NodesMerged;
import alchemist.domain.graph.PropertyStated;
import alchemist.domain.sources.SourcesEvent.ImportStarted;
import alchemist.graph.read.StatedEdge;
import alchemist.graph.read.StatedNode;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WholeTest {
    private static final Id ANN = Id.of("person", "ann");
    private static final Id BEN = Id.of("person", "ben");
    private static final Id GIT = Id.of("source", "git");
    private static final Id A = Id.of("node", "a");
    private static final Id B = Id.of("node", "b");
    private static final Id C = Id.of("node", "c");
    private static final Id GROUP = Id.of("group", "g");
    private static final Id AB = Id.of("edge", "ab");
    private static final Id BC = Id.of("edge", "bc");

    private final GraphView view = new GraphView(Opener.NONE);
    private final Feed feed = new Feed(view);

    WholeTest() {
        feed.record(new ImportStarted(Id.of("import", "1"), GIT, "git", "/x", "X"));
        feed.record(
                node(A, GIT),
                node(B, GIT),
                node(C, GIT),
                new GroupFormed(
                        GROUP, GIT, Value.text("g"), List.of(), Properties.NONE, Id.NONE, 0),
                edge(AB, A, B),
                edge(BC, B, C));
    }

    private static Event node(Id id, Id source) {
        return new NodeAdded(
                id,
                source,
                Value.text("file"),
                List.of("File"),
                Properties.of("size", Value.integer(1)),
                Id.NONE,
                0);
    }

    private static Event edge(Id id, Id from, Id to) {
        return new NodesConnected(id, GIT, from, to, "imports", Properties.NONE, 0);
    }

    private static List<Id> things(Whole.Part part) {
        List<Id> things = new ArrayList<>();
        part.each(things::add, things::add);
        return things;
    }

    private Whole whole() {
        return view.now().whole();
    }

    @Test
    void listsWhatAPersonStatesOfThingsThatOthersStateToBeThere() {
        assertEquals(List.of(), whole().people());
        feed.record(
                new NodeRenamed(A, ANN, Value.text("mine"), Value.NULL, 0, 0),
                new NodeClassified(A, ANN, "Mine", 0, 0, 0),
                new NodeGrouped(A, ANN, GROUP, false, Id.NONE, false, 0, 0),
                new NodeDescribed(
                        A,
                        ANN,
                        List.of(
                                stated("size", Value.integer(2), false),
                                stated("gone", Value.NULL, true))),
                new EdgeDescribed(AB, ANN, List.of(stated("weight", Value.integer(3), false))));
        assertEquals(List.of(ANN), whole().people());
        Whole.Part part = whole().stated(ANN);
        assertEquals(List.of(A, AB), things(part));
        StatedNode node = part.node(A).orElseThrow();
        assertEquals(Value.text("mine"), node.name());
        assertEquals(List.of("Mine"), node.types());
        assertEquals(GROUP, node.group());
        assertEquals(Properties.of("size", Value.integer(2)), node.properties());
        StatedEdge edge = part.edge(AB).orElseThrow();
        assertEquals(Properties.of("weight", Value.integer(3)), edge.properties());
        assertEquals("imports", edge.type());
        assertTrue(part.node(B).isEmpty());
        assertTrue(part.edge(BC).isEmpty());
        assertTrue(part.node(AB).isEmpty());
        assertTrue(part.edge(A).isEmpty());
    }

    @Test
    void leavesOutWhatAPersonOnlyDenies() {
        feed.record(
                new NodeRenamed(A, ANN, Value.text("mine"), Value.NULL, 0, 0),
                new NodeRetired(A, ANN, 0, 0, 0),
                new NodeDeclassified(B, BEN, "File", true, 0, 0, 0));
        assertEquals(List.of(), things(whole().stated(ANN)));
        assertEquals(List.of(), things(whole().stated(BEN)));
        assertEquals(6, things(whole().stated(GIT)).size());
        assertEquals(new Whole.Size(4, 2), whole().statedSize());
        assertEquals(new Whole.Size(3, 1), whole().shownSize());
        assertEquals(List.of(), things(whole().stated(Id.of("source", "none"))));
    }

    @Test
    void leavesOutAnEdgeWithAnEndThatNobodyStates() {
        Id own = Id.of("node", "own");
        Id lost = Id.of("edge", "lost");
        feed.record(node(own, ANN), edge(lost, A, own));
        assertEquals(3, whole().statedSize().edges());
        feed.record(new NodeRetired(own, ANN, 1, 0, 0));
        assertEquals(2, whole().statedSize().edges());
        assertTrue(whole().stated(GIT).edge(lost).isEmpty());
        assertFalse(things(whole().stated(GIT)).contains(lost));
    }

    @Test
    void showsWhatWinsOfMergedNodesAtOnePosition() {
        long then = feed.log().size();
        feed.record(new NodesMerged(A, C, ANN, 0));
        feed.record(new NodeRenamed(C, ANN, Value.text("shown"), Value.NULL, 0, 0));
        Whole.Part shown = whole().shown();
        assertEquals(List.of(A, B, GROUP, AB, BC), things(shown));
        assertEquals(Value.text("shown"), shown.node(A).orElseThrow().name());
        assertTrue(shown.node(C).isEmpty());
        assertTrue(shown.node(AB).isEmpty());
        assertTrue(shown.edge(A).isEmpty());
        assertEquals(A, shown.edge(BC).orElseThrow().to());
        assertEquals(
                Properties.of("size", Value.integer(1)), shown.node(A).orElseThrow().properties());
        feed.record(new NodeDescribed(B, ANN, List.of(stated("size", Value.NULL, true))));
        assertEquals(Properties.NONE, whole().shown().node(B).orElseThrow().properties());
        Whole.Part past = view.at(At.position(then)).whole().shown();
        assertEquals(List.of(A, B, C, GROUP, AB, BC), things(past));
        assertEquals(C, past.edge(BC).orElseThrow().to());
    }

    @Test
    void whatNobodyNamesHasNoNameAndNoGroup() {
        Id plain = Id.of("node", "plain");
        feed.record(new NodeAdded(plain, ANN, Value.NULL, List.of(), Properties.NONE, Id.NONE, 0));
        for (Whole.Part part : List.of(whole().shown(), whole().stated(ANN))) {
            assertEquals(
                    new StatedNode(plain, false, Value.NULL, List.of(), Properties.NONE, Id.NONE),
                    part.node(plain).orElseThrow());
        }
    }

    @Test
    void namesWhoStates() {
        Graph graph = view.now();
        assertEquals("X", graph.label(GIT));
        assertEquals("file", graph.label(A));
        assertEquals("person " + ANN.toString().substring(0, 6), graph.label(ANN));
        assertEquals("person " + AB.toString().substring(0, 6), graph.label(AB));
        GraphView known = new GraphView(Opener.NONE, new Known(BEN, "you"));
        assertEquals("you", known.now().label(ANN));
        assertEquals("erased person", known.now().label(BEN));
    }

    private static PropertyStated stated(String key, Value value, boolean denied) {
        return new PropertyStated(key, value, denied, Value.NULL, 0, 0);
    }
}
