package alchemist.layout;

import java.util.ArrayDeque;
import java.util.Arrays;

/** Puts derived groups between a group and its members wherever there are too many of them. */
final class DerivedGroups {
    private final int max;
    private final Splitter splitter;
    private int[] parent;
    private int items;

    private record Crowd(int[] members, Net net, int group) {}

    private DerivedGroups(int[] parent, int items, int max, SplitMix64 random) {
        this.parent = parent;
        this.items = items;
        this.max = max;
        this.splitter = new Splitter(max, random);
    }

    /** Returns for each item, given and derived, its group or -1. */
    static int[] extend(Forest forest, Ties ties, int max, SplitMix64 random, Pace pace) {
        return extend(forest, ties, max, new boolean[forest.items + 1], random, pace);
    }

    /**
     * Returns for each item, given and derived, its group or -1.
     *
     * @param settled groups that are split only when they are half as large again
     */
    static int[] extend(
            Forest forest, Ties ties, int max, boolean[] settled, SplitMix64 random, Pace pace) {
        DerivedGroups derived = new DerivedGroups(forest.parents(), forest.items, max, random);
        int[] local = new int[forest.items];
        int done = 0;
        for (int group : forest.topDown) {
            int count = forest.members(group);
            if (count > (settled[group] ? max + max / 2 : max)) {
                int begin = forest.childStart[group];
                int[] members = Arrays.copyOfRange(forest.child, begin, begin + count);
                Crowd crowd =
                        new Crowd(
                                members,
                                ties.net.induced(members, local),
                                group == forest.items ? -1 : group);
                derived.split(crowd, pace, done, forest.items);
            }
            done += count;
        }
        return Arrays.copyOf(derived.parent, derived.items);
    }

    private void split(Crowd whole, Pace pace, int doneBefore, int all) {
        ArrayDeque<Crowd> crowds = new ArrayDeque<>();
        crowds.push(whole);
        int[] local = new int[whole.net.nodes];
        int settled = 0;
        while (!crowds.isEmpty()) {
            Crowd crowd = crowds.pop();
            int[] label = splitter.split(crowd.net);
            int[][] parts = parts(label);
            for (int[] part : parts) {
                if (part.length < 2) {
                    settled += part.length;
                    continue;
                }
                int group = grow(crowd.group);
                int[] members = new int[part.length];
                for (int i = 0; i < part.length; i++) {
                    members[i] = crowd.members[part[i]];
                    parent[members[i]] = group;
                }
                if (part.length > max) {
                    crowds.push(new Crowd(members, crowd.net.induced(part, local), group));
                } else {
                    settled += part.length;
                }
            }
            pace.at((doneBefore + settled) / (double) all);
        }
    }

    private static int[][] parts(int[] label) {
        int count = 0;
        for (int l : label) {
            count = Math.max(count, l + 1);
        }
        int[] size = new int[count];
        for (int l : label) {
            if (l >= 0) {
                size[l]++;
            }
        }
        int[][] parts = new int[count][];
        for (int p = 0; p < count; p++) {
            parts[p] = new int[size[p]];
        }
        for (int i = label.length - 1; i >= 0; i--) {
            if (label[i] >= 0) {
                parts[label[i]][--size[label[i]]] = i;
            }
        }
        return parts;
    }

    private int grow(int group) {
        if (items == parent.length) {
            parent = Arrays.copyOf(parent, items + items / 2 + 8);
        }
        parent[items] = group;
        return items++;
    }
}
