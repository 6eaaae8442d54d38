package alchemist.exchange.imports;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.domain.sources.SourcesCommand.StartImport;
import alchemist.exchange.Batch;
import alchemist.exchange.Place;
import alchemist.exchange.Progress;
import alchemist.exchange.Reader;
import alchemist.exchange.Reading;
import alchemist.exchange.ReadingCancelled;
import alchemist.exchange.ReadingFailed;
import alchemist.exchange.Warning;
import alchemist.exchange.imports.Agenda.Task;
import alchemist.kernel.Id;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Carries out an {@link ImportRun}: one thread, from start to end. */
final class Run implements Runnable {
    private static final System.Logger LOG = System.getLogger("alchemist.exchange");

    private final Workplace workplace;
    private final ImportRun run;
    private final Agenda agenda;
    private final boolean dry;
    private int number;

    /** Carries a run out; a dry one submits nothing. */
    Run(Workplace workplace, List<Reader> readers, Set<String> only, ImportRun run, boolean dry) {
        this.workplace = workplace;
        this.run = run;
        this.dry = dry;
        this.agenda = new Agenda(readers, only);
    }

    @Override
    public void run() {
        try {
            carryOut();
        } catch (RuntimeException | Error e) {
            end(ImportState.FAILED, "a fault: " + e);
            throw e;
        }
    }

    private void carryOut() {
        String failure;
        if (agenda.open(run.place())) {
            failure = readAll();
        } else {
            failure = "no reader knows what is at " + run.place().location();
        }
        if (run.isCancelling()) {
            failure = takeBackAll();
            end(failure == null ? ImportState.CANCELLED : ImportState.FAILED, failure);
        } else if (failure != null) {
            String more = takeBackAll();
            end(ImportState.FAILED, more == null ? failure : failure + "; " + more);
        } else {
            boolean any =
                    run.parts().stream().anyMatch(part -> part.state() == ImportState.APPLIED);
            end(any ? ImportState.APPLIED : ImportState.UNCHANGED, null);
        }
    }

    /** Reads every source; why the opened place itself could not be read, or null. */
    private @Nullable String readAll() {
        boolean goneAdded = false;
        while (!run.isCancelling()) {
            Task task = agenda.next();
            if (task == null && !goneAdded) {
                goneAdded = true;
                agenda.addGone(run.place(), workplace.sources().imports());
            } else if (task == null) {
                return null;
            } else {
                ImportPart part = read(task);
                if (part.state() == ImportState.FAILED) {
                    if (task.main()) {
                        return part.error();
                    }
                    run.warn(new Warning(part.location(), String.valueOf(part.error())));
                }
            }
        }
        return null;
    }

    private ImportPart read(Task task) {
        Id importId =
                number++ == 0 ? run.id() : Id.of("import-part", run.id() + "\0" + task.source());
        String location = task.place().location();
        ImportPart begun =
                ImportPart.begun(importId, task.source(), task.reader().name(), location);
        run.begin(begun);
        ImportPart ended = dry ? survey(task, begun) : apply(task, begun);
        run.put(ended);
        return ended;
    }

    /** Reads a source, and records what differs. */
    private ImportPart apply(Task task, ImportPart part) {
        String label = task.main() ? run.label() : task.place().label();
        StartImport start =
                new StartImport(
                        part.importId(), part.source(), part.reader(), part.location(), label);
        SourceImport source =
                new SourceImport(start, workplace.submitter(), run.actor(), run::warn, run::count);
        Parcels parcels =
                new Parcels(
                        parcel -> {
                            check();
                            source.state(parcel);
                        });
        ImportPart read =
                plan(
                        task,
                        part,
                        parcels,
                        () -> {
                            parcels.flush();
                            source.finish();
                        });
        if (read.state() != ImportState.APPLIED) {
            return takeBack(source, read);
        }
        return source.isStarted() ? read : read.in(ImportState.UNCHANGED);
    }

    /** Reads a source, and only tells what differs. */
    private ImportPart survey(Task task, ImportPart part) {
        ImportPart read = plan(task, part, new Nowhere(), () -> {});
        return read.state() == ImportState.APPLIED && read.diff().isEmpty()
                ? read.in(ImportState.UNCHANGED)
                : read;
    }

    private ImportPart plan(
            Task task, ImportPart part, Planner.Differing differing, Runnable atEnd) {
        try {
            Planner planner =
                    new Planner(
                            workplace.sources().stated(part.source()),
                            new Fitting(run::warn),
                            differing);
            Reading reading =
                    new Reading(
                            workplace.identities(),
                            planner.stated(),
                            workplace.nowMicros().getAsLong(),
                            new Listener(planner),
                            run::isCancelling);
            task.reader().read(task.place(), reading);
            planner.end();
            atEnd.run();
            return part.ended(ImportState.APPLIED, planner.diff(), null);
        } catch (ReadingCancelled e) {
            return part.ended(ImportState.CANCELLED, Diff.NONE, null);
        } catch (ReadingFailed | SubmissionFailed e) {
            return part.ended(ImportState.FAILED, Diff.NONE, e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "reading " + part.location() + " as " + part.reader(), e);
            String why = "the reader '" + part.reader() + "' has a fault: " + e;
            return part.ended(ImportState.FAILED, Diff.NONE, why);
        }
    }

    private static ImportPart takeBack(SourceImport source, ImportPart part) {
        try {
            source.takeBack();
            return part;
        } catch (SubmissionFailed e) {
            String first = part.error() == null ? "cancelled" : part.error();
            return part.ended(
                    ImportState.FAILED,
                    Diff.NONE,
                    first + "; and what it stated could not be taken back yet: " + e.getMessage());
        }
    }

    /** Takes back every source that was applied, the last first; what went wrong, or null. */
    private @Nullable String takeBackAll() {
        for (ImportPart part : run.parts().reversed()) {
            if (part.state() == ImportState.FAILED && part.error() != null && run.isCancelling()) {
                return part.error();
            }
            if (part.state() == ImportState.APPLIED && !dry) {
                try {
                    Reversal.revert(
                            workplace.submitter(),
                            part.importId(),
                            part.source(),
                            run.actor(),
                            run::count);
                    run.put(part.in(ImportState.REVERTED));
                } catch (SubmissionFailed e) {
                    return e.getMessage();
                }
            }
        }
        return null;
    }

    private void check() {
        if (run.isCancelling()) {
            throw new ReadingCancelled();
        }
    }

    private void end(ImportState state, @Nullable String error) {
        run.end(state, error, workplace.nowMicros().getAsLong());
    }

    /** Where a dry run's differences go. */
    private record Nowhere() implements Planner.Differing {
        @Override
        public void node(long effectiveAt, NodeStatement statement) {}

        @Override
        public void edge(long effectiveAt, EdgeStatement statement) {}

        @Override
        public void withdrawn(long effectiveAt, Id thing) {}
    }

    private final class Listener implements Reading.Listener {
        private final Planner planner;

        Listener(Planner planner) {
            this.planner = planner;
        }

        @Override
        public void stated(Batch batch) {
            planner.read(batch);
        }

        @Override
        public void warned(Warning warning) {
            run.warn(warning);
        }

        @Override
        public void advanced(Progress progress) {
            run.advance(progress);
        }

        @Override
        public void found(Place place) {
            agenda.found(place);
        }
    }
}
