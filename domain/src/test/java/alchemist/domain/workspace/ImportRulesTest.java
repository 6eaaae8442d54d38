package alchemist.domain.workspace;

import static alchemist.domain.workspace.Story.ANN;
import static alchemist.domain.workspace.Story.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.GraphCommand.AddNode;
import alchemist.domain.graph.GraphCommand.AdoptGraphPolicy;
import alchemist.domain.graph.GraphCommand.ClassifyNode;
import alchemist.domain.graph.GraphCommand.ConnectNodes;
import alchemist.domain.graph.GraphCommand.DescribeEdge;
import alchemist.domain.graph.GraphCommand.DescribeNode;
import alchemist.domain.graph.GraphCommand.FormGroup;
import alchemist.domain.graph.GraphCommand.GroupNodes;
import alchemist.domain.graph.GraphCommand.RenameNode;
import alchemist.domain.graph.GraphEvent.EdgeDescribed;
import alchemist.domain.graph.GraphEvent.EdgeWithdrawn;
import alchemist.domain.graph.GraphEvent.NodeAdded;
import alchemist.domain.graph.GraphEvent.NodeClassified;
import alchemist.domain.graph.GraphEvent.NodeDeclassified;
import alchemist.domain.graph.GraphEvent.NodeDescribed;
import alchemist.domain.graph.GraphEvent.NodeGrouped;
import alchemist.domain.graph.GraphEvent.NodeRenamed;
import alchemist.domain.graph.GraphEvent.NodeRestored;
import alchemist.domain.graph.GraphEvent.NodeWithdrawn;
import alchemist.domain.graph.GraphEvent.NodesConnected;
import alchemist.domain.graph.GraphEvent.NodesReconnected;
import alchemist.domain.graph.GraphEvent.ThingReverted;
import alchemist.domain.graph.NodeStatement;
import alchemist.domain.graph.PropertyStated;
import alchemist.domain.ontology.OntologyCommand.AcceptType;
import alchemist.domain.ontology.OntologyCommand.ConstrainProperty;
import alchemist.domain.ontology.OntologyEvent.TypeProposed;
import alchemist.domain.sources.SourcesCommand.CancelImport;
import alchemist.domain.sources.SourcesCommand.ContinueReversal;
import alchemist.domain.sources.SourcesCommand.FinishImport;
import alchemist.domain.sources.SourcesCommand.ForgetSource;
import alchemist.domain.sources.SourcesCommand.RevertImport;
import alchemist.domain.sources.SourcesCommand.StartImport;
import alchemist.domain.sources.SourcesCommand.StateBatch;
import alchemist.domain.sources.SourcesCommand.TrustSource;
import alchemist.domain.sources.SourcesDecider;
import alchemist.domain.sources.SourcesEvent.ImportApplied;
import alchemist.domain.sources.SourcesEvent.ImportReverted;
import alchemist.domain.sources.SourcesEvent.ImportStarted;
import alchemist.domain.sources.SourcesEvent.ReversalAdvanced;
import alchemist.domain.sources.SourcesEvent.ReversalStarted;
import alchemist.domain.sources.SourcesEvent.SourceForgotten;
import alchemist.domain.sources.SourcesEvent.SourceTrusted;
import alchemist.domain.sources.SourcesEvent.StatementRefused;
import alchemist.domain.sources.WhenReversalAdvancedThenContinue;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Envelope;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How imports begin, state, end, and are taken back. */
class ImportRulesTest {
    private static final Id SOURCE = Id.of("source", "git");
    private static final Id IMPORT = Id.of("import", "1");
    private static final Id NEXT = Id.of("import", "2");
    private static final Id ONE = Id.of("node", "one");
    private static final Id TWO = Id.of("node", "two");
    private static final Id EDGE = Id.of("edge", "e");
    private static final StartImport START =
            new StartImport(IMPORT, SOURCE, "git", "/repo", "repo");

    private static NodeStatement node(Id id, String name) {
        return new NodeStatement(id, Value.text(name), List.of(), Properties.NONE, Id.NONE, false);
    }

    private static EdgeStatement edge(Id id, Id from, Id to) {
        return new EdgeStatement(id, from, to, "", Properties.NONE);
    }

    private static StateBatch batch(Id importId, NodeStatement... nodes) {
        return new StateBatch(importId, List.of(nodes), List.of(), List.of());
    }

    private static StateBatch edges(Id importId, EdgeStatement... edges) {
        return new StateBatch(importId, List.of(), List.of(edges), List.of());
    }

    @Test
    void anImportIsStartedStatedAndFinished() {
        Story story = new Story();
        story.when(ANN, START)
                .thenAccepted(new ImportStarted(IMPORT, SOURCE, "git", "/repo", "repo"));
        story.given(ANN, START);
        story.when(ANN, START).thenRejected("import-exists");
        story.when(ANN, new StartImport(NEXT, SOURCE, "git", "", ""))
                .thenRejected("import-running");
        story.when(ANN, batch(IMPORT, node(ONE, "one")))
                .thenAccepted(
                        new NodeAdded(
                                ONE,
                                SOURCE,
                                Value.text("one"),
                                List.of(),
                                Properties.NONE,
                                Id.NONE,
                                0));
        story.given(ANN, batch(IMPORT, node(ONE, "one")));
        story.when(ANN, batch(IMPORT, node(ONE, "one"))).thenUnchanged();
        story.when(ANN, new RevertImport(IMPORT)).thenRejected("import-running");
        story.when(ANN, new ForgetSource(SOURCE)).thenRejected("import-running");
        story.when(ANN, new FinishImport(IMPORT)).thenAccepted(new ImportApplied(IMPORT, SOURCE));
        story.given(ANN, new FinishImport(IMPORT));
        story.when(ANN, new FinishImport(IMPORT)).thenUnchanged();
        story.when(ANN, new CancelImport(IMPORT)).thenRejected("import-not-running");
        story.when(ANN, batch(IMPORT, node(TWO, "two"))).thenRejected("import-not-running");
    }

    @Test
    void whatIsUnknownOrMalformedIsRefused() {
        Story story = new Story();
        story.when(ANN, new FinishImport(IMPORT)).thenRejected("import-not-running");
        story.when(ANN, new CancelImport(IMPORT)).thenRejected("import-not-running");
        story.when(ANN, new RevertImport(IMPORT)).thenRejected("import-unknown");
        story.when(ANN, new ForgetSource(SOURCE)).thenRejected("source-unknown");
        story.when(ANN, new ContinueReversal(SOURCE)).thenRejected("source-unknown");
        story.when(ANN, new TrustSource(SOURCE, 1)).thenRejected("source-unknown");
        story.when(ANN, new StartImport(IMPORT, SOURCE, " ", "", "")).thenRejected("malformed");
        story.when(ANN, new StartImport(Id.NONE, SOURCE, "git", "", "")).thenRejected("malformed");
        story.when(ANN, new StartImport(IMPORT, Id.NONE, "git", "", "")).thenRejected("malformed");
        story.when(ANN, new StartImport(IMPORT, SOURCE, "git", "x".repeat(5000), ""))
                .thenRejected("malformed");
    }

    @Test
    void aThingIsStatedOnceInABatchAndAsOneKind() {
        Story story = new Story().given(ANN, START);
        story.when(ANN, batch(IMPORT, node(ONE, "a"), node(ONE, "b"))).thenRejected("malformed");
        story.when(ANN, batch(IMPORT, node(Id.NONE, "a"))).thenRejected("malformed");
        story.given(
                ANN,
                batch(IMPORT, node(ONE, "a"), node(TWO, "b")),
                edges(IMPORT, edge(EDGE, ONE, TWO)));
        story.when(ANN, batch(IMPORT, node(EDGE, "a"))).thenRejected("malformed");
        story.when(ANN, edges(IMPORT, edge(ONE, ONE, TWO))).thenRejected("malformed");
        StateBatch both = new StateBatch(IMPORT, List.of(node(ONE, "a")), List.of(), List.of(ONE));
        story.when(ANN, both).thenRejected("malformed");
    }

    @Test
    void whatBreaksARuleIsLeftOutAndSaid() {
        Story story = new Story().given(ANN, START, batch(IMPORT, node(ONE, "a"), node(TWO, "b")));
        Event unknown =
                story.when(ANN, edges(IMPORT, edge(EDGE, ONE, Id.of("node", "none"))))
                        .accepted()
                        .getFirst();
        assertEquals("end-unknown", ((StatementRefused) unknown).code());
        story.given(ANN, edges(IMPORT, edge(EDGE, ONE, TWO)));
        Event moved = story.when(ANN, edges(IMPORT, edge(EDGE, TWO, ONE))).accepted().getFirst();
        assertEquals("edge-moved", ((StatementRefused) moved).code());
        for (EdgeStatement other :
                List.of(
                        edge(EDGE, ONE, ONE),
                        edge(EDGE, TWO, TWO),
                        new EdgeStatement(EDGE, ONE, TWO, "likes", Properties.NONE))) {
            Event refused = story.when(ANN, edges(IMPORT, other)).accepted().getFirst();
            assertEquals("edge-moved", ((StatementRefused) refused).code());
        }
        story.when(ANN, edges(IMPORT, edge(Id.of("edge", "l"), ONE, ONE)))
                .thenAccepted(
                        new NodesConnected(
                                Id.of("edge", "l"), SOURCE, ONE, ONE, "", Properties.NONE, 0));
        story.given(ANN, new AdoptGraphPolicy(true, false));
        story.when(ANN, edges(IMPORT, edge(EDGE, ONE, TWO))).thenUnchanged();
        Event loop =
                story.when(ANN, edges(IMPORT, edge(Id.of("edge", "l"), ONE, ONE)))
                        .accepted()
                        .getFirst();
        assertEquals("self-loop", ((StatementRefused) loop).code());
        assertEquals(loop.entity(), Id.of("edge", "l"));
    }

    @Test
    void aCorrectionStandsWhenTheSourceSaysSomethingElse() {
        Story story =
                new Story()
                        .given(ANN, START, batch(IMPORT, node(ONE, "a")), new FinishImport(IMPORT))
                        .given(ANN, new RenameNode(ONE, Value.text("corrected")))
                        .given(ANN, new StartImport(NEXT, SOURCE, "git", "", ""));
        story.when(ANN, batch(NEXT, node(ONE, "b")))
                .thenAccepted(new NodeRenamed(ONE, SOURCE, Value.text("b"), Value.text("a"), 2, 0));
        story.given(ANN, batch(NEXT, node(ONE, "b")));
        story.when(ANN, new RenameNode(ONE, Value.text("corrected"))).thenUnchanged();
    }

    @Test
    void nothingIsStatedAnyMoreOfWhatIsWithdrawn() {
        Story story =
                new Story()
                        .given(
                                ANN,
                                START,
                                batch(IMPORT, node(ONE, "a"), node(TWO, "b")),
                                edges(IMPORT, edge(EDGE, ONE, TWO)));
        StateBatch withdrawn =
                new StateBatch(IMPORT, List.of(), List.of(), List.of(EDGE, Id.of("x", "y")));
        story.when(ANN, withdrawn)
                .thenAccepted(new EdgeWithdrawn(EDGE, SOURCE, Properties.NONE, 4));
        story.given(ANN, withdrawn).when(ANN, withdrawn).thenUnchanged();
        story.when(ANN, withdraw(IMPORT, TWO))
                .thenAccepted(
                        new NodeWithdrawn(
                                TWO,
                                SOURCE,
                                Value.NULL,
                                List.of(),
                                Properties.NONE,
                                Id.NONE,
                                false,
                                3));
    }

    @Test
    void revertingRestoresAndASecondTimeChangesNothing() {
        Story story =
                new Story()
                        .given(ANN, START, batch(IMPORT, node(ONE, "a")), new FinishImport(IMPORT));
        story.when(ANN, new RevertImport(IMPORT))
                .thenAccepted(
                        new ReversalStarted(SOURCE, IMPORT, false),
                        new ThingReverted(ONE, SOURCE, 0),
                        new ImportReverted(IMPORT, SOURCE, false));
        story.given(ANN, new RevertImport(IMPORT));
        story.when(ANN, new RevertImport(IMPORT)).thenUnchanged();
        story.when(ANN, new ContinueReversal(SOURCE)).thenUnchanged();
        story.when(ANN, new DescribeNode(ONE, Properties.of("k", Value.integer(1))))
                .thenRejected("node-not-live");
        story.given(ANN, new StartImport(NEXT, SOURCE, "git", "", ""), batch(NEXT, node(ONE, "a")));
        story.when(ANN, new CancelImport(NEXT)).accepted();
        story.given(ANN, new CancelImport(NEXT)).when(ANN, new CancelImport(NEXT)).thenUnchanged();
    }

    @Test
    void aLargeReversalGoesStepByStep() {
        int things = SourcesDecider.STEP * 2 + 10;
        NodeStatement[] many =
                IntStream.range(0, things)
                        .mapToObj(i -> node(Id.of("node", "" + i), "n" + i))
                        .toArray(NodeStatement[]::new);
        Story story = new Story().given(ANN, START, batch(IMPORT, many), new FinishImport(IMPORT));
        List<Event> first = story.when(ANN, new RevertImport(IMPORT)).accepted();
        assertEquals(SourcesDecider.STEP + 2, first.size());
        assertEquals(new ReversalAdvanced(SOURCE), first.getLast());
        story.given(ANN, new RevertImport(IMPORT));
        story.when(ANN, new StartImport(NEXT, SOURCE, "git", "", ""))
                .thenRejected("import-running");
        story.when(ANN, new RevertImport(IMPORT)).thenUnchanged();
        story.given(ANN, new ContinueReversal(SOURCE));
        List<Event> last = story.when(ANN, new ContinueReversal(SOURCE)).accepted();
        assertEquals(11, last.size());
        assertEquals(new ImportReverted(IMPORT, SOURCE, false), last.getLast());
        Story forgetting =
                new Story().given(ANN, START, batch(IMPORT, many), new FinishImport(IMPORT));
        forgetting.given(ANN, new ForgetSource(SOURCE));
        forgetting.when(ANN, new ForgetSource(SOURCE)).thenUnchanged();
        forgetting
                .when(ANN, new StartImport(NEXT, SOURCE, "git", "", ""))
                .thenRejected("import-running");
        forgetting.given(ANN, new ContinueReversal(SOURCE));
        List<Event> end = forgetting.when(ANN, new ContinueReversal(SOURCE)).accepted();
        assertEquals(new SourceForgotten(SOURCE), end.getLast());
        forgetting.given(
                ANN, new ContinueReversal(SOURCE), new StartImport(NEXT, SOURCE, "git", "", ""));
    }

    @Test
    void theReactorContinuesWhatIsNotDone() {
        WhenReversalAdvancedThenContinue reactor = new WhenReversalAdvancedThenContinue();
        assertEquals("when-reversal-advanced-then-continue", reactor.name());
        assertEquals(
                List.of(new ContinueReversal(SOURCE)),
                reactor.react(envelope(new ReversalAdvanced(SOURCE))));
        assertTrue(reactor.react(envelope(new SourceForgotten(SOURCE))).isEmpty());
    }

    private static Envelope envelope(Event event) {
        return new Envelope(
                1,
                1,
                1,
                1,
                1,
                new alchemist.kernel.Submission(CommandEnvelope.of(ANN, ANN), START),
                event);
    }

    @Test
    void trustIsDecidedAndTakenBack() {
        Story story = new Story().given(ANN, START, new FinishImport(IMPORT));
        TrustSource trust = new TrustSource(SOURCE, 80);
        story.when(ANN, new TrustSource(SOURCE, 50)).thenUnchanged();
        story.when(ANN, new TrustSource(SOURCE, 101)).thenRejected("malformed");
        story.when(ANN, trust).thenAccepted(new SourceTrusted(SOURCE, 80, 50));
        story.given(ANN, trust);
        story.whenUndone(ANN, trust).thenAccepted(new SourceTrusted(SOURCE, 50, 80));
        story.given(ANN, new TrustSource(SOURCE, 90));
        story.whenUndone(ANN, trust).thenRejected("touched-since");
        story.whenUndone(ANN, START).thenRejected("not-undoable");
    }

    private static NodeStatement group(Id id, String name) {
        return new NodeStatement(id, Value.text(name), List.of(), Properties.NONE, Id.NONE, true);
    }

    private static StateBatch withdraw(Id importId, Id... things) {
        return new StateBatch(importId, List.of(), List.of(), List.of(things));
    }

    /** As where a folder became a file, or a place is read by another reader. */
    @Test
    void whatWasAGroupIsANodeWhenNothingElseIsStatedOfIt() {
        Story story =
                new Story()
                        .given(ANN, START, batch(IMPORT, group(ONE, "a")), new FinishImport(IMPORT))
                        .given(ANN, new ForgetSource(SOURCE))
                        .given(ANN, new StartImport(NEXT, SOURCE, "git", "", ""))
                        .given(ANN, batch(NEXT, node(ONE, "a")));
        story.given(ANN, batch(NEXT, node(ONE, "b")));
        story.when(ANN, new FormGroup(TWO, Value.text("g"), List.of(ONE), Id.NONE)).accepted();
        story.when(ANN, new GroupNodes(ONE, List.of())).thenRejected("group-not-live");
        story.when(ANN, batch(NEXT, group(ONE, "b"))).thenRejected("malformed");
    }

    @Test
    void whatIsInAGroupBeforeItIsStatedMayTurnOutToBeInANode() {
        NodeStatement within =
                new NodeStatement(TWO, Value.text("b"), List.of(), Properties.NONE, ONE, false);
        Story story = new Story().given(ANN, START, batch(IMPORT, within));
        story.given(ANN, batch(IMPORT, node(ONE, "a")), batch(IMPORT, node(ONE, "c")));
    }

    @Test
    void anIdIsOfAnEdgeForEver() {
        Id three = Id.of("node", "three");
        Story story =
                new Story()
                        .given(
                                ANN,
                                START,
                                batch(IMPORT, node(ONE, "a"), node(TWO, "b"), node(three, "c")),
                                edges(IMPORT, edge(EDGE, ONE, TWO)),
                                withdraw(IMPORT, EDGE, ONE));
        story.when(ANN, batch(IMPORT, node(EDGE, "x"))).thenRejected("malformed");
        story.when(ANN, edges(IMPORT, edge(ONE, TWO, three))).thenRejected("malformed");
        story.when(
                        ANN,
                        batch(
                                IMPORT,
                                new NodeStatement(
                                        Id.of("node", "four"),
                                        Value.text("d"),
                                        List.of(),
                                        Properties.NONE,
                                        EDGE,
                                        false)))
                .thenRejected("malformed");
    }

    @Test
    void anEdgeIsNoEndOfAnEdge() {
        Id second = Id.of("edge", "second");
        Story story = new Story().given(ANN, START, batch(IMPORT, node(ONE, "a"), node(TWO, "b")));
        List<Event> events =
                story.when(
                                ANN,
                                edges(
                                        IMPORT,
                                        edge(EDGE, ONE, TWO),
                                        edge(second, EDGE, TWO),
                                        edge(Id.of("edge", "own"), ONE, Id.of("edge", "own"))))
                        .accepted();
        assertEquals(3, events.size());
        assertEquals("end-unknown", ((StatementRefused) events.get(1)).code());
        assertEquals("end-unknown", ((StatementRefused) events.get(2)).code());
    }

    @Test
    void aPropertyWithoutAValueIsStatedNoSecondTime() {
        Properties nothing = Properties.of("size", Value.NULL);
        NodeStatement statement =
                new NodeStatement(ONE, Value.text("a"), List.of(), nothing, Id.NONE, false);
        Story story = new Story().given(ANN, START, batch(IMPORT, node(ONE, "a")));
        story.when(ANN, batch(IMPORT, statement)).thenUnchanged();
        Story added = new Story().given(ANN, START, batch(IMPORT, statement));
        added.when(ANN, batch(IMPORT, statement)).thenUnchanged();
    }

    /** Logs have such events: imports stated properties without a value again and again. */
    @Test
    void anEventThatTakesBackWhatNobodyStatedChangesNothing() {
        WorkspaceDecider decider = new WorkspaceDecider();
        WorkspaceState state = decider.initial();
        List<Event> events =
                List.of(
                        new NodeAdded(
                                ONE,
                                SOURCE,
                                Value.text("a"),
                                List.of(),
                                Properties.NONE,
                                Id.NONE,
                                0),
                        new NodeDescribed(
                                ONE, SOURCE, List.of(changed("size", Value.NULL, Value.NULL, 0))),
                        new ThingReverted(TWO, Id.of("source", "nobody"), 0),
                        new ThingReverted(TWO, SOURCE, 0));
        for (Event event : events) {
            state = decider.evolve(state, event);
        }
        assertEquals(1, state.things());
        assertEquals(4, state.position());
    }

    /** What a person says between is not written over by what is done again. */
    @Test
    void addingIsNotDoneAgainOverWhatWasSaidSince() {
        AddNode add = new AddNode(ONE, Value.text("mine"), List.of(), Properties.NONE, Id.NONE);
        Story story = new Story().given(ANN, START, add, batch(IMPORT, node(ONE, "a")));
        story.undone(ANN, add).whenRedone(ANN).accepted();
        story.given(ANN, new RenameNode(ONE, Value.text("later")));
        story.whenRedone(ANN).thenRejected("touched-since");
    }

    @Test
    void connectingIsNotDoneAgainOverWhatWasSaidSince() {
        ConnectNodes connect = new ConnectNodes(EDGE, ONE, TWO, "", Properties.NONE);
        Story story =
                new Story()
                        .given(ANN, START, batch(IMPORT, node(ONE, "a"), node(TWO, "b")), connect)
                        .given(ANN, edges(IMPORT, edge(EDGE, ONE, TWO)));
        story.undone(ANN, connect).whenRedone(ANN).accepted();
        story.given(ANN, new DescribeEdge(EDGE, Properties.of("k", Value.integer(1))));
        story.whenRedone(ANN).thenRejected("touched-since");
    }

    private static final Id G = Id.of("group", "g");
    private static final Id H = Id.of("group", "h");

    private static NodeStatement stated(
            Value name, List<String> types, Properties properties, Id group) {
        return new NodeStatement(ONE, name, types, properties, group, false);
    }

    private static Properties two(String one, long first, String other, long second) {
        return Properties.of(one, Value.integer(first), other, Value.integer(second));
    }

    private static PropertyStated changed(String key, Value value, Value previous, long since) {
        return new PropertyStated(key, value, false, previous, since, 0);
    }

    /** ONE is in G, with two types and two properties; what is stated of it counts since 4. */
    private static Story imported() {
        return new Story()
                .given(ANN, START, batch(IMPORT, group(G, "g"), group(H, "h")))
                .given(ANN, batch(IMPORT, FIRST, node(TWO, "b")))
                .given(ANN, edges(IMPORT, edge(EDGE, ONE, TWO)), new FinishImport(IMPORT))
                .given(ANN, new StartImport(NEXT, SOURCE, "git", "", ""));
    }

    private static final NodeStatement FIRST =
            stated(Value.text("a"), List.of("A", "B"), two("size", 1, "width", 2), G);
    private static final NodeStatement SECOND =
            stated(Value.NULL, List.of("B", "C"), two("depth", 3, "size", 4), H);

    @Test
    void whatASourceStatesOtherwiseIsStatedAnewAndWhatIsMissingIsTakenBack() {
        Story story = imported();
        story.when(ANN, batch(NEXT, SECOND))
                .thenAccepted(
                        new NodeRenamed(ONE, SOURCE, Value.NULL, Value.text("a"), 4, 0),
                        new NodeClassified(ONE, SOURCE, "C", 0, 0, 0),
                        new NodeDeclassified(ONE, SOURCE, "A", false, 1, 4, 0),
                        new NodeGrouped(ONE, SOURCE, H, false, G, false, 4, 0),
                        new NodeDescribed(
                                ONE,
                                SOURCE,
                                List.of(
                                        changed("depth", Value.integer(3), Value.NULL, 0),
                                        changed("size", Value.integer(4), Value.integer(1), 4),
                                        changed("width", Value.NULL, Value.integer(2), 4))),
                        new TypeProposed("C", false));
        story.given(ANN, batch(NEXT, SECOND)).when(ANN, batch(NEXT, SECOND)).thenUnchanged();
        NodeStatement named =
                stated(Value.text("n"), List.of("B", "C"), two("depth", 3, "size", 4), Id.NONE);
        story.when(ANN, batch(NEXT, named))
                .thenAccepted(
                        new NodeRenamed(ONE, SOURCE, Value.text("n"), Value.NULL, 0, 0),
                        new NodeGrouped(ONE, SOURCE, Id.NONE, false, H, false, 14, 0));
    }

    @Test
    void whatAForgottenSourceImportedIsTakenBackAlready() {
        Story story =
                new Story()
                        .given(ANN, START, batch(IMPORT, node(ONE, "a")), new FinishImport(IMPORT))
                        .given(ANN, new ForgetSource(SOURCE));
        story.when(ANN, new RevertImport(IMPORT)).thenUnchanged();
    }

    @Test
    void aNodeWithoutANameMayGetOne() {
        NodeStatement nameless = stated(Value.NULL, List.of(), Properties.NONE, Id.NONE);
        Story story = new Story().given(ANN, START, batch(IMPORT, nameless));
        story.when(ANN, batch(IMPORT, nameless)).thenUnchanged();
        story.when(ANN, batch(IMPORT, node(ONE, "n")))
                .thenAccepted(new NodeRenamed(ONE, SOURCE, Value.text("n"), Value.NULL, 0, 0));
    }

    @Test
    void whatASourceStatesOfAnEdgeOtherwiseIsStatedAnew() {
        EdgeStatement sized =
                new EdgeStatement(EDGE, ONE, TWO, "", Properties.of("size", Value.integer(1)));
        Story story = imported();
        story.when(ANN, edges(NEXT, edge(EDGE, ONE, TWO))).thenUnchanged();
        story.when(ANN, edges(NEXT, sized))
                .thenAccepted(
                        new EdgeDescribed(
                                EDGE,
                                SOURCE,
                                List.of(changed("size", Value.integer(1), Value.NULL, 0))));
    }

    /** Stating the same as then changes nothing, and a later statement names when it was made. */
    @Test
    void whatAnImportChangedAndTookBackIsAfterItsReversalAsItWas() {
        Story story =
                imported()
                        .given(ANN, batch(NEXT, SECOND), withdraw(NEXT, TWO, EDGE))
                        .given(ANN, batch(NEXT, node(TWO, "again")), new FinishImport(NEXT))
                        .given(ANN, new RevertImport(NEXT));
        Id third = Id.of("import", "3");
        story.given(ANN, new StartImport(third, SOURCE, "git", "", ""));
        story.when(ANN, batch(third, FIRST, node(TWO, "b"))).thenUnchanged();
        story.when(ANN, edges(third, edge(EDGE, ONE, TWO))).thenUnchanged();
        story.when(ANN, batch(third, node(TWO, "c")))
                .thenAccepted(new NodeRenamed(TWO, SOURCE, Value.text("c"), Value.text("b"), 5, 0));
        story.given(ANN, new CancelImport(third), new RevertImport(IMPORT));
        story.when(ANN, new RenameNode(TWO, Value.text("x"))).thenRejected("node-not-live");
    }

    @Test
    void aReversalOfOneSourceSkipsNothingWhileAnotherIsTakenBack() {
        Id small = Id.of("source", "small");
        Id smallImport = Id.of("import", "small");
        NodeStatement[] many =
                IntStream.range(0, SourcesDecider.STEP + 10)
                        .mapToObj(i -> node(Id.of("node", "" + i), "n"))
                        .toArray(NodeStatement[]::new);
        Story story =
                new Story()
                        .given(ANN, new StartImport(smallImport, small, "git", "", ""))
                        .given(ANN, batch(smallImport, node(ONE, "a")))
                        .given(ANN, new FinishImport(smallImport))
                        .given(ANN, START, batch(IMPORT, many), new FinishImport(IMPORT))
                        .given(ANN, new RevertImport(IMPORT));
        story.when(ANN, new ForgetSource(small))
                .thenAccepted(
                        new ReversalStarted(small, Id.NONE, false),
                        new ThingReverted(ONE, small, 0),
                        new SourceForgotten(small));
        story.given(ANN, new ForgetSource(small));
        assertEquals(11, story.when(ANN, new ContinueReversal(SOURCE)).accepted().size());
    }

    /** Which statement is shown can be told by what a constraint refuses. */
    @Test
    void thePersonThenTheMoreTrustedThenTheLaterSourceIsShown() {
        Id other = Id.of("source", "other");
        Properties text = Properties.of("size", Value.text("large"));
        Story story =
                new Story()
                        .given(ANN, START)
                        .given(ANN, batch(IMPORT, withSize(Value.integer(1))))
                        .given(ANN, new StartImport(NEXT, other, "git", "", ""))
                        .given(ANN, batch(NEXT, withSize(Value.text("large"))))
                        .given(ANN, new AcceptType("T", false))
                        .given(ANN, new ConstrainProperty("T", "size", "integer", true, true));
        ClassifyNode classify = new ClassifyNode(ONE, "T");
        story.when(ANN, classify).thenRejected("constraint-broken");
        story.given(ANN, new TrustSource(SOURCE, 51)).when(ANN, classify).accepted();
        story.given(ANN, new TrustSource(SOURCE, 100), new DescribeNode(ONE, text));
        story.when(ANN, classify).thenRejected("constraint-broken");
        story.given(BOB, new DescribeNode(ONE, Properties.of("size", Value.integer(2))));
        story.when(ANN, classify).accepted();
    }

    private static NodeStatement withSize(Value size) {
        return stated(Value.text("a"), List.of(), Properties.of("size", size), Id.NONE);
    }

    /** Field by field, so that each can be taken back to what it was. */
    @Test
    void whoStillStatesSomethingOfWhatIsGoneAddsItAgain() {
        Story story =
                new Story()
                        .given(ANN, START, batch(IMPORT, group(G, "g"), node(ONE, "a")))
                        .given(ANN, new FinishImport(IMPORT))
                        .given(ANN, new FormGroup(H, Value.text("h"), List.of(), Id.NONE))
                        .given(ANN, new RenameNode(ONE, Value.text("mine")))
                        .given(ANN, new ClassifyNode(ONE, "T"))
                        .given(ANN, new DescribeNode(ONE, two("size", 1, "width", 2)))
                        .given(ANN, new ForgetSource(SOURCE));
        AddNode add =
                new AddNode(ONE, Value.text("n"), List.of("T", "U"), two("size", 3, "width", 2), H);
        story.when(ANN, add)
                .thenAccepted(
                        new NodeRestored(ONE, ANN, true, 0, 0, 0),
                        new NodeRenamed(ONE, ANN, Value.text("n"), Value.text("mine"), 6, 0),
                        new NodeClassified(ONE, ANN, "U", 0, 0, 0),
                        new NodeDescribed(
                                ONE,
                                ANN,
                                List.of(changed("size", Value.integer(3), Value.integer(1), 9))),
                        new NodeGrouped(ONE, ANN, H, false, Id.NONE, false, 0, 0),
                        new TypeProposed("U", false));
        story.when(ANN, new AddNode(ONE, Value.text("mine"), List.of(), Properties.NONE, Id.NONE))
                .thenAccepted(new NodeRestored(ONE, ANN, true, 0, 0, 0));
        story.when(BOB, new AddNode(ONE, Value.text("x"), List.of(), Properties.NONE, Id.NONE))
                .thenAccepted(
                        new NodeAdded(
                                ONE, BOB, Value.text("x"), List.of(), Properties.NONE, Id.NONE, 0));
    }

    @Test
    void whoAddsAgainWhatTheyOnlyDescribedNamesIt() {
        Story story =
                new Story()
                        .given(ANN, START, batch(IMPORT, node(ONE, "a")), new FinishImport(IMPORT))
                        .given(ANN, new DescribeNode(ONE, Properties.of("k", Value.integer(1))))
                        .given(ANN, new ForgetSource(SOURCE));
        story.when(ANN, add(ONE))
                .thenAccepted(
                        new NodeRestored(ONE, ANN, true, 0, 0, 0),
                        new NodeRenamed(ONE, ANN, Value.text("n"), Value.NULL, 0, 0));
    }

    @Test
    void whoStillStatesSomethingOfAnEdgeThatIsGoneConnectsItAgain() {
        Properties size = Properties.of("size", Value.integer(1));
        Story story =
                new Story()
                        .given(ANN, add(ONE), add(TWO), START)
                        .given(ANN, edges(IMPORT, edge(EDGE, ONE, TWO)), new FinishImport(IMPORT))
                        .given(ANN, new DescribeEdge(EDGE, size), new ForgetSource(SOURCE));
        story.when(ANN, new ConnectNodes(EDGE, TWO, ONE, "", size)).thenRejected("edge-exists");
        story.when(ANN, new ConnectNodes(EDGE, ONE, TWO, "", size))
                .thenAccepted(new NodesReconnected(EDGE, ANN, true, 0, 0, 0));
        story.when(
                        ANN,
                        new ConnectNodes(
                                EDGE, ONE, TWO, "", Properties.of("size", Value.integer(2))))
                .thenAccepted(
                        new NodesReconnected(EDGE, ANN, true, 0, 0, 0),
                        new EdgeDescribed(
                                EDGE,
                                ANN,
                                List.of(changed("size", Value.integer(2), Value.integer(1), 6))));
        story.when(BOB, new ConnectNodes(EDGE, ONE, TWO, "", Properties.NONE))
                .thenAccepted(new NodesConnected(EDGE, BOB, ONE, TWO, "", Properties.NONE, 0));
    }

    private static AddNode add(Id node) {
        return new AddNode(node, Value.text("n"), List.of(), Properties.NONE, Id.NONE);
    }
}
