package alchemist.exchange.imports;

import alchemist.domain.sources.SourcesCommand.CancelImport;
import alchemist.exchange.Look;
import alchemist.exchange.Progress;
import alchemist.exchange.Reader;
import alchemist.exchange.ReadingCancelled;
import alchemist.exchange.ReadingFailed;
import alchemist.exchange.Warning;
import alchemist.exchange.files.Excludes;
import alchemist.exchange.files.IgnorePatterns;
import alchemist.exchange.imports.Agenda.Task;
import alchemist.exchange.places.Fetch;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Carries out an {@link ImportRun}: one thread, from start to end. */
final class Run implements Runnable {
    private final Workplace workplace;
    private final Fetch fetch;
    private final ImportRun run;
    private final List<Reader> readers;
    private final Imports.Wish wish;
    private final Set<String> only;
    private final boolean dry;
    private int looks;

    /** Carries a run out; a dry one submits nothing. */
    Run(
            Workplace workplace,
            List<Reader> readers,
            Imports.Wish wish,
            Fetch fetch,
            ImportRun run,
            boolean dry) {
        this.fetch = fetch;
        this.workplace = workplace;
        this.run = run;
        this.dry = dry;
        this.readers = readers;
        this.only = wish.only();
        this.wish = wish;
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

    /** Brings the place here; why it could not be, or null. */
    private @Nullable String fetch() {
        try {
            fetch.run(
                    new Fetch.Watcher() {
                        @Override
                        public void progress(long done, long total, String what) {
                            run.advance(new Progress(done, total, what));
                        }

                        @Override
                        public void check() {
                            run.check();
                        }
                    });
            return null;
        } catch (ReadingFailed e) {
            return e.getMessage();
        } catch (ReadingCancelled e) {
            return null; // as it is asked next
        }
    }

    private Look look() {
        Look look = new Look(workplace.nowMicros().getAsLong(), workplace.recollections().memo());
        if (run.place().isFolder()) {
            new Excludes(run.place().path(), run.excludes(), new Passing(looks == 0)).holdIn(look);
        }
        looks++;
        return look;
    }

    /** Tells of ignore files that are passed over, in the first look at them. */
    private final class Passing implements IgnorePatterns.Problems {
        private final boolean first;

        Passing(boolean first) {
            this.first = first;
        }

        @Override
        public void warn(String path, String what) {
            if (first) {
                run.warn(new Warning(path, what));
            }
        }

        @Override
        public void miss(String path, String what) {
            if (first) {
                run.miss(new Warning(path, what));
            }
        }
    }

    private void carryOut() {
        String failure = fetch();
        if (run.isLeft()) {
            return;
        }
        if (run.isCancelling() && run.parts().isEmpty()) {
            end(ImportState.CANCELLED, failure);
            return;
        }
        if (failure != null) {
            end(ImportState.FAILED, failure);
            return;
        }
        if (run.isCancelling()) {
            failure = takeBackAll();
            end(failure == null ? ImportState.CANCELLED : ImportState.FAILED, failure);
            return;
        }
        List<String> excludes = wish.excludes();
        if (excludes != null && !excludes.isEmpty() && !run.place().isFolder()) {
            end(ImportState.FAILED, run.place().location() + " is a file: nothing can be excluded");
            return;
        }
        run.exclude(excludes == null ? Remembered.excludes(workplace, run.place()) : excludes);
        Revisit revisit = new Revisit(workplace, readers, only, run, this::look);
        Agenda agenda = new Agenda(readers, only, revisit.look());
        if (revisit.isUnchanged()) {
            revisit.pass(agenda);
            failure = readAll(agenda, revisit);
        } else if (agenda.open(run.place(), run.label())) {
            failure = readAll(agenda, revisit);
        } else {
            failure = nobodyReads();
        }
        if (run.isLeft()) {
            return;
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
            if (!dry) {
                revisit.remember();
            }
            end(any ? ImportState.APPLIED : ImportState.UNCHANGED, null);
        }
    }

    private String nobodyReads() {
        Set<String> names = new TreeSet<>();
        readers.forEach(reader -> names.add(reader.name()));
        for (String name : only) {
            if (!names.contains(name)) {
                return "there is no reader '" + name + "', only " + String.join(", ", names);
            }
        }
        return "no reader knows what is at "
                + run.place().location()
                + "; what a file is, the ending of its name says: .md, .csv, .json, .graphml, .gexf,"
                + " .dot, .ttl, .jsonld, .cypher and others";
    }

    /** Reads every source; why the opened place itself could not be read, or null. */
    private @Nullable String readAll(Agenda agenda, Revisit revisit) {
        boolean goneAdded = false;
        while (!run.isStopping()) {
            Task task = agenda.next();
            if (task == null && !goneAdded) {
                goneAdded = true;
                agenda.addGone(run.place(), workplace.sources().imports());
            } else if (task == null) {
                return null;
            } else {
                String failure =
                        new TaskReading(workplace, run, agenda, task, revisit, revisit.look(), dry)
                                .carryOut();
                if (failure != null && task.main()) {
                    return failure;
                }
                if (failure != null) {
                    run.miss(new Warning(task.place().location(), failure));
                }
            }
        }
        return null;
    }

    /** Takes back every source that was applied, the last first; what went wrong, or null. */
    private @Nullable String takeBackAll() {
        for (ImportPart part : run.parts().reversed()) {
            if (part.state() == ImportState.FAILED && part.error() != null && run.isCancelling()) {
                return part.error();
            }
            if (part.state() == ImportState.RUNNING && !dry) {
                // Begun by an earlier process, and not read again before it was to stop.
                try {
                    Reversal.of(
                                    workplace.submitter(),
                                    part.importId(),
                                    part.source(),
                                    run.actor(),
                                    run::count)
                            .runOrFinish(new CancelImport(part.importId()));
                    run.put(part.in(ImportState.CANCELLED));
                } catch (SubmissionFailed e) {
                    return e.getMessage();
                }
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

    private void end(ImportState state, @Nullable String error) {
        run.end(state, error, workplace.nowMicros().getAsLong());
    }
}
