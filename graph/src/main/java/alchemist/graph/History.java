package alchemist.graph;

import alchemist.graph.read.Page;
import alchemist.graph.read.Why;
import alchemist.kernel.Id;
import alchemist.kernel.collection.IntList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which events mention a thing, drawn from the rows that they left: of the thing itself, of edges
 * at it, of members of the group, of merges; nothing is kept for it.
 */
final class History {
    private static final int NONE = -1;

    private final Moment moment;
    private final Store store;
    private final Things things;
    private final Rows rows;
    private final IntList positions = new IntList();

    History(Moment moment) {
        this.moment = moment;
        this.store = moment.store;
        this.things = store.things;
        this.rows = store.rows;
    }

    /** The positions of the events, the latest first. */
    Page<Long> page(int thing, int limit, String cursor) {
        IntList members = moment.members(thing);
        for (int i = 0; i < members.size(); i++) {
            collect(members.at(i));
        }
        int[] rising = positions.toArray();
        Arrays.sort(rising);
        int before = Cursor.item(cursor, Integer.MAX_VALUE);
        List<Long> page = new ArrayList<>();
        long total = 0;
        String next = "";
        for (int i = rising.length - 1; i >= 0; i--) {
            if (i + 1 < rising.length && rising[i] == rising[i + 1]) {
                continue;
            }
            total++;
            if (rising[i] < before) {
                if (page.size() < limit) {
                    page.add((long) rising[i]);
                } else if (next.isEmpty()) {
                    next = Cursor.after(Math.toIntExact(page.getLast()));
                }
            }
        }
        return new Page<>(page, next, total);
    }

    private void collect(int thing) {
        stated(thing);
        if (!things.isEdge(thing)) {
            for (int edge = things.out(thing); edge != NONE; edge = things.nextOut(edge)) {
                stated(edge);
            }
            for (int edge = things.in(thing); edge != NONE; edge = things.nextIn(edge)) {
                stated(edge);
            }
            for (int note = things.member(thing); note != NONE; note = store.members.next(note)) {
                joined(store.members.thing(note), thing);
            }
            for (int note = things.merge(thing);
                    note != NONE;
                    note = store.merges.next(note, thing)) {
                add(store.merges.position(note));
            }
        }
        for (int i = 0; i < moment.published.mentions(); i += 2) {
            if (store.mentions.get(i) == thing) {
                add(store.mentions.get(i + 1));
            }
        }
    }

    private void stated(int thing) {
        for (int slot = things.slot(thing); slot != NONE; slot = rows.next(slot)) {
            for (int row = slot; row != NONE; row = rows.former(row)) {
                add(rows.position(row));
            }
        }
    }

    /** The events by which a member was stated to be in a group, and no longer. */
    private void joined(int member, int group) {
        for (int slot = things.slot(member); slot != NONE; slot = rows.next(slot)) {
            if (moment.field(slot) == Fields.GROUP) {
                int later = NONE;
                for (int row = slot; row != NONE; row = rows.former(row)) {
                    if (Fold.groupOf(rows.value(row)) == group) {
                        add(rows.position(row));
                        if (later != NONE) {
                            add(rows.position(later));
                        }
                    }
                    later = row;
                }
            }
        }
    }

    private void add(int position) {
        if (position <= moment.position) {
            positions.add(position);
        }
    }

    /** Where the statements of a field come from, the shown one first. */
    List<Why> why(int thing, int field) {
        NodeReader reader = new NodeReader(moment);
        int[] statements = moment.statements(thing);
        List<Why> whys = new ArrayList<>();
        int from = reader.first(statements, field);
        for (int i = from; from != NONE && i < reader.end(statements, from); i++) {
            int row = statements[i];
            Id source = store.sources.id(store.lanes.source(rows.lane(row)));
            var running = moment.published.imports().running(source, rows.position(row));
            whys.add(
                    new Why(
                            reader.statement(row, i == from),
                            versions(row),
                            running == null ? Id.NONE : running.id()));
        }
        return whys;
    }

    private List<Long> versions(int row) {
        List<Long> versions = new ArrayList<>();
        for (int version = row; version != NONE; version = rows.former(version)) {
            versions.add((long) rows.position(version));
        }
        return versions;
    }
}
