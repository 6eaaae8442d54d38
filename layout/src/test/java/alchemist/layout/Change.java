package alchemist.layout;

import java.util.Arrays;

/** A graph after some of it changed, and what the items of before became. */
@SuppressWarnings("ArrayRecordComponent") // as in the graphs themselves
record Change(LayoutGraph graph, int[] itemOf) {

    /**
     * Takes leaves away, but not all, and adds new ones beside random leaves, tied to those. New
     * ones come first, so that every index moves.
     */
    static Change of(LayoutGraph g, int removed, int added, long seed) {
        SplitMix64 random = new SplitMix64(seed);
        int n = g.items();
        boolean[] group = new boolean[n];
        for (int p : g.parent()) {
            if (p >= 0) {
                group[p] = true;
            }
        }
        boolean[] gone = new boolean[n];
        int stays = 0;
        while (group[stays]) {
            stays++;
        }
        for (int k = 0; k < removed; k++) {
            int i = random.below(n);
            gone[i] |= !group[i] && i != stays;
        }
        int[] itemOf = new int[n];
        int items = added;
        for (int i = 0; i < n; i++) {
            itemOf[i] = gone[i] ? -1 : items++;
        }
        int[] parent = new int[items];
        float[] size = new float[items];
        for (int i = 0; i < n; i++) {
            if (!gone[i]) {
                parent[itemOf[i]] = g.parent()[i] < 0 ? -1 : itemOf[g.parent()[i]];
                size[itemOf[i]] = g.size()[i];
            }
        }
        int edges = 0;
        int[] from = new int[g.edges() + 2 * added];
        int[] to = new int[g.edges() + 2 * added];
        for (int e = 0; e < g.edges(); e++) {
            if (!gone[g.from()[e]] && !gone[g.to()[e]]) {
                from[edges] = itemOf[g.from()[e]];
                to[edges++] = itemOf[g.to()[e]];
            }
        }
        int kept = edges;
        for (int a = 0; a < added; a++) {
            int beside = random.below(n);
            while (gone[beside] || group[beside]) {
                beside = random.below(n);
            }
            parent[a] = g.parent()[beside] < 0 ? -1 : itemOf[g.parent()[beside]];
            size[a] = g.size()[beside];
            from[edges] = a;
            to[edges++] = itemOf[beside];
            if (kept > 0) {
                // A neighbour of its neighbour, where there is one.
                int e = random.below(kept);
                for (int tries = 0; tries < 2000 && from[e] != itemOf[beside]; tries++) {
                    e = random.below(kept);
                }
                if (from[e] == itemOf[beside]) {
                    from[edges] = a;
                    to[edges++] = to[e];
                }
            }
        }
        float[] weight = new float[edges];
        Arrays.fill(weight, 1);
        return new Change(
                new LayoutGraph(
                        items,
                        parent,
                        Arrays.copyOf(from, edges),
                        Arrays.copyOf(to, edges),
                        weight,
                        size),
                itemOf);
    }

    /** Returns how far known leaves moved, as parts of the diameter of before, in rising order. */
    double[] moves(Placement before, Placement after) {
        double extent = Figures.extent(before);
        double[] moves = new double[itemOf.length];
        int count = 0;
        for (int b = 0; b < itemOf.length; b++) {
            if (itemOf[b] >= 0) {
                double dx = (double) after.x()[itemOf[b]] - before.x()[b];
                double dy = (double) after.y()[itemOf[b]] - before.y()[b];
                moves[count++] = Math.sqrt(dx * dx + dy * dy) / extent;
            }
        }
        moves = Arrays.copyOf(moves, count);
        Arrays.sort(moves);
        return moves;
    }
}
