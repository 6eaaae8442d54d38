package alchemist.graph.column;

import alchemist.kernel.Id;
import alchemist.kernel.collection.IdMap;
import alchemist.kernel.collection.Lookahead;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.MalformedBytes;
import alchemist.kernel.schema.Output;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * From ids to dense indexes 0, 1, 2, … in the order of their coming; ids are never taken out. One
 * writer; readers as the package says.
 *
 * <p>Open addressing with linear probing, at most four fifths full. A table of 2<sup>k</sup>
 * entries holds in each entry the index in the low k bits and the first bits of the hash above
 * them, so that what is not there is mostly known without a look at the ids:
 *
 * <pre>
 * entry  = tag (32 - k bits) | index (k bits);  -1 = empty
 * memory = 16 bytes an id, 5 to 10 bytes of table
 * </pre>
 */
public final class IdTable {
    private static final VarHandle ENTRY = MethodHandles.arrayElementVarHandle(int[].class);
    private static final int SHIFT = 12;
    private static final int MASK = (1 << SHIFT) - 1;
    private static final int LEAST_BITS = 6;

    private long[][] chunks = new long[4][];
    private volatile int[] table = empty(LEAST_BITS);
    private int size;

    /** How many ids there are; for the writer. */
    public int size() {
        return size;
    }

    /** The index of an id, or -1. */
    public int find(Id id) {
        return find(id.high(), id.low());
    }

    /** The index of an id, or -1. */
    public int find(long high, long low) {
        int[] entries = table;
        int mask = entries.length - 1;
        long hash = IdMap.hash(high, low);
        int tag = (int) (hash >>> 32) & ~mask;
        for (int slot = (int) hash & mask; ; slot = (slot + 1) & mask) {
            int entry = (int) ENTRY.getAcquire(entries, slot);
            if (entry == -1) {
                return -1;
            }
            if ((entry & ~mask) == tag && is(entry & mask, high, low)) {
                return entry & mask;
            }
        }
    }

    /** Looks up many ids at once; as {@link #find} for each. For the writer. */
    public void find(Lookahead ahead) {
        IdMap.find(ahead, table, chunks);
    }

    /** Appends an id that is not there; returns its index. Readers find it once this returns. */
    public int append(Id id) {
        int index = size;
        int chunk = index >>> SHIFT;
        if ((index & MASK) == 0) {
            open(chunk);
        }
        chunks[chunk][(index & MASK) * 2] = id.high();
        chunks[chunk][(index & MASK) * 2 + 1] = id.low();
        size = index + 1;
        if (size * 5L > table.length * 4L) {
            grow();
        } else {
            insert(table, index);
        }
        return index;
    }

    /** The id of an index below the size. */
    public Id id(int index) {
        long[] chunk = chunks[index >>> SHIFT];
        int at = (index & MASK) * 2;
        return new Id(chunk[at], chunk[at + 1]);
    }

    /** Writes ids and table for a checkpoint. */
    public void save(Output out) {
        out.varint(size);
        for (int first = 0; first < size; first += 1 << SHIFT) {
            Raw.write(chunks[first >>> SHIFT], 2 * Math.min(1 << SHIFT, size - first), out);
        }
        out.varint(table.length);
        Raw.write(table, table.length, out);
    }

    /** Reads what {@link #save} wrote, into an empty table. */
    public void load(Input in) {
        int count = in.small();
        for (int first = 0; first < count; first += 1 << SHIFT) {
            open(first >>> SHIFT);
            Raw.read(in, chunks[first >>> SHIFT], 2 * Math.min(1 << SHIFT, count - first));
        }
        size = count;
        int length = in.small();
        if (Integer.bitCount(length) != 1 || size * 5L > length * 4L) {
            throw new MalformedBytes("a table of " + length + " entries for " + size + " ids");
        }
        Raw.need(in, 4L * length);
        int[] entries = new int[length];
        Raw.read(in, entries, length);
        table = entries;
    }

    /** The memory that ids and table take. */
    public long bytes() {
        return 4L * table.length + ((size + (long) MASK) >>> SHIFT) * ((16L << SHIFT) + 16);
    }

    private boolean is(int index, long high, long low) {
        long[] chunk = chunks[index >>> SHIFT];
        int at = (index & MASK) * 2;
        return chunk[at + 1] == low && chunk[at] == high;
    }

    private void open(int chunk) {
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, chunk * 2);
        }
        chunks[chunk] = new long[2 << SHIFT];
    }

    private void grow() {
        int[] larger = empty(Integer.numberOfTrailingZeros(table.length) + 1);
        for (int i = 0; i < size; i++) {
            insert(larger, i);
        }
        table = larger;
    }

    private void insert(int[] entries, int index) {
        int mask = entries.length - 1;
        long[] chunk = chunks[index >>> SHIFT];
        int at = (index & MASK) * 2;
        long hash = IdMap.hash(chunk[at], chunk[at + 1]);
        int slot = (int) hash & mask;
        while (entries[slot] != -1) {
            slot = (slot + 1) & mask;
        }
        ENTRY.setRelease(entries, slot, ((int) (hash >>> 32) & ~mask) | index);
    }

    private static int[] empty(int bits) {
        int[] table = new int[1 << bits];
        Arrays.fill(table, -1);
        return table;
    }
}
