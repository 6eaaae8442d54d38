package alchemist.graph;

import alchemist.graph.read.MapScene;
import alchemist.kernel.Id;
import alchemist.kernel.collection.IntList;
import alchemist.kernel.collection.Names;
import java.util.Arrays;

/**
 * Draws up what the map shows. At a position, or now: all that ever was, with the time at which it
 * was; at a time in the world: what was there then.
 *
 * <p>Something that came and went and came again is shown from its first coming to its last going.
 */
final class SceneReader {
    private static final int NONE = -1;

    private final Moment moment;
    private final Store store;
    private final NodeReader reader;
    private final Names types = new Names();
    private final IntList things = new IntList();
    private final int[] itemOf;
    private long[][] periods = new long[1024][];

    SceneReader(Moment moment) {
        this.moment = moment;
        this.store = moment.store;
        this.reader = new NodeReader(moment);
        this.itemOf = new int[moment.published.things()];
        Arrays.fill(itemOf, NONE);
    }

    MapScene scene() {
        items();
        int count = things.size();
        long[] high = new long[count];
        long[] low = new long[count];
        String[] name = new String[count];
        int[] type = new int[count];
        boolean[] group = new boolean[count];
        int[] parent = new int[count];
        long[] from = new long[count];
        long[] to = new long[count];
        for (int item = 0; item < count; item++) {
            int thing = things.at(item);
            Id id = store.things.id(thing);
            long[] period = periods[item];
            from[item] = period[0];
            to[item] = period[period.length - 1];
            high[item] = id.high();
            low[item] = id.low();
            NodeReader then = lastSeen(to[item]);
            int[] statements = then.statementsOf(thing);
            name[item] = then.name(statements).text();
            type[item] = firstType(then, statements);
            group[item] = store.things.isGroup(thing);
            int within = then.groupOf(thing);
            parent[item] = within == NONE ? NONE : itemOf[within];
        }
        breakCycles(parent);
        SceneItems items =
                new SceneItems(things.toArray(), high, low, name, type, group, parent, from, to);
        return edges(new SourceGroups(moment).around(items));
    }

    private void items() {
        for (int thing = 0; thing < itemOf.length; thing++) {
            if (!store.things.isEdge(thing) && moment.shownAs(thing) == thing) {
                long[] period = Lifetime.ofNode(thing, moment);
                if (isIn(period)) {
                    if (things.size() == periods.length) {
                        periods = Arrays.copyOf(periods, periods.length * 2);
                    }
                    itemOf[thing] = things.size();
                    periods[things.size()] = period;
                    things.add(thing);
                }
            }
        }
    }

    private boolean isIn(long[] period) {
        if (moment.effectiveAt == At.ANY_TIME) {
            return period.length > 0;
        }
        for (int i = 0; i < period.length; i += 2) {
            if (period[i] <= moment.effectiveAt && moment.effectiveAt < period[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** How what is gone was last seen. */
    private NodeReader lastSeen(long to) {
        return to == Lifetime.STILL || moment.effectiveAt != At.ANY_TIME
                ? reader
                : new NodeReader(moment.effective(to - 1));
    }

    private int firstType(NodeReader then, int[] statements) {
        var labels = then.types(statements);
        return labels.isEmpty() ? NONE : types.add(labels.getFirst());
    }

    /** Groups that were around one another at different times: the later in the list lets go. */
    private static void breakCycles(int[] parent) {
        int[] seen = new int[parent.length];
        for (int item = 0; item < parent.length; item++) {
            int at = item;
            while (at != NONE && seen[at] == 0) {
                seen[at] = item + 1;
                int next = parent[at];
                if (next != NONE && seen[next] == item + 1) {
                    parent[at] = NONE;
                }
                at = parent[at];
            }
        }
    }

    private MapScene edges(SceneItems items) {
        int most = itemOf.length - things.size();
        int[] edgeFrom = new int[most];
        int[] edgeTo = new int[most];
        int[] edgeType = new int[most];
        long[] validFrom = new long[most];
        long[] validTo = new long[most];
        int count = 0;
        for (int thing = 0; thing < itemOf.length; thing++) {
            if (!store.things.isEdge(thing)) {
                continue;
            }
            int from = itemOf[moment.shownAs(store.things.from(thing))];
            int to = itemOf[moment.shownAs(store.things.to(thing))];
            if (from == NONE || to == NONE) {
                continue;
            }
            long[] own = Lifetime.ofEdgeAlone(thing, moment);
            long[] period = Lifetime.common(Lifetime.common(own, periods[from]), periods[to]);
            if (isIn(period)) {
                edgeFrom[count] = from;
                edgeTo[count] = to;
                edgeType[count] = types.add(moment.relationLabel(store.things.relation(thing)));
                validFrom[count] = period[0];
                validTo[count] = period[period.length - 1];
                count++;
            }
        }
        String[] labels = new String[types.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = types.name(i);
        }
        return new MapScene(
                moment.position,
                items.thing(),
                items.high(),
                items.low(),
                items.name(),
                items.type(),
                items.group(),
                items.parent(),
                items.from(),
                items.to(),
                Arrays.copyOf(edgeFrom, count),
                Arrays.copyOf(edgeTo, count),
                Arrays.copyOf(edgeType, count),
                Arrays.copyOf(validFrom, count),
                Arrays.copyOf(validTo, count),
                labels);
    }
}
