package alchemist.exchange.imports;

import alchemist.domain.sources.SourcesCommand.StartImport;
import alchemist.exchange.Batch;
import alchemist.exchange.Look;
import alchemist.exchange.SourceName;
import alchemist.exchange.Stated;
import alchemist.kernel.Id;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** What is read of one source, what of it differs, and where that goes. One thread. */
final class SourceReading {
    /** How many withdrawn things are remembered for each that is stated. */
    private static final int MAX_DEAD = 1;

    private final Workplace.Sources sources;
    private final Id id;
    private final Look look;
    private final long beganAt;
    private final Stated stated;
    private final Planner planner;
    private final Parcels parcels;
    private final @Nullable SourceImport source;
    private ImportPart part;
    private boolean refused;

    /**
     * The reading of a source.
     *
     * @param resumed whether an earlier process may have begun the import
     * @param dry whether what differs goes nowhere
     */
    SourceReading(
            Workplace workplace,
            ImportRun run,
            SourceName name,
            ImportPart part,
            Look look,
            boolean resumed,
            boolean dry) {
        this.part = part;
        this.sources = workplace.sources();
        this.id = name.id();
        this.look = look;
        this.beganAt = sources.position();
        this.stated = workplace.sources().stated(name.id());
        boolean recorded =
                resumed
                        && workplace.sources().imports().stream()
                                .anyMatch(one -> one.id().equals(part.importId()));
        SourceImport target = dry ? null : target(workplace, run, name, part, recorded);
        this.source = target;
        this.parcels =
                new Parcels(
                        parcel -> {
                            if (target != null) {
                                run.check();
                                target.state(parcel);
                            }
                        });
        this.planner = new Planner(stated, new Fitting(run::warn), parcels, dry ? null : memory());
    }

    /** What the planner of the last reading knew, where the source states just that still. */
    private Planner.@Nullable Memory memory() {
        Kept kept = look.memo().take(Kept.class, id, "");
        return kept != null && kept.sum.equals(sources.sum(id)) ? kept.memory : null;
    }

    /**
     * Keeps what the planner knows, unless anybody else stated something meanwhile.
     *
     * @param sum what the source states now
     */
    void keep(Id sum) {
        Planner.Memory memory = planner.memory();
        Stated now = sources.stated(id);
        AtomicBoolean agrees = new AtomicBoolean(true);
        boolean told =
                sources.eachTouched(
                        beganAt, thing -> agrees.compareAndSet(true, planner.agrees(now, thing)));
        int living = memory.things().stated();
        if (told && !refused && agrees.get() && memory.things().size() <= living * (1 + MAX_DEAD)) {
            look.memo().keep(Kept.class, id, "", new Kept(sum, memory), memory.bytes());
        }
    }

    /** What a planner knew, and what the source stated then. */
    private record Kept(Id sum, Planner.Memory memory) {}

    private SourceImport target(
            Workplace workplace,
            ImportRun run,
            SourceName name,
            ImportPart part,
            boolean recorded) {
        StartImport start =
                new StartImport(
                        part.importId(), name.id(), name.reader(), name.location(), name.label());
        return new SourceImport(
                start,
                recorded,
                name.trust(),
                workplace.submitter(),
                run.actor(),
                warning -> {
                    refused = true;
                    run.miss(warning);
                },
                run::count);
    }

    /** Whether the workspace refused a part of it. */
    boolean isRefused() {
        return refused;
    }

    /** What the source stated before. */
    Stated stated() {
        return stated;
    }

    /** What became of it so far. */
    ImportPart part() {
        return part;
    }

    /** Takes what was read. */
    void read(Batch batch) {
        planner.read(batch);
    }

    /** What the last reading left for this one, or null. */
    @Nullable Object left() {
        return planner.left();
    }

    /** Leaves something for the next reading. */
    void leave(Object what, long bytes) {
        planner.leave(what, bytes);
    }

    /** All that the last reading stated stands, but for some things. */
    void stands(Set<Id> but) {
        planner.stands(but);
    }

    /** Waits until all that was read is recorded. */
    void settle() {
        parcels.flush();
        if (source != null) {
            source.settle();
        }
    }

    /** All was read: what was not is withdrawn. */
    void end() {
        planner.end();
        settle();
    }

    /** All of it stands. */
    void finish() {
        if (source != null) {
            source.finish();
        }
        Diff diff = planner.diff();
        boolean changed = source == null ? !diff.isEmpty() : source.isStarted();
        part = part.ended(changed ? ImportState.APPLIED : ImportState.UNCHANGED, diff, null);
    }

    /** It was halted, and the process ends: what was recorded of it stands. */
    void leave() {
        try {
            if (source != null) {
                source.settle();
            }
        } catch (SubmissionFailed e) {
            // What was not recorded is read again.
        }
    }

    /**
     * It was stopped, or failed: nothing of it stands.
     *
     * @param why it failed; null when it was stopped
     */
    void takeBack(@Nullable String why) {
        ImportState state = why == null ? ImportState.CANCELLED : ImportState.FAILED;
        part = part.ended(state, Diff.NONE, why);
        try {
            if (source != null) {
                source.takeBack();
            }
        } catch (SubmissionFailed e) {
            part =
                    part.ended(
                            ImportState.FAILED,
                            Diff.NONE,
                            (why == null ? "cancelled" : why)
                                    + "; and what it stated could not be taken back yet: "
                                    + e.getMessage());
        }
    }
}
