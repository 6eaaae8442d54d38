package alchemist.graph;

import alchemist.kernel.value.Value;

/**
 * Writes statements of the thing that it began with last. Each is one row that is complete before
 * the link that makes it reachable is stored.
 */
final class Writer {
    private static final int NONE = -1;

    private final Store store;
    private final Things things;
    private final Rows rows;
    private final Lanes lanes;
    private int thing;
    private int position;
    private int since;

    /**
     * The last slot of existence, and the slot before the one that was found; NONE where none is.
     */
    private int lastExistence;

    private int before;

    Writer(Store store) {
        this.store = store;
        this.things = store.things;
        this.rows = store.rows;
        this.lanes = store.lanes;
    }

    /**
     * Begins with a thing.
     *
     * @param statedSince the position from which the statements count; 0: from this
     */
    void begin(int ofThing, int atPosition, long statedSince) {
        thing = ofThing;
        position = atPosition;
        since = statedSince > 0 ? Math.toIntExact(statedSince) : atPosition;
    }

    /** States a value. */
    void state(int field, int source, int value) {
        int lane = lanes.add(field, source);
        int slot = find(lane);
        if (slot != NONE) {
            replace(rows.add(rows.next(slot), lane, value, position, slot, since, position, NONE));
        } else if (value != Rows.ABSENT) {
            open(lane, value);
        }
    }

    void name(int source, Value name) {
        int reference = store.values.add(name);
        state(Fields.NAME, source, reference);
        store.names.add(thing, reference, name);
    }

    void type(int source, int term, int value) {
        int field = Fields.type(term);
        boolean known = isStated(field);
        state(field, source, value);
        if (!known && value != Rows.ABSENT) {
            int note = store.typings.add(thing, store.typed.get(term));
            store.typed.release(term, note);
        }
    }

    void group(int source, int group) {
        int note = store.members.add(thing, things.member(group));
        state(Fields.GROUP, source, Fold.groupValue(group));
        things.member(group, note);
    }

    /** The source states nothing of the thing any more. */
    void withdraw(int source) {
        before = NONE;
        for (int slot = things.slot(thing); slot != NONE; ) {
            int next = rows.next(slot);
            int lane = rows.lane(slot);
            if (lanes.source(lane) == source && rows.value(slot) != Rows.ABSENT) {
                int row =
                        rows.add(next, lane, Rows.ABSENT, position, slot, position, position, NONE);
                replace(row);
                before = row;
            } else {
                before = slot;
            }
            slot = next;
        }
    }

    /** What the source states of the thing is again what it stated at a position, 0: nothing. */
    void revert(int source, int to) {
        before = NONE;
        for (int slot = things.slot(thing); slot != NONE; ) {
            int next = rows.next(slot);
            int lane = rows.lane(slot);
            if (lanes.source(lane) == source && rows.position(slot) > to) {
                int row = restored(next, lane, slot, to);
                replace(row);
                before = row;
            } else {
                before = slot;
            }
            slot = next;
        }
    }

    private int restored(int next, int lane, int slot, int to) {
        int version = slot;
        while (version != NONE && rows.position(version) > to) {
            version = rows.former(version);
        }
        if (version == NONE) {
            return rows.add(next, lane, Rows.ABSENT, position, slot, position, position, to);
        }
        return rows.add(
                next,
                lane,
                rows.value(version),
                position,
                slot,
                rows.since(version),
                rows.effective(version),
                to);
    }

    void merge(int absorbed, int survivor, int at) {
        store.merges.merge(absorbed, survivor, at);
    }

    void part(int absorbed, int survivor, int at) {
        store.merges.part(absorbed, survivor, at);
    }

    /** The slot of a lane, or NONE; notes what stands before it and the last of existence. */
    private int find(int lane) {
        before = NONE;
        lastExistence = NONE;
        for (int slot = things.slot(thing); slot != NONE; slot = rows.next(slot)) {
            int other = rows.lane(slot);
            if (other == lane) {
                return slot;
            }
            if (Lanes.isExistence(other)) {
                lastExistence = slot;
            }
            before = slot;
        }
        return NONE;
    }

    /** Whether someone ever stated the field of the thing. */
    private boolean isStated(int field) {
        for (int slot = things.slot(thing); slot != NONE; slot = rows.next(slot)) {
            if (lanes.field(rows.lane(slot)) == field) {
                return true;
            }
        }
        return false;
    }

    /** Opens a slot: of existence in front, any other behind the last of existence. */
    private void open(int lane, int value) {
        int after = Lanes.isExistence(lane) ? NONE : lastExistence;
        int next = after == NONE ? things.slot(thing) : rows.next(after);
        int row =
                since == position
                        ? rows.add(next, lane, value, position)
                        : rows.add(next, lane, value, position, NONE, since, position, NONE);
        link(after, row);
    }

    private void replace(int row) {
        link(before, row);
    }

    private void link(int after, int row) {
        if (after == NONE) {
            things.slot(thing, row);
        } else {
            rows.link(after, row);
        }
    }
}
