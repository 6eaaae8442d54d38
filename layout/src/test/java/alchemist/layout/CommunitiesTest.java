package alchemist.layout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CommunitiesTest {
    @ParameterizedTest
    @CsvSource({"5, 20, 8, 0.5", "10, 50, 8, 1", "40, 50, 6, 1", "100, 30, 8, 2"})
    void comesUpToThePlantedModularity(int communities, int size, double inside, double outside) {
        Net net = net(Graphs.planted(communities, size, inside, outside, 1));
        int[] planted = new int[net.nodes];
        for (int i = 0; i < net.nodes; i++) {
            planted[i] = i / size;
        }
        double found = Communities.modularity(net, find(net));
        double truth = Communities.modularity(net, planted);
        assertTrue(found >= 0.99 * truth, found + " against " + truth);
    }

    @Test
    void findsCliquesOfARing() {
        // Ten cliques of six, each tied to the next by one edge.
        int[][] edges = new int[10 * 15 + 10][];
        int count = 0;
        for (int c = 0; c < 10; c++) {
            for (int i = 0; i < 6; i++) {
                for (int j = 0; j < i; j++) {
                    edges[count++] = new int[] {6 * c + i, 6 * c + j};
                }
            }
            edges[count++] = new int[] {6 * c, (6 * c + 7) % 60};
        }
        int[] label = find(net(Graphs.flat(60, edges)));
        for (int i = 0; i < 60; i++) {
            assertEquals(i / 6, label[i]);
        }
    }

    @Test
    void leavesNodesWithoutEdgesAlone() {
        int[] label = find(net(Graphs.flat(4, new int[][] {{1, 2}})));
        assertArrayEquals(new int[] {0, 1, 1, 2}, label);
        assertEquals(0, find(net(Graphs.isolated(0))).length);
        assertEquals(0, Communities.modularity(net(Graphs.isolated(3)), new int[3]));
    }

    @Test
    void findsOnlyConnectedCommunities() {
        Net net = net(Graphs.scaleFree(2000, 2, 3));
        int[] label = find(net);
        int communities = 0;
        for (int l : label) {
            communities = Math.max(communities, l + 1);
        }
        // A net without the edges between communities has as many components.
        int[] component = within(net, label).components();
        int components = 0;
        for (int c : component) {
            components = Math.max(components, c + 1);
        }
        assertEquals(communities, components);
    }

    @Test
    void findsMoreAndSmallerOnesAtHigherResolution() {
        Net net = net(Graphs.grid(30));
        int[] coarse = Communities.find(net, 0.2, new SplitMix64(1));
        int[] fine = Communities.find(net, 5, new SplitMix64(1));
        assertTrue(Communities.compact(fine, 900) > 2 * Communities.compact(coarse, 900));
    }

    @Test
    void mindsWeights() {
        // A square whose opposite sides are heavy.
        Net net =
                Net.of(
                        4,
                        4,
                        new int[] {0, 1, 2, 3},
                        new int[] {1, 2, 3, 0},
                        new double[] {10, 1, 10, 1});
        int[] label = find(net);
        assertEquals(label[0], label[1]);
        assertEquals(label[2], label[3]);
        assertNotEquals(label[0], label[2]);
    }

    private static Net within(Net net, int[] label) {
        int arcs = 0;
        int[] a = new int[net.to.length];
        int[] b = new int[net.to.length];
        double[] w = new double[net.to.length];
        for (int i = 0; i < net.nodes; i++) {
            for (int e = net.start[i]; e < net.start[i + 1]; e++) {
                if (label[i] == label[net.to[e]]) {
                    a[arcs] = i;
                    b[arcs] = net.to[e];
                    w[arcs++] = 1;
                }
            }
        }
        return Net.of(net.nodes, arcs, a, b, w);
    }

    private static int[] find(Net net) {
        return Communities.find(net, 1, new SplitMix64(1));
    }

    private static Net net(LayoutGraph graph) {
        return Ties.of(graph, new Forest(graph.items(), graph.parent())).net;
    }
}
