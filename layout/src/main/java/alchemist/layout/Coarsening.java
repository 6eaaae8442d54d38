package alchemist.layout;

import java.util.Arrays;

/** Joins parts of a net that are tied to each other into fewer, larger ones. */
final class Coarsening {
    private final SplitMix64 random;

    Coarsening(SplitMix64 random) {
        this.random = random;
    }

    /**
     * Joins parts until few are left: by communities of lower resolution as long as they come out
     * even, then by pairs. What is not tied to anything stays.
     *
     * @param ties between the parts
     * @param size of each part, in nodes
     * @param limit how many there shall be at the most
     * @return for each part the one that it becomes
     */
    int[] join(Net ties, int[] size, int limit) {
        int[] joined = identity(ties.nodes);
        int count = ties.nodes;
        for (double resolution = 0.7; count > limit && resolution > 0.02; resolution *= 0.7) {
            int[] fewer = Communities.find(ties, resolution, random);
            if (largestShare(fewer, size) > 0.3) {
                break;
            }
            joined = fewer;
            count = Communities.sizes(joined).length;
        }
        int before = count + 1;
        while (count > limit && count < before) {
            before = count;
            joined = joinPairs(ties, size, joined, count, limit);
            count = Communities.compact(joined, ties.nodes);
        }
        return joined;
    }

    /** Joins parts, smallest first, each with the one it is tied to most for its size. */
    private static int[] joinPairs(Net ties, int[] size, int[] joined, int count, int limit) {
        Net among = ties.quotient(joined, count);
        int[] weight = new int[count];
        for (int p = 0; p < ties.nodes; p++) {
            weight[joined[p]] += size[p];
        }
        long[] order = new long[count];
        for (int p = 0; p < count; p++) {
            order[p] = ((long) weight[p] << 32) | p;
        }
        Arrays.sort(order);
        int[] into = identity(count);
        boolean[] done = new boolean[count];
        int left = count;
        for (int at = 0; at < count && left > limit; at++) {
            int p = (int) order[at];
            int best = -1;
            double most = 0;
            for (int e = among.start[p]; !done[p] && e < among.start[p + 1]; e++) {
                int q = among.to[e];
                double tie = among.weight[e] / weight[q];
                if (!done[q] && tie > most) {
                    most = tie;
                    best = q;
                }
            }
            if (best >= 0) {
                into[p] = best;
                done[p] = true;
                done[best] = true;
                left--;
            }
        }
        int[] pairs = new int[ties.nodes];
        for (int p = 0; p < ties.nodes; p++) {
            pairs[p] = into[joined[p]];
        }
        return pairs;
    }

    private static int[] identity(int count) {
        int[] values = new int[count];
        for (int i = 0; i < count; i++) {
            values[i] = i;
        }
        return values;
    }

    private static double largestShare(int[] label, int[] size) {
        int[] sums = new int[Communities.sizes(label).length];
        long whole = 0;
        for (int i = 0; i < label.length; i++) {
            sums[label[i]] += size[i];
            whole += size[i];
        }
        int largest = 0;
        for (int s : sums) {
            largest = Math.max(largest, s);
        }
        return largest / (double) Math.max(1, whole);
    }
}
