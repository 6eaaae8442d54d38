package alchemist.graph.column;

import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * From texts to dense indexes 0, 1, 2, … in the order of their coming; texts are never taken out.
 * For the few thousand types, relations and property keys that stand a million times. One writer;
 * readers as the package says, who find a text once {@link #add} returned.
 */
public final class Terms {
    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(int[].class);

    private record Table(String[] texts, int[] slots) {}

    private volatile Table table = new Table(new String[16], emptySlots(64));
    private int size;

    /** How many texts there are; for the writer. */
    public int size() {
        return size;
    }

    /** The index of a text, or -1. */
    public int find(String text) {
        Table now = table;
        int mask = now.slots.length - 1;
        for (int slot = hash(text) & mask; ; slot = (slot + 1) & mask) {
            int index = (int) SLOT.getAcquire(now.slots, slot);
            if (index < 0 || now.texts[index].equals(text)) {
                return index;
            }
        }
    }

    /** The index of a text, which is new where it was not there. */
    public int add(String text) {
        int index = find(text);
        if (index >= 0) {
            return index;
        }
        if (size == table.texts.length) {
            grow();
        }
        Table now = table;
        now.texts[size] = text;
        insert(text, size, now.slots);
        return size++;
    }

    /** The text of an index below the size. */
    public String text(int index) {
        return table.texts[index];
    }

    /** Writes the texts for a checkpoint. */
    public void save(Output out) {
        out.varint(size);
        for (int i = 0; i < size; i++) {
            out.text(text(i));
        }
    }

    /** Reads what {@link #save} wrote, into an empty dictionary. */
    public void load(Input in) {
        int count = Math.toIntExact(in.varint());
        for (int i = 0; i < count; i++) {
            add(in.text());
        }
    }

    private void grow() {
        Table larger = new Table(Arrays.copyOf(table.texts, size * 2), emptySlots(size * 8));
        for (int i = 0; i < size; i++) {
            insert(larger.texts[i], i, larger.slots);
        }
        table = larger;
    }

    private static void insert(String text, int index, int[] slots) {
        int mask = slots.length - 1;
        int slot = hash(text) & mask;
        while (slots[slot] >= 0) {
            slot = (slot + 1) & mask;
        }
        SLOT.setRelease(slots, slot, index);
    }

    private static int hash(String text) {
        int h = text.hashCode() * 0x9E3779B9;
        return h ^ (h >>> 15);
    }

    private static int[] emptySlots(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, -1);
        return slots;
    }
}
