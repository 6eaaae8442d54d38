package alchemist.layout;

import java.util.Arrays;

/**
 * Splits a set of items that is too large for one group into parts, which become derived groups:
 * communities where there are edges, evenly filled bundles where there are none.
 */
final class Splitter {
    private final int max;
    private final int tiny;
    private final SplitMix64 random;

    /**
     * Prepares.
     *
     * @param max the most parts, and the size at which a part need not be split again
     */
    Splitter(int max, SplitMix64 random) {
        this.max = max;
        this.tiny = Math.max(2, Math.min(6, max / 8));
        this.random = random;
    }

    /**
     * Labels each node with its part, 0 and up without gaps; -1 for hubs that stay beside the
     * parts. There are at most {@code max} parts and hubs, and each part is smaller than the whole.
     */
    int[] split(Net net) {
        int[] label = communities(net, 1);
        if (progressed(label)) {
            return label;
        }
        label = besideHubs(net);
        if (label.length > 0) {
            return label;
        }
        for (double resolution = 2; resolution <= 64; resolution *= 2) {
            label = communities(net, resolution);
            if (progressed(label)) {
                return label;
            }
        }
        return EvenParts.slices(net, max);
    }

    private static boolean progressed(int[] label) {
        int[] sizes = Communities.sizes(label);
        int largest = 0;
        for (int s : sizes) {
            largest = Math.max(largest, s);
        }
        return sizes.length > 1 && largest <= 0.9 * label.length;
    }

    private int[] communities(Net net, double resolution) {
        int[] loose = looseComponents(net);
        int looseCount = 0;
        for (int l : loose) {
            looseCount += l;
        }
        if (looseCount == net.nodes) {
            return bundles(net, loose, EvenParts.count(looseCount, max), 0, new int[net.nodes]);
        }
        int[] label = Communities.find(net, resolution, random);
        absorbTiny(net, label);
        int bundles =
                looseCount == 0 ? 0 : Math.min((looseCount + max - 1) / max, Math.max(1, max / 3));
        // Loose nodes take part as communities of their own here; they are bundled last.
        int parts = separate(label, loose);
        if (parts > max - bundles) {
            parts = coarsen(net, label, loose, parts, Math.max(1, max - bundles));
        }
        return bundles == 0 ? label : bundles(net, loose, bundles, parts, label);
    }

    /** Marks nodes in components so small that they make no group of their own. */
    private int[] looseComponents(Net net) {
        int[] component = net.components();
        int[] sizes = Communities.sizes(component);
        int[] loose = new int[net.nodes];
        for (int i = 0; i < net.nodes; i++) {
            loose[i] = sizes[component[i]] < tiny ? 1 : 0;
        }
        return loose;
    }

    /** Numbers the labels of nodes that are not loose without gaps; loose ones get -1. */
    private static int separate(int[] label, int[] loose) {
        int[] renamed = new int[label.length];
        int count = 0;
        for (int i = 0; i < label.length; i++) {
            if (loose[i] == 1) {
                label[i] = -1;
            } else {
                if (renamed[label[i]] == 0) {
                    renamed[label[i]] = ++count;
                }
                label[i] = renamed[label[i]] - 1;
            }
        }
        return count;
    }

    /**
     * Gives the members of communities that are too small to the communities they are tied to most.
     */
    private void absorbTiny(Net net, int[] label) {
        int parts = Communities.compact(label, net.nodes);
        int[] into = new int[parts];
        int[] size = Communities.sizes(label);
        for (int p = 0; p < parts; p++) {
            into[p] = p;
        }
        Net ties = net.quotient(label, parts);
        for (int goal = 1; goal < tiny; goal++) {
            for (int p = 0; p < parts; p++) {
                if (into[p] != p || size[p] != goal) {
                    continue;
                }
                int best = p;
                double most = 0;
                for (int e = ties.start[p]; e < ties.start[p + 1]; e++) {
                    int q = root(into, ties.to[e]);
                    double tie = ties.weight[e] / Math.sqrt(size[q]);
                    if (q != p && tie > most) {
                        most = tie;
                        best = q;
                    }
                }
                if (best != p) {
                    into[p] = best;
                    size[best] += size[p];
                }
            }
        }
        for (int i = 0; i < label.length; i++) {
            label[i] = root(into, label[i]);
        }
    }

    private static int root(int[] into, int part) {
        int p = part;
        while (into[p] != p) {
            into[p] = into[into[p]];
            p = into[p];
        }
        return p;
    }

    /** Joins parts into fewer, larger ones until there are at most {@code limit}. */
    private int coarsen(Net net, int[] label, int[] loose, int parts, int limit) {
        int[] size = new int[parts];
        for (int i = 0; i < net.nodes; i++) {
            size[loose[i] == 1 ? 0 : label[i]] += 1 - loose[i];
        }
        int[] joined = new Coarsening(random).join(tiesOf(net, label, loose, parts), size, limit);
        int count = Communities.sizes(joined).length;
        if (count > limit) {
            // What is not tied to anything: fill it into even bundles, largest first.
            int[] weight = new int[count];
            for (int p = 0; p < parts; p++) {
                weight[joined[p]] += size[p];
            }
            int[] bundle = EvenParts.fill(weight, limit);
            for (int p = 0; p < parts; p++) {
                joined[p] = bundle[joined[p]];
            }
        }
        for (int i = 0; i < net.nodes; i++) {
            if (loose[i] == 0) {
                label[i] = joined[label[i]];
            }
        }
        return separate(label, loose);
    }

    private static Net tiesOf(Net net, int[] label, int[] loose, int parts) {
        // Loose nodes only touch loose nodes, so one extra part for them stays without ties.
        int[] padded = new int[net.nodes];
        for (int i = 0; i < net.nodes; i++) {
            padded[i] = loose[i] == 1 ? parts : label[i];
        }
        Net all = net.quotient(padded, parts + 1);
        return new Net(parts, Arrays.copyOf(all.start, parts + 1), all.to, all.weight);
    }

    /** Fills loose components into evenly sized bundles numbered from {@code first}. */
    private static int[] bundles(Net net, int[] loose, int bundles, int first, int[] label) {
        int[] component = net.components();
        int[] weight = new int[Communities.sizes(component).length];
        for (int i = 0; i < net.nodes; i++) {
            weight[component[i]] += loose[i];
        }
        int[] bundle = EvenParts.fill(weight, bundles);
        int[] renamed = new int[bundles];
        int next = first;
        for (int i = 0; i < net.nodes; i++) {
            if (loose[i] == 1) {
                int b = bundle[component[i]];
                if (renamed[b] == 0) {
                    renamed[b] = ++next - first;
                }
                label[i] = first + renamed[b] - 1;
            }
        }
        return label;
    }

    /**
     * Leaves out the nodes tied to most others, and splits the rest; nothing if there are no such
     * hubs.
     */
    private int[] besideHubs(Net net) {
        int[] hub = new int[net.nodes];
        int hubs = 0;
        for (int i = 0; i < net.nodes && hubs < Math.max(1, max / 4); i++) {
            if (net.degree(i) >= net.nodes / 4) {
                hub[i] = 1;
                hubs++;
            }
        }
        if (hubs == 0 || hubs * 4 > net.nodes || max - hubs < 2) {
            return new int[0];
        }
        int[] rest = new int[net.nodes - hubs];
        int count = 0;
        for (int i = 0; i < net.nodes; i++) {
            if (hub[i] == 0) {
                rest[count++] = i;
            }
        }
        Splitter fewer = new Splitter(max - hubs, random);
        int[] inner = fewer.communities(net.induced(rest, new int[net.nodes]), 1);
        int[] label = new int[net.nodes];
        Arrays.fill(label, -1);
        for (int r = 0; r < count; r++) {
            label[rest[r]] = inner[r];
        }
        return progressed(label) ? label : new int[0];
    }
}
