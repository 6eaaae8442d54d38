package alchemist.graph;

import alchemist.graph.column.IntColumn;
import alchemist.kernel.collection.Lookahead;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;

/**
 * What was ever stated, one row a version, never changed but for the link to the next slot:
 *
 * <pre>
 * row     next slot | lane       | value             | position           16 bytes
 * and where the lane's sign bit is set, a second row behind it:
 *         former    | since      | effective from    | reverted to        16 bytes more
 * </pre>
 *
 * The rows of a thing form a list of <em>slots</em>, one for each (field, source): the newest
 * version of each, existence first. Behind a slot its former versions follow, newest first. A
 * source that states nothing any more has a newest version of the value {@link #ABSENT}.
 *
 * <p>A row that takes back what its source stated after a position names that position ("reverted
 * to", else -1) and repeats the version that was current then: with its value, its since and the
 * position from whose effective time it holds. Versions between the two never were, as far as is
 * known after the row's position.
 */
final class Rows {
    static final int NONE = -1;

    /** The source states nothing. */
    static final int ABSENT = 0;

    /** The source states that it is not so. */
    static final int DENIED = 1;

    /** The source states that it is so. */
    static final int STATED = 2;

    private static final int LINKED = Integer.MIN_VALUE;
    private static final int NEXT = 0;
    private static final int LANE = 1;
    private static final int VALUE = 2;
    private static final int POSITION = 3;
    private static final int FORMER = 4;
    private static final int SINCE = 5;
    private static final int EFFECTIVE = 6;
    private static final int REVERTED = 7;

    private final IntColumn cells = new IntColumn();

    /** Goes on along the slots of each thing. */
    void lookAhead(Lookahead ahead) {
        for (int hop = 0; hop < Lookahead.STATEMENTS; hop++) {
            for (int i = 0; i < ahead.size(); i++) {
                int row = ahead.at(i);
                if (row != NONE) {
                    ahead.at(i, cells.get(row * 4 + NEXT));
                }
            }
        }
    }

    int next(int row) {
        return cells.acquire(row * 4 + NEXT);
    }

    int lane(int row) {
        return cells.get(row * 4 + LANE) & ~LINKED;
    }

    int value(int row) {
        return cells.get(row * 4 + VALUE);
    }

    /** The event that stated it. */
    int position(int row) {
        return cells.get(row * 4 + POSITION);
    }

    /** The version before this one, or NONE. */
    int former(int row) {
        return isLinked(row) ? cells.get(row * 4 + FORMER) : NONE;
    }

    /** The position from which the statement counts. */
    int since(int row) {
        return cells.get(row * 4 + (isLinked(row) ? SINCE : POSITION));
    }

    /** The position whose effective time is when it came into effect. */
    int effective(int row) {
        return cells.get(row * 4 + (isLinked(row) ? EFFECTIVE : POSITION));
    }

    /** The position to which the source's statements were reverted by this row, or NONE. */
    int revertedTo(int row) {
        return isLinked(row) ? cells.get(row * 4 + REVERTED) : NONE;
    }

    /** Adds the first version of a slot. */
    int add(int next, int lane, int value, int position) {
        return cells.addFour(next, lane, value, position) >> 2;
    }

    /** Adds a version with what is rarely needed. */
    int add(
            int next,
            int lane,
            int value,
            int position,
            int former,
            int since,
            int effective,
            int revertedTo) {
        int row = cells.addFour(next, lane | LINKED, value, position) >> 2;
        cells.addFour(former, since, effective, revertedTo);
        return row;
    }

    /** Makes a row the next slot of another. */
    void link(int row, int next) {
        cells.release(row * 4 + NEXT, next);
    }

    /**
     * The version of a slot that holds: the newest that was stated at or before a position and,
     * where a time is asked for, had come into effect by then; NONE where there is none.
     */
    int version(int slot, int position, long effectiveAt, Commands commands, int commandCount) {
        int limit = position;
        for (int row = slot; row != NONE; row = former(row)) {
            if (position(row) > limit) {
                continue;
            }
            if (effectiveAt == At.ANY_TIME
                    || commands.effectiveAt(commands.of(effective(row), commandCount))
                            <= effectiveAt) {
                return row;
            }
            int to = revertedTo(row);
            if (to != NONE && to < limit) {
                limit = to;
            }
        }
        return NONE;
    }

    int size() {
        return cells.size() >> 2;
    }

    void save(Output out) {
        cells.save(out);
    }

    void load(Input in) {
        cells.load(in);
    }

    long bytes() {
        return cells.bytes();
    }

    private boolean isLinked(int row) {
        return cells.get(row * 4 + LANE) < 0;
    }
}
