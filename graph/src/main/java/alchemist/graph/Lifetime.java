package alchemist.graph;

import alchemist.kernel.collection.IntList;
import java.util.Arrays;

/**
 * When a thing was there, in the world, as far as is known at a moment's position: periods in µs
 * since 1970 that do not touch, by rising time, as pairs of a first µs and a first µs after it; the
 * last one ends at {@link #STILL} while the thing is there.
 */
final class Lifetime {
    /** No end is known. */
    static final long STILL = Long.MAX_VALUE;

    static final long[] NEVER = {};
    private static final int NONE = -1;

    private Lifetime() {}

    /** Of a node as which others may be shown, or of an edge while both its ends are there. */
    static long[] of(int thing, Moment moment) {
        Things things = moment.store.things;
        if (!things.isEdge(thing)) {
            return ofNode(thing, moment);
        }
        long[] own = existence(moment.members(thing), moment);
        long[] from = ofNode(moment.shownAs(things.from(thing)), moment);
        return common(common(own, from), ofNode(moment.shownAs(things.to(thing)), moment));
    }

    /** Of a node that is shown as itself. */
    static long[] ofNode(int shown, Moment moment) {
        return existence(moment.members(shown), moment);
    }

    /** Of an edge, without regard to its ends. */
    static long[] ofEdgeAlone(int edge, Moment moment) {
        return existence(moment.members(edge), moment);
    }

    /** Where both hold. */
    static long[] common(long[] one, long[] other) {
        if (one.length == 0 || other.length == 0) {
            return NEVER;
        }
        long[] both = new long[one.length + other.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < one.length && j < other.length) {
            long from = Math.max(one[i], other[j]);
            long to = Math.min(one[i + 1], other[j + 1]);
            if (from < to) {
                both[size++] = from;
                both[size++] = to;
            }
            if (one[i + 1] < other[j + 1]) {
                i += 2;
            } else {
                j += 2;
            }
        }
        return Arrays.copyOf(both, size);
    }

    private static long[] existence(IntList members, Moment moment) {
        Rows rows = moment.store.rows;
        int only = members.size() == 1 ? moment.store.things.slot(members.at(0)) : NONE;
        if (only != NONE
                && rows.former(only) == NONE
                && rows.position(only) <= moment.position
                && isAlone(only, rows)) {
            return Lanes.isExistence(rows.lane(only)) && rows.value(only) == Rows.STATED
                    ? new long[] {moment.effectiveFrom(only), STILL}
                    : NEVER;
        }
        long[] turns = turns(members, moment);
        long[] periods = new long[turns.length + 1];
        int size = 0;
        for (long turn : turns) {
            boolean there = moment.exist(members, turn);
            if (there != (size % 2 == 1)) {
                periods[size++] = turn;
            }
        }
        if (size % 2 == 1) {
            periods[size++] = STILL;
        }
        return Arrays.copyOf(periods, size);
    }

    private static boolean isAlone(int slot, Rows rows) {
        int next = rows.next(slot);
        return next == NONE || !Lanes.isExistence(rows.lane(next));
    }

    /** Every time at which a statement of existence came into effect, rising. */
    private static long[] turns(IntList members, Moment moment) {
        Rows rows = moment.store.rows;
        long[] turns = new long[8];
        int size = 0;
        for (int i = 0; i < members.size(); i++) {
            for (int slot = moment.store.things.slot(members.at(i));
                    slot != NONE && Lanes.isExistence(rows.lane(slot));
                    slot = rows.next(slot)) {
                for (int row = slot; row != NONE; row = rows.former(row)) {
                    if (rows.position(row) <= moment.position) {
                        if (size == turns.length) {
                            turns = Arrays.copyOf(turns, size * 2);
                        }
                        turns[size++] = moment.effectiveFrom(row);
                    }
                }
            }
        }
        long[] rising = Arrays.copyOf(turns, size);
        Arrays.sort(rising);
        return rising;
    }
}
