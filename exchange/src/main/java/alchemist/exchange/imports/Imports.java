package alchemist.exchange.imports;

import alchemist.domain.sources.SourcesCommand.CancelImport;
import alchemist.exchange.Place;
import alchemist.exchange.Reader;
import alchemist.exchange.ReadingFailed;
import alchemist.exchange.files.Excludes;
import alchemist.exchange.places.Fetch;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The imports of one workspace: those of this process with their progress, and through {@link
 * Workplace.Sources} those that were recorded. Safe for several threads.
 */
public final class Imports implements AutoCloseable {
    /** How many runs that ended are remembered. */
    public static final int MAX_ENDED = 1000;

    /**
     * What to read.
     *
     * @param only the names of the readers to use; empty: all that can
     * @param label how people call the place; empty: by its name
     * @param actor who asks
     * @param excludes patterns of what is left out, as {@link Excludes} has them; null: those with
     *     which the place was read last
     */
    public record Wish(Set<String> only, String label, Id actor, @Nullable List<String> excludes) {

        /** A wish that leaves out what was left out before. */
        public Wish(Set<String> only, String label, Id actor) {
            this(only, label, actor, null);
        }
    }

    private final Workplace workplace;
    private final Supplier<List<Reader>> readers;
    private final Map<Id, ImportRun> runs = new LinkedHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private boolean closed;

    /**
     * Imports.
     *
     * @param readers makes the readers of one run, in the order in which they read a place
     */
    public Imports(Workplace workplace, Supplier<List<Reader>> readers) {
        this.workplace = workplace;
        this.readers = readers;
    }

    /**
     * Begins to read a place in a thread of its own.
     *
     * @throws ReadingFailed when it is being read already
     */
    public ImportRun start(Place place, Wish wish) throws ReadingFailed {
        return start(Fetch.here(place), wish);
    }

    /**
     * Begins to bring a place here and to read it, in a thread of its own.
     *
     * @throws ReadingFailed when it is being read already, or cannot be read as it is wished
     */
    public ImportRun start(Fetch fetch, Wish wish) throws ReadingFailed {
        if (wish.excludes() != null) {
            Excludes.check(wish.excludes());
        }
        Place place = fetch.place();
        ImportRun run = newRun(fetch, wish);
        Run work = new Run(workplace, readers.get(), wish, fetch, run, false);
        synchronized (this) {
            if (closed) {
                throw new ReadingFailed("the workspace is closing: import again later");
            }
            for (ImportRun other : runs.values()) {
                if (other.state() == ImportState.RUNNING && overlap(other.place(), place)) {
                    throw new ReadingFailed(
                            other.place().location()
                                    + " is being read by the import "
                                    + other.id()
                                    + ": wait for it, or cancel it");
                }
            }
            forgetOldest();
            runs.put(run.id(), run);
            threads.removeIf(thread -> !thread.isAlive());
            threads.add(Thread.ofVirtual().name("import-" + run.id()).start(work));
        }
        return run;
    }

    /**
     * Reads a place, and tells what an import would change; records nothing. Runs in the caller's
     * thread.
     *
     * @return a run that has ended, with its diff and its warnings
     * @throws ReadingFailed when it cannot be read as it is wished
     */
    public ImportRun dryRun(Place place, Wish wish) throws ReadingFailed {
        return dryRun(Fetch.here(place), wish);
    }

    /** Likewise of a place that is brought here first. */
    public ImportRun dryRun(Fetch fetch, Wish wish) throws ReadingFailed {
        if (wish.excludes() != null) {
            Excludes.check(wish.excludes());
        }
        ImportRun run = newRun(fetch, wish);
        new Run(workplace, readers.get(), wish, fetch, run, true).run();
        return run;
    }

    /** The runs of this process, first the earliest. */
    public synchronized List<ImportRun> list() {
        return List.copyOf(runs.values());
    }

    /** A run of this process. */
    public synchronized Optional<ImportRun> find(Id id) {
        return Optional.ofNullable(runs.get(id));
    }

    /** Every import that the workspace has recorded, first the earliest. */
    public List<RecordedImport> recorded() {
        return workplace.sources().imports();
    }

    /** Asks a run to stop and to take back what it stated; whether it was still running. */
    public boolean cancel(Id id) {
        Optional<ImportRun> run = find(id);
        run.ifPresent(ImportRun::cancel);
        return run.map(one -> one.state() == ImportState.RUNNING).orElse(false);
    }

    /**
     * Takes an import back that was applied, with all its sources; returns when that is done.
     *
     * @return why it cannot be, or nothing when it is
     */
    public Optional<String> revert(Id id, Id actor) {
        Optional<ImportRun> run = find(id);
        if (run.isPresent()) {
            return revert(run.get(), actor);
        }
        for (RecordedImport one : recorded()) {
            if (one.id().equals(id)) {
                return revert(one.id(), one.source(), actor);
            }
        }
        return Optional.of("there is no import " + id);
    }

    /**
     * Cancels the imports that the workspace has recorded as running although nothing runs them:
     * those of a process that ended before they did. To be called once, before the first start.
     *
     * @return how many
     */
    public int cancelLeftovers(Id actor) {
        int count = 0;
        for (RecordedImport one : recorded()) {
            if (one.state() == ImportState.RUNNING && find(one.id()).isEmpty()) {
                Reversal reversal =
                        Reversal.of(workplace.submitter(), one.id(), one.source(), actor, _ -> {});
                reversal.runOrFinish(new CancelImport(one.id()));
                count++;
            }
        }
        return count;
    }

    /** Cancels what runs, and waits until it is taken back. */
    @Override
    public void close() {
        List<Thread> alive;
        synchronized (this) {
            closed = true;
            runs.values().forEach(ImportRun::cancel);
            alive = List.copyOf(threads);
        }
        for (Thread thread : alive) {
            boolean interrupted = false;
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Optional<String> revert(ImportRun run, Id actor) {
        if (run.state() == ImportState.RUNNING) {
            return Optional.of("the import is still running: cancel it instead");
        }
        for (ImportPart part : run.parts().reversed()) {
            if (part.state() == ImportState.APPLIED) {
                Optional<String> problem = revert(part.importId(), part.source(), actor);
                if (problem.isPresent()) {
                    return problem;
                }
                run.put(part.in(ImportState.REVERTED));
            }
        }
        if (run.state() == ImportState.APPLIED) {
            run.end(ImportState.REVERTED, null, run.finishedAt());
        }
        return Optional.empty();
    }

    private Optional<String> revert(Id importId, Id source, Id actor) {
        try {
            Reversal.revert(workplace.submitter(), importId, source, actor, _ -> {});
            return Optional.empty();
        } catch (SubmissionFailed e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private ImportRun newRun(Fetch fetch, Wish wish) {
        String label = wish.label().isEmpty() ? fetch.label() : wish.label();
        return new ImportRun(
                workplace.newIds().get(),
                fetch.place(),
                label,
                wish.actor(),
                workplace.nowMicros().getAsLong());
    }

    private void forgetOldest() {
        if (runs.size() >= MAX_ENDED) {
            runs.values().stream()
                    .filter(run -> run.state() != ImportState.RUNNING)
                    .findFirst()
                    .ifPresent(run -> runs.remove(run.id()));
        }
    }

    private static boolean overlap(Place one, Place other) {
        return one.path().startsWith(other.path()) || other.path().startsWith(one.path());
    }
}
