package alchemist.exchange.imports;

import alchemist.domain.sources.SourcesCommand.CancelImport;
import alchemist.exchange.Place;
import alchemist.exchange.Reader;
import alchemist.exchange.ReadingFailed;
import alchemist.exchange.files.Excludes;
import alchemist.exchange.places.Fetch;
import alchemist.kernel.Id;
import java.util.HashMap;
import java.util.HashSet;
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
    private final Map<Id, Thread> threads = new HashMap<>();
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
        synchronized (this) {
            if (closed) {
                throw new ReadingFailed("the workspace is closing: import again later");
            }
            for (ImportRun other : runs.values()) {
                if (!other.isOver() && overlap(other.place(), place)) {
                    throw new ReadingFailed(
                            other.place().location()
                                    + (other.state() == ImportState.PAUSED
                                            ? " is read by an import that is paused, "
                                                    + other.id()
                                                    + ": resume it, or cancel it"
                                            : " is being read by the import "
                                                    + other.id()
                                                    + ": wait for it, or cancel it"));
                }
            }
            forgetOldest();
            runs.put(run.id(), run);
            carryOut(run, fetch, wish);
        }
        return run;
    }

    /** Begins the thread of a run, or lets another one go on with what is left of it. */
    private void carryOut(ImportRun run, Fetch fetch, Wish wish) {
        Run work = new Run(workplace, readers.get(), wish, fetch, run, false);
        threads.values().removeIf(thread -> !thread.isAlive());
        threads.put(
                run.id(),
                Thread.ofVirtual()
                        .name("import-" + run.id())
                        .start(
                                () -> {
                                    try {
                                        work.run();
                                    } finally {
                                        keepOrDrop(run);
                                    }
                                }));
    }

    private void keepOrDrop(ImportRun run) {
        if (run.isLeft()) {
            workplace.halted().keep(run);
        } else {
            workplace.halted().drop(run.id());
        }
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

    /** Asks a run to stop and to take back what it stated; whether it had not ended. */
    public synchronized boolean cancel(Id id) {
        ImportRun run = runOf(id);
        if (run == null || run.isOver()) {
            return false;
        }
        run.cancel();
        goOn(run);
        return true;
    }

    /**
     * Asks a run to halt where it is: what it stated so far stands. It stays paused when this
     * process ends, and another may go on with it. Whether it was running.
     */
    public synchronized boolean pause(Id id) {
        ImportRun run = runOf(id);
        if (run == null || !run.pause()) {
            return false;
        }
        workplace.halted().keep(run);
        return true;
    }

    /** Lets a run go on that is paused; whether it was. */
    public synchronized boolean resume(Id id) {
        ImportRun run = runOf(id);
        if (run == null || closed || !run.resume()) {
            return false;
        }
        workplace.halted().drop(run.id());
        goOn(run);
        return true;
    }

    /** The run of an id, or the one that an import of a single source is a part of; or null. */
    private @Nullable ImportRun runOf(Id id) {
        ImportRun known = runs.get(id);
        if (known != null) {
            return known;
        }
        for (ImportRun run : runs.values()) {
            if (run.parts().stream().anyMatch(part -> part.importId().equals(id))) {
                return run;
            }
        }
        return null;
    }

    /** Begins a thread for a run that an earlier process left. */
    private void goOn(ImportRun run) {
        if (!threads.containsKey(run.id()) && !closed) {
            Wish wish = new Wish(run.only(), run.label(), run.actor(), run.wishedExcludes());
            carryOut(run, Fetch.here(run.place()), wish);
        }
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
     * Takes over the runs that were paused when an earlier process ended, and cancels the other
     * imports that the workspace has recorded as running although nothing runs them: those of a
     * process that ended before they did. To be called once, before the first start.
     *
     * @return how many were cancelled
     */
    public int cancelLeftovers(Id actor) {
        Set<Id> halted = new HashSet<>();
        for (ImportRun run : workplace.halted().read()) {
            synchronized (this) {
                runs.put(run.id(), run);
            }
            run.parts().forEach(part -> halted.add(part.importId()));
        }
        int count = 0;
        for (RecordedImport one : recorded()) {
            if (one.state() == ImportState.RUNNING
                    && find(one.id()).isEmpty()
                    && !halted.contains(one.id())) {
                Reversal reversal =
                        Reversal.of(workplace.submitter(), one.id(), one.source(), actor, _ -> {});
                reversal.runOrFinish(new CancelImport(one.id()));
                count++;
            }
        }
        return count;
    }

    /** Cancels what runs, and waits until it is taken back; what is paused stays so. */
    @Override
    public void close() {
        List<Thread> alive;
        synchronized (this) {
            closed = true;
            runs.values().forEach(ImportRun::leave);
            alive = List.copyOf(threads.values());
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
        if (!run.isOver()) {
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
        ImportRun run =
                new ImportRun(
                        workplace.newIds().get(),
                        fetch.place(),
                        label,
                        wish.only(),
                        wish.actor(),
                        workplace.nowMicros().getAsLong());
        run.exclude(wish.excludes());
        return run;
    }

    private void forgetOldest() {
        if (runs.size() >= MAX_ENDED) {
            runs.values().stream()
                    .filter(ImportRun::isOver)
                    .findFirst()
                    .ifPresent(run -> runs.remove(run.id()));
        }
    }

    private static boolean overlap(Place one, Place other) {
        return one.path().startsWith(other.path()) || other.path().startsWith(one.path());
    }
}
