package alchemist.layout;

import java.util.Arrays;

/** Graphs to place in tests, each the same every time. */
final class Graphs {
    private final int[] parent;
    private int items;
    private int[] from = new int[16];
    private int[] to = new int[16];
    private int edges;

    private Graphs(int capacity) {
        this.parent = new int[capacity];
    }

    private int item(int group) {
        parent[items] = group;
        return items++;
    }

    private void edge(int a, int b) {
        if (a == b) {
            return;
        }
        if (edges == from.length) {
            from = Arrays.copyOf(from, edges * 2);
            to = Arrays.copyOf(to, edges * 2);
        }
        from[edges] = a;
        to[edges++] = b;
    }

    private LayoutGraph done(float size) {
        float[] weight = new float[edges];
        Arrays.fill(weight, 1);
        float[] sizes = new float[items];
        Arrays.fill(sizes, size);
        return new LayoutGraph(
                items,
                Arrays.copyOf(parent, items),
                Arrays.copyOf(from, edges),
                Arrays.copyOf(to, edges),
                weight,
                sizes);
    }

    /** Nodes without groups or edges. */
    static LayoutGraph isolated(int nodes) {
        Graphs g = new Graphs(nodes);
        for (int i = 0; i < nodes; i++) {
            g.item(-1);
        }
        return g.done(1);
    }

    static LayoutGraph flat(int nodes, int[][] edges) {
        Graphs g = new Graphs(nodes);
        for (int i = 0; i < nodes; i++) {
            g.item(-1);
        }
        for (int[] e : edges) {
            g.edge(e[0], e[1]);
        }
        return g.done(1);
    }

    /** Groups, which come first, of nodes tied in a ring, with one tie from group to group. */
    static LayoutGraph groups(int groups, int nodesEach) {
        Graphs g = new Graphs(groups * (nodesEach + 1));
        for (int k = 0; k < groups; k++) {
            g.item(-1);
        }
        for (int k = 0; k < groups; k++) {
            int first = g.items;
            for (int i = 0; i < nodesEach; i++) {
                g.item(k);
                g.edge(first + i, first + (i + 1) % nodesEach);
            }
            if (k > 0) {
                g.edge(first, first - 1);
            }
        }
        return g.done(1);
    }

    /** A square lattice. */
    static LayoutGraph grid(int side) {
        Graphs g = new Graphs(side * side);
        for (int i = 0; i < side * side; i++) {
            g.item(-1);
            if (i % side > 0) {
                g.edge(i, i - 1);
            }
            if (i >= side) {
                g.edge(i, i - side);
            }
        }
        return g.done(1);
    }

    /** A tree in which every inner node has the same number of children. */
    static LayoutGraph tree(int nodes, int branching) {
        Graphs g = new Graphs(nodes);
        for (int i = 0; i < nodes; i++) {
            g.item(-1);
            if (i > 0) {
                g.edge(i, (i - 1) / branching);
            }
        }
        return g.done(1);
    }

    /** One hub and its leaves. */
    static LayoutGraph star(int leaves) {
        Graphs g = new Graphs(leaves + 1);
        for (int i = 0; i <= leaves; i++) {
            g.item(-1);
            g.edge(i, 0);
        }
        return g.done(1);
    }

    static LayoutGraph clique(int nodes) {
        Graphs g = new Graphs(nodes);
        for (int i = 0; i < nodes; i++) {
            g.item(-1);
            for (int j = 0; j < i; j++) {
                g.edge(i, j);
            }
        }
        return g.done(1);
    }

    /** Groups in groups, each with one node beside the next group. */
    static LayoutGraph chain(int depth) {
        Graphs g = new Graphs(2 * depth);
        int group = -1;
        int last = -1;
        for (int i = 0; i < depth; i++) {
            int node = g.item(group);
            if (last >= 0) {
                g.edge(node, last);
            }
            last = node;
            group = g.item(group);
        }
        return g.done(1);
    }

    /**
     * Each new node is tied to some nodes picked by their number of edges (A.-L. Barabási, R.
     * Albert).
     */
    static LayoutGraph scaleFree(int nodes, int edgesEach, long seed) {
        SplitMix64 random = new SplitMix64(seed);
        Graphs g = new Graphs(nodes);
        int[] ends = new int[2 * nodes * edgesEach];
        int count = 0;
        for (int i = 0; i < nodes; i++) {
            g.item(-1);
            for (int k = 0; k < Math.min(i, edgesEach); k++) {
                int j = count == 0 ? 0 : ends[random.below(count)];
                if (j != i) {
                    g.edge(i, j);
                    ends[count++] = i;
                    ends[count++] = j;
                }
            }
        }
        return g.done(1);
    }

    /** Communities of one size; each node has so many edges inside and so many to anywhere. */
    static LayoutGraph planted(
            int communities, int size, double inside, double outside, long seed) {
        SplitMix64 random = new SplitMix64(seed);
        int n = communities * size;
        Graphs g = new Graphs(n);
        for (int i = 0; i < n; i++) {
            g.item(-1);
        }
        for (int k = 0; k < n * inside / 2; k++) {
            int c = random.below(communities) * size;
            g.edge(c + random.below(size), c + random.below(size));
        }
        for (int k = 0; k < n * outside / 2; k++) {
            g.edge(random.below(n), random.below(n));
        }
        return g.done(1);
    }

    /** Folders in folders with files; most edges stay near, some cross. */
    static LayoutGraph folders(int files, int edgesWanted, long seed) {
        SplitMix64 random = new SplitMix64(seed);
        Graphs g = new Graphs(files * 2 + 10);
        int[] folder = new int[files];
        int[] depth = new int[files + 1];
        int folders = 0;
        folder[folders++] = g.item(-1);
        int wanted = Math.max(1, files / 12);
        while (folders < wanted) {
            // A few packages, each with more packages inside, four levels in all.
            int inside = folders < 8 ? 0 : random.below(folders);
            if (depth[inside] < 4) {
                depth[folders] = depth[inside] + 1;
                folder[folders++] = g.item(folder[inside]);
            }
        }
        int[] file = new int[files];
        int[] home = new int[files];
        for (int i = 0; i < files; i++) {
            // Runs of files per folder, so that sizes differ.
            home[i] = i > 0 && random.below(12) > 0 ? home[i - 1] : random.below(folders);
            file[i] = g.item(folder[home[i]]);
        }
        while (g.edges < edgesWanted) {
            int a = random.below(files);
            int kind = random.below(100);
            int b;
            if (kind < 55) {
                b = Math.min(files - 1, Math.max(0, a + random.below(15) - 7));
                if (home[a] != home[b]) {
                    continue;
                }
            } else if (kind < 85) {
                b = Math.min(files - 1, Math.max(0, a + random.below(101) - 50));
            } else {
                // A few files are used from everywhere.
                b = random.below(1 + random.below(files));
            }
            g.edge(file[a], file[b]);
        }
        return g.done(3);
    }

    /** Boxes of a diagram: a few layers, each box tied to some in the next. */
    static LayoutGraph diagram(int nodes, int edgesWanted, long seed) {
        SplitMix64 random = new SplitMix64(seed);
        Graphs g = new Graphs(nodes);
        for (int i = 0; i < nodes; i++) {
            g.item(-1);
        }
        for (int i = 1; i < nodes; i++) {
            g.edge(i, Math.max(0, i - 1 - random.below(12)));
        }
        while (g.edges < edgesWanted) {
            int a = random.below(nodes);
            g.edge(a, Math.min(nodes - 1, a + 1 + random.below(15)));
        }
        return g.done(6);
    }
}
