package alchemist.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.GraphEvent.EdgeWithdrawn;
import alchemist.domain.graph.GraphEvent.NodeAdded;
import alchemist.domain.graph.GraphEvent.NodeRenamed;
import alchemist.domain.graph.GraphEvent.NodeWithdrawn;
import alchemist.domain.graph.GraphEvent.NodesConnected;
import alchemist.domain.graph.GraphEvent.NodesMerged;
import alchemist.domain.graph.GraphEvent.NodesUnmerged;
import alchemist.domain.graph.GraphEvent.ThingReverted;
import alchemist.domain.sources.SourcesEvent.ImportApplied;
import alchemist.domain.sources.SourcesEvent.ImportStarted;
import alchemist.graph.check.Edges;
import alchemist.graph.check.Rule;
import alchemist.graph.check.Selection;
import alchemist.graph.check.Verdict;
import alchemist.graph.read.Change;
import alchemist.graph.read.Comparison;
import alchemist.graph.read.Direction;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.collection.Lookahead;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GraphViewTest {
    private static final Id ANN = Id.of("person", "ann");
    private static final Id GIT = Id.of("source", "git");
    private static final Id A = Id.of("node", "a");
    private static final Id B = Id.of("node", "b");
    private static final Id EDGE = Id.of("edge", "ab");

    private final GraphView view = new GraphView(Opener.NONE);
    private final Feed feed = new Feed(view);

    @Test
    void showsWhatASourceStates() {
        feed.record(new ImportStarted(Id.of("import", "1"), GIT, "git", "/x", "X"));
        feed.record(
                node(A, GIT, "Main.java"),
                node(B, GIT, "Other.java"),
                new NodesConnected(EDGE, GIT, A, B, "imports", Properties.NONE, 0));
        feed.record(new ImportApplied(Id.of("import", "1"), GIT));
        Graph graph = view.now();
        assertEquals(5, graph.position());
        assertEquals("Main.java", graph.node(A).orElseThrow().name().text());
        assertEquals(List.of("File"), graph.node(A).orElseThrow().types());
        assertEquals(1, graph.neighbors(A, null, Direction.OUT, 10, "").total());
        assertEquals(0, graph.neighbors(A, null, Direction.IN, 10, "").total());
        assertEquals(1, graph.neighbors(B, "imports", Direction.BOTH, 10, "").total());
        assertEquals(List.of(4L, 2L), graph.history(A, 10, "").items());
        assertEquals(A, graph.nodes("", "main", 10, "").items().getFirst().id());
        assertEquals(2, graph.nodes("File", "", 10, "").items().size());
        assertEquals(2, graph.statistics().nodes());
        assertEquals(1, graph.statistics().edges());
        assertEquals("applied", graph.sources().getFirst().imports().getFirst().state());
        assertEquals("X", graph.sources().getFirst().label());
        assertFalse(view.at(At.position(0)).node(A).isPresent());
    }

    @Test
    void looksAheadInALargeGraphAndChangesNothing() {
        for (int i = 0; i < 20_000; i++) {
            feed.record(node(Id.of("node", Integer.toString(i)), ANN, "node " + i));
        }
        Output before = new Output(1 << 20);
        view.save(before);
        Lookahead ahead = new Lookahead();
        ahead.accept(Id.of("node", "7"));
        ahead.accept(Id.of("node", "not there"));
        view.lookAhead(ahead);
        // Existence, name and a type are gone along to the end.
        assertEquals(Lookahead.NONE, ahead.at(0));
        assertEquals(Lookahead.NONE, ahead.at(1));
        Output after = new Output(1 << 20);
        view.save(after);
        assertArrayEquals(before.toBytes(), after.toBytes());
    }

    @Test
    void showsAPersonsWordBeforeASourcesAndBothAsADisagreement() {
        feed.record(new ImportStarted(Id.of("import", "1"), GIT, "git", "/x", "X"));
        feed.record(node(A, GIT, "wrong"));
        feed.record(new NodeRenamed(A, ANN, Value.text("right"), Value.NULL, 0, 0));
        feed.record(new NodeRenamed(A, GIT, Value.text("wronger"), Value.NULL, 0, 0));
        assertEquals("right", view.now().node(A).orElseThrow().name().text());
        assertEquals("wrong", view.at(At.position(2)).node(A).orElseThrow().name().text());
        assertEquals(1, view.now().disagreements(10, "").items().size());
        assertEquals(1, view.now().statistics().disagreements());
    }

    @Test
    void holdsRulesAgainstWhatIsShownAtAMoment() {
        feed.record(new ImportStarted(Id.of("import", "1"), GIT, "git", "/x", "X"));
        feed.record(
                node(A, GIT, "Main.java"),
                node(B, GIT, "Other.java"),
                new NodesConnected(EDGE, GIT, A, B, "imports", Properties.NONE, 0));
        long then =
                feed.record(new NodeRenamed(A, ANN, Value.text("Start.java"), Value.NULL, 0, 0));
        feed.record(new EdgeWithdrawn(EDGE, GIT, Properties.NONE, 0));
        Rule none = new Rule.Forbidden("none", Selection.ALL, Edges.ALL, Selection.ALL, false);
        Verdict before = view.at(At.position(then)).check(List.of(none), 9).getFirst();
        assertEquals(
                "File Start.java imports File Other.java", before.findings().getFirst().what());
        assertEquals(EDGE, before.findings().getFirst().steps().getFirst().edge());
        assertTrue(view.now().check(List.of(none), 9).getFirst().holds());
    }

    @Test
    void tellsWhatDiffersBetweenTwoPositions() {
        feed.record(new ImportStarted(Id.of("import", "1"), GIT, "git", "/x", "X"));
        long then = feed.record(node(A, GIT, "a"), node(B, GIT, "b"));
        feed.record(new NodeRenamed(A, ANN, Value.text("alpha"), Value.NULL, 0, 0));
        feed.record(new NodesConnected(EDGE, GIT, A, B, "imports", Properties.NONE, 0));
        feed.record(new NodeRenamed(B, ANN, Value.text("b"), Value.NULL, 0, 0));
        Comparison forward = view.now().since(view.at(At.position(then)), 10, Set.of());
        assertEquals(List.of(3L, 6L), List.of(forward.from(), forward.to()));
        assertEquals(
                List.of("changed File 1", "added imports 1"),
                forward.totals().stream()
                        .map(t -> t.kind().text() + " " + t.type() + " " + t.count())
                        .toList());
        Change renamed = forward.changes().getFirst();
        assertEquals("alpha", renamed.name().text());
        assertEquals(
                List.of(new Change.Field("name", "", Value.text("a"), Value.text("alpha"))),
                renamed.fields());
        Change edge = forward.changes().getLast();
        assertEquals("alpha", java.util.Objects.requireNonNull(edge.from()).name().text());
        Comparison back = view.at(At.position(then)).since(view.now(), 1, Set.of());
        assertEquals(Change.Kind.REMOVED, back.totals().getLast().kind());
        assertEquals(1, back.changes().size());
    }

    @Test
    void theLittleThatIsGoneIsToldAmongMuchThatIsNew() {
        long then = feed.record(node(A, GIT, "a"));
        feed.record(
                new NodeWithdrawn(
                        A, GIT, Value.NULL, List.of(), Properties.NONE, Id.NONE, false, 0));
        for (int i = 0; i < 30; i++) {
            feed.record(node(Id.of("node", "new " + i), GIT, "new " + i));
        }
        Comparison cut = view.now().since(view.at(At.position(then)), 10, Set.of());
        assertEquals(10, cut.changes().size());
        assertEquals(
                1, cut.changes().stream().filter(c -> c.kind() == Change.Kind.REMOVED).count());
    }

    @Test
    void tellsWhatDiffersBetweenTwoTimesInTheWorld() {
        feed.in(1000).record(node(A, GIT, "a"));
        feed.in(2000).record(node(B, GIT, "b"));
        Comparison years =
                view.at(At.effective(2000)).since(view.at(At.effective(1500)), 10, Set.of());
        assertEquals(List.of("b"), years.changes().stream().map(c -> c.name().text()).toList());
    }

    @Test
    void ofTwoTimesInTheWorldTellsOnlyWhatIsStatedOtherwise() {
        feed.in(1000).record(node(A, GIT, "a"), node(B, GIT, "b"));
        feed.in(2000).record(new NodeRenamed(A, GIT, Value.text("alpha"), Value.NULL, 0, 0));
        feed.in(2000).record(new NodesConnected(EDGE, GIT, A, B, "imports", Properties.NONE, 0));
        Comparison both = between(1500, 2500, 10);
        assertEquals(
                List.of("changed File 1", "added imports 1"),
                both.totals().stream()
                        .map(t -> t.kind().text() + " " + t.type() + " " + t.count())
                        .toList());
        assertEquals(
                List.of(new Change.Field("name", "", Value.text("a"), Value.text("alpha"))),
                both.changes().getFirst().fields());
        assertEquals(0, between(2100, 2500, 10).totals().size());
        Comparison nodesAlone = between(1500, 2500, 1);
        assertEquals(List.of(false), nodesAlone.changes().stream().map(Change::isEdge).toList());
        assertEquals(2, nodesAlone.totals().size(), "edges are counted where they are not told");
    }

    private Comparison between(long before, long after, int limit) {
        return view.at(At.effective(after)).since(view.at(At.effective(before)), limit, Set.of());
    }

    @Test
    void travelsInTheWorldsTime() {
        feed.in(1000).record(node(A, GIT, "old"));
        feed.in(2000).record(new NodeRenamed(A, GIT, Value.text("new"), Value.NULL, 0, 0));
        feed.in(3000)
                .record(
                        new NodeWithdrawn(
                                A, GIT, Value.NULL, List.of(), Properties.NONE, Id.NONE, false, 0));
        assertFalse(view.at(At.effective(999)).node(A).isPresent());
        assertEquals("old", view.at(At.effective(1999)).node(A).orElseThrow().name().text());
        assertEquals("new", view.at(At.effective(2000)).node(A).orElseThrow().name().text());
        assertFalse(view.at(At.effective(3000)).node(A).isPresent());
        assertEquals("old", view.at(At.position(1)).node(A).orElseThrow().name().text());
    }

    @Test
    void takesBackAsIfItHadNeverBeen() {
        feed.in(1000).record(node(A, GIT, "old"));
        feed.in(2000)
                .record(
                        new NodeRenamed(A, GIT, Value.text("bad"), Value.NULL, 0, 0),
                        node(B, GIT, "b"));
        feed.in(3000).record(new ThingReverted(A, GIT, 1), new ThingReverted(B, GIT, 1));
        assertEquals("old", view.now().node(A).orElseThrow().name().text());
        assertEquals("old", view.at(At.effective(2500)).node(A).orElseThrow().name().text());
        assertEquals("bad", view.at(At.position(3)).node(A).orElseThrow().name().text());
        assertFalse(view.at(At.effective(2500)).node(B).isPresent());
        assertTrue(view.at(At.position(3)).node(B).isPresent());
        assertEquals(1, view.now().node(A).orElseThrow().nameStatements().getFirst().position());
    }

    @Test
    void showsAMergedNodeAsItsSurvivorAndTakesItApart() {
        Id c = Id.of("node", "c");
        feed.record(
                node(A, GIT, "a"),
                node(B, GIT, "b"),
                node(c, GIT, "c"),
                new NodesConnected(EDGE, GIT, B, c, "knows", Properties.NONE, 0));
        feed.record(new NodesMerged(A, B, ANN, 0));
        assertEquals(A, view.now().node(B).orElseThrow().id());
        assertEquals(List.of(B), view.now().node(A).orElseThrow().mergedFrom());
        assertEquals(
                c,
                view.now().neighbors(A, null, Direction.OUT, 9, "").items().getFirst().node().id());
        assertEquals(2, view.now().statistics().nodes());
        feed.record(new NodesUnmerged(A, B, ANN, 0));
        assertEquals(B, view.now().node(B).orElseThrow().id());
        assertEquals(0, view.now().neighbors(A, null, Direction.OUT, 9, "").total());
        assertEquals(A, view.at(At.position(5)).node(B).orElseThrow().id());
        assertEquals(List.of(6L, 5L, 1L), view.now().history(A, 9, "").items());
    }

    @Test
    void whatIsNoNodeOrNotThereIsNotShownAsOne() {
        feed.record(
                node(A, GIT, "a"),
                node(B, GIT, "b"),
                new NodesConnected(EDGE, GIT, A, B, "knows", Properties.NONE, 0));
        Graph graph = view.now();
        for (Id id : List.of(EDGE, Id.of("node", "c"))) {
            assertFalse(graph.node(id).isPresent());
            assertFalse(graph.summary(id).isPresent());
            assertEquals(0, graph.neighbors(id, null, Direction.BOTH, 9, "").total());
        }
        assertFalse(graph.edge(A).isPresent());
    }

    @Test
    void takesMoreMemoryTheMoreThereIsAndTheSameWhenItIsReadBack() {
        long empty = view.bytes();
        for (int i = 0; i < 2_000; i++) {
            feed.record(node(Id.of("node", "" + i), GIT, "node " + i));
        }
        assertTrue(view.bytes() > empty + 2_000 * 100, view.bytes() + " after " + empty);
        Output out = new Output(1 << 20);
        view.save(out);
        GraphView loaded = new GraphView(Opener.NONE);
        loaded.load(new Input(out.toBytes()));
        loaded.publish(view.position());
        assertEquals(view.bytes(), loaded.bytes());
    }

    @Test
    void hidesAnEdgeThatIsWithdrawn() {
        feed.record(
                node(A, GIT, "a"),
                node(B, GIT, "b"),
                new NodesConnected(EDGE, GIT, A, B, "knows", Properties.NONE, 0));
        feed.record(new EdgeWithdrawn(EDGE, GIT, Properties.NONE, 0));
        assertFalse(view.now().edge(EDGE).isPresent());
        assertTrue(view.at(At.position(3)).edge(EDGE).isPresent());
    }

    private static Event node(Id id, Id source, String name) {
        return new NodeAdded(
                id, source, Value.text(name), List.of("File"), Properties.NONE, Id.NONE, 0);
    }
}
