package alchemist.exchange;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.kernel.Id;
import alchemist.kernel.collection.IdMap;
import alchemist.kernel.collection.IntList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Statements that came into effect at different times, gathered in any order and stated day by day:
 * each thing once, a group before what is in it, and both ends before an edge. They are held
 * packed, some 70 bytes each, for a place may state a million. One thread.
 */
public final class DatedStatements {
    private static final long DAY_MICROS = 86_400_000_000L;
    private static final int BATCH = 1000;

    /** Nodes that were added, and such that others only name. */
    private final Dated nodes = new Dated();

    private final Dated edges = new Dated();
    private final PackedStatements packed = new PackedStatements(nodes.ids);
    private final TreeMap<Long, Day> days = new TreeMap<>();

    /** Nothing yet. */
    public DatedStatements() {}

    /** Things by their numbers: where their statements lie, and since when they hold. */
    private static final class Dated {
        private static final int NOWHERE = -1;

        /** It is stated, but not here. */
        private static final int ELSEWHERE = -2;

        private final IdMap ids = new IdMap();
        private final IntList added = new IntList();
        private int[] places = new int[0];
        private long[] since = new long[0];

        boolean has(int number) {
            return number >= 0 && number < places.length && places[number] != NOWHERE;
        }

        void put(int number, int place, long effectiveAt) {
            set(number, place, effectiveAt);
            added.add(number);
        }

        void set(int number, int place, long effectiveAt) {
            if (number >= places.length) {
                int former = places.length;
                int length = Math.max(64, Math.max(2 * former, number + 1));
                places = Arrays.copyOf(places, length);
                since = Arrays.copyOf(since, length);
                Arrays.fill(places, former, length, NOWHERE);
            }
            places[number] = place;
            since[number] = effectiveAt;
        }

        List<Id> addedFrom(int first) {
            List<Id> from = new ArrayList<>();
            for (int i = first; i < added.size(); i++) {
                from.add(ids.id(added.at(i)));
            }
            return from;
        }
    }

    /** A moment of the adding: what was added before it, and what behind. */
    public record Mark(int nodes, int edges) {}

    /**
     * Adds a node or group, after the group that it is in. Where it was added before, that one
     * stands, since the earlier time.
     *
     * @param effectiveAt µs since 1970
     */
    public void add(NodeStatement node, long effectiveAt) {
        int number = nodes.ids.add(node.node());
        if (nodes.has(number)) {
            nodes.since[number] = Math.min(nodes.since[number], effectiveAt);
        } else {
            nodes.put(number, packed.add(node), effectiveAt);
        }
    }

    /**
     * Adds an edge whose ends are added before or after it; where it was added before, that one
     * stands.
     */
    public void add(EdgeStatement edge, long effectiveAt) {
        int number = edges.ids.add(edge.edge());
        if (!edges.has(number)) {
            edges.put(number, packed.add(edge), effectiveAt);
        }
    }

    /**
     * Tells of a node that is stated elsewhere, so that edges may end at it.
     *
     * @param effectiveAt since when, µs since 1970
     */
    public void stands(Id node, long effectiveAt) {
        int number = nodes.ids.add(node);
        if (!nodes.has(number)) {
            nodes.set(number, Dated.ELSEWHERE, effectiveAt);
        }
    }

    /**
     * Tells when others came into effect that were stated of the same days: what is stated of a day
     * is stated as of the latest of it.
     */
    public void latest(Map<Long, Long> byDay) {
        byDay.forEach((day, at) -> day(at, days).latest = at);
    }

    /** The moment that is now. */
    public Mark mark() {
        return new Mark(nodes.added.size(), edges.added.size());
    }

    /** Things that were added since a moment. */
    public List<Id> since(Mark mark) {
        List<Id> things = nodes.addedFrom(mark.nodes);
        things.addAll(edges.addedFrom(mark.edges));
        return things;
    }

    /** Of each day the latest time of what was added before a moment, µs since 1970. */
    public Map<Long, Long> latestBefore(Mark mark) {
        TreeMap<Long, Day> before = new TreeMap<>();
        for (int i = 0; i < mark.nodes; i++) {
            day(nodes.since[nodes.added.at(i)], before);
        }
        for (int i = 0; i < mark.edges; i++) {
            day(sinceOfEdge(edges.added.at(i)), before);
        }
        Map<Long, Long> latest = new TreeMap<>();
        before.forEach((day, one) -> latest.put(day, one.latest));
        return latest;
    }

    /** Since when a node holds that was added, µs since 1970. */
    public long since(Id node) {
        return since(nodes.ids.find(node));
    }

    /** Whether a node or group was added. */
    public boolean has(Id node) {
        return nodes.has(nodes.ids.find(node));
    }

    /**
     * States all of it.
     *
     * @param what is stated, for people who wait
     * @throws IllegalStateException when an end of an edge was not added
     */
    public void state(Reading reading, String what) {
        for (int i = 0; i < nodes.added.size(); i++) {
            int node = nodes.added.at(i);
            day(nodes.since[node], days).nodes.add(node);
        }
        for (int i = 0; i < edges.added.size(); i++) {
            int edge = edges.added.at(i);
            day(sinceOfEdge(edge), days).edges.add(edge);
        }
        Stating stating =
                new Stating(reading, (long) nodes.added.size() + edges.added.size(), what);
        for (Day day : days.values()) {
            stating.state(
                    day.nodes,
                    node -> packed.node(nodes.ids.id(node), nodes.places[node]),
                    part -> Batch.of(day.latest, part, List.of()));
            stating.state(
                    day.edges,
                    edge -> packed.edge(edges.ids.id(edge), edges.places[edge]),
                    part -> Batch.of(day.latest, List.of(), part));
        }
    }

    /** Hands things over, part by part. */
    private static final class Stating {
        private final Reading reading;
        private final long total;
        private final String what;
        private long done;

        Stating(Reading reading, long total, String what) {
            this.reading = reading;
            this.total = total;
            this.what = what;
        }

        <T> void state(IntList numbers, IntFunction<T> statement, Function<List<T>, Batch> batch) {
            for (int from = 0; from < numbers.size(); from += BATCH) {
                List<T> part = new ArrayList<>();
                for (int i = from; i < Math.min(numbers.size(), from + BATCH); i++) {
                    part.add(statement.apply(numbers.at(i)));
                }
                reading.state(batch.apply(part));
                done += part.size();
                reading.progress(done, total, what);
            }
        }
    }

    private static final class Day {
        final IntList nodes = new IntList();
        final IntList edges = new IntList();
        long latest = Long.MIN_VALUE;
    }

    private static Day day(long effectiveAt, Map<Long, Day> days) {
        Day day = days.computeIfAbsent(Math.floorDiv(effectiveAt, DAY_MICROS), _ -> new Day());
        day.latest = Math.max(day.latest, effectiveAt);
        return day;
    }

    private long sinceOfEdge(int edge) {
        int place = edges.places[edge];
        long ends = Math.max(since(packed.from(place)), since(packed.to(place)));
        return Math.max(edges.since[edge], ends);
    }

    private long since(int node) {
        if (!nodes.has(node)) {
            throw new IllegalStateException(
                    "an edge ends at " + nodes.ids.id(node) + ", which is not stated");
        }
        return nodes.since[node];
    }
}
