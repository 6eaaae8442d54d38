package alchemist.graph.column;

import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * A column of ints in chunks of 64 KB, so that it grows without copying and wastes at most one
 * chunk. One writer; readers as the package says.
 */
public final class IntColumn {
    private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(int[].class);
    private static final int SHIFT = 14;
    private static final int CHUNK = 1 << SHIFT;
    private static final int MASK = CHUNK - 1;

    private int[][] chunks = new int[4][];
    private int size;

    /** How many cells there are; for the writer. */
    public int size() {
        return size;
    }

    /** The cell at an index below the size. */
    public int get(int index) {
        return chunks[index >>> SHIFT][index & MASK];
    }

    /** The cell at an index; what was written before its release is visible afterwards. */
    public int acquire(int index) {
        return (int) CELL.getAcquire(chunks[index >>> SHIFT], index & MASK);
    }

    /** Writes a cell that is not reachable yet. */
    public void put(int index, int value) {
        chunks[index >>> SHIFT][index & MASK] = value;
    }

    /** Writes a cell, and makes all that was written before visible to those who acquire it. */
    public void release(int index, int value) {
        CELL.setRelease(chunks[index >>> SHIFT], index & MASK, value);
    }

    /** Appends a cell; returns its index. */
    public int add(int value) {
        int index = size;
        int chunk = index >>> SHIFT;
        if ((index & MASK) == 0) {
            open(chunk);
        }
        chunks[chunk][index & MASK] = value;
        size = index + 1;
        return index;
    }

    /**
     * Appends four cells, which never cross chunks where the column holds fours only; returns the
     * index of the first.
     */
    public int addFour(int one, int two, int three, int four) {
        int index = size;
        int chunk = index >>> SHIFT;
        int at = index & MASK;
        if (at == 0) {
            open(chunk);
        }
        int[] cells = chunks[chunk];
        cells[at] = one;
        cells[at + 1] = two;
        cells[at + 2] = three;
        cells[at + 3] = four;
        size = index + 4;
        return index;
    }

    /** Appends some cells of zero; returns the index of the first. */
    public int addZeros(int count) {
        int first = size;
        int last = first + count - 1;
        for (int chunk = (first + MASK) >>> SHIFT; chunk <= last >>> SHIFT; chunk++) {
            open(chunk);
        }
        size = first + count;
        return first;
    }

    /** Writes the column for a checkpoint. */
    public void save(Output out) {
        out.varint(size);
        for (int first = 0; first < size; first += CHUNK) {
            Raw.write(chunks[first >>> SHIFT], Math.min(CHUNK, size - first), out);
        }
    }

    /** Reads what {@link #save} wrote, into an empty column. */
    public void load(Input in) {
        int count = in.small();
        for (int first = 0; first < count; first += CHUNK) {
            open(first >>> SHIFT);
            Raw.read(in, chunks[first >>> SHIFT], Math.min(CHUNK, count - first));
        }
        size = count;
    }

    /** The memory that the column takes. */
    public long bytes() {
        return 4L * chunks.length + ((size + (long) MASK) >>> SHIFT) * (4L * CHUNK + 16);
    }

    private void open(int chunk) {
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, chunk * 2);
        }
        chunks[chunk] = new int[CHUNK];
    }
}
