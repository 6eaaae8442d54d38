package alchemist.layout;

import java.util.Arrays;

/**
 * Places one large connected net by forces: circles repel each other, edges pull (Y. Hu: Efficient,
 * High-Quality Force-Directed Graph Drawing, 2005). Coarse pictures first: nodes are matched with
 * their best neighbours, the pairs are placed, then taken apart. Far repulsion is summed up over a
 * tree (J. Barnes, P. Hut, 1986).
 */
final class ForceLayout {
    private static final int COARSEST = 24;
    private static final double THETA_SQUARED = 1.0;

    private final SplitMix64 random;
    private final int rounds;

    /** One net of the chain from fine to coarse. */
    private record Level(Net net, double[] pull, double[] reach, int[] coarser) {}

    private ForceLayout(SplitMix64 random, int rounds) {
        this.random = random;
        this.rounds = rounds;
    }

    /** Places the nodes around 0. */
    static void place(Circles circles, double[] stretch, SplitMix64 random, int rounds, Pace pace) {
        double[] pull = new double[stretch.length];
        for (int e = 0; e < pull.length; e++) {
            pull[e] = 1 / (stretch[e] * stretch[e] * stretch[e]);
        }
        new ForceLayout(random, rounds).run(circles, pull, pace);
    }

    private void run(Circles circles, double[] pull, Pace pace) {
        java.util.ArrayList<Level> levels = new java.util.ArrayList<>();
        Net fine = circles.net;
        double[] finePull = pull;
        double[] fineReach = circles.reach;
        while (true) {
            if (fine.nodes <= COARSEST) {
                levels.add(new Level(fine, finePull, fineReach, new int[0]));
                break;
            }
            int[] coarser = match(fine);
            int parts = Communities.compact(coarser, fine.nodes);
            if (parts > 0.95 * fine.nodes) {
                levels.add(new Level(fine, finePull, fineReach, new int[0]));
                break;
            }
            levels.add(new Level(fine, finePull, fineReach, coarser));
            double[] coarseReach = new double[parts];
            for (int i = 0; i < fine.nodes; i++) {
                coarseReach[coarser[i]] += fineReach[i] * fineReach[i];
            }
            for (int i = 0; i < parts; i++) {
                coarseReach[i] = Math.sqrt(coarseReach[i]);
            }
            fine = fine.quotient(coarser, parts);
            finePull = evened(fine);
            fineReach = coarseReach;
        }
        double[] levelX = new double[fine.nodes];
        double[] levelY = new double[fine.nodes];
        double area = 0;
        for (double r : fineReach) {
            area += r * r;
        }
        double spread = 2 * Math.sqrt(area);
        for (int i = 0; i < fine.nodes; i++) {
            levelX[i] = (random.unit() - 0.5) * spread;
            levelY[i] = (random.unit() - 0.5) * spread;
        }
        for (int l = levels.size() - 1; l >= 0; l--) {
            Level level = levels.get(l);
            if (l < levels.size() - 1) {
                double[] fromX = levelX;
                double[] fromY = levelY;
                int n = level.net.nodes;
                levelX = new double[n];
                levelY = new double[n];
                for (int i = 0; i < n; i++) {
                    levelX[i] = fromX[level.coarser[i]] + (random.unit() - 0.5) * level.reach[i];
                    levelY[i] = fromY[level.coarser[i]] + (random.unit() - 0.5) * level.reach[i];
                }
            }
            // A level costs as much as all coarser ones together, and moves things half as far.
            int levelRounds = Math.max(rounds / 3, (int) (rounds * 4 / (1.0 + levels.size() - l)));
            levelRounds = l == levels.size() - 1 ? rounds * 4 : Math.min(rounds * 2, levelRounds);
            relax(
                    level,
                    levelX,
                    levelY,
                    l == levels.size() - 1 ? 1 : 0.35,
                    levelRounds,
                    pace,
                    l == 0);
        }
        System.arraycopy(levelX, 0, circles.x, 0, circles.count());
        System.arraycopy(levelY, 0, circles.y, 0, circles.count());
    }

    /** Pulls of a coarse net: by the ratio of weight to the mean, evened out by its root. */
    private static double[] evened(Net net) {
        double sum = 0;
        for (double w : net.weight) {
            sum += w;
        }
        double mean = sum / Math.max(1, net.weight.length);
        double[] pull = new double[net.weight.length];
        for (int e = 0; e < pull.length; e++) {
            pull[e] = Math.max(0.25, Math.min(4, Math.sqrt(net.weight[e] / mean)));
        }
        return pull;
    }

    /**
     * Pairs nodes with their heaviest neighbour, and what is left over at one neighbour in twos.
     */
    private int[] match(Net net) {
        int n = net.nodes;
        int[] mate = new int[n];
        Arrays.fill(mate, -1);
        int[] waiting = new int[n];
        Arrays.fill(waiting, -1);
        int[] order = random.permutation(n);
        long[] byDegree = new long[n];
        for (int at = 0; at < n; at++) {
            byDegree[at] = ((long) net.degree(order[at]) << 32) | at;
        }
        Arrays.sort(byDegree);
        for (long key : byDegree) {
            int i = order[(int) key];
            if (mate[i] >= 0) {
                continue;
            }
            int best = -1;
            double most = 0;
            for (int e = net.start[i]; e < net.start[i + 1]; e++) {
                int j = net.to[e];
                double score = net.weight[e] / (1 + net.degree(j));
                if (mate[j] < 0 && score > most) {
                    most = score;
                    best = j;
                }
            }
            if (best < 0 && net.degree(i) > 0) {
                int hub = net.to[net.start[i]];
                if (waiting[hub] >= 0) {
                    best = waiting[hub];
                    waiting[hub] = -1;
                } else {
                    waiting[hub] = i;
                }
            }
            if (best >= 0) {
                mate[i] = best;
                mate[best] = i;
            }
        }
        int[] label = new int[n];
        for (int i = 0; i < n; i++) {
            label[i] = mate[i] >= 0 ? Math.min(i, mate[i]) : i;
        }
        return label;
    }

    private void relax(
            Level level,
            double[] x,
            double[] y,
            double heat,
            int levelRounds,
            Pace pace,
            boolean finest) {
        Net net = level.net;
        int n = net.nodes;
        double[] mass = new double[n];
        double area = 0;
        for (int i = 0; i < n; i++) {
            mass[i] = 4 * level.reach[i] * level.reach[i];
            area += level.reach[i] * level.reach[i];
        }
        double typical = Math.sqrt(area / n);
        double coarsestStep = heat * Math.min(Math.sqrt(area), 8 * typical);
        ZTree tree = new ZTree(n);
        double[] fx = new double[n];
        double[] fy = new double[n];
        for (int round = 0; round < levelRounds; round++) {
            tree.build(x, y, mass, level.reach);
            repel(tree, fx, fy);
            double left = 1 - (round + 0.5) / levelRounds;
            double limit = coarsestStep * left * left + 0.02 * typical;
            for (int i = 0; i < n; i++) {
                double ax = fx[i];
                double ay = fy[i];
                for (int e = net.start[i]; e < net.start[i + 1]; e++) {
                    int j = net.to[e];
                    double dx = x[j] - x[i];
                    double dy = y[j] - y[i];
                    double s = level.reach[i] + level.reach[j];
                    double d = Math.sqrt(dx * dx + dy * dy);
                    double a = level.pull[e] * mass[j] * d / (s * s * s);
                    ax += a * dx;
                    ay += a * dy;
                }
                double a = Math.sqrt(ax * ax + ay * ay) + 1e-12;
                double step = Math.min(limit, a * 0.5) / a;
                fx[i] = ax * step;
                fy[i] = ay * step;
            }
            for (int i = 0; i < n; i++) {
                x[i] += fx[i];
                y[i] += fy[i];
            }
            if (finest) {
                pace.at(0);
            }
        }
    }

    private static void repel(ZTree tree, double[] fx, double[] fy) {
        for (int at = 0; at < tree.points; at++) {
            double px = tree.x[at];
            double py = tree.y[at];
            double ax = 0;
            double ay = 0;
            int v = 0;
            while (v < tree.nodes) {
                double dx = px - tree.massX[v];
                double dy = py - tree.massY[v];
                double d2 = dx * dx + dy * dy;
                double w = tree.maxX[v] - tree.minX[v];
                double h = tree.maxY[v] - tree.minY[v];
                if (Math.max(w * w, h * h) < THETA_SQUARED * d2) {
                    double f = tree.nodeMass[v] / d2;
                    ax += f * dx;
                    ay += f * dy;
                    v = tree.skip[v];
                } else if (tree.isLeaf(v)) {
                    for (int b = tree.from[v]; b < tree.until[v]; b++) {
                        double bx = px - tree.x[b];
                        double by = py - tree.y[b];
                        double near = bx * bx + by * by;
                        if (near > 0) {
                            double f = tree.mass[b] / near;
                            ax += f * bx;
                            ay += f * by;
                        } else if (b != at) {
                            // Coincident points part along a direction that depends on their order.
                            ax += b < at ? 1 : -1;
                        }
                    }
                    v = tree.skip[v];
                } else {
                    v++;
                }
            }
            fx[tree.point[at]] = ax;
            fy[tree.point[at]] = ay;
        }
    }
}
