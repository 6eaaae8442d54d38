package alchemist.domain.graph;

import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.MalformedBytes;
import alchemist.kernel.schema.Output;
import alchemist.kernel.value.Value;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Who states what: (thing, field, source) → value. The statements of one thing are a linked list:
 * those of its existence first, within each part the latest first. A slot that is dropped is used
 * again.
 *
 * <p>A slot is eight ints that lie together, since a walk over a list waits for memory and for
 * nothing else; slots are in chunks, so that they never move as they grow. 32 bytes a statement,
 * with a value that fits into its cell; the others are kept aside.
 *
 * <pre>
 * thing | field | source | import | next slot | since, low | since, high (16 bits), form | cell of the value
 *
 * form     cell
 * nothing, no, yes   –
 * int      the number, where it has 32 bits
 * date     days since 1970-01-01, where they have 32 bits
 * kept     index in {@link KeptValues}
 * </pre>
 */
final class Statements {
    static final int NONE = -1;

    private static final int SHIFT = 12;
    private static final int CHUNK = 1 << SHIFT;
    private static final int MASK = CHUNK - 1;
    private static final int CELLS = 8;
    private static final int THING = 0;
    private static final int FIELD = 1;
    private static final int SOURCE = 2;
    private static final int IMPORT = 3;
    private static final int NEXT = 4;
    private static final int SINCE_LOW = 5;
    private static final int SINCE_HIGH = 6;
    private static final int VALUE = 7;

    private static final int FORM_SHIFT = 16;
    private static final int SINCE_HIGH_MASK = (1 << FORM_SHIFT) - 1;
    private static final int NOTHING = 0;
    private static final int NO = 1;
    private static final int YES = 2;
    private static final int INT = 3;
    private static final int DATE = 4;
    private static final int KEPT = 5;

    private int[][] cells = new int[4][];
    private int slots;
    private int free = NONE;

    private final Things things;
    private final KeptValues kept = new KeptValues();

    /** Statements of these things, which know the first of each. */
    Statements(Things things) {
        this.things = things;
    }

    /** The first statement of a thing; go on with {@link #next}. */
    int first(int ofThing) {
        return things.statement(ofThing);
    }

    int next(int slot) {
        return cell(slot, NEXT);
    }

    int field(int slot) {
        return cell(slot, FIELD);
    }

    int source(int slot) {
        return cell(slot, SOURCE);
    }

    /** The import that stated it, 0 where a person did. */
    int importOrdinal(int slot) {
        return cell(slot, IMPORT);
    }

    /** The position from which it counts. */
    long since(int slot) {
        long high = cell(slot, SINCE_HIGH) & SINCE_HIGH_MASK;
        return high << 32 | (cell(slot, SINCE_LOW) & 0xFFFF_FFFFL);
    }

    Value value(int slot) {
        int cell = cell(slot, VALUE);
        return switch (form(slot)) {
            case NO -> GraphState.NO;
            case YES -> GraphState.YES;
            case INT -> Value.integer(cell);
            case DATE -> new Value.Date(cell);
            case KEPT -> kept.at(cell);
            default -> Value.NULL;
        };
    }

    /** Whether the value equals one; as {@code value(slot).equals(other)}, and makes nothing. */
    boolean states(int slot, Value other) {
        int form = form(slot);
        return form == formOf(other)
                && (form == KEPT
                        ? kept.at(cell(slot, VALUE)).equals(other)
                        : cell(slot, VALUE) == cellOf(other));
    }

    /** Whether the value is {@link GraphState#YES}. */
    boolean isYes(int slot) {
        return form(slot) == YES;
    }

    private int form(int slot) {
        return cell(slot, SINCE_HIGH) >>> FORM_SHIFT;
    }

    private static int formOf(Value value) {
        return switch (value) {
            case Value.Null() -> NOTHING;
            case Value.Bool(boolean flag) -> flag ? YES : NO;
            case Value.Int(long number) when number == (int) number -> INT;
            case Value.Date(long day) when day == (int) day -> DATE;
            default -> KEPT;
        };
    }

    /** What stands in the cell of a value that is not kept aside. */
    private static int cellOf(Value value) {
        return switch (value) {
            case Value.Int(long number) -> (int) number;
            case Value.Date(long day) -> (int) day;
            default -> 0;
        };
    }

    int find(int ofThing, int ofField, int bySource) {
        for (int slot = first(ofThing); slot != NONE; ) {
            int[] chunk = cells[slot >>> SHIFT];
            int at = (slot & MASK) * CELLS;
            if (chunk[at + FIELD] == ofField && chunk[at + SOURCE] == bySource) {
                return slot;
            }
            slot = chunk[at + NEXT];
        }
        return NONE;
    }

    /** States a value that this source has not stated. */
    void add(int ofThing, int ofField, int bySource, Value stated, long from, int byImport) {
        int slot = take(ofThing, ofField, bySource);
        int before = ofField == Fields.EXISTENCE ? NONE : lastExistence(ofThing);
        link(ofThing, before, slot);
        replace(slot, stated, from, byImport);
    }

    private int lastExistence(int ofThing) {
        int last = NONE;
        for (int slot = first(ofThing);
                slot != NONE && field(slot) == Fields.EXISTENCE;
                slot = next(slot)) {
            last = slot;
        }
        return last;
    }

    /** A slot that is in no list yet. */
    private int take(int ofThing, int ofField, int bySource) {
        int slot = free;
        if (slot == NONE) {
            slot = slots++;
            if ((slot & MASK) == 0) {
                open(slot >>> SHIFT);
            }
        } else {
            free = next(slot);
        }
        int[] chunk = cells[slot >>> SHIFT];
        int at = (slot & MASK) * CELLS;
        chunk[at + THING] = ofThing;
        chunk[at + FIELD] = ofField;
        chunk[at + SOURCE] = bySource;
        return slot;
    }

    private void link(int ofThing, int before, int slot) {
        if (before == NONE) {
            put(slot, NEXT, first(ofThing));
            things.statement(ofThing, slot);
        } else {
            put(slot, NEXT, next(before));
            put(before, NEXT, slot);
        }
    }

    void replace(int slot, Value stated, long from, int byImport) {
        int[] chunk = cells[slot >>> SHIFT];
        int at = (slot & MASK) * CELLS;
        boolean wasKept = chunk[at + SINCE_HIGH] >>> FORM_SHIFT == KEPT;
        int form = formOf(stated);
        if (form == KEPT) {
            chunk[at + VALUE] =
                    wasKept ? kept.replace(chunk[at + VALUE], stated) : kept.add(stated);
        } else {
            if (wasKept) {
                kept.drop(chunk[at + VALUE]);
            }
            chunk[at + VALUE] = cellOf(stated);
        }
        chunk[at + SINCE_LOW] = (int) from;
        chunk[at + SINCE_HIGH] = ((int) (from >>> 32) & SINCE_HIGH_MASK) | (form << FORM_SHIFT);
        chunk[at + IMPORT] = byImport;
        if (chunk[at + FIELD] == Fields.EXISTENCE) {
            noteExistence(chunk[at + THING]);
        }
    }

    private void noteExistence(int ofThing) {
        int slot = first(ofThing);
        Things.Existence stated = Things.Existence.UNSTATED;
        if (slot != NONE && field(slot) == Fields.EXISTENCE) {
            int second = next(slot);
            boolean alone = second == NONE || field(second) != Fields.EXISTENCE;
            stated =
                    !alone
                            ? Things.Existence.BY_SEVERAL
                            : isYes(slot) ? Things.Existence.YES : Things.Existence.NO;
        }
        things.existence(ofThing, stated);
    }

    void drop(int slot) {
        int owner = cell(slot, THING);
        int before = first(owner);
        if (before == slot) {
            things.statement(owner, next(slot));
        } else {
            while (next(before) != slot) {
                before = next(before);
            }
            put(before, NEXT, next(slot));
        }
        if (form(slot) == KEPT) {
            kept.drop(cell(slot, VALUE));
        }
        put(slot, SINCE_HIGH, NOTHING);
        put(slot, THING, NONE);
        put(slot, NEXT, free);
        free = slot;
        if (field(slot) == Fields.EXISTENCE) {
            noteExistence(owner);
        }
    }

    /** Writes all as it lies in memory, so that it is read as quickly as it can be copied. */
    void save(Output out) {
        out.varint(slots);
        out.varint(free + 1L);
        for (int first = 0; first < slots; first += CHUNK) {
            out.ints(cells[first >>> SHIFT], 0, CELLS * Math.min(CHUNK, slots - first));
        }
        kept.save(out);
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @param fields how many fields there are
     * @param sources how many sources
     * @throws MalformedBytes when it leads beyond what is there, or in a circle
     */
    static Statements load(Things things, int fields, int sources, Input in) {
        Statements statements = new Statements(things);
        int slots = in.small();
        int free = (int) in.varint() - 1;
        for (int first = 0; first < slots; first += CHUNK) {
            int count = Math.min(CHUNK, slots - first);
            in.require(4 * CELLS * count);
            statements.open(first >>> SHIFT);
            in.ints(statements.cells[first >>> SHIFT], 0, CELLS * count);
        }
        statements.slots = slots;
        statements.free = free;
        statements.kept.load(in);
        statements.check(fields, sources);
        return statements;
    }

    /**
     * A slot is in one list, or is free; a list of which each member is named once has no circle.
     */
    private void check(int fields, int sources) {
        BitSet named = new BitSet(slots);
        name(free, NONE, named);
        for (int t = 0; t < things.size(); t++) {
            name(first(t), t, named);
        }
        for (int slot = 0; slot < slots; slot++) {
            int owner = cell(slot, THING);
            name(next(slot), owner, named);
            boolean fits =
                    owner == NONE
                            || (field(slot) >= 0
                                    && field(slot) < fields
                                    && source(slot) >= 0
                                    && source(slot) < sources
                                    && form(slot) <= KEPT
                                    && (form(slot) != KEPT || kept.has(cell(slot, VALUE))));
            require(fits, slot);
        }
    }

    private void name(int slot, int owner, BitSet named) {
        if (slot != NONE) {
            require(slot >= 0 && slot < slots && !named.get(slot), slot);
            require(cell(slot, THING) == owner, slot);
            named.set(slot);
        }
    }

    private static void require(boolean holds, int slot) {
        if (!holds) {
            throw new MalformedBytes("statement " + slot + " cannot be as it was read");
        }
    }

    private int cell(int slot, int which) {
        return cells[slot >>> SHIFT][(slot & MASK) * CELLS + which];
    }

    private void put(int slot, int which, int value) {
        cells[slot >>> SHIFT][(slot & MASK) * CELLS + which] = value;
    }

    private void open(int chunk) {
        if (chunk == cells.length) {
            cells = Arrays.copyOf(cells, chunk * 2);
        }
        cells[chunk] = new int[CHUNK * CELLS];
    }
}
