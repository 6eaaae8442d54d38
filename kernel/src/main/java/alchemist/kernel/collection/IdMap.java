package alchemist.kernel.collection;

import alchemist.kernel.Id;
import java.util.Arrays;

/**
 * From ids to dense indexes, 0, 1, 2, … in the order of their coming; ids are never taken out. Open
 * addressing with linear probing; 16 bytes an id and about 6 bytes of table. One writer; readers
 * that saw {@link #size} may call {@link #id} for what is below it.
 */
public final class IdMap {
    private long[] high;
    private long[] low;
    private int[] table;
    private int size;

    /** An empty map. */
    public IdMap() {
        high = new long[16];
        low = new long[16];
        table = emptyTable(32);
    }

    /** How many ids there are. */
    public int size() {
        return size;
    }

    /** The index of an id, or -1. */
    public int find(Id id) {
        return find(id.high(), id.low());
    }

    /** The index of an id, or -1. */
    public int find(long idHigh, long idLow) {
        int mask = table.length - 1;
        for (int slot = hash(idHigh, idLow) & mask; ; slot = (slot + 1) & mask) {
            int index = table[slot];
            if (index < 0 || (low[index] == idLow && high[index] == idHigh)) {
                return index;
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
        return new Id(high[index], low[index]);
    }

    private int append(Id id) {
        if (size == high.length) {
            high = Arrays.copyOf(high, size * 2);
            low = Arrays.copyOf(low, size * 2);
        }
        if (size * 3 >= table.length * 2) {
            rehash();
        }
        high[size] = id.high();
        low[size] = id.low();
        insert(size);
        return size++;
    }

    private void rehash() {
        table = emptyTable(table.length * 2);
        for (int i = 0; i < size; i++) {
            insert(i);
        }
    }

    private void insert(int index) {
        int mask = table.length - 1;
        int slot = hash(high[index], low[index]) & mask;
        while (table[slot] >= 0) {
            slot = (slot + 1) & mask;
        }
        table[slot] = index;
    }

    private static int hash(long idHigh, long idLow) {
        long mixed = (idHigh ^ (idLow >>> 29)) * 0x9E3779B97F4A7C15L + idLow * 0xC2B2AE3D27D4EB4FL;
        return (int) (mixed >>> 32);
    }

    private static int[] emptyTable(int length) {
        int[] table = new int[length];
        Arrays.fill(table, -1);
        return table;
    }
}
