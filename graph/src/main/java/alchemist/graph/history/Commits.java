package alchemist.graph.history;

import alchemist.graph.Adjacency;
import alchemist.kernel.Id;
import alchemist.kernel.collection.IntList;
import alchemist.kernel.collection.LongIntMap;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The commits that one answer meets, each with what was found out of it once. One thread. */
final class Commits {
    private final Adjacency graph;
    private final int changes;
    private final int authoredBy;
    private final int coAuthoredBy;
    private final LongIntMap indexes = new LongIntMap();
    private final IntList nodes = new IntList();
    private long[] times = new long[64];

    Commits(Adjacency graph) {
        this.graph = graph;
        this.changes = graph.relation(Names.CHANGES);
        this.authoredBy = graph.relation(Names.AUTHORED_BY);
        this.coAuthoredBy = graph.relation(Names.CO_AUTHORED_BY);
    }

    int size() {
        return nodes.size();
    }

    /** The index of a commit, which is the next one where it was not met before. */
    int index(int node) {
        int known = indexes.find(node);
        if (known >= 0) {
            return known;
        }
        int index = nodes.size();
        indexes.put(node, index);
        nodes.add(node);
        if (index == times.length) {
            times = Arrays.copyOf(times, index * 2);
        }
        times[index] = timeOf(node, Names.COMMITTED);
        return index;
    }

    int node(int index) {
        return nodes.at(index);
    }

    /** When it was committed, µs since 1970. */
    long time(int index) {
        return times[index];
    }

    /** Its files that are there, one call for each edge. */
    void files(int index, Adjacency.Edges edges) {
        graph.out(nodes.at(index), changes, edges);
    }

    /** How many files it changed, those among them that are gone since. */
    int fileCount(int index) {
        return fileCount(index, Integer.MAX_VALUE);
    }

    /** The same; at most so many. */
    int fileCount(int index, int most) {
        return graph.outDegree(nodes.at(index), changes, most);
    }

    /** Who wrote it, each once. */
    int[] authors(int index) {
        IntList authors = new IntList(2);
        Adjacency.Edges add =
                (_, person) -> {
                    for (int i = 0; i < authors.size(); i++) {
                        if (authors.at(i) == person) {
                            return;
                        }
                    }
                    authors.add(person);
                };
        graph.out(nodes.at(index), authoredBy, add);
        graph.out(nodes.at(index), coAuthoredBy, add);
        return authors.toArray();
    }

    /** The time that a node states, else since when it has been there. */
    long timeOf(int node, String key) {
        return graph.property(node, key) instanceof Value.DateTime time
                ? time.epochSecond() * 1_000_000 + time.nano() / 1000
                : graph.since(node);
    }

    /** All indexes, the latest commit first; of one time, by id. */
    int[] latestFirst() {
        return latestFirst(java.util.stream.IntStream.range(0, nodes.size()).toArray());
    }

    int[] latestFirst(int[] some) {
        return java.util.stream.IntStream.of(some)
                .boxed()
                .sorted(
                        (one, other) -> {
                            int later = Long.compare(times[other], times[one]);
                            return later != 0 ? later : id(one).compareTo(id(other));
                        })
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The path of a file; empty where nobody states it. */
    static String path(Adjacency graph, int file) {
        return graph.property(file, Names.PATH) instanceof Value.Text text ? text.value() : "";
    }

    Id id(int index) {
        return graph.id(nodes.at(index));
    }

    List<Id> ids(IntList some) {
        List<Id> ids = new ArrayList<>(some.size());
        for (int i = 0; i < some.size(); i++) {
            ids.add(id(some.at(i)));
        }
        return ids;
    }
}
