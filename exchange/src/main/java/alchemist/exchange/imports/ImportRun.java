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
    private final Id actor;
    private final long startedAt;
    private final List<ImportPart> parts = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private final CompletableFuture<ImportState> ended = new CompletableFuture<>();
    private final List<Note> notes = new ArrayList<>();
    private List<String> excludes = List.of();
    private long moreWarnings;
    private long moreNotes;
    private long events;
    private long finishedAt;
    private Progress progress = new Progress(0, 0, "starting");
    private ImportState state = ImportState.RUNNING;
    private @Nullable String error;
    private boolean missed;
    private volatile boolean cancelling;

    ImportRun(Id id, Place place, String label, Id actor, long startedAt) {
        this.id = id;
        this.place = place;
        this.label = label;
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
        return excludes;
    }

    synchronized void exclude(List<String> patterns) {
        excludes = List.copyOf(patterns);
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
        return state;
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
        all.add(new Warning(place.location(), "and " + moreWarnings + " warnings more"));
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
    void cancel() {
        cancelling = true;
    }

    boolean isCancelling() {
        return cancelling;
    }

    /**
     * Asks whether to go on.
     *
     * @throws ReadingCancelled when not
     */
    void check() {
        if (cancelling) {
            throw new ReadingCancelled();
        }
    }

    /** The id of the next import: the run's own for the first. */
    synchronized Id nextImportId(Id source) {
        return parts.isEmpty() ? id : Id.of("import-part", id + "\0" + source);
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
