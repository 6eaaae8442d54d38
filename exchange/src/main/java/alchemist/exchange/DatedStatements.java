package alchemist.exchange;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Statements that came into effect at different times, gathered in any order and stated day by day:
 * each thing once, a group before what is in it, and both ends before an edge. One thread.
 */
public final class DatedStatements {
    private static final long DAY_MICROS = 86_400_000_000L;
    private static final int BATCH = 1000;

    private record Dated<T>(T statement, long effectiveAt) {}

    private final Map<Id, Dated<NodeStatement>> nodes = new LinkedHashMap<>();
    private final Map<Id, Dated<EdgeStatement>> edges = new LinkedHashMap<>();

    /** Nothing yet. */
    public DatedStatements() {}

    /**
     * Adds a node or group, after the group that it is in. Where it was added before, that one
     * stands, since the earlier time.
     *
     * @param effectiveAt µs since 1970
     */
    public void add(NodeStatement node, long effectiveAt) {
        nodes.merge(
                node.node(),
                new Dated<>(node, effectiveAt),
                (one, other) ->
                        other.effectiveAt < one.effectiveAt
                                ? new Dated<>(one.statement, other.effectiveAt)
                                : one);
    }

    /**
     * Adds an edge whose ends are added before or after it; where it was added before, that one
     * stands.
     */
    public void add(EdgeStatement edge, long effectiveAt) {
        edges.putIfAbsent(edge.edge(), new Dated<>(edge, effectiveAt));
    }

    /** Whether a node or group was added. */
    public boolean has(Id node) {
        return nodes.containsKey(node);
    }

    /**
     * States all of it.
     *
     * @param what is stated, for people who wait
     * @throws IllegalStateException when an end of an edge was not added
     */
    public void state(Reading reading, String what) {
        TreeMap<Long, Day> days = new TreeMap<>();
        for (Dated<NodeStatement> one : nodes.values()) {
            day(one.effectiveAt, days).nodes.add(one.statement);
        }
        for (Dated<EdgeStatement> one : edges.values()) {
            EdgeStatement edge = one.statement;
            long ends = Math.max(since(edge.from()), since(edge.to()));
            day(Math.max(one.effectiveAt, ends), days).edges.add(edge);
        }
        long total = (long) nodes.size() + edges.size();
        long done = 0;
        for (Day day : days.values()) {
            for (List<NodeStatement> part : parts(day.nodes)) {
                reading.state(Batch.of(day.latest, part, List.of()));
                done += part.size();
                reading.progress(done, total, what);
            }
            for (List<EdgeStatement> part : parts(day.edges)) {
                reading.state(Batch.of(day.latest, List.of(), part));
                done += part.size();
                reading.progress(done, total, what);
            }
        }
    }

    private static final class Day {
        final List<NodeStatement> nodes = new ArrayList<>();
        final List<EdgeStatement> edges = new ArrayList<>();
        long latest = Long.MIN_VALUE;
    }

    private static Day day(long effectiveAt, Map<Long, Day> days) {
        Day day = days.computeIfAbsent(Math.floorDiv(effectiveAt, DAY_MICROS), _ -> new Day());
        day.latest = Math.max(day.latest, effectiveAt);
        return day;
    }

    private long since(Id node) {
        Dated<NodeStatement> known = nodes.get(node);
        if (known == null) {
            throw new IllegalStateException("an edge ends at " + node + ", which is not stated");
        }
        return known.effectiveAt;
    }

    private static <T> List<List<T>> parts(List<T> all) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += BATCH) {
            parts.add(all.subList(from, Math.min(all.size(), from + BATCH)));
        }
        return parts;
    }
}
