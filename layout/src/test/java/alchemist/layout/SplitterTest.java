package alchemist.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class SplitterTest {
    private static Net net(LayoutGraph graph) {
        return Ties.of(graph, new Forest(graph.items(), graph.parent())).net;
    }

    private static int[] sizes(int[] label) {
        int[] sizes = new int[label.length + 1];
        int parts = 0;
        for (int l : label) {
            sizes[l + 1]++;
            parts = Math.max(parts, l + 1);
        }
        return java.util.Arrays.copyOf(sizes, parts + 1);
    }

    private static void check(int max, int[] label) {
        int[] sizes = sizes(label);
        assertTrue(sizes.length - 1 + sizes[0] <= max, "more than " + max + " parts and hubs");
        for (int p = 1; p < sizes.length; p++) {
            assertTrue(sizes[p] > 0 && sizes[p] < label.length, "part " + p + " of " + sizes[p]);
        }
    }

    @Property(tries = 300)
    void makesSomePartsEachSmallerThanTheWhole(
            @ForAll @IntRange(min = 2, max = 70) int max,
            @ForAll @IntRange(min = 1, max = 300) int more,
            @ForAll @IntRange(min = 0, max = 900) int edges,
            @ForAll long seed) {
        SplitMix64 random = new SplitMix64(seed);
        int nodes = max + more;
        int[] a = new int[edges];
        int[] b = new int[edges];
        double[] w = new double[edges];
        for (int e = 0; e < edges; e++) {
            // Half of the edges at a few nodes.
            a[e] = random.below(e % 2 == 0 ? nodes : Math.min(nodes, 5));
            b[e] = random.below(nodes);
            w[e] = random.below(3);
        }
        check(max, new Splitter(max, random).split(Net.of(nodes, edges, a, b, w)));
    }

    @Test
    void leavesAHubBesideItsLeaves() {
        int[] label = new Splitter(60, new SplitMix64(1)).split(net(Graphs.star(20_000)));
        assertEquals(-1, label[0]);
        check(60, label);
        int[] sizes = sizes(label);
        for (int p = 1; p < sizes.length; p++) {
            assertTrue(
                    Math.abs(sizes[p] - 20_000 / (sizes.length - 1)) <= 1, "bundle of " + sizes[p]);
        }
    }

    @Test
    void cutsACliqueEvenly() {
        int[] label = new Splitter(60, new SplitMix64(1)).split(net(Graphs.clique(100)));
        check(60, label);
    }

    @Test
    void findsPlantedCommunitiesAlsoWhereThereAreTooMany() {
        LayoutGraph graph = Graphs.planted(200, 20, 8, 0.5, 1);
        int[] label = new Splitter(60, new SplitMix64(1)).split(net(graph));
        check(60, label);
        int together = 0;
        for (int i = 0; i < graph.items(); i++) {
            together += label[i] == label[i / 20 * 20 + 10] ? 1 : 0;
        }
        assertTrue(together > 0.9 * graph.items(), together + " with their community");
    }
}
