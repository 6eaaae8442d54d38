package alchemist.kernel.collection;

import alchemist.kernel.Id;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.MalformedBytes;
import alchemist.kernel.schema.Output;
import java.util.Arrays;

/**
 * From ids to dense indexes, 0, 1, 2, … in the order of their coming; ids are never taken out. One
 * writer; readers that saw {@link #size} may call {@link #id} for what is below it.
 *
 * <p>Open addressing with linear probing, at most two thirds full. An entry of a table of
 * 2<sup>k</sup> holds the index in the low k bits and bits of the hash above them, so that an id
 * that is not there is mostly known without a look at the ids, and one that is costs two reads of
 * memory:
 *
 * <pre>
 * entry  = tag (32 - k bits) | index (k bits);  -1 = empty
 * memory = 16 bytes an id and 6 to 12 bytes of table
 * </pre>
 */
public final class IdMap {
    private static final int EMPTY = -1;

    /** High and low of each, one after the other. */
    private long[] ids = new long[32];

    private int[] table = emptyTable(32);
    private int size;

    /** An empty map. */
    public IdMap() {}

    /** How many ids there are. */
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
        long[] known = ids;
        int mask = entries.length - 1;
        long hash = hash(high, low);
        int tag = (int) (hash >>> 32) & ~mask;
        for (int slot = (int) hash & mask; ; slot = (slot + 1) & mask) {
            int entry = entries[slot];
            if (entry == EMPTY) {
                return -1;
            }
            if ((entry & ~mask) == tag) {
                int at = (entry & mask) * 2;
                if (known[at + 1] == low && known[at] == high) {
                    return entry & mask;
                }
            }
        }
    }

    /** The index of an id, which is new where it was not there. */
    public int add(Id id) {
        int index = find(id);
        return index >= 0 ? index : append(id);
    }

    /** The id of an index. */
    public Id id(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("no id has index " + index + " of " + size);
        }
        return new Id(ids[2 * index], ids[2 * index + 1]);
    }

    /** Writes ids and table as they lie, for a snapshot. */
    public void save(Output out) {
        out.varint(size);
        out.longs(ids, 0, 2 * size);
        out.varint(table.length);
        out.ints(table, 0, table.length);
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @throws MalformedBytes when it can be no such map
     */
    public static IdMap load(Input in) {
        int size = in.small();
        if (16L * size > in.remaining()) {
            throw new MalformedBytes(size + " ids where " + in.remaining() + " bytes are left");
        }
        IdMap map = new IdMap();
        // With room to grow by an eighth: twice as much would mostly lie empty.
        map.ids = new long[2 * (size + size / 8 + 16)];
        in.longs(map.ids, 0, 2 * size);
        map.size = size;
        int length = in.small();
        boolean fits = Integer.bitCount(length) == 1 && size * 3L <= length * 2L;
        if (!fits || 4L * length > in.remaining()) {
            throw new MalformedBytes("a table of " + length + " entries for " + size + " ids");
        }
        int[] table = new int[length];
        in.ints(table, 0, length);
        int mask = length - 1;
        int used = 0;
        for (int i = 0; i < length; i++) {
            int entry = table[i];
            if (entry != EMPTY) {
                used++;
                if ((entry & mask) >= size) {
                    throw new MalformedBytes("an entry beyond the " + size + " ids");
                }
            }
        }
        if (used != size) {
            throw new MalformedBytes(used + " entries for " + size + " ids");
        }
        map.table = table;
        return map;
    }

    private int append(Id id) {
        int index = size;
        if (index * 2 == ids.length) {
            ids = Arrays.copyOf(ids, ids.length * 2);
        }
        ids[2 * index] = id.high();
        ids[2 * index + 1] = id.low();
        size = index + 1;
        if (size * 3L > table.length * 2L) {
            rehash();
        } else {
            insert(index);
        }
        return index;
    }

    private void rehash() {
        table = emptyTable(table.length * 2);
        for (int i = 0; i < size; i++) {
            insert(i);
        }
    }

    private void insert(int index) {
        int mask = table.length - 1;
        long hash = hash(ids[2 * index], ids[2 * index + 1]);
        int slot = (int) hash & mask;
        while (table[slot] != EMPTY) {
            slot = (slot + 1) & mask;
        }
        table[slot] = ((int) (hash >>> 32) & ~mask) | index;
    }

    private static long hash(long high, long low) {
        long mixed = (high ^ (low >>> 29)) * 0x9E3779B97F4A7C15L + low * 0xC2B2AE3D27D4EB4FL;
        return mixed ^ (mixed >>> 29);
    }

    private static int[] emptyTable(int length) {
        int[] table = new int[length];
        Arrays.fill(table, EMPTY);
        return table;
    }
}
