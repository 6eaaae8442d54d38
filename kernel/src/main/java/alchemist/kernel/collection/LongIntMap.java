package alchemist.kernel.collection;

import java.util.Arrays;

/**
 * From longs to ints that are not negative. Open addressing; an entry can be replaced and taken
 * out.
 */
public final class LongIntMap {
    private long[] keys = new long[16];
    private int[] values = absent(16);
    private int size;

    /** How many entries there are. */
    public int size() {
        return size;
    }

    /** The value of a key, or -1. */
    public int find(long key) {
        int mask = keys.length - 1;
        for (int slot = hash(key) & mask; ; slot = (slot + 1) & mask) {
            if (values[slot] < 0 || keys[slot] == key) {
                return values[slot];
            }
        }
    }

    /** Sets the value (0 or more) of a key; returns the former, or -1. */
    public int put(long key, int value) {
        if (value < 0) {
            throw new IllegalArgumentException("values are not negative, this is " + value);
        }
        if (size * 3 >= keys.length * 2) {
            grow();
        }
        int mask = keys.length - 1;
        int slot = hash(key) & mask;
        while (values[slot] >= 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        int former = values[slot];
        keys[slot] = key;
        values[slot] = value;
        if (former < 0) {
            size++;
        }
        return former;
    }

    /** Takes a key out; returns its value, or -1. */
    public int remove(long key) {
        int mask = keys.length - 1;
        int slot = hash(key) & mask;
        while (values[slot] >= 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        int former = values[slot];
        if (former < 0) {
            return -1;
        }
        size--;
        int hole = slot;
        for (int next = (hole + 1) & mask; values[next] >= 0; next = (next + 1) & mask) {
            int home = hash(keys[next]) & mask;
            if (((next - home) & mask) >= ((next - hole) & mask)) {
                keys[hole] = keys[next];
                values[hole] = values[next];
                hole = next;
            }
        }
        values[hole] = -1;
        return former;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = absent(oldKeys.length * 2);
        size = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] >= 0) {
                put(oldKeys[i], oldValues[i]);
            }
        }
    }

    private static int hash(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32);
    }

    private static int[] absent(int length) {
        int[] values = new int[length];
        Arrays.fill(values, -1);
        return values;
    }
}
