package alchemist.kernel.collection;

import alchemist.kernel.schema.Deferred;
import alchemist.kernel.schema.Output;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Arrays of one length that together are a long one, and never move as it grows. While it is saved
 * by another thread, each array is shared until it is first written to, which costs one copy of
 * that array. One writer.
 *
 * @param <A> the arrays, such as {@code int[]}
 */
public final class Chunks<A> {
    private final UnaryOperator<A> copy;
    private Object[] chunks = new Object[4];
    private int size;
    private @Nullable Shared shared;

    /**
     * No arrays.
     *
     * @param copy makes a copy of one, such as {@code int[]::clone}
     */
    public Chunks(UnaryOperator<A> copy) {
        this.copy = copy;
    }

    /** Writes what is in the arrays. */
    @FunctionalInterface
    public interface Part<A> {
        /**
         * Writes them.
         *
         * @param chunks each array by its number; not to be changed
         */
        void write(IntFunction<A> chunks, Output out);
    }

    /** Which arrays are not to be written to, since they are still to be saved. */
    private static final class Shared {
        final boolean[] chunks;
        private final Deferred saving;

        /** What was to be saved before, and is not yet. */
        private final @Nullable Shared before;

        Shared(int size, Deferred saving, @Nullable Shared before) {
            this.chunks = new boolean[size];
            this.saving = saving;
            this.before = before;
            Arrays.fill(chunks, true);
        }

        boolean isOver() {
            return saving.isClosed() && (before == null || before.isOver());
        }
    }

    /** How many arrays there are. */
    public int size() {
        return size;
    }

    /** An array, to be read. */
    public A at(int chunk) {
        return at(chunks, chunk);
    }

    /** An array, to be written to. */
    public A writable(int chunk) {
        Shared with = shared;
        if (with != null) {
            unshare(with, chunk);
        }
        return at(chunk);
    }

    /** Adds an array. */
    public void add(A chunk) {
        if (size == chunks.length) {
            chunks = Arrays.copyOf(chunks, size * 2);
        }
        chunks[size++] = chunk;
    }

    /** Writes what is in the arrays now; later, where that may be. */
    public void save(Output out, Part<A> part) {
        Deferred saving = out.deferred();
        if (saving == null) {
            part.write(this::at, out);
            return;
        }
        Object[] now = chunks.clone();
        shared = new Shared(size, saving, shared == null || shared.isOver() ? null : shared);
        out.defer(to -> part.write(chunk -> at(now, chunk), to));
    }

    /**
     * Writes the first of all ints, as they lie; later, where that may be.
     *
     * @param count how many
     */
    public static void saveInts(Chunks<int[]> of, long count, Output out) {
        of.save(
                out,
                (chunks, to) -> {
                    long left = count;
                    for (int chunk = 0; left > 0; chunk++) {
                        int[] ints = chunks.apply(chunk);
                        int part = (int) Math.min(left, ints.length);
                        to.ints(ints, 0, part);
                        left -= part;
                    }
                });
    }

    private void unshare(Shared with, int chunk) {
        if (with.isOver()) {
            shared = null;
        } else if (chunk < with.chunks.length && with.chunks[chunk]) {
            chunks[chunk] = copy.apply(at(chunk));
            with.chunks[chunk] = false;
        }
    }

    @SuppressWarnings("unchecked") // those that were added
    private A at(Object[] from, int chunk) {
        return (A) from[chunk];
    }
}
