package alchemist.layout;

/**
 * A weighted undirected graph in compressed rows: the neighbours of node {@code i} are {@code
 * to[start[i] .. start[i + 1])}, each with its weight. Every edge is in the rows of both its ends;
 * there are no self-loops and no parallel edges.
 */
final class Net {
    final int nodes;
    final int[] start;
    final int[] to;
    final double[] weight;

    Net(int nodes, int[] start, int[] to, double[] weight) {
        this.nodes = nodes;
        this.start = start;
        this.to = to;
        this.weight = weight;
    }

    /** Builds a net, adding up parallel edges and leaving out self-loops and weights of 0. */
    static Net of(int nodes, int edges, int[] a, int[] b, double[] w) {
        int[] start = new int[nodes + 1];
        for (int e = 0; e < edges; e++) {
            if (a[e] != b[e] && w[e] > 0) {
                start[a[e] + 1]++;
                start[b[e] + 1]++;
            }
        }
        for (int i = 0; i < nodes; i++) {
            start[i + 1] += start[i];
        }
        int[] to = new int[start[nodes]];
        double[] weight = new double[start[nodes]];
        int[] fill = new int[nodes];
        for (int e = 0; e < edges; e++) {
            if (a[e] != b[e] && w[e] > 0) {
                int forth = start[a[e]] + fill[a[e]]++;
                to[forth] = b[e];
                weight[forth] = w[e];
                int back = start[b[e]] + fill[b[e]]++;
                to[back] = a[e];
                weight[back] = w[e];
            }
        }
        return new Net(nodes, start, to, weight).withoutParallels();
    }

    private Net withoutParallels() {
        int[] seenAt = new int[nodes];
        int[] merged = new int[nodes + 1];
        int out = 0;
        for (int i = 0; i < nodes; i++) {
            int rowStart = out;
            for (int e = start[i]; e < start[i + 1]; e++) {
                int j = to[e];
                int at = seenAt[j] - 1;
                if (at >= rowStart) {
                    weight[at] += weight[e];
                } else {
                    to[out] = j;
                    weight[out] = weight[e];
                    seenAt[j] = ++out;
                }
            }
            merged[i + 1] = out;
        }
        if (out == to.length) {
            return this;
        }
        int[] fewer = new int[out];
        double[] sums = new double[out];
        System.arraycopy(to, 0, fewer, 0, out);
        System.arraycopy(weight, 0, sums, 0, out);
        return new Net(nodes, merged, fewer, sums);
    }

    int degree(int node) {
        return start[node + 1] - start[node];
    }

    /**
     * Returns the net of the given nodes alone, numbered as they are listed.
     *
     * @param local scratch with a 0 for every node; it is 0 again afterwards
     */
    Net induced(int[] members, int[] local) {
        int count = members.length;
        for (int i = 0; i < count; i++) {
            local[members[i]] = i + 1;
        }
        int[] rows = new int[count + 1];
        int arcs = 0;
        for (int i = 0; i < count; i++) {
            for (int e = start[members[i]]; e < start[members[i] + 1]; e++) {
                if (local[to[e]] > 0) {
                    arcs++;
                }
            }
            rows[i + 1] = arcs;
        }
        int[] ends = new int[arcs];
        double[] weights = new double[arcs];
        int out = 0;
        for (int i = 0; i < count; i++) {
            for (int e = start[members[i]]; e < start[members[i] + 1]; e++) {
                int j = local[to[e]];
                if (j > 0) {
                    ends[out] = j - 1;
                    weights[out++] = weight[e];
                }
            }
        }
        for (int i = 0; i < count; i++) {
            local[members[i]] = 0;
        }
        return new Net(count, rows, ends, weights);
    }

    /** Returns the net whose nodes are the parts that the nodes are labelled with. */
    Net quotient(int[] part, int parts) {
        int arcs = 0;
        for (int i = 0; i < nodes; i++) {
            for (int e = start[i]; e < start[i + 1]; e++) {
                if (i < to[e] && part[i] != part[to[e]]) {
                    arcs++;
                }
            }
        }
        int[] a = new int[arcs];
        int[] b = new int[arcs];
        double[] w = new double[arcs];
        int out = 0;
        for (int i = 0; i < nodes; i++) {
            for (int e = start[i]; e < start[i + 1]; e++) {
                if (i < to[e] && part[i] != part[to[e]]) {
                    a[out] = part[i];
                    b[out] = part[to[e]];
                    w[out++] = weight[e];
                }
            }
        }
        return of(parts, arcs, a, b, w);
    }

    /**
     * Labels each node with its connected component; components are numbered by their first node.
     */
    int[] components() {
        int[] label = new int[nodes];
        java.util.Arrays.fill(label, -1);
        int[] stack = new int[nodes];
        int found = 0;
        for (int root = 0; root < nodes; root++) {
            if (label[root] >= 0) {
                continue;
            }
            int top = 0;
            stack[top++] = root;
            label[root] = found;
            while (top > 0) {
                int i = stack[--top];
                for (int e = start[i]; e < start[i + 1]; e++) {
                    if (label[to[e]] < 0) {
                        label[to[e]] = found;
                        stack[top++] = to[e];
                    }
                }
            }
            found++;
        }
        return label;
    }
}
