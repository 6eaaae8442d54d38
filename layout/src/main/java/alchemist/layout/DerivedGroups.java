package alchemist.layout;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Puts derived groups between a group and its members wherever there are too many of them. A member
 * that holds an even share of all there is, or more, stays beside them: it is what the group is
 * about, and a circle around it and smaller things would be mostly empty.
 */
final class DerivedGroups {
    private final int max;
    private final SplitMix64 random;

    /** How many leaves each given item holds, itself if it is one. */
    private final int[] holds;

    private int[] parent;
    private int items;

    private record Crowd(int[] members, Net net, int group) {}

    private DerivedGroups(Forest forest, int max, SplitMix64 random) {
        this.parent = forest.parents();
        this.items = forest.items;
        this.max = max;
        this.random = random;
        this.holds = leaves(forest);
    }

    private static int[] leaves(Forest forest) {
        int[] leaves = new int[forest.items + 1];
        for (int at = forest.items; at > 0; at--) {
            int item = forest.topDown[at];
            leaves[item] += forest.members(item) == 0 ? 1 : 0;
            leaves[forest.parent[item]] += leaves[item];
        }
        return leaves;
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
        DerivedGroups derived = new DerivedGroups(forest, max, random);
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
            int[][] parts = parts(labels(crowd, local));
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

    /** The part of each member of a crowd; -1 for one that stays beside the parts. */
    private int[] labels(Crowd crowd, int[] local) {
        int count = crowd.members.length;
        long all = 0;
        for (int member : crowd.members) {
            all += holds[member];
        }
        int[] rest = new int[count];
        int small = 0;
        for (int i = 0; i < count; i++) {
            if ((long) holds[crowd.members[i]] * max < all) {
                rest[small++] = i;
            }
        }
        int room = Math.max(2, max - (count - small));
        rest = Arrays.copyOf(rest, small);
        int[] part = new Splitter(room, random).split(crowd.net.induced(rest, local));
        int[] label = new int[count];
        Arrays.fill(label, -1);
        for (int i = 0; i < small; i++) {
            label[rest[i]] = part[i];
        }
        return label;
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
