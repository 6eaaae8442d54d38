package alchemist.domain.graph;

import alchemist.kernel.collection.Chunks;
import alchemist.kernel.collection.IntList;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.MalformedBytes;
import alchemist.kernel.schema.Output;
import alchemist.kernel.value.Value;
import alchemist.kernel.value.ValueCodec;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Values that are too large for a cell of a statement, by index; an index that is dropped is used
 * again. Four bytes a value, and the value: a text that came lately already is an object that all
 * who state it share; one that did not, as most names, is its stored form, which is less than half
 * as large.
 */
final class KeptValues {
    private static final int SHIFT = 12;
    private static final int MASK = (1 << SHIFT) - 1;

    /** Among so many texts those are looked for that are written already. */
    private static final int RECENT = 1 << 12;

    /** Values, and stored forms as arrays of bytes. */
    private final Chunks<Object[]> chunks = new Chunks<>(Object[]::clone);

    private int size;
    private final IntList free = new IntList();
    private final RecentValues recent = new RecentValues();
    private final Output scratch = new Output(64);

    Value at(int index) {
        return value(chunks.at(index >>> SHIFT)[index & MASK]);
    }

    private static Value value(Object kept) {
        return kept instanceof Value value ? value : ValueCodec.read(new Input((byte[]) kept));
    }

    /** Keeps a value; returns its index. */
    int add(Value value) {
        if (free.size() > 0) {
            return replace(free.pop(), value);
        }
        int index = size++;
        if ((index & MASK) == 0) {
            open();
        }
        return replace(index, value);
    }

    /** Keeps a value in the place of another; returns the same index. */
    int replace(int index, Value value) {
        chunks.writable(index >>> SHIFT)[index & MASK] = form(value);
        return index;
    }

    private Object form(Value value) {
        if (!(value instanceof Value.Text text)) {
            return value;
        }
        Value known = recent.known(text);
        if (known != null) {
            return known;
        }
        scratch.clear();
        ValueCodec.write(value, scratch);
        return scratch.toBytes();
    }

    void drop(int index) {
        chunks.writable(index >>> SHIFT)[index & MASK] = Value.NULL;
        free.add(index);
    }

    /** Whether a value is kept at an index. */
    boolean has(int index) {
        return index >= 0 && index < size;
    }

    /** Writes texts that come again soon once; and the indexes that are free. */
    void save(Output out) {
        int count = size;
        chunks.save(out, (frozen, to) -> save(count, frozen, to));
        out.varint(free.size());
        for (int i = 0; i < free.size(); i++) {
            out.varint(free.at(i));
        }
    }

    private static void save(int count, IntFunction<Object[]> chunks, Output out) {
        @Nullable Value[] recent = new Value[RECENT];
        int[] place = new int[RECENT];
        out.varint(count);
        for (int index = 0; index < count; index++) {
            Value value = value(chunks.apply(index >>> SHIFT)[index & MASK]);
            int slot = value instanceof Value.Text(String text) ? slot(text) : -1;
            if (slot >= 0 && value.equals(recent[slot])) {
                out.varint(place[slot] + 1L);
            } else {
                out.varint(0);
                ValueCodec.write(value, out);
                if (slot >= 0) {
                    recent[slot] = value;
                    place[slot] = index;
                }
            }
        }
    }

    /**
     * Reads what {@link #save} wrote, where nothing is kept yet.
     *
     * @throws MalformedBytes when it leads beyond what is there
     */
    void load(Input in) {
        int count = in.length();
        for (int index = 0; index < count; index++) {
            int same = in.small();
            if (same > index) {
                throw new MalformedBytes("value " + index + " is to be the same as a later one");
            }
            if ((index & MASK) == 0) {
                open();
            }
            size = index + 1;
            replace(index, same == 0 ? ValueCodec.read(in) : at(same - 1));
        }
        for (int left = in.length(); left > 0; left--) {
            int index = in.small();
            if (!has(index) || !at(index).equals(Value.NULL)) {
                throw new MalformedBytes("value " + index + " is said to be free");
            }
            free.add(index);
        }
    }

    private static int slot(String text) {
        int mixed = text.hashCode() * 0x9E3779B9;
        return (mixed ^ (mixed >>> 15)) & (RECENT - 1);
    }

    private void open() {
        chunks.add(new Object[1 << SHIFT]);
    }
}
