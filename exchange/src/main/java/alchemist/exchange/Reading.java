package alchemist.exchange;

import alchemist.kernel.Id;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One reading of one source: what its reader may ask, and where it puts what it finds. One thread.
 */
public final class Reading {
    /** Where the parts of a reading go. */
    public interface Listener {
        /** What the source states. */
        void stated(Batch batch);

        /** Something was left out or changed. */
        void warned(Warning warning);

        /** Something was understood in a way that people may want to put right. */
        void noted(Note note);

        /** Something was left out now that may be read another time. */
        void missed(Warning warning);

        /** How far it is. */
        void advanced(Progress progress);

        /** Another place was found, perhaps a source of its own. */
        void found(Place place);

        /** Begins, or goes on with, the reading of another source that is at the same place. */
        Reading source(SourceName name);

        /** All that was stated must be recorded before more is. */
        void settle();

        /** What the last reading left for this one, or null. */
        default @Nullable Object left() {
            return null;
        }

        /** Something is left for the next reading. */
        default void leave(Object what, long bytes) {
            // There is no next one.
        }

        /** All that the last reading stated stands, but for some things. */
        default void stands(Set<Id> but) {
            throw new IllegalStateException("no reading came before this");
        }

        /** What is read depends on something. */
        default void depends(Dependency dependency) {
            // Nobody wants to know.
        }
    }

    private final Identities identities;
    private final Stated stated;
    private final boolean known;
    private final Look look;
    private final Listener listener;
    private final BooleanSupplier cancelled;

    /**
     * A reading.
     *
     * @param identities the ids of people
     * @param stated what the source states already
     * @param known whether that is just what the last reading found, by the same rules
     * @param look that it is part of; nothing that is read happened later
     * @param cancelled whether it is wanted no more; asked by the reader's thread
     */
    public Reading(
            Identities identities,
            Stated stated,
            boolean known,
            Look look,
            Listener listener,
            BooleanSupplier cancelled) {
        this.identities = identities;
        this.stated = stated;
        this.known = known;
        this.look = look;
        this.listener = listener;
        this.cancelled = cancelled;
    }

    /** The ids of people. */
    public Identities identities() {
        return identities;
    }

    /** What the source states already. */
    public Stated stated() {
        return stated;
    }

    /**
     * Whether what the source states is just what the last reading found, by the same rules: what
     * cannot have changed since need not be found out again.
     */
    public boolean isKnown() {
        return known;
    }

    /**
     * What the last reading of this source left for this one, where the source states just what it
     * stated at the end of that reading; else null.
     */
    public <T> @Nullable T left(Class<T> kind) {
        Object left = listener.left();
        return kind.isInstance(left) ? kind.cast(left) : null;
    }

    /**
     * Leaves something for the next reading of this source.
     *
     * @param bytes about how many it takes: what is too large is not kept
     */
    public void leave(Object what, long bytes) {
        listener.leave(what, bytes);
    }

    /**
     * All that the source states stands, but for some things: these are stated again where they are
     * there still. Only where the last reading left something.
     */
    public void stands(Set<Id> but) {
        check();
        listener.stands(but);
    }

    /** The look at the outside that it is part of. */
    public Look look() {
        return look;
    }

    /**
     * Tells what the reading depends on: where it tells anything, that is all. While all of it is
     * the same, the place need not be read again.
     */
    public void dependsOn(Dependency dependency) {
        listener.depends(dependency);
    }

    /** When the reading began, µs since 1970. */
    public long nowMicros() {
        return look.nowMicros();
    }

    /** A time that is not later than the reading. */
    public long notLater(long micros) {
        return Math.min(micros, look.nowMicros());
    }

    /**
     * When what is in a file came to be, µs since 1970: as whoever found it knows, else when it was
     * written, but not later than the reading.
     *
     * @throws IOException when the file cannot be looked at
     */
    public long effectiveAt(Place file) throws IOException {
        return file.effectiveAt() == Batch.WHEN_RECORDED
                ? notLater(Files.getLastModifiedTime(file.path()).toMillis() * 1000)
                : file.effectiveAt();
    }

    /**
     * States a batch; may wait until earlier ones are recorded.
     *
     * @throws ReadingCancelled when the reading is wanted no more
     */
    public void state(Batch batch) {
        check();
        if (!batch.isEmpty()) {
            listener.stated(batch);
        }
    }

    /** Tells what was left out or changed. */
    public void warn(String where, String what) {
        listener.warned(new Warning(where, what));
    }

    /** Tells how something was understood. */
    public void note(String where, String what) {
        listener.noted(new Note(where, what));
    }

    /** Tells what could not be read now, and may be another time: so it must be tried again. */
    public void miss(String where, String what) {
        listener.missed(new Warning(where, what));
    }

    /**
     * Tells how far it is.
     *
     * @throws ReadingCancelled when the reading is wanted no more
     */
    public void progress(long done, long total, String what) {
        check();
        listener.advanced(new Progress(done, total, what));
    }

    /** Tells of a place inside, which other readers may read as a source of its own. */
    public void found(Place place) {
        listener.found(place);
    }

    /**
     * The reading of another source that the place holds as well, such as a copy of a whole graph
     * does. It stands or falls with this one.
     */
    public Reading of(SourceName source) {
        check();
        return listener.source(source);
    }

    /** Waits until all that was stated of every source is recorded. */
    public void settle() {
        listener.settle();
    }

    /**
     * Asks whether to go on.
     *
     * @throws ReadingCancelled when not
     */
    public void check() {
        if (cancelled.getAsBoolean()) {
            throw new ReadingCancelled();
        }
    }
}
