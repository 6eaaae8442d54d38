package alchemist.domain.workspace;

import static alchemist.domain.workspace.Story.ANN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.GraphCommand.AdoptGraphPolicy;
import alchemist.domain.graph.GraphCommand.DescribeNode;
import alchemist.domain.graph.GraphCommand.RenameNode;
import alchemist.domain.graph.GraphEvent.EdgeWithdrawn;
import alchemist.domain.graph.GraphEvent.NodeAdded;
import alchemist.domain.graph.GraphEvent.NodeRenamed;
import alchemist.domain.graph.GraphEvent.ThingReverted;
import alchemist.domain.graph.NodeStatement;
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
        story.given(ANN, new AdoptGraphPolicy(true, false));
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
}
