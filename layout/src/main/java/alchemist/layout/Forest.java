package alchemist.layout;

/**
 * Who is inside whom. The root is one more item, at index {@code items}. Nothing here recurses, so
 * depth costs no stack; common groups are found in logarithmic time by jump pointers (E. Myers: An
 * Applicative Random-Access Stack, 1983).
 */
final class Forest {
    final int items;

    /** The parent of each item; the root's is itself. */
    final int[] parent;

    /** The members of item {@code g} are {@code child[childStart[g] .. childStart[g + 1])}. */
    final int[] childStart;

    final int[] child;

    /** The root, then everything else, each after its group. */
    final int[] topDown;

    private final int[] depth;
    private final int[] jump;

    /**
     * Builds the forest.
     *
     * @param parent for each item its group, or -1
     * @throws IllegalArgumentException if a parent is out of range or groups contain themselves
     */
    Forest(int items, int[] parent) {
        this.items = items;
        this.parent = new int[items + 1];
        this.childStart = new int[items + 2];
        for (int i = 0; i < items; i++) {
            int p = parent[i];
            if (p < -1 || p >= items) {
                throw new IllegalArgumentException(
                        "parent[" + i + "] is " + p + ": give -1 or an item below " + items);
            }
            this.parent[i] = p < 0 ? items : p;
            childStart[this.parent[i] + 1]++;
        }
        this.parent[items] = items;
        for (int i = 0; i <= items; i++) {
            childStart[i + 1] += childStart[i];
        }
        this.child = new int[items];
        int[] fill = new int[items + 1];
        for (int i = 0; i < items; i++) {
            int p = this.parent[i];
            child[childStart[p] + fill[p]++] = i;
        }
        this.topDown = new int[items + 1];
        this.depth = new int[items + 1];
        this.jump = new int[items + 1];
        walk();
    }

    private void walk() {
        int known = 1;
        topDown[0] = items;
        jump[items] = items;
        for (int at = 0; at < known; at++) {
            int g = topDown[at];
            for (int c = childStart[g]; c < childStart[g + 1]; c++) {
                int i = child[c];
                depth[i] = depth[g] + 1;
                int far = jump[g];
                boolean evenSteps = depth[g] - depth[far] == depth[far] - depth[jump[far]];
                jump[i] = evenSteps && g != items ? jump[far] : g;
                topDown[known++] = i;
            }
        }
        if (known <= items) {
            throw new IllegalArgumentException(
                    "parent["
                            + inCycle()
                            + "] leads back to itself: a group cannot be inside itself");
        }
    }

    private int inCycle() {
        for (int i = 0; i < items; i++) {
            if (depth[i] == 0) {
                int in = i;
                for (int steps = 0; steps < items; steps++) {
                    in = parent[in];
                }
                return in;
            }
        }
        throw new AssertionError("no item is in a cycle");
    }

    /** Returns for each item its group, or -1. */
    int[] parents() {
        int[] parents = new int[items];
        for (int i = 0; i < items; i++) {
            parents[i] = parent[i] == items ? -1 : parent[i];
        }
        return parents;
    }

    int members(int group) {
        return childStart[group + 1] - childStart[group];
    }

    /**
     * Returns the two siblings that contain {@code a} and {@code b} (or are them), packed as high
     * and low half; -1 if one contains the other.
     */
    long siblings(int a, int b) {
        int u = a;
        int v = b;
        while (depth[u] > depth[v]) {
            u = depth[jump[u]] >= depth[v] ? jump[u] : parent[u];
        }
        while (depth[v] > depth[u]) {
            v = depth[jump[v]] >= depth[u] ? jump[v] : parent[v];
        }
        if (u == v) {
            return -1;
        }
        while (parent[u] != parent[v]) {
            boolean far = jump[u] != jump[v];
            u = far ? jump[u] : parent[u];
            v = far ? jump[v] : parent[v];
        }
        return ((long) u << 32) | v;
    }
}
