package alchemist.exchange.imports;

import alchemist.domain.sources.SourcesCommand.CancelImport;
import alchemist.domain.sources.SourcesCommand.FinishImport;
import alchemist.domain.sources.SourcesCommand.StartImport;
import alchemist.domain.sources.SourcesCommand.StateBatch;
import alchemist.domain.sources.SourcesCommand.TrustSource;
import alchemist.domain.sources.SourcesEvent.StatementRefused;
import alchemist.exchange.Batch;
import alchemist.exchange.SourceName;
import alchemist.exchange.Warning;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * The commands of one import of one source. Nothing is submitted before the first parcel: a source
 * that has not changed leaves no trace. One thread.
 */
final class SourceImport {
    private final StartImport start;
    private final int trust;
    private final Pipeline pipeline;
    private final Reversal reversal;
    private final Consumer<Warning> warnings;
    private final IntConsumer eventCount;
    private boolean started;

    /**
     * The commands of an import.
     *
     * @param started whether an earlier process submitted some of them
     */
    SourceImport(
            StartImport start,
            boolean started,
            int trust,
            Submitter submitter,
            Id actor,
            Consumer<Warning> warnings,
            IntConsumer eventCount) {
        this.start = start;
        this.trust = trust;
        CommandEnvelope envelope = Pipeline.envelope(start.importId(), actor);
        this.started = started;
        this.pipeline =
                started
                        ? Pipeline.unnumbered(submitter, envelope, this::happened)
                        : Pipeline.numbered(submitter, envelope, this::happened);
        this.reversal = new Reversal(pipeline, start.source());
        this.warnings = warnings;
        this.eventCount = eventCount;
    }

    /** Whether anything was submitted. */
    boolean isStarted() {
        return started;
    }

    /**
     * Submits a parcel.
     *
     * @throws SubmissionFailed when the workspace does not take it, or an earlier one
     */
    void state(Batch parcel) {
        if (!started) {
            pipeline.submitAndWait(start);
            started = true;
        }
        pipeline.submit(
                new StateBatch(
                        start.importId(), parcel.nodes(), parcel.edges(), parcel.withdrawn()),
                parcel.effectiveAt());
    }

    /**
     * Waits until all is recorded.
     *
     * @throws SubmissionFailed when the workspace did not take all of it
     */
    void settle() {
        pipeline.drain();
    }

    /**
     * Ends the import, where it was started.
     *
     * @throws SubmissionFailed when the workspace did not take all of it
     */
    void finish() {
        if (started) {
            pipeline.submitAndWait(new FinishImport(start.importId()));
            if (trust != SourceName.DEFAULT_TRUST) {
                pipeline.submitAndWait(new TrustSource(start.source(), trust));
            }
        }
    }

    /**
     * Takes back what was stated, where the import was started.
     *
     * @throws SubmissionFailed when the workspace does not; the import is cancelled when the
     *     workspace is opened next
     */
    void takeBack() {
        if (started) {
            reversal.run(new CancelImport(start.importId()));
        }
    }

    private void happened(List<Event> events) {
        eventCount.accept(events.size());
        for (Event event : events) {
            if (event instanceof StatementRefused refused) {
                warnings.accept(
                        new Warning(
                                refused.thing().toString(),
                                "left out: " + refused.reason() + " (" + refused.code() + ")"));
            }
        }
    }
}
