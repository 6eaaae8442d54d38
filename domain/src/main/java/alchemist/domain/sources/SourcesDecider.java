package alchemist.domain.sources;

import static alchemist.kernel.Decision.accept;
import static alchemist.kernel.Decision.reject;
import static alchemist.kernel.Decision.unchanged;

import alchemist.domain.graph.GraphState;
import alchemist.domain.graph.ImportBatch;
import alchemist.domain.graph.Reversal;
import alchemist.domain.sources.SourcesCommand.CancelImport;
import alchemist.domain.sources.SourcesCommand.ContinueReversal;
import alchemist.domain.sources.SourcesCommand.FinishImport;
import alchemist.domain.sources.SourcesCommand.ForgetSource;
import alchemist.domain.sources.SourcesCommand.RevertImport;
import alchemist.domain.sources.SourcesCommand.StartImport;
import alchemist.domain.sources.SourcesCommand.StateBatch;
import alchemist.domain.sources.SourcesCommand.TrustSource;
import alchemist.domain.sources.SourcesEvent.ImportApplied;
import alchemist.domain.sources.SourcesEvent.ImportReverted;
import alchemist.domain.sources.SourcesEvent.ImportStarted;
import alchemist.domain.sources.SourcesEvent.ReversalAdvanced;
import alchemist.domain.sources.SourcesEvent.ReversalStarted;
import alchemist.domain.sources.SourcesEvent.SourceForgotten;
import alchemist.domain.sources.SourcesEvent.SourceTrusted;
import alchemist.domain.sources.SourcesEvent.StatementRefused;
import alchemist.domain.sources.SourcesState.Import;
import alchemist.domain.sources.SourcesState.Origin;
import alchemist.domain.sources.SourcesState.Phase;
import alchemist.kernel.Decision;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.Whitespace;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of imports: one at a time a source, in batches; applied, or taken back exactly. A
 * reversal goes step by step, each a command of bounded size, until nothing is left.
 */
public final class SourcesDecider {
    /** How many things one step of a reversal takes back. */
    public static final int STEP = 2_000;

    private static final int MAX_TRUST = 100;
    private static final int MAX_TEXT_LENGTH = 4_096;

    private SourcesDecider() {}

    /**
     * Decides what is asked of the sources; batches and reversals also yield events of the graph.
     */
    public static Decision<? extends Event> decide(
            SourcesCommand command, SourcesState state, GraphState graph) {
        return switch (command) {
            case StartImport c -> start(c, state);
            case StateBatch c -> stateBatch(c, state, graph);
            case FinishImport c -> finish(c, state);
            case CancelImport c -> cancel(c, state, graph);
            case RevertImport c -> revert(c, state, graph);
            case ForgetSource c -> forget(c, state, graph);
            case ContinueReversal c -> goOn(c, state, graph);
            case TrustSource c -> trust(c, state);
        };
    }

    /** Folds an event at a position. */
    public static void fold(
            SourcesState state, SourcesEvent event, GraphState graph, long position) {
        switch (event) {
            case ImportStarted e -> state.start(e.importId(), e.source(), position - 1);
            case ImportApplied e -> phase(state, e.importId(), Phase.APPLIED);
            case StatementRefused _, ReversalAdvanced _ -> {}
            case ReversalStarted e -> {
                graph.restartReversal();
                if (e.importId().isNone()) {
                    forgetting(state, e.source(), true);
                } else {
                    phase(state, e.importId(), Phase.REVERSING);
                    cancelled(state, e);
                }
            }
            case ImportReverted e -> {
                graph.restartReversal();
                phase(state, e.importId(), Phase.TAKEN_BACK);
            }
            case SourceForgotten e -> {
                graph.restartReversal();
                forgetting(state, e.source(), false);
                Origin origin = state.origin(e.source());
                if (origin != null) {
                    origin.imports.forEach(each -> state.enter(each, Phase.TAKEN_BACK));
                }
            }
            case SourceTrusted e -> state.trust(e.source(), (int) e.trust());
        }
    }

    private static Decision<ImportStarted> start(StartImport c, SourcesState state) {
        if (c.importId().isNone() || c.source().isNone()) {
            return reject("malformed", "an import and its source have ids that are not zero");
        }
        if (Whitespace.isBlank(c.reader())) {
            return reject("malformed", "an import names its reader");
        }
        if (Math.max(c.location().length(), Math.max(c.reader().length(), c.label().length()))
                > MAX_TEXT_LENGTH) {
            return reject(
                    "malformed",
                    "reader, location and label have at most " + MAX_TEXT_LENGTH + " characters");
        }
        if (state.find(c.importId()) != null) {
            return reject(
                    "import-exists",
                    "an import with this id began already; give each an id of its own");
        }
        Origin origin = state.origin(c.source());
        if (origin != null && (origin.running() != null || origin.forgetting)) {
            return reject(
                    "import-running",
                    "another import of this source is going on; wait for it or cancel it");
        }
        return accept(
                new ImportStarted(c.importId(), c.source(), c.reader(), c.location(), c.label()));
    }

    private static Decision<Event> stateBatch(StateBatch c, SourcesState state, GraphState graph) {
        Import running = state.find(c.importId());
        if (running == null || running.phase() != Phase.RUNNING) {
            return notRunning();
        }
        ImportBatch batch =
                ImportBatch.of(running.source, c.nodes(), c.edges(), c.withdrawn(), graph);
        if (!batch.flaw().isEmpty()) {
            return reject("malformed", batch.flaw());
        }
        List<Event> events = new ArrayList<>(batch.events());
        for (ImportBatch.Refusal refusal : batch.refusals()) {
            events.add(
                    new StatementRefused(
                            c.importId(), refusal.thing(), refusal.code(), refusal.reason()));
        }
        return accept(events);
    }

    private static Decision<ImportApplied> finish(FinishImport c, SourcesState state) {
        Import running = state.find(c.importId());
        if (running != null && running.phase() == Phase.APPLIED) {
            return unchanged();
        }
        return running == null || running.phase() != Phase.RUNNING
                ? notRunning()
                : accept(new ImportApplied(c.importId(), running.source));
    }

    private static Decision<Event> cancel(CancelImport c, SourcesState state, GraphState graph) {
        Import running = state.find(c.importId());
        if (running != null && running.cancelled) {
            return unchanged();
        }
        if (running == null || running.phase() != Phase.RUNNING) {
            return notRunning();
        }
        return reversal(running, true, graph);
    }

    private static Decision<Event> revert(RevertImport c, SourcesState state, GraphState graph) {
        Import applied = state.find(c.importId());
        if (applied == null) {
            return reject("import-unknown", "there is no such import");
        }
        if (applied.phase() == Phase.TAKEN_BACK || applied.phase() == Phase.REVERSING) {
            return unchanged();
        }
        if (applied.phase() == Phase.RUNNING) {
            return reject("import-running", "the import is going on; cancel it");
        }
        Origin origin = state.origin(applied.source);
        if (origin == null || origin.running() != null || origin.forgetting) {
            return reject(
                    "import-running",
                    "another import of the source is going on; wait for it or cancel it");
        }
        if (!applied.equals(origin.latest())) {
            return reject(
                    "later-import-stands",
                    "a later import of the same source stands; revert that one first");
        }
        return reversal(applied, false, graph);
    }

    private static Decision<Event> forget(ForgetSource c, SourcesState state, GraphState graph) {
        Origin origin = state.origin(c.source());
        if (origin == null || origin.imports.isEmpty()) {
            return reject("source-unknown", "there is no such source");
        }
        if (origin.forgetting) {
            return unchanged();
        }
        if (origin.running() != null) {
            return reject(
                    "import-running",
                    "an import of the source is going on; wait for it or cancel it");
        }
        List<Event> events = new ArrayList<>();
        events.add(new ReversalStarted(c.source(), Id.NONE, false));
        forgetStep(c.source(), graph, events);
        return accept(events);
    }

    private static Decision<Event> reversal(Import taken, boolean cancelled, GraphState graph) {
        List<Event> events = new ArrayList<>();
        events.add(new ReversalStarted(taken.source, taken.id, cancelled));
        revertStep(taken, cancelled, graph, events);
        return accept(events);
    }

    private static Decision<Event> goOn(ContinueReversal c, SourcesState state, GraphState graph) {
        Origin origin = state.origin(c.source());
        if (origin == null) {
            return reject("source-unknown", "there is no such source");
        }
        List<Event> events = new ArrayList<>();
        Import taken = origin.running();
        if (origin.forgetting) {
            forgetStep(c.source(), graph, events);
        } else if (taken != null && taken.phase() == Phase.REVERSING) {
            revertStep(taken, taken.cancelled, graph, events);
        }
        return accept(events);
    }

    private static void revertStep(
            Import taken, boolean cancelled, GraphState graph, List<Event> events) {
        List<? extends Event> next =
                Reversal.next(taken.source, taken.ordinal, taken.before, STEP, graph);
        events.addAll(next);
        events.add(
                next.size() < STEP
                        ? new ImportReverted(taken.id, taken.source, cancelled)
                        : new ReversalAdvanced(taken.source));
    }

    private static void forgetStep(Id source, GraphState graph, List<Event> events) {
        List<? extends Event> next = Reversal.next(source, 0, 0, STEP, graph);
        events.addAll(next);
        events.add(next.size() < STEP ? new SourceForgotten(source) : new ReversalAdvanced(source));
    }

    private static Decision<SourceTrusted> trust(TrustSource c, SourcesState state) {
        Origin origin = state.origin(c.source());
        if (origin == null) {
            return reject("source-unknown", "there is no such source");
        }
        if (c.trust() > MAX_TRUST) {
            return reject("malformed", "trust is 0 to " + MAX_TRUST + ", not " + c.trust());
        }
        return origin.trust == c.trust()
                ? unchanged()
                : accept(new SourceTrusted(c.source(), c.trust(), origin.trust));
    }

    private static void phase(SourcesState state, Id importId, Phase phase) {
        Import each = state.find(importId);
        if (each != null) {
            state.enter(each, phase);
        }
    }

    private static void cancelled(SourcesState state, ReversalStarted e) {
        Import each = state.find(e.importId());
        if (each != null) {
            each.cancelled = e.cancelled();
        }
    }

    private static void forgetting(SourcesState state, Id source, boolean forgetting) {
        Origin origin = state.origin(source);
        if (origin != null) {
            origin.forgetting = forgetting;
        }
    }

    private static <E> Decision<E> notRunning() {
        return reject("import-not-running", "there is no such import going on; start one");
    }
}
