package alchemist.graph.history;

import alchemist.graph.Adjacency;
import alchemist.kernel.Id;
import alchemist.kernel.collection.IntList;
import alchemist.kernel.collection.LongIntMap;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All files of a graph by how hot they are. It holds numbers and ids alone, so that it may be kept:
 * what is at one moment stays so.
 */
public final class Ranking {
    private static final long DAY_MICROS = 86_400_000_000L;

    /** A file's numbers. */
    record Spot(Id file, int changes, long size, long lastAt) {
        long score() {
            return changes * size;
        }
    }

    private final long notBefore;
    private final List<Spot> spots;
    private final int unmeasured;

    private Ranking(long notBefore, List<Spot> spots, int unmeasured) {
        this.notBefore = notBefore;
        this.spots = spots;
        this.unmeasured = unmeasured;
    }

    /** Ranks all files, in a time that grows with the changes there are. */
    static Ranking of(Adjacency graph, HotSpots.Options options) {
        Commits commits = new Commits(graph);
        IntList files = graph.ofType(Names.FILE);
        int changes = graph.relation(Names.CHANGES);
        IntList changed = new IntList();
        IntList ends = new IntList(files.size());
        for (int i = 0; i < files.size(); i++) {
            graph.in(files.at(i), changes, (_, commit) -> changed.add(commits.index(commit)));
            ends.add(changed.size());
        }
        long notBefore = notBefore(graph, commits, options.days());
        Sizes sizes = new Sizes(graph, options.measure());
        List<Spot> spots = new ArrayList<>();
        int[] lastOf = new int[commits.size()]; // the last file, from 1, that a commit counted for
        int unmeasured = 0;
        int from = 0;
        for (int i = 0; i < files.size(); i++) {
            long lastAt = Long.MIN_VALUE;
            int count = 0;
            for (; from < ends.at(i); from++) {
                long at = commits.time(changed.at(from));
                if (at >= notBefore && lastOf[changed.at(from)] != i + 1) {
                    lastOf[changed.at(from)] = i + 1;
                    count++;
                    lastAt = Math.max(lastAt, at);
                }
            }
            long size = count == 0 ? 0 : sizes.of(files.at(i));
            if (size > 0) {
                spots.add(new Spot(graph.id(files.at(i)), count, size, lastAt));
            } else if (count > 0) {
                unmeasured++;
            }
        }
        spots.sort(Ranking::compare);
        return new Ranking(notBefore, List.copyOf(spots), unmeasured);
    }

    /** The first time that counts; all commits are looked at, also of files that are gone. */
    private static long notBefore(Adjacency graph, Commits commits, int days) {
        if (days == 0) {
            return Long.MIN_VALUE;
        }
        long last = Long.MIN_VALUE;
        IntList all = graph.ofType(Names.COMMIT);
        for (int i = 0; i < all.size(); i++) {
            last = Math.max(last, commits.time(commits.index(all.at(i))));
        }
        return last == Long.MIN_VALUE ? last : last - days * DAY_MICROS;
    }

    private static int compare(Spot one, Spot other) {
        int byScore = Long.compare(other.score(), one.score());
        int byChanges = Integer.compare(other.changes, one.changes);
        return byScore != 0 ? byScore : byChanges != 0 ? byChanges : one.file.compareTo(other.file);
    }

    /**
     * The first of a part.
     *
     * @param within the files that are asked for; null: all
     */
    HotSpots first(Adjacency graph, @Nullable Subject within, int limit) {
        List<HotSpot> told = new ArrayList<>();
        int total = 0;
        for (int i = 0; i < spots.size(); i++) {
            Spot spot = spots.get(i);
            int file = within == null && told.size() == limit ? 0 : graph.node(spot.file);
            if (within == null || within.has(file)) {
                total++;
                if (told.size() < limit) {
                    told.add(told(graph, file, i + 1, spot));
                }
            }
        }
        return new HotSpots(spots.size(), unmeasured, total, told);
    }

    private HotSpot told(Adjacency graph, int file, int rank, Spot spot) {
        Commits commits = new Commits(graph);
        graph.in(file, graph.relation(Names.CHANGES), (_, commit) -> commits.index(commit));
        IntList reasons = new IntList();
        for (int commit : commits.latestFirst()) {
            if (commits.time(commit) >= notBefore && reasons.size() < Partners.MOST_REASONS) {
                reasons.add(commit);
            }
        }
        return new HotSpot(
                graph.summary(file),
                Commits.path(graph, file),
                rank,
                spot.changes,
                spot.size,
                spot.score(),
                spot.lastAt,
                commits.ids(reasons));
    }

    /** How large files are. */
    private static final class Sizes {
        private final Adjacency graph;
        private final HotSpots.Measure measure;
        private final int declares;
        private final int changes;

        Sizes(Adjacency graph, HotSpots.Measure measure) {
            this.graph = graph;
            this.measure = measure;
            this.declares = graph.relation(Names.DECLARES);
            this.changes = graph.relation(Names.CHANGES);
        }

        /** The size of a file; 0 where it is not known. */
        long of(int file) {
            return switch (measure) {
                case COMPLEXITY -> complexity(file);
                case LINES -> lines(file);
            };
        }

        private long complexity(int file) {
            long[] sum = new long[1];
            IntList open = new IntList();
            LongIntMap met = new LongIntMap();
            open.add(file);
            while (open.size() > 0) {
                graph.out(
                        open.pop(),
                        declares,
                        (_, declared) -> {
                            if (met.put(declared, 0) < 0) {
                                sum[0] += number(declared, Names.COMPLEXITY, 0);
                                open.add(declared);
                            }
                        });
            }
            return sum[0];
        }

        private long lines(int file) {
            long stated = number(file, Names.LINES, -1);
            if (stated >= 0) {
                return stated;
            }
            long[] sum = new long[1];
            graph.in(
                    file,
                    changes,
                    (edge, _) ->
                            sum[0] +=
                                    number(edge, Names.ADDED, 0) - number(edge, Names.DELETED, 0));
            return Math.max(0, sum[0]);
        }

        private long number(int thing, String key, long absent) {
            return graph.property(thing, key) instanceof Value.Int(long number) ? number : absent;
        }
    }
}
