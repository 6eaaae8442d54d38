package alchemist.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.sources.SourcesEvent.ImportApplied;
import alchemist.domain.sources.SourcesEvent.ImportReverted;
import alchemist.domain.sources.SourcesEvent.ImportStarted;
import alchemist.domain.sources.SourcesEvent.ReversalAdvanced;
import alchemist.domain.sources.SourcesEvent.ReversalStarted;
import alchemist.domain.sources.SourcesEvent.SourceForgotten;
import alchemist.domain.sources.SourcesEvent.SourceTrusted;
import alchemist.domain.sources.SourcesEvent.StatementRefused;
import alchemist.graph.read.ImportRead;
import alchemist.graph.read.SourceRead;
import alchemist.kernel.Id;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The readings of sources: what became of each, and what each source states. */
class ImportsTest {
    private static final Id CODE = Id.of("source", "code");
    private static final Id FIRST = Id.of("import", "first");
    private static final Id SECOND = Id.of("import", "second");

    private final GraphView view = new GraphView(Opener.NONE);
    private final Feed feed = new Feed(view);

    @Test
    void anImportRunsUntilItIsAppliedAndTellsWhatItAdded() {
        long started = feed.record(new ImportStarted(FIRST, Events.GIT, "git", "/x", "X"));
        long startedAt = feed.clock();
        feed.record(
                Events.node(Events.GIT, "a"),
                Events.group(Events.GIT, "g"),
                Events.edge(Events.GIT, "a", "holds", "a"),
                new StatementRefused(FIRST, Events.id("b"), "kind", "it is no number"),
                new StatementRefused(SECOND, Events.id("b"), "kind", "of no import"));
        assertEquals(
                new ImportRead(
                        FIRST,
                        Events.GIT,
                        "git",
                        "/x",
                        "X",
                        "running",
                        started,
                        startedAt,
                        0,
                        2,
                        1,
                        1),
                view.now().importOf(FIRST).orElseThrow());
        feed.record(new ImportApplied(FIRST, Events.GIT), new ImportApplied(SECOND, Events.GIT));
        ImportRead applied = view.now().importOf(FIRST).orElseThrow();
        assertEquals("applied", applied.state());
        assertEquals(feed.clock(), applied.endedAt());
        assertTrue(view.now().importOf(SECOND).isEmpty());
    }

    @Test
    void anImportThatIsTakenBackIsRevertedInTheEnd() {
        feed.record(new ImportStarted(FIRST, Events.GIT, "git", "/x", "X"));
        long applied = feed.record(new ImportApplied(FIRST, Events.GIT));
        feed.record(new ReversalStarted(Events.GIT, FIRST, false));
        long reverting = feed.record(new ReversalAdvanced(Events.GIT));
        feed.record(new ImportReverted(FIRST, Events.GIT, false));
        assertEquals("applied", state(view.at(At.position(applied)), FIRST));
        assertEquals("reverting", state(view.at(At.position(reverting)), FIRST));
        assertEquals(0, view.at(At.position(reverting)).importOf(FIRST).orElseThrow().endedAt());
        assertEquals("reverted", state(view.now(), FIRST));
        assertEquals(feed.clock(), view.now().importOf(FIRST).orElseThrow().endedAt());
    }

    @Test
    void anImportThatIsStoppedIsCancelled() {
        feed.record(new ImportStarted(FIRST, Events.GIT, "git", "/x", "X"));
        feed.record(new ReversalStarted(Events.GIT, FIRST, true));
        feed.record(new ImportReverted(FIRST, Events.GIT, true));
        assertEquals("cancelled", state(view.now(), FIRST));
    }

    @Test
    void importsComeInTheOrderInWhichTheyBeganAsFarAsTheyHad() {
        long one = feed.record(new ImportStarted(FIRST, Events.GIT, "git", "/x", "X"));
        feed.record(new ImportStarted(SECOND, CODE, "code", "/x", "X"));
        assertEquals(
                List.of(FIRST, SECOND), view.now().imports().stream().map(ImportRead::id).toList());
        Graph then = view.at(At.position(one));
        assertEquals(List.of(FIRST), then.imports().stream().map(ImportRead::id).toList());
        assertTrue(then.importOf(SECOND).isEmpty(), "it had not begun");
    }

    @Test
    void aSourceIsCalledAsItsLastImportSaidAndCountsWhatItStates() {
        long one = feed.record(new ImportStarted(FIRST, Events.GIT, "git", "/x", "X"));
        feed.record(Events.node(Events.GIT, "a"), Events.node(Events.GIT, "b"));
        feed.record(Events.edge(Events.GIT, "a", "holds", "b"), Events.node(CODE, "a"));
        feed.record(new SourceTrusted(Events.GIT, 80, 50));
        feed.record(new ImportStarted(SECOND, Events.GIT, "git", "/y", ""));
        feed.record(Events.withdrawn(Events.GIT, "b"));
        SourceRead source = view.now().sources().getFirst();
        assertEquals(1, view.now().sources().size(), "who was never read is no import source");
        assertEquals("/y", source.label(), "where it is, as it was given no name");
        assertEquals("/y", source.location());
        assertEquals(80, source.trust());
        assertEquals(List.of(1, 1), List.of(source.nodes(), source.edges()));
        assertEquals(
                List.of(FIRST, SECOND), source.imports().stream().map(ImportRead::id).toList());
        SourceRead then = view.at(At.position(one)).sources().getFirst();
        assertEquals(List.of("X", "/x"), List.of(then.label(), then.location()));
        assertEquals(50, then.trust());
        assertEquals(List.of(0, 0), List.of(then.nodes(), then.edges()));
    }

    @Test
    void aSourceIsForgottenUntilItIsReadAgain() {
        feed.record(new ImportStarted(FIRST, Events.GIT, "git", "/x", "X"));
        feed.record(
                new ImportApplied(FIRST, Events.GIT),
                new ImportStarted(Id.of("import", "other"), CODE, "code", "/x", "X"),
                new ImportApplied(Id.of("import", "other"), CODE));
        long before = feed.log().size();
        long gone = feed.record(new SourceForgotten(Events.GIT));
        assertFalse(view.at(At.position(before)).sources().getFirst().forgotten());
        assertEquals("applied", state(view.at(At.position(before)), FIRST));
        assertTrue(view.now().sources().getFirst().forgotten());
        assertFalse(view.now().sources().getLast().forgotten());
        assertEquals("reverted", state(view.now(), FIRST));
        assertEquals("applied", state(view.now(), Id.of("import", "other")));
        feed.record(new ImportStarted(SECOND, Events.GIT, "git", "/x", "X"));
        assertFalse(view.now().sources().getFirst().forgotten());
        assertTrue(view.at(At.position(gone)).sources().getFirst().forgotten());
        assertEquals("running", state(view.now(), SECOND));
    }

    @Test
    void aCheckpointKeepsWhatBecameOfEachAndCountsOn() {
        feed.record(new ImportStarted(FIRST, Events.GIT, "git", "/x", "X"));
        feed.record(new ImportApplied(FIRST, Events.GIT));
        feed.record(new SourceForgotten(Events.GIT));
        feed.record(new ImportStarted(SECOND, CODE, "code", "/y", "Y"), Events.node(CODE, "a"));
        Output out = new Output(64);
        view.save(out);
        GraphView loaded = new GraphView(Opener.NONE);
        loaded.load(new Input(out.toBytes()));
        loaded.publish(view.position());
        assertEquals(view.now().sources(), loaded.now().sources());
        assertTrue(loaded.now().sources().getFirst().forgotten());
        assertEquals(1, loaded.now().importOf(SECOND).orElseThrow().nodes());
        assertEquals("graph", loaded.name(), "what checkpoints are called by");
    }

    private static String state(Graph graph, Id id) {
        return graph.importOf(id).orElseThrow().state();
    }
}
