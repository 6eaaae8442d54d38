package alchemist.layout;

import java.util.Arrays;

/**
 * The derived groups of an earlier placement, carried over to the changed graph: items that are
 * still in their given group stay in their derived group, and new items join the one they are tied
 * to most.
 */
final class CarriedGroups {
    private static final int NONE = -1;

    /** New items without any tie make a derived group of their own from this number on. */
    private static final int CROWD = 4;

    private final LayoutGraph graph;
    private final Placement before;
    private final int[] itemOf;

    /** For each circle of before: what it is now, or -1. Derived ones are numbered last. */
    private final int[] nowOf;

    /** For each item of the graph: what it was before, or -1. */
    private final int[] beforeOf;

    /** For each item: whether it was before, in the same given group. */
    private final boolean[] stays;

    /** For each item: the derived group of before that it is in now, or -1. */
    private final int[] home;

    private int[] parent = new int[0];
    private int[] oldOf = new int[0];

    CarriedGroups(LayoutGraph graph, Placement before, int[] itemOf) {
        this.graph = graph;
        this.before = before;
        this.itemOf = itemOf;
        this.nowOf = new int[before.circles()];
        this.beforeOf = new int[graph.items()];
        this.home = new int[graph.items()];
        this.stays = new boolean[graph.items()];
        Arrays.fill(nowOf, NONE);
        Arrays.fill(beforeOf, NONE);
        Arrays.fill(home, NONE);
    }

    /** Returns for each item, given and derived, its group or -1. */
    int[] parent() {
        return parent;
    }

    /** Returns for each item, given and derived, the circle of before that it was, or -1. */
    int[] oldOf() {
        return oldOf;
    }

    /** Returns whether an item was before, in the same given group. */
    boolean stays(int item) {
        return item >= graph.items() || stays[item];
    }

    /** Finds out who goes where. */
    void carry() {
        System.arraycopy(itemOf, 0, nowOf, 0, itemOf.length);
        for (int b = 0; b < itemOf.length; b++) {
            if (itemOf[b] >= 0) {
                beforeOf[itemOf[b]] = b;
            }
        }
        Forest old = new Forest(before.circles(), before.parent());
        int[] owner = owners(old);
        stayHome(owner);
        settleNewcomers(owner);
        number(old, owner);
    }

    /**
     * For each derived group of before, the given group it was in, as it is numbered now; -2 if
     * that is gone.
     */
    private int[] owners(Forest old) {
        int[] owner = new int[before.circles()];
        for (int at = 1; at < old.topDown.length; at++) {
            int b = old.topDown[at];
            int p = before.parent()[b];
            if (p < 0) {
                owner[b] = -1;
            } else if (p >= before.derivedFrom()) {
                owner[b] = owner[p];
            } else {
                owner[b] = itemOf[p] < 0 ? -2 : itemOf[p];
            }
        }
        return owner;
    }

    private void stayHome(int[] owner) {
        for (int i = 0; i < graph.items(); i++) {
            int b = beforeOf[i];
            if (b >= 0 && owner[b] == graph.parent()[i]) {
                stays[i] = true;
                int p = before.parent()[b];
                home[i] = p >= before.derivedFrom() ? p : NONE;
            }
        }
    }

    private void settleNewcomers(int[] owner) {
        int items = graph.items();
        Homes homes = new Homes(owner);
        Forest given = new Forest(items, graph.parent());
        Net net = Ties.of(graph, given).net;
        homes.measure(net);
        boolean[] placed = new boolean[items];
        int[] queue = new int[items];
        int tail = 0;
        for (int i = 0; i < items; i++) {
            placed[i] = stays[i] || !homes.any(graph.parent()[i]);
            if (placed[i] && home[i] != NONE) {
                queue[tail++] = i;
            }
        }
        // Outward from who stays, so that chains of new items follow each other home.
        for (int head = 0; head < tail; head++) {
            int i = queue[head];
            for (int e = net.start[i]; e < net.start[i + 1]; e++) {
                int j = net.to[e];
                if (!placed[j]) {
                    home[j] = mostTied(net, j);
                    homes.join(home[j]);
                    placed[j] = true;
                    queue[tail++] = j;
                }
            }
        }
        for (int g = 0; g <= items; g++) {
            int crowd = 0;
            for (int c = given.childStart[g]; c < given.childStart[g + 1]; c++) {
                crowd += placed[given.child[c]] ? 0 : 1;
            }
            for (int c = given.childStart[g]; crowd > 0 && c < given.childStart[g + 1]; c++) {
                int i = given.child[c];
                if (!placed[i]) {
                    home[i] = homes.forUntied(g == items ? NONE : g, crowd);
                    homes.join(home[i]);
                }
            }
        }
    }

    private int mostTied(Net net, int item) {
        int best = NONE;
        double most = 0;
        for (int e = net.start[item]; e < net.start[item + 1]; e++) {
            int h = home[net.to[e]];
            if (h == NONE || h == best) {
                continue;
            }
            double sum = 0;
            for (int f = net.start[item]; f < net.start[item + 1]; f++) {
                sum += home[net.to[f]] == h ? net.weight[f] : 0;
            }
            if (sum > most) {
                most = sum;
                best = h;
            }
        }
        return best;
    }

    /** Numbers the derived groups that still hold two or more, and says who is in which. */
    private void number(Forest old, int[] owner) {
        int[] holds = new int[before.circles()];
        int crowds = 0;
        int[] crowdOf = new int[graph.items() + 1];
        for (int i = 0; i < graph.items(); i++) {
            if (home[i] >= 0) {
                holds[home[i]]++;
            } else if (home[i] < NONE) {
                int g = graph.parent()[i] < 0 ? graph.items() : graph.parent()[i];
                if (crowdOf[g] == 0) {
                    crowdOf[g] = ++crowds;
                }
            }
        }
        for (int at = old.items; at > 0; at--) {
            int b = old.topDown[at];
            int p = before.parent()[b];
            if (b >= before.derivedFrom() && p >= before.derivedFrom()) {
                holds[p] += holds[b] > 1 ? 1 : holds[b];
            }
        }
        int count = graph.items();
        for (int b = before.derivedFrom(); b < before.circles(); b++) {
            if (holds[b] > 1) {
                nowOf[b] = count++;
            }
        }
        int firstCrowd = count;
        parent = new int[count + crowds];
        oldOf = Arrays.copyOf(beforeOf, parent.length);
        Arrays.fill(oldOf, graph.items(), parent.length, NONE);
        for (int b = before.derivedFrom(); b < before.circles(); b++) {
            if (nowOf[b] >= 0) {
                oldOf[nowOf[b]] = b;
                parent[nowOf[b]] = above(before.parent()[b], owner[b]);
            }
        }
        for (int i = 0; i < graph.items(); i++) {
            int g = graph.parent()[i];
            parent[i] = above(home[i], g);
            if (home[i] < NONE) {
                int crowd = firstCrowd + crowdOf[g < 0 ? graph.items() : g] - 1;
                parent[i] = crowd;
                parent[crowd] = g;
            }
        }
    }

    /**
     * Returns the first derived group that still is, from {@code derived} upward, else the given
     * one.
     */
    private int above(int derived, int given) {
        int b = derived;
        while (b >= before.derivedFrom() && nowOf[b] < 0) {
            b = before.parent()[b];
        }
        return b >= before.derivedFrom() ? nowOf[b] : given;
    }

    /** The derived groups of before that hold items themselves, by the given group they are in. */
    private final class Homes {
        private static final int NEW_CROWD = -2;

        private final int[] size;
        private final boolean[] tied;
        private final int[] start;
        private final int[] listed;

        Homes(int[] owner) {
            this.size = new int[before.circles()];
            this.tied = new boolean[before.circles()];
            for (int h : home) {
                if (h != NONE) {
                    size[h]++;
                }
            }
            int items = graph.items();
            this.start = new int[items + 2];
            for (int b = before.derivedFrom(); b < before.circles(); b++) {
                if (size[b] > 0) {
                    start[at(owner[b]) + 1]++;
                }
            }
            for (int g = 0; g <= items; g++) {
                start[g + 1] += start[g];
            }
            this.listed = new int[start[items + 1]];
            int[] fill = new int[items + 1];
            for (int b = before.derivedFrom(); b < before.circles(); b++) {
                if (size[b] > 0) {
                    listed[start[at(owner[b])] + fill[at(owner[b])]++] = b;
                }
            }
        }

        private int at(int given) {
            return given < 0 ? graph.items() : given;
        }

        void measure(Net net) {
            for (int i = 0; i < graph.items(); i++) {
                for (int e = net.start[i]; home[i] != NONE && e < net.start[i + 1]; e++) {
                    tied[home[i]] |= home[net.to[e]] == home[i];
                }
            }
        }

        boolean any(int given) {
            return start[at(given) + 1] > start[at(given)];
        }

        void join(int derived) {
            if (derived >= 0) {
                size[derived]++;
            }
        }

        /**
         * Returns the smallest group whose members are untied too, else the smallest, or a new one.
         */
        int forUntied(int given, int crowd) {
            int best = NONE;
            for (int at = start[at(given)]; at < start[at(given) + 1]; at++) {
                int b = listed[at];
                boolean better =
                        best == NONE
                                || (tied[best] && !tied[b])
                                || (tied[best] == tied[b] && size[b] < size[best]);
                best = better ? b : best;
            }
            return crowd >= CROWD && tied[best] ? NEW_CROWD : best;
        }
    }
}
