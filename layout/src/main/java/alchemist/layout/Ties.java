package alchemist.layout;

/**
 * The edges of a graph, each lifted to the two siblings that contain its ends, which is where it
 * matters to a placement.
 */
final class Ties {
    /**
     * For each edge the sibling that contains (or is) its first end; -1 if one end contains the
     * other.
     */
    final int[] first;

    /** For each edge the sibling that contains (or is) its second end. */
    final int[] second;

    /** The lifted edges: a net over all items in which only siblings are neighbours. */
    final Net net;

    private Ties(int[] first, int[] second, Net net) {
        this.first = first;
        this.second = second;
        this.net = net;
    }

    static Ties of(LayoutGraph graph, Forest forest) {
        int edges = graph.edges();
        int[] first = new int[edges];
        int[] second = new int[edges];
        int[] a = new int[edges];
        int[] b = new int[edges];
        double[] w = new double[edges];
        int count = 0;
        for (int e = 0; e < edges; e++) {
            long pair = forest.siblings(graph.from()[e], graph.to()[e]);
            first[e] = pair < 0 ? -1 : (int) (pair >>> 32);
            second[e] = (int) pair;
            if (pair >= 0) {
                a[count] = first[e];
                b[count] = second[e];
                w[count++] = graph.weight()[e];
            }
        }
        return new Ties(first, second, Net.of(forest.items, count, a, b, w));
    }

    /** Returns the net of a group's members alone, numbered as the forest lists them. */
    Net among(Forest forest, int group, int[] slot) {
        int begin = forest.childStart[group];
        int count = forest.childStart[group + 1] - begin;
        int[] start = new int[count + 1];
        for (int i = 0; i < count; i++) {
            start[i + 1] = start[i] + net.degree(forest.child[begin + i]);
        }
        int[] to = new int[start[count]];
        double[] weight = new double[start[count]];
        int out = 0;
        for (int i = 0; i < count; i++) {
            int item = forest.child[begin + i];
            for (int e = net.start[item]; e < net.start[item + 1]; e++) {
                to[out] = slot[net.to[e]];
                weight[out++] = net.weight[e];
            }
        }
        return new Net(count, start, to, weight);
    }
}
