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
 * <p>Open addressing with linear probing, at most four fifths full. An entry of a table of
 * 2<sup>k</sup> holds the index in the low k bits and bits of the hash above them, so that an id
 * that is not there is mostly known without a look at the ids, and one that is costs two reads of
 * memory:
 *
 * <pre>
 * entry  = tag (32 - k bits) | index (k bits);  -1 = empty
 * memory = 16 bytes an id and 5 to 10 bytes of table
 * </pre>
 */
public final class IdMap {
    private static final int EMPTY = -1;
    private static final int SHIFT = 12;
    private static final int CHUNK = 1 << SHIFT;
    private static final int MASK = CHUNK - 1;

    /** High and low of each, one after the other, in chunks of which only the first ever grows. */
    private long[][] chunks = {new long[32]};

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
        return find(table, chunks, high, low);
    }

    private static int find(int[] entries, long[][] chunks, long high, long low) {
        int mask = entries.length - 1;
        long hash = hash(high, low);
        int tag = (int) (hash >>> 32) & ~mask;
        for (int slot = (int) hash & mask; ; slot = (slot + 1) & mask) {
            int entry = entries[slot];
            if (entry == EMPTY) {
                return -1;
            }
            if ((entry & ~mask) == tag && is(chunks, entry & mask, high, low)) {
                return entry & mask;
            }
        }
    }

    /** Looks up many ids at once; as {@link #find} for each. */
    public void find(Lookahead ahead) {
        find(ahead, table, chunks);
    }

    /**
     * Looks up many ids at once, for whoever keeps ids as this does.
     *
     * @param entries the table
     * @param chunks high and low of each id, 4096 ids in each chunk
     */
    public static void find(Lookahead ahead, int[] entries, long[][] chunks) {
        int mask = entries.length - 1;
        int size = ahead.size();
        // Each step reads for all of them what the next step looks at.
        for (int i = 0; i < size; i++) {
            ahead.at(i, entries[(int) hash(ahead.high(i), ahead.low(i)) & mask]);
        }
        for (int i = 0; i < size; i++) {
            ahead.at(i, tagged(entries, hash(ahead.high(i), ahead.low(i))));
        }
        for (int i = 0; i < size; i++) {
            int index = ahead.at(i);
            if (index >= 0 && !is(chunks, index, ahead.high(i), ahead.low(i))) {
                ahead.at(i, find(entries, chunks, ahead.high(i), ahead.low(i)));
            }
        }
    }

    /** The first index in the table with the tag of a hash, or -1. */
    private static int tagged(int[] entries, long hash) {
        int mask = entries.length - 1;
        int tag = (int) (hash >>> 32) & ~mask;
        int slot = (int) hash & mask;
        while (entries[slot] != EMPTY && (entries[slot] & ~mask) != tag) {
            slot = (slot + 1) & mask;
        }
        return entries[slot] == EMPTY ? -1 : entries[slot] & mask;
    }

    private static boolean is(long[][] chunks, int index, long high, long low) {
        long[] chunk = chunks[index >>> SHIFT];
        int at = (index & MASK) * 2;
        return chunk[at + 1] == low && chunk[at] == high;
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
        long[] chunk = chunks[index >>> SHIFT];
        int at = (index & MASK) * 2;
        return new Id(chunk[at], chunk[at + 1]);
    }

    /**
     * Writes ids and table as they lie, for a snapshot; later, where that may be. Then ids may have
     * come meanwhile: those before them are where they were, and found where they were, since none
     * of them was put behind one that came later.
     */
    public void save(Output out) {
        int count = size;
        long[][] ids = chunks.clone();
        int[] entries = table;
        out.defer(to -> save(count, ids, entries, to));
    }

    private static void save(int count, long[][] ids, int[] entries, Output out) {
        out.varint(count);
        for (int first = 0; first < count; first += CHUNK) {
            out.longs(ids[first >>> SHIFT], 0, 2 * Math.min(CHUNK, count - first));
        }
        out.varint(entries.length);
        int mask = entries.length - 1;
        for (int entry : entries) {
            out.fixed32((entry & mask) < count ? entry : EMPTY);
        }
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
        for (int first = 0; first < size; first += CHUNK) {
            int count = Math.min(CHUNK, size - first);
            // What is less than a chunk gets room to grow by an eighth.
            int room = size < CHUNK ? Math.min(CHUNK, size + size / 8 + 16) : CHUNK;
            map.open(first >>> SHIFT, room);
            in.longs(map.chunks[first >>> SHIFT], 0, 2 * count);
        }
        map.size = size;
        int length = in.small();
        boolean fits = Integer.bitCount(length) == 1 && size * 5L <= length * 4L;
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
        int at = (index & MASK) * 2;
        if (index < CHUNK && at == chunks[0].length) {
            chunks[0] = Arrays.copyOf(chunks[0], Math.min(2 * CHUNK, at * 2));
        } else if (index >= CHUNK && at == 0) {
            open(index >>> SHIFT, CHUNK);
        }
        long[] chunk = chunks[index >>> SHIFT];
        chunk[at] = id.high();
        chunk[at + 1] = id.low();
        size = index + 1;
        if (size * 5L > table.length * 4L) {
            rehash();
        } else {
            insert(index);
        }
        return index;
    }

    private void open(int chunk, int room) {
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, chunk * 2);
        }
        chunks[chunk] = new long[2 * room];
    }

    private void rehash() {
        table = emptyTable(table.length * 2);
        for (int i = 0; i < size; i++) {
            insert(i);
        }
    }

    private void insert(int index) {
        int mask = table.length - 1;
        long[] chunk = chunks[index >>> SHIFT];
        int at = (index & MASK) * 2;
        long hash = hash(chunk[at], chunk[at + 1]);
        int slot = (int) hash & mask;
        while (table[slot] != EMPTY) {
            slot = (slot + 1) & mask;
        }
        table[slot] = ((int) (hash >>> 32) & ~mask) | index;
    }

    /** The hash of an id: its high half is the tag, its low half says where to look first. */
    public static long hash(long high, long low) {
        long mixed = (high ^ (low >>> 29)) * 0x9E3779B97F4A7C15L + low * 0xC2B2AE3D27D4EB4FL;
        return mixed ^ (mixed >>> 29);
    }

    private static int[] emptyTable(int length) {
        int[] table = new int[length];
        Arrays.fill(table, EMPTY);
        return table;
    }
}
