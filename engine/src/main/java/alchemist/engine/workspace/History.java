package alchemist.engine.workspace;

import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import java.util.Arrays;

/**
 * What a client did lately and can take back: its {@value #SIZE} latest ordinary commands. Each
 * stands, or is undone and can be done again until the client does something else, or is undone for
 * good.
 *
 * <p>A command is known by its origin, the position of its first event when it was decided first;
 * and by its latest decision: itself, its undo, or its redo.
 */
final class History {
    /** How many commands are remembered. */
    static final int SIZE = 100;

    /** The command stands. */
    static final byte STANDS = 0;

    /** It is undone, and can be done again. */
    static final byte UNDONE = 1;

    private static final byte UNDONE_FOR_GOOD = 2;

    private long[] origins = new long[4];
    private long[] latest = new long[4];
    private byte[] fates = new byte[4];
    private int size;
    private int undone;

    int size() {
        return size;
    }

    long origin(int entry) {
        return origins[entry];
    }

    long latest(int entry) {
        return latest[entry];
    }

    /** {@link #STANDS}, {@link #UNDONE}, or undone for good. */
    byte fate(int entry) {
        return fates[entry];
    }

    /** The entry of a command, by its origin or its latest decision, or -1. */
    int find(long position) {
        for (int i = size - 1; i >= 0; i--) {
            if (origins[i] == position || latest[i] == position) {
                return i;
            }
        }
        return -1;
    }

    /** The last entry before another that stands, or -1. */
    int lastStanding(int before) {
        for (int i = before - 1; i >= 0; i--) {
            if (fate(i) == STANDS) {
                return i;
            }
        }
        return -1;
    }

    /** The entry that was undone last, or -1. */
    int lastUndone() {
        int last = -1;
        for (int i = 0; i < size && undone > 0; i++) {
            if (fate(i) == UNDONE && (last < 0 || latest[i] > latest[last])) {
                last = i;
            }
        }
        return last;
    }

    /** An ordinary command was accepted: what was undone before cannot be done again. */
    void did(long position) {
        for (int i = 0; i < size && undone > 0; i++) {
            if (fate(i) == UNDONE) {
                change(i, UNDONE_FOR_GOOD);
            }
        }
        append(position);
    }

    private void append(long position) {
        if (size == SIZE) {
            System.arraycopy(origins, 1, origins, 0, SIZE - 1);
            System.arraycopy(latest, 1, latest, 0, SIZE - 1);
            System.arraycopy(fates, 1, fates, 0, SIZE - 1);
            size--;
        } else if (size == origins.length) {
            int capacity = Math.min(SIZE, size * 2);
            origins = Arrays.copyOf(origins, capacity);
            latest = Arrays.copyOf(latest, capacity);
            fates = Arrays.copyOf(fates, capacity);
        }
        origins[size] = position;
        latest[size] = position;
        fates[size] = STANDS;
        size++;
    }

    /** A command was undone. */
    void undid(int entry, long position) {
        latest[entry] = position;
        change(entry, UNDONE);
    }

    /** A command was done again. */
    void redid(int entry, long position) {
        latest[entry] = position;
        change(entry, STANDS);
    }

    private void change(int entry, byte fate) {
        undone += (fate == UNDONE ? 1 : 0) - (fate(entry) == UNDONE ? 1 : 0);
        fates[entry] = fate;
    }

    void save(Output out) {
        out.varint(size);
        for (int i = 0; i < size; i++) {
            out.varint(origins[i]);
            out.varint(latest[i]);
            out.u8(fates[i]);
        }
    }

    static History load(Input in) {
        History history = new History();
        for (int i = 0, count = in.length(); i < count; i++) {
            history.append(in.varint());
            history.latest[i] = in.varint();
            history.fates[i] = (byte) in.u8();
            history.undone += history.fate(i) == UNDONE ? 1 : 0;
        }
        return history;
    }
}
