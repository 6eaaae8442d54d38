package alchemist.kernel.collection;

import java.util.Arrays;

/**
 * From texts to dense indexes, 0, 1, 2, … in the order of their coming; texts are never taken out.
 * For the few thousand names that stand a million times.
 */
public final class Names {
    private String[] names = new String[16];
    private int[] table = emptyTable(32);
    private int size;

    /** How many names there are. */
    public int size() {
        return size;
    }

    /** The index of a name, or -1. */
    public int find(String name) {
        int mask = table.length - 1;
        for (int slot = hash(name) & mask; ; slot = (slot + 1) & mask) {
            int index = table[slot];
            if (index < 0 || names[index].equals(name)) {
                return index;
            }
        }
    }

    /** The index of a name, which is new where it was not there. */
    public int add(String name) {
        int index = find(name);
        if (index >= 0) {
            return index;
        }
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2);
        }
        names[size] = name;
        if (size * 2 >= table.length) {
            table = emptyTable(table.length * 2);
            for (int i = 0; i < size; i++) {
                insert(i);
            }
        }
        insert(size);
        return size++;
    }

    /** The name of an index. */
    public String name(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("no name has index " + index + " of " + size);
        }
        return names[index];
    }

    private void insert(int index) {
        int mask = table.length - 1;
        int slot = hash(names[index]) & mask;
        while (table[slot] >= 0) {
            slot = (slot + 1) & mask;
        }
        table[slot] = index;
    }

    private static int hash(String name) {
        int h = name.hashCode() * 0x9E3779B9;
        return h ^ (h >>> 15);
    }

    private static int[] emptyTable(int length) {
        int[] table = new int[length];
        Arrays.fill(table, -1);
        return table;
    }
}
