package alchemist.layout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

final class LayoutPropertyTest {
    /** Any forest with any edges, weights and sizes, from a seed and its measures. */
    @Provide
    Arbitrary<LayoutGraph> graphs() {
        Arbitrary<Integer> items = Arbitraries.integers().between(0, 150);
        Arbitrary<Integer> groups = Arbitraries.integers().between(0, 60);
        Arbitrary<Integer> edges = Arbitraries.integers().between(0, 400);
        return net.jqwik.api.Combinators.combine(items, groups, edges, Arbitraries.longs())
                .as(LayoutPropertyTest::graph);
    }

    private static LayoutGraph graph(int items, int groups, int edges, long seed) {
        SplitMix64 random = new SplitMix64(seed);
        int[] parent = new int[items];
        float[] size = new float[items];
        for (int i = 0; i < items; i++) {
            // Parents anywhere before, so that any item may be a group; indexes are mixed below.
            parent[i] =
                    random.below(4) == 0 ? -1 : random.below(Math.max(1, Math.min(i, groups))) - 1;
            parent[i] = Math.min(parent[i], i - 1);
            size[i] = 1 + random.below(20) * (float) random.unit();
        }
        int count = items < 2 ? 0 : edges;
        int[] from = new int[count];
        int[] to = new int[count];
        float[] weight = new float[count];
        for (int e = 0; e < count; e++) {
            from[e] = random.below(items);
            to[e] = (from[e] + 1 + random.below(items - 1)) % items;
            weight[e] = random.below(5) * (float) random.unit();
        }
        int[] mixed = random.permutation(items);
        int[] mixedParent = new int[items];
        float[] mixedSize = new float[items];
        for (int i = 0; i < items; i++) {
            mixedParent[mixed[i]] = parent[i] < 0 ? -1 : mixed[parent[i]];
            mixedSize[mixed[i]] = size[i];
        }
        for (int e = 0; e < count; e++) {
            from[e] = mixed[from[e]];
            to[e] = mixed[to[e]];
        }
        return new LayoutGraph(items, mixedParent, from, to, weight, mixedSize);
    }

    private static LayoutOptions options(int maxGroupSize, int rounds, int padding, long seed) {
        return LayoutOptions.DEFAULT
                .withMaxGroupSize(maxGroupSize)
                .withIterations(rounds)
                .withPadding(padding / 10f)
                .withSeed(seed);
    }

    @Property(tries = 200)
    void placesAnyGraph(
            @ForAll("graphs") LayoutGraph graph,
            @ForAll @IntRange(min = 2, max = 200) int maxGroupSize,
            @ForAll @IntRange(min = 1, max = 80) int rounds,
            @ForAll @IntRange(min = 0, max = 50) int padding,
            @ForAll long seed) {
        Soundness.check(graph, Layout.place(graph, options(maxGroupSize, rounds, padding, seed)));
    }

    @Property(tries = 200)
    void placesWhatNothingPullsAsIfItHadNoEdges(
            @ForAll("graphs") LayoutGraph any,
            @ForAll @IntRange(min = 2, max = 200) int maxGroupSize,
            @ForAll @IntRange(min = 1, max = 80) int rounds,
            @ForAll long seed) {
        LayoutOptions options = options(maxGroupSize, rounds, 10, seed);
        for (int inside = 0; inside < any.items(); inside++) {
            int group = any.parent()[inside];
            if (group >= 0) {
                // An edge between a group and what is in it pulls nothing.
                Placement pulled = Layout.place(withEdges(any, group, inside), options);
                Placement plain = Layout.place(withEdges(any), options);
                assertArrayEquals(pulled.x(), plain.x());
                assertArrayEquals(pulled.y(), plain.y());
                assertArrayEquals(pulled.radius(), plain.radius());
                assertArrayEquals(pulled.parent(), plain.parent());
                return;
            }
        }
    }

    /** A graph with one edge, or none, instead of its own. */
    private static LayoutGraph withEdges(LayoutGraph graph, int... ends) {
        int edges = ends.length / 2;
        int[] from = Arrays.copyOf(ends, edges);
        int[] to = Arrays.copyOfRange(ends, edges, ends.length);
        float[] weight = new float[edges];
        Arrays.fill(weight, 1);
        return new LayoutGraph(graph.items(), graph.parent(), from, to, weight, graph.size());
    }

    @Property(tries = 200)
    void refinesAnyGraphIntoAnyOther(
            @ForAll("graphs") LayoutGraph before,
            @ForAll("graphs") LayoutGraph after,
            @ForAll @IntRange(min = 2, max = 80) int maxGroupSize,
            @ForAll @IntRange(min = 0, max = 100) int keptPercent,
            @ForAll long seed) {
        LayoutOptions options = options(maxGroupSize, 20, 10, seed);
        Placement placement = Layout.place(before, options);
        SplitMix64 random = new SplitMix64(seed);
        int[] itemOf = random.permutation(before.items());
        for (int b = 0; b < itemOf.length; b++) {
            boolean kept = random.below(100) < keptPercent && itemOf[b] < after.items();
            itemOf[b] = kept ? itemOf[b] : -1;
        }
        Soundness.check(after, Layout.refine(after, placement, itemOf, options));
    }

    @Property(tries = 100)
    void refinesAnyGraphAfterAnyChange(
            @ForAll("graphs") LayoutGraph graph,
            @ForAll @IntRange(min = 2, max = 80) int maxGroupSize,
            @ForAll @IntRange(min = 0, max = 40) int removed,
            @ForAll @IntRange(min = 0, max = 40) int added,
            @ForAll long seed) {
        LayoutOptions options = options(maxGroupSize, 20, 10, seed);
        Placement placement = Layout.place(graph, options);
        LayoutGraph now = graph;
        for (int round = 0; round < 3 && now.items() > 0; round++) {
            Change change = Change.of(now, removed, Math.min(added, now.items()), seed + round);
            placement = Layout.refine(change.graph(), placement, change.itemOf(), options);
            Soundness.check(change.graph(), placement);
            now = change.graph();
        }
    }
}
