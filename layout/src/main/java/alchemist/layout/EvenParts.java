package alchemist.layout;

import java.util.Arrays;

/** Parts of even size, where no edges tell what belongs together. */
final class EvenParts {
    private EvenParts() {}

    /**
     * In how many even parts to split a set, so that all are small after as few levels as can be.
     */
    static int count(int count, int max) {
        int levels = 1;
        for (double reach = max; reach < count; reach *= max) {
            levels++;
        }
        int parts = 2;
        while (parts < max) {
            double reach = 1;
            for (int l = 0; l < levels; l++) {
                reach *= parts;
            }
            if (reach >= count) {
                break;
            }
            parts++;
        }
        return parts;
    }

    /**
     * Deals things of different weight into boxes, keeping neighbours in the list together: heavy
     * things first, then on to the next box when one has its even share.
     */
    static int[] fill(int[] weight, int boxes) {
        int count = weight.length;
        long whole = 0;
        long[] order = new long[count];
        for (int i = 0; i < count; i++) {
            whole += weight[i];
            order[i] = ((long) (Integer.MAX_VALUE - weight[i]) << 32) | i;
        }
        Arrays.sort(order);
        int[] box = new int[count];
        long before = 0;
        for (long packed : order) {
            int i = (int) packed;
            box[i] = whole == 0 ? 0 : (int) Math.min(boxes - 1, before * boxes / whole);
            before += weight[i];
        }
        return box;
    }

    /** Cuts a net into even slices of its breadth-first order. */
    static int[] slices(Net net, int max) {
        int parts = count(net.nodes, max);
        int[] label = new int[net.nodes];
        boolean[] seen = new boolean[net.nodes];
        int[] order = new int[net.nodes];
        int known = 0;
        for (int root = 0; root < net.nodes; root++) {
            if (seen[root]) {
                continue;
            }
            seen[root] = true;
            int head = known;
            order[known++] = root;
            while (head < known) {
                int i = order[head++];
                for (int e = net.start[i]; e < net.start[i + 1]; e++) {
                    if (!seen[net.to[e]]) {
                        seen[net.to[e]] = true;
                        order[known++] = net.to[e];
                    }
                }
            }
        }
        for (int at = 0; at < known; at++) {
            label[order[at]] = (int) ((long) at * parts / known);
        }
        return label;
    }
}
