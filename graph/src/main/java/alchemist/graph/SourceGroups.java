package alchemist.graph;

import alchemist.graph.read.MapScene;
import alchemist.kernel.Id;
import alchemist.kernel.collection.IntList;
import java.util.Arrays;

/**
 * Puts what a source states into a group of its own on the map, where some of it is in no group: a
 * source that is one file, such as a diagram, opens from one place as a folder does. What people
 * added, and what a person took out of its group, stays where it is. Nobody states these groups.
 */
final class SourceGroups {
    private static final int NONE = -1;

    private final Moment moment;
    private final Store store;

    SourceGroups(Moment moment) {
        this.moment = moment;
        this.store = moment.store;
    }

    /** The items, with the groups of such sources behind them and around what is theirs. */
    SceneItems around(SceneItems items) {
        int count = items.thing().length;
        int[] owner = new int[count];
        int[] groupOf = new int[moment.published.sources()];
        Arrays.fill(groupOf, NONE);
        IntList grouped = new IntList();
        for (int item = 0; item < count; item++) {
            owner[item] = items.parent()[item] == NONE ? owner(items.thing()[item]) : NONE;
            int source = owner[item];
            if (source != NONE && groupOf[source] == NONE && !items.group()[item]) {
                groupOf[source] = count + grouped.size();
                grouped.add(source);
            }
        }
        if (grouped.size() == 0) {
            return items;
        }
        SceneItems all = extended(items, grouped);
        for (int item = 0; item < count; item++) {
            int group = owner[item] == NONE ? NONE : groupOf[owner[item]];
            if (group != NONE) {
                all.parent()[item] = group;
                all.from()[group] = Math.min(all.from()[group], all.from()[item]);
                all.to()[group] = Math.max(all.to()[group], all.to()[item]);
            }
        }
        return all;
    }

    private SceneItems extended(SceneItems items, IntList grouped) {
        int count = items.thing().length;
        int size = count + grouped.size();
        SceneItems all =
                new SceneItems(
                        Arrays.copyOf(items.thing(), size),
                        Arrays.copyOf(items.high(), size),
                        Arrays.copyOf(items.low(), size),
                        Arrays.copyOf(items.name(), size),
                        Arrays.copyOf(items.type(), size),
                        Arrays.copyOf(items.group(), size),
                        Arrays.copyOf(items.parent(), size),
                        Arrays.copyOf(items.from(), size),
                        Arrays.copyOf(items.to(), size));
        for (int i = 0; i < grouped.size(); i++) {
            int item = count + i;
            int source = grouped.at(i);
            Id sourceId = store.sources.id(source);
            Id id = Id.of("source-group", sourceId.toString());
            all.thing()[item] = MapScene.ofSource(source);
            all.high()[item] = id.high();
            all.low()[item] = id.low();
            all.name()[item] = moment.published.imports().labelApart(sourceId, moment.position);
            all.type()[item] = NONE;
            all.group()[item] = true;
            all.parent()[item] = NONE;
            all.from()[item] = Long.MAX_VALUE;
            all.to()[item] = Long.MIN_VALUE;
        }
        return all;
    }

    /** The import source that was the first to state a thing, or NONE. */
    private int owner(int thing) {
        int owner = NONE;
        int since = Integer.MAX_VALUE;
        for (int slot = store.things.slot(thing);
                slot != NONE && Lanes.isExistence(store.rows.lane(slot));
                slot = store.rows.next(slot)) {
            int first = slot;
            for (int row = slot; row != NONE; row = store.rows.former(row)) {
                first = row;
            }
            if (store.rows.position(first) < since) {
                since = store.rows.position(first);
                owner = store.lanes.source(store.rows.lane(first));
            }
        }
        boolean imported =
                owner != NONE
                        && since <= moment.position
                        && !store.sources.isPerson(owner, moment.position);
        return imported && !isPlacedByAPerson(thing) ? owner : NONE;
    }

    private boolean isPlacedByAPerson(int thing) {
        int row = moment.shown(thing, Fields.GROUP);
        return row != NONE
                && moment.weight(store.lanes.source(store.rows.lane(row))) == Sources.PERSON;
    }
}
