package alchemist.exchange.imports;

import alchemist.exchange.Note;
import alchemist.exchange.Place;
import alchemist.exchange.Progress;
import alchemist.exchange.ReadingCancelled;
import alchemist.exchange.Warning;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The reading of one opened place, from its start to its end: what anyone may see of it. Safe for
 * several threads.
 */
public final class ImportRun {
    /** How many warnings are kept; the others are counted. */
    public static final int MAX_WARNINGS = 1000;

    /** How many notes are kept; the others are counted. */
    public static final int MAX_NOTES = 1000;

    private final Id id;
    private final Place place;
    private final String label;
    private final Set<String> only;
    private final Id actor;
    private final long startedAt;
    private final List<ImportPart> parts = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private final CompletableFuture<ImportState> ended = new CompletableFuture<>();
    private final List<Note> notes = new ArrayList<>();
    private @Nullable List<String> excludes;
    private long moreWarnings;
    private long moreNotes;
    private long events;
    private long finishedAt;
    private Progress progress = new Progress(0, 0, "starting");
    private ImportState state = ImportState.RUNNING;
    private @Nullable String error;
    private boolean missed;
    private boolean pausing;
    private boolean leaving;
    private volatile boolean cancelling;

    ImportRun(Id id, Place place, String label, Set<String> only, Id actor, long startedAt) {
        this.id = id;
        this.place = place;
        this.label = label;
        this.only = Set.copyOf(only);
        this.actor = actor;
        this.startedAt = startedAt;
    }

    /** The run's id; also that of its first import. */
    public Id id() {
        return id;
    }

    /** What is read. */
    public Place place() {
        return place;
    }

    /** How people call it. */
    public String label() {
        return label;
    }

    /** Who asked for it. */
    public Id actor() {
        return actor;
    }

    /** The patterns of what is left out of it, once they are known. */
    public synchronized List<String> excludes() {
        List<String> known = excludes;
        return known == null ? List.of() : known;
    }

    /** The same; null where they are those with which the place was read last. */
    synchronized @Nullable List<String> wishedExcludes() {
        return excludes;
    }

    synchronized void exclude(@Nullable List<String> patterns) {
        excludes = patterns == null ? null : List.copyOf(patterns);
    }

    /** When it began, µs since 1970. */
    public long startedAt() {
        return startedAt;
    }

    /** When it ended, µs since 1970; 0 while it runs. */
    public synchronized long finishedAt() {
        return finishedAt;
    }

    /** What became of it. */
    public synchronized ImportState state() {
        return state == ImportState.RUNNING && pausing ? ImportState.PAUSED : state;
    }

    /** Whether it has ended; one that is paused has not. */
    public synchronized boolean isOver() {
        return state != ImportState.RUNNING;
    }

    /** What reads, or read, the opened place itself; empty before it is known. */
    public synchronized String reader() {
        return parts.isEmpty() ? "" : parts.getFirst().reader();
    }

    /** How far it is. */
    public synchronized Progress progress() {
        return progress;
    }

    /** How many events came of it. */
    public synchronized long events() {
        return events;
    }

    /** Why it failed. */
    public synchronized Optional<String> error() {
        return Optional.ofNullable(error);
    }

    /** Its sources, in the order of their reading. */
    public synchronized List<ImportPart> parts() {
        return List.copyOf(parts);
    }

    /** What was left out or changed; where there was too much of it, the last says how much. */
    public synchronized List<Warning> warnings() {
        if (moreWarnings == 0) {
            return List.copyOf(warnings);
        }
        List<Warning> all = new ArrayList<>(warnings);
        all.add(
                new Warning(
                        place.location(),
                        "and "
                                + moreWarnings
                                + (moreWarnings == 1 ? " warning" : " warnings")
                                + " more"));
        return all;
    }

    /**
     * How things were understood that are not certain; where there was too much, the last says so.
     */
    public synchronized List<Note> notes() {
        if (moreNotes == 0) {
            return List.copyOf(notes);
        }
        List<Note> all = new ArrayList<>(notes);
        all.add(new Note(place.location(), "and " + moreNotes + " notes more"));
        return all;
    }

    /** What it changes, as far as it was read. */
    public synchronized Diff diff() {
        Diff all = Diff.NONE;
        for (ImportPart part : parts) {
            all = all.and(part.diff());
        }
        return all;
    }

    /** Completed with what became of it when it ended first; never fails. */
    public CompletableFuture<ImportState> ended() {
        return ended.copy();
    }

    /** Asks it to stop, and to take back what it stated. */
    synchronized void cancel() {
        cancelling = true;
        notifyAll();
    }

    boolean isCancelling() {
        return cancelling;
    }

    /** Asks it to halt where it is; whether it had not halted, and not ended. */
    synchronized boolean pause() {
        boolean news = state == ImportState.RUNNING && !pausing && !cancelling;
        pausing |= news;
        return news;
    }

    /** Lets it go on; whether it was halted. */
    synchronized boolean resume() {
        boolean news = state == ImportState.RUNNING && pausing;
        pausing &= !news;
        notifyAll();
        return news;
    }

    /**
     * Asks it to stop because the process ends: where it is halted, what it stated stands, and
     * another process may go on; else it is cancelled.
     */
    synchronized void leave() {
        leaving = pausing && !cancelling;
        cancelling |= !leaving;
        notifyAll();
    }

    /** Whether it stops, halted, for another process to go on with; not when it has ended. */
    synchronized boolean isLeft() {
        return leaving && !cancelling && state == ImportState.RUNNING;
    }

    /** Whether to stop; waits for the answer while it is halted. */
    synchronized boolean isStopping() {
        boolean interrupted = false;
        while (pausing && !cancelling && !leaving) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return cancelling || leaving;
    }

    /**
     * Asks whether to go on; waits for the answer while it is halted.
     *
     * @throws ReadingCancelled when not
     */
    void check() {
        if (isStopping()) {
            throw new ReadingCancelled();
        }
    }

    /** The id of the next import: the run's own for the first. */
    synchronized Id nextImportId(Id source) {
        if (parts.isEmpty()) {
            return id;
        }
        // A run that went on after a pause may read a source once more.
        String again = "";
        while (true) {
            Id next = Id.of("import-part", id + "\0" + source + again);
            if (parts.stream().noneMatch(part -> part.importId().equals(next))) {
                return next;
            }
            again += "+";
        }
    }

    /** The import of a source that an earlier process began and did not end, or null. */
    synchronized @Nullable ImportPart begun(Id source) {
        for (ImportPart part : parts) {
            if (part.source().equals(source) && part.state() == ImportState.RUNNING) {
                return part;
            }
        }
        return null;
    }

    /** What it may read by, as it was asked for. */
    Set<String> only() {
        return only;
    }

    synchronized void advance(Progress now) {
        progress = now;
    }

    synchronized void count(int more) {
        events += more;
    }

    synchronized void warn(Warning warning) {
        if (warnings.size() < MAX_WARNINGS) {
            warnings.add(warning);
        } else {
            moreWarnings++;
        }
    }

    synchronized void note(Note note) {
        if (notes.size() < MAX_NOTES) {
            notes.add(note);
        } else {
            moreNotes++;
        }
    }

    /** Something was left out that must be tried again the next time. */
    synchronized void miss(Warning warning) {
        missed = true;
        warn(warning);
    }

    synchronized boolean hasMissed() {
        return missed;
    }

    /** How many warnings there are, also those that are not kept. */
    synchronized long warningCount() {
        return warnings.size() + moreWarnings;
    }

    synchronized void begin(ImportPart part) {
        parts.add(part);
    }

    /** One that an earlier process began, and that was halted when it ended. */
    static ImportRun halted(
            Id id,
            Place place,
            String label,
            Set<String> only,
            Id actor,
            long startedAt,
            List<ImportPart> parts) {
        ImportRun run = new ImportRun(id, place, label, only, actor, startedAt);
        run.parts.addAll(parts);
        run.pausing = true;
        run.progress = new Progress(0, 0, "paused before the server was started");
        return run;
    }

    /** Replaces what is known of a part. */
    synchronized void put(ImportPart part) {
        parts.replaceAll(one -> one.importId().equals(part.importId()) ? part : one);
    }

    void end(ImportState now, @Nullable String why, long at) {
        synchronized (this) {
            state = now;
            error = why;
            finishedAt = at;
        }
        ended.complete(now);
    }
}
