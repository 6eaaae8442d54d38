package alchemist.exchange.imports;

import alchemist.domain.sources.SourcesCommand;
import alchemist.domain.sources.SourcesCommand.CancelImport;
import alchemist.domain.sources.SourcesCommand.ContinueReversal;
import alchemist.domain.sources.SourcesCommand.RevertImport;
import alchemist.domain.sources.SourcesEvent;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Takes an import back, step by step, until nothing of it is left. Others may take steps of the
 * same reversal meanwhile.
 */
final class Reversal {
    private final Pipeline pipeline;
    private final Id source;

    Reversal(Pipeline pipeline, Id source) {
        this.pipeline = pipeline;
        this.source = source;
    }

    /**
     * Takes an applied import back.
     *
     * @throws SubmissionFailed when the workspace does not take it
     */
    static void revert(Submitter submitter, Id importId, Id source, Id actor, IntConsumer count) {
        of(submitter, importId, source, actor, count).run(new RevertImport(importId));
    }

    /** The reversal of an import that another process, or an earlier run, began. */
    static Reversal of(Submitter submitter, Id importId, Id source, Id actor, IntConsumer count) {
        Pipeline pipeline =
                Pipeline.unnumbered(
                        submitter,
                        Pipeline.envelope(importId, actor),
                        events -> count.accept(events.size()));
        return new Reversal(pipeline, source);
    }

    /**
     * Submits the command that begins the reversal, and goes on until it is done.
     *
     * @throws SubmissionFailed when the workspace does not take it
     */
    void run(SourcesCommand first) {
        if (step(first)) {
            finish();
        }
    }

    /**
     * Cancels an import, or goes on where that was begun already, until it is done.
     *
     * @throws SubmissionFailed when the workspace does not take it
     */
    void runOrFinish(CancelImport first) {
        if (pipeline.ask(first) instanceof Verdict.Accepted(long _, List<Event> events)
                && !isUnfinished(events)) {
            return;
        }
        finish();
    }

    /** Goes on with a reversal that was begun until it is done. */
    void finish() {
        boolean more = true;
        while (more) {
            more = step(new ContinueReversal(source));
        }
    }

    /** Takes a step; whether more are to come. */
    private boolean step(SourcesCommand command) {
        return switch (pipeline.ask(command)) {
            case Verdict.Accepted(long _, List<Event> events) -> isUnfinished(events);
            case Verdict.Rejected(String code, String reason) -> {
                if (command instanceof ContinueReversal) {
                    yield false; // somebody else took the last step
                }
                throw new SubmissionFailed(reason + " (" + code + ")");
            }
            case Verdict.Unable(String reason) -> throw new SubmissionFailed(reason);
            case Verdict.Busy() ->
                    throw new SubmissionFailed("the workspace was too busy for too long");
        };
    }

    private static boolean isUnfinished(List<Event> events) {
        for (Event event : events) {
            if (event instanceof SourcesEvent.ImportReverted
                    || event instanceof SourcesEvent.SourceForgotten) {
                return false;
            }
        }
        return !events.isEmpty();
    }
}
