package alchemist.domain.graph;

import alchemist.kernel.collection.Chunks;
import alchemist.kernel.collection.Lookahead;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.MalformedBytes;
import alchemist.kernel.schema.Output;
import alchemist.kernel.value.Value;
import java.util.BitSet;

/**
 * Who states what: (thing, field, source) → value. The statements of one thing are a linked list:
 * those of its existence first, within each part the latest first. A slot that is dropped is used
 * again.
 *
 * <p>A slot is six ints that lie together, since a walk over a list waits for memory and for
 * nothing else; slots are in chunks, so that they never move as they grow. 24 bytes a statement,
 * with a value that fits into its cell; the others are kept aside.
 *
 * <pre>
 * lane | import | next slot | since, low | since, high (16 bits), form | cell of the value
 *
 * lane     the field and the source, in {@link Lanes}; NONE where the slot is free
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
    private static final int CELLS = 6;
    private static final int LANE = 0;
    private static final int IMPORT = 1;
    private static final int NEXT = 2;
    private static final int SINCE_LOW = 3;
    private static final int SINCE_HIGH = 4;
    private static final int VALUE = 5;

    private static final int FORM_SHIFT = 16;
    private static final int SINCE_HIGH_MASK = (1 << FORM_SHIFT) - 1;
    private static final int NOTHING = 0;
    private static final int NO = 1;
    private static final int YES = 2;
    private static final int INT = 3;
    private static final int DATE = 4;
    private static final int KEPT = 5;

    private final Chunks<int[]> cells = new Chunks<>(int[]::clone);
    private int slots;
    private int free = NONE;

    private final Things things;
    private final Lanes lanes;
    private final KeptValues kept = new KeptValues();

    /** Statements of these things, which know the first of each. */
    Statements(Things things) {
        this(things, new Lanes());
    }

    private Statements(Things things, Lanes lanes) {
        this.things = things;
        this.lanes = lanes;
    }

    /** The first statement of a thing; go on with {@link #next}. */
    int first(int ofThing) {
        return things.statement(ofThing);
    }

    /** Goes on along the statements of each thing. */
    void lookAhead(Lookahead ahead) {
        for (int hop = 0; hop < Lookahead.STATEMENTS; hop++) {
            for (int i = 0; i < ahead.size(); i++) {
                int slot = ahead.at(i);
                if (slot != NONE) {
                    ahead.at(i, next(slot));
                }
            }
        }
    }

    int next(int slot) {
        return cell(slot, NEXT);
    }

    int field(int slot) {
        return lanes.field(cell(slot, LANE));
    }

    int source(int slot) {
        return lanes.source(cell(slot, LANE));
    }

    /** Whether it is of whether the thing is there; such statements come first. */
    boolean isExistence(int slot) {
        return Lanes.isExistence(cell(slot, LANE));
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
        int lane = lanes.find(ofField, bySource);
        return lane == Lanes.NONE ? NONE : find(ofThing, lane);
    }

    private int find(int ofThing, int lane) {
        for (int slot = first(ofThing); slot != NONE; ) {
            int[] chunk = cells.at(slot >>> SHIFT);
            int at = (slot & MASK) * CELLS;
            if (chunk[at + LANE] == lane) {
                return slot;
            }
            slot = chunk[at + NEXT];
        }
        return NONE;
    }

    /** States a value that this source has not stated. */
    void add(int ofThing, int ofField, int bySource, Value stated, long from, int byImport) {
        int lane = lanes.add(ofField, bySource);
        int slot = take(lane);
        int before = Lanes.isExistence(lane) ? NONE : lastExistence(ofThing);
        link(ofThing, before, slot);
        replace(ofThing, slot, stated, from, byImport);
    }

    private int lastExistence(int ofThing) {
        int last = NONE;
        for (int slot = first(ofThing); slot != NONE && isExistence(slot); slot = next(slot)) {
            last = slot;
        }
        return last;
    }

    /** A slot that is in no list yet. */
    private int take(int lane) {
        int slot = free;
        if (slot == NONE) {
            slot = slots++;
            if ((slot & MASK) == 0) {
                open();
            }
        } else {
            free = next(slot);
        }
        put(slot, LANE, lane);
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

    /** States another value in a slot of a thing. */
    void replace(int ofThing, int slot, Value stated, long from, int byImport) {
        int[] chunk = cells.writable(slot >>> SHIFT);
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
        if (Lanes.isExistence(chunk[at + LANE])) {
            noteExistence(ofThing);
        }
    }

    private void noteExistence(int ofThing) {
        int slot = first(ofThing);
        Things.Existence stated = Things.Existence.UNSTATED;
        if (slot != NONE && isExistence(slot)) {
            int second = next(slot);
            boolean alone = second == NONE || !isExistence(second);
            stated =
                    !alone
                            ? Things.Existence.BY_SEVERAL
                            : isYes(slot) ? Things.Existence.YES : Things.Existence.NO;
        }
        things.existence(ofThing, stated);
    }

    /** Takes a slot out of the list of its thing. */
    void drop(int ofThing, int slot) {
        int before = first(ofThing);
        if (before == slot) {
            things.statement(ofThing, next(slot));
        } else {
            while (next(before) != slot) {
                before = next(before);
            }
            put(before, NEXT, next(slot));
        }
        if (form(slot) == KEPT) {
            kept.drop(cell(slot, VALUE));
        }
        boolean existence = isExistence(slot);
        put(slot, SINCE_HIGH, NOTHING);
        put(slot, LANE, Lanes.NONE);
        put(slot, NEXT, free);
        free = slot;
        if (existence) {
            noteExistence(ofThing);
        }
    }

    /** Writes all as it lies in memory, so that it is read as quickly as it can be copied. */
    void save(Output out) {
        lanes.save(out);
        out.varint(slots);
        out.varint(free + 1L);
        Chunks.saveInts(cells, (long) CELLS * slots, out);
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
        Statements statements = new Statements(things, Lanes.load(fields, sources, in));
        int slots = in.small();
        int free = (int) in.varint() - 1;
        for (int first = 0; first < slots; first += CHUNK) {
            int count = Math.min(CHUNK, slots - first);
            in.require(4 * CELLS * count);
            statements.open();
            in.ints(statements.cells.writable(first >>> SHIFT), 0, CELLS * count);
        }
        statements.slots = slots;
        statements.free = free;
        statements.kept.load(in);
        statements.check();
        return statements;
    }

    /**
     * A slot is in one list, or is free; a list of which each member is named once has no circle.
     */
    private void check() {
        BitSet named = new BitSet(slots);
        name(free, true, named);
        for (int t = 0; t < things.size(); t++) {
            name(first(t), false, named);
        }
        for (int slot = 0; slot < slots; slot++) {
            boolean isFree = cell(slot, LANE) == Lanes.NONE;
            name(next(slot), isFree, named);
            boolean fits =
                    isFree
                            || (lanes.has(cell(slot, LANE))
                                    && form(slot) <= KEPT
                                    && (form(slot) != KEPT || kept.has(cell(slot, VALUE))));
            require(fits, slot);
        }
    }

    private void name(int slot, boolean isFree, BitSet named) {
        if (slot != NONE) {
            require(slot >= 0 && slot < slots && !named.get(slot), slot);
            require((cell(slot, LANE) == Lanes.NONE) == isFree, slot);
            named.set(slot);
        }
    }

    private static void require(boolean holds, int slot) {
        if (!holds) {
            throw new MalformedBytes("statement " + slot + " cannot be as it was read");
        }
    }

    private int cell(int slot, int which) {
        return cells.at(slot >>> SHIFT)[(slot & MASK) * CELLS + which];
    }

    private void put(int slot, int which, int value) {
        cells.writable(slot >>> SHIFT)[(slot & MASK) * CELLS + which] = value;
    }

    private void open() {
        cells.add(new int[CHUNK * CELLS]);
    }
}
