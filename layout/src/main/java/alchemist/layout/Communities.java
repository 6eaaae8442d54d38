package alchemist.layout;

import java.util.Arrays;

/**
 * Finds communities of high modularity by the Leiden method (V. Traag, L. Waltman, N. van Eck: From
 * Louvain to Leiden, 2019): nodes move between communities, communities are refined into connected
 * parts, parts become the nodes of a smaller net, and so on. Refinement here takes the best merge
 * instead of a random one.
 */
final class Communities {
    private static final int MAX_LEVELS = 30;
    private static final int MAX_RUNS = 3;

    private final double resolution;
    private final SplitMix64 random;

    // The net of the present level.
    private Net net;
    private double[] strength;
    private double total;

    // Scratch: weight from one node to each community it touches.
    private double[] toward;
    private int[] touched;

    private Communities(Net net, double resolution, SplitMix64 random) {
        this.net = net;
        this.resolution = resolution;
        this.random = random;
        this.strength = new double[net.nodes];
        for (int i = 0; i < net.nodes; i++) {
            for (int e = net.start[i]; e < net.start[i + 1]; e++) {
                strength[i] += net.weight[e];
            }
            total += strength[i];
        }
        this.toward = new double[net.nodes];
        this.touched = new int[net.nodes];
    }

    /**
     * Labels each node with its community, numbered without gaps by first appearance.
     *
     * @param resolution 1 for modularity; higher for smaller communities, lower for larger ones
     */
    static int[] find(Net net, double resolution, SplitMix64 random) {
        int[] label = new int[net.nodes];
        for (int i = 0; i < net.nodes; i++) {
            label[i] = i;
        }
        for (int run = 0; run < MAX_RUNS; run++) {
            int[] before = label;
            label = new Communities(net, resolution, random).run(before);
            if (Arrays.equals(before, label)) {
                break;
            }
        }
        return label;
    }

    /** Returns how many nodes bear each label; those of a negative one are not counted. */
    static int[] sizes(int[] label) {
        int parts = 0;
        for (int l : label) {
            parts = Math.max(parts, l + 1);
        }
        int[] sizes = new int[parts];
        for (int l : label) {
            if (l >= 0) {
                sizes[l]++;
            }
        }
        return sizes;
    }

    /** Returns the modularity of a labelling at resolution 1, -0.5 to 1. */
    static double modularity(Net net, int[] label) {
        int parts = 0;
        for (int l : label) {
            parts = Math.max(parts, l + 1);
        }
        double[] sums = new double[parts];
        double inside = 0;
        double all = 0;
        for (int i = 0; i < net.nodes; i++) {
            for (int e = net.start[i]; e < net.start[i + 1]; e++) {
                all += net.weight[e];
                sums[label[i]] += net.weight[e];
                if (label[i] == label[net.to[e]]) {
                    inside += net.weight[e];
                }
            }
        }
        if (all == 0) {
            return 0;
        }
        double expected = 0;
        for (double s : sums) {
            expected += (s / all) * (s / all);
        }
        return inside / all - expected;
    }

    /** Numbers labels without gaps by first appearance; returns how many there are. */
    static int compact(int[] label, int bound) {
        int[] renamed = new int[bound];
        int count = 0;
        for (int i = 0; i < label.length; i++) {
            if (renamed[label[i]] == 0) {
                renamed[label[i]] = ++count;
            }
            label[i] = renamed[label[i]] - 1;
        }
        return count;
    }

    /** Improves a labelling once, from single nodes up to whole communities. */
    private int[] run(int[] before) {
        int originals = net.nodes;
        int[] nodeOf = new int[originals];
        int[] community = before.clone();
        for (int i = 0; i < originals; i++) {
            nodeOf[i] = i;
        }
        if (total > 0) {
            for (int level = 0; level < MAX_LEVELS; level++) {
                moveNodes(community);
                int communities = compact(community, net.nodes);
                if (communities == net.nodes) {
                    break;
                }
                int[] part = refine(community);
                int parts = compact(part, net.nodes);
                if (parts == net.nodes) {
                    break;
                }
                int[] communityOfPart = new int[parts];
                double[] strengthOfPart = new double[parts];
                for (int i = 0; i < net.nodes; i++) {
                    communityOfPart[part[i]] = community[i];
                    strengthOfPart[part[i]] += strength[i];
                }
                for (int i = 0; i < originals; i++) {
                    nodeOf[i] = part[nodeOf[i]];
                }
                net = net.quotient(part, parts);
                strength = strengthOfPart;
                community = communityOfPart;
            }
        }
        int[] label = new int[originals];
        for (int i = 0; i < originals; i++) {
            label[i] = community[nodeOf[i]];
        }
        compact(label, originals);
        return label;
    }

    /** Moves single nodes to the community they gain most from, until none gains. */
    private void moveNodes(int[] community) {
        int nodes = net.nodes;
        double[] sum = new double[nodes];
        int[] members = new int[nodes];
        for (int i = 0; i < nodes; i++) {
            sum[community[i]] += strength[i];
            members[community[i]]++;
        }
        int[] empty = new int[nodes + 1];
        int empties = 0;
        for (int c = nodes - 1; c >= 0; c--) {
            if (members[c] == 0) {
                empty[empties++] = c;
            }
        }
        int[] queue = random.permutation(nodes);
        boolean[] queued = new boolean[nodes];
        Arrays.fill(queued, true);
        int head = 0;
        int waiting = nodes;
        // Each move raises modularity, so this ends; the limit guards against rounding going round.
        long limit = 100L * nodes + 1000;
        while (waiting > 0 && limit-- > 0) {
            int i = queue[head];
            head = head + 1 == nodes ? 0 : head + 1;
            waiting--;
            queued[i] = false;

            int own = community[i];
            int found = weighNeighbours(i, community);
            double scale = resolution * strength[i] / total;
            double stay = toward[own] - scale * (sum[own] - strength[i]);
            double best = stay;
            int target = own;
            for (int t = 0; t < found; t++) {
                int c = touched[t];
                if (c != own) {
                    double gain = toward[c] - scale * sum[c];
                    if (gain > best + 1e-12 * total / nodes) {
                        best = gain;
                        target = c;
                    }
                }
            }
            if (best < 0 && members[own] > 1 && empties > 0) {
                target = empty[--empties];
            }
            clear(found, own);
            if (target == own) {
                continue;
            }
            sum[own] -= strength[i];
            if (--members[own] == 0) {
                empty[empties++] = own;
            }
            sum[target] += strength[i];
            members[target]++;
            community[i] = target;
            for (int e = net.start[i]; e < net.start[i + 1]; e++) {
                int j = net.to[e];
                if (!queued[j] && community[j] != target) {
                    queued[j] = true;
                    int tail = head + waiting;
                    queue[tail >= nodes ? tail - nodes : tail] = j;
                    waiting++;
                }
            }
        }
    }

    /** Splits each community into well-connected parts, starting from single nodes. */
    private int[] refine(int[] community) {
        int nodes = net.nodes;
        double[] communitySum = new double[nodes];
        int[] part = new int[nodes];
        double[] sum = new double[nodes];
        int[] members = new int[nodes];
        double[] outward = new double[nodes];
        for (int i = 0; i < nodes; i++) {
            communitySum[community[i]] += strength[i];
            part[i] = i;
            sum[i] = strength[i];
            members[i] = 1;
            for (int e = net.start[i]; e < net.start[i + 1]; e++) {
                if (community[net.to[e]] == community[i]) {
                    outward[i] += net.weight[e];
                }
            }
        }
        int[] order = random.permutation(nodes);
        for (int i : order) {
            double whole = communitySum[community[i]];
            if (members[part[i]] != 1
                    || outward[part[i]]
                            < resolution * sum[part[i]] * (whole - sum[part[i]]) / total) {
                continue;
            }
            int found = weighNeighbours(i, part);
            double best = 0;
            int target = part[i];
            for (int t = 0; t < found; t++) {
                int p = touched[t];
                // A part's number is that of one of its nodes, so it tells the part's community.
                if (p == part[i] || community[p] != community[i]) {
                    continue;
                }
                boolean wellConnected =
                        outward[p] >= resolution * sum[p] * (whole - sum[p]) / total;
                double gain = toward[p] - resolution * strength[i] * sum[p] / total;
                if (wellConnected && gain > best) {
                    best = gain;
                    target = p;
                }
            }
            double shared = toward[target];
            clear(found, part[i]);
            if (target != part[i]) {
                outward[target] += outward[part[i]] - 2 * shared;
                sum[target] += strength[i];
                members[target]++;
                members[part[i]] = 0;
                part[i] = target;
            }
        }
        return part;
    }

    private int weighNeighbours(int node, int[] label) {
        int found = 0;
        for (int e = net.start[node]; e < net.start[node + 1]; e++) {
            int c = label[net.to[e]];
            if (toward[c] == 0) {
                touched[found++] = c;
            }
            toward[c] += net.weight[e];
        }
        return found;
    }

    private void clear(int found, int own) {
        for (int t = 0; t < found; t++) {
            toward[touched[t]] = 0;
        }
        toward[own] = 0;
    }
}
