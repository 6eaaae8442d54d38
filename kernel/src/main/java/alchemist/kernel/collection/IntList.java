package alchemist.kernel.collection;

import java.util.Arrays;

/** A growing list of ints. */
public final class IntList {
    private int[] items;
    private int size;

    /** An empty list. */
    public IntList() {
        this(8);
    }

    /** An empty list with room for some. */
    public IntList(int capacity) {
        items = new int[Math.max(8, capacity)];
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** The item at an index. */
    public int at(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("no item has index " + index + " of " + size);
        }
        return items[index];
    }

    /** Appends an item. */
    public void add(int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        items[size++] = item;
    }

    /** Takes the last item off, and returns it. */
    public int pop() {
        if (size == 0) {
            throw new IndexOutOfBoundsException("the list is empty");
        }
        return items[--size];
    }

    /** Replaces an item. */
    public void put(int index, int item) {
        at(index);
        items[index] = item;
    }

    /** Forgets all items. */
    public void clear() {
        size = 0;
    }

    /** A copy. */
    public int[] toArray() {
        return Arrays.copyOf(items, size);
    }
}
