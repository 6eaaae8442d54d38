package alchemist.graph.column;

import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import java.util.Arrays;

/** A column of longs in chunks of 32 KB. One writer; readers as the package says. */
public final class LongColumn {
    private static final int SHIFT = 12;
    private static final int CHUNK = 1 << SHIFT;
    private static final int MASK = CHUNK - 1;

    private long[][] chunks = new long[4][];
    private int size;

    /** How many cells there are; for the writer. */
    public int size() {
        return size;
    }

    /** The cell at an index below the size. */
    public long get(int index) {
        return chunks[index >>> SHIFT][index & MASK];
    }

    /** Replaces a cell that is not reachable yet. */
    public void put(int index, long value) {
        chunks[index >>> SHIFT][index & MASK] = value;
    }

    /** Appends a cell; returns its index. */
    public int add(long value) {
        int index = size;
        int chunk = index >>> SHIFT;
        if ((index & MASK) == 0) {
            open(chunk);
        }
        chunks[chunk][index & MASK] = value;
        size = index + 1;
        return index;
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
        return 4L * chunks.length + ((size + (long) MASK) >>> SHIFT) * (8L * CHUNK + 16);
    }

    private void open(int chunk) {
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, chunk * 2);
        }
        chunks[chunk] = new long[CHUNK];
    }
}
