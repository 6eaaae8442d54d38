package alchemist.domain.graph;

import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import alchemist.kernel.value.Value;
import alchemist.kernel.value.ValueCodec;
import java.util.Arrays;

/**
 * Who states what: (thing, field, source) → value, in arrays. The statements of one thing are a
 * linked list, latest first; a slot that is dropped is used again. About 40 bytes a statement, and
 * its value.
 */
final class Statements {
    static final int NONE = -1;

    private int[] head = new int[64];
    private int[] thing = new int[64];
    private int[] field = new int[64];
    private int[] source = new int[64];
    private int[] importOrdinal = new int[64];
    private int[] next = new int[64];
    private long[] since = new long[64];
    private Value[] value = new Value[64];
    private int slots;
    private int free = NONE;

    Statements() {
        Arrays.fill(head, NONE);
    }

    /** The first statement of a thing; go on with {@link #next}. */
    int first(int ofThing) {
        return ofThing < head.length ? head[ofThing] : NONE;
    }

    int next(int slot) {
        return next[slot];
    }

    int field(int slot) {
        return field[slot];
    }

    int source(int slot) {
        return source[slot];
    }

    /** The import that stated it, 0 where a person did. */
    int importOrdinal(int slot) {
        return importOrdinal[slot];
    }

    /** The position from which it counts. */
    long since(int slot) {
        return since[slot];
    }

    Value value(int slot) {
        return value[slot];
    }

    int find(int ofThing, int ofField, int bySource) {
        for (int slot = first(ofThing); slot != NONE; slot = next[slot]) {
            if (field[slot] == ofField && source[slot] == bySource) {
                return slot;
            }
        }
        return NONE;
    }

    /** States a value that this source has not stated. */
    void add(int ofThing, int ofField, int bySource, Value stated, long from, int byImport) {
        reach(ofThing);
        int slot = free;
        if (slot == NONE) {
            slot = slots++;
            if (slot == thing.length) {
                grow();
            }
        } else {
            free = next[slot];
        }
        thing[slot] = ofThing;
        field[slot] = ofField;
        source[slot] = bySource;
        next[slot] = head[ofThing];
        head[ofThing] = slot;
        replace(slot, stated, from, byImport);
    }

    void replace(int slot, Value stated, long from, int byImport) {
        value[slot] = stated;
        since[slot] = from;
        importOrdinal[slot] = byImport;
    }

    void drop(int slot) {
        int owner = thing[slot];
        if (head[owner] == slot) {
            head[owner] = next[slot];
        } else {
            int before = head[owner];
            while (next[before] != slot) {
                before = next[before];
            }
            next[before] = next[slot];
        }
        value[slot] = Value.NULL;
        thing[slot] = NONE;
        next[slot] = free;
        free = slot;
    }

    void save(int things, Output out) {
        for (int t = 0; t < things; t++) {
            for (int slot = first(t); slot != NONE; slot = next[slot]) {
                out.varint(field[slot] + 1L);
                out.varint(source[slot]);
                out.varint(importOrdinal[slot]);
                out.varint(since[slot]);
                ValueCodec.write(value[slot], out);
            }
            out.varint(0);
        }
    }

    static Statements load(int things, Input in) {
        Statements statements = new Statements();
        for (int t = 0; t < things; t++) {
            int last = NONE;
            for (long f = in.varint(); f != 0; f = in.varint()) {
                int bySource = (int) in.varint();
                int byImport = (int) in.varint();
                long from = in.varint();
                last =
                        statements.append(
                                t,
                                last,
                                (int) f - 1,
                                bySource,
                                ValueCodec.read(in),
                                from,
                                byImport);
            }
        }
        return statements;
    }

    /**
     * As {@link #add}, behind the last statement: what is read keeps the order in which it was
     * written.
     */
    private int append(
            int ofThing,
            int last,
            int ofField,
            int bySource,
            Value stated,
            long from,
            int byImport) {
        add(ofThing, ofField, bySource, stated, from, byImport);
        int slot = head[ofThing];
        if (last != NONE) {
            head[ofThing] = next[slot];
            next[slot] = NONE;
            next[last] = slot;
        }
        return slot;
    }

    private void reach(int ofThing) {
        if (ofThing >= head.length) {
            int former = head.length;
            head = Arrays.copyOf(head, Math.max(former * 2, ofThing + 1));
            Arrays.fill(head, former, head.length, NONE);
        }
    }

    private void grow() {
        int length = thing.length * 2;
        thing = Arrays.copyOf(thing, length);
        field = Arrays.copyOf(field, length);
        source = Arrays.copyOf(source, length);
        importOrdinal = Arrays.copyOf(importOrdinal, length);
        next = Arrays.copyOf(next, length);
        since = Arrays.copyOf(since, length);
        value = Arrays.copyOf(value, length);
    }
}
