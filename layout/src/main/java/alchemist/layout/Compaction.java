package alchemist.layout;

/**
 * Turns a loose or overlapping picture of circles into a compact one without overlaps: circles fall
 * toward the middle, edges and outer pulls draw them, and overlapping ones push each other apart.
 */
final class Compaction {
    private static final int SMALL = 80;
    private static final double DENSITY = 0.75;
    private static final int MAX_PARTING_ROUNDS = 400;

    private final Circles circles;
    private final Net net;
    private final double[] reach;
    private final double[] x;
    private final double[] y;
    private final double[] mass;
    private final ZTree tree;
    private final boolean small;

    Compaction(Circles circles) {
        this.circles = circles;
        this.net = circles.net;
        this.reach = circles.reach;
        this.x = circles.x;
        this.y = circles.y;
        this.mass = new double[net.nodes];
        for (int i = 0; i < net.nodes; i++) {
            mass[i] = reach[i] * reach[i];
        }
        this.small = net.nodes <= SMALL;
        this.tree = new ZTree(small ? 1 : net.nodes);
    }

    /** Makes some circles harder to push. */
    Compaction steady(boolean[] which, double times) {
        for (int i = 0; i < mass.length; i++) {
            if (which[i]) {
                mass[i] *= times;
            }
        }
        return this;
    }

    /**
     * Makes the picture compact, slowly enough to keep its shape where there are many circles.
     *
     * @param pullX for each circle a pull from outside, about 0 to 1 long; may be empty for none
     */
    void compact(int rounds, double[] pullX, double[] pullY, SplitMix64 random) {
        int n = net.nodes;
        double area = circles.area();
        double stride = 0.3 * Math.sqrt(area / n);
        double goal = Math.sqrt(area / DENSITY);
        EnclosingCircle circle = circles.enclosing(random);
        double first = Math.max(goal, circle.radius);
        for (int round = 0; round < rounds; round++) {
            double left = 1 - round / (double) rounds;
            if (round % (small ? 3 : 15) == 0) {
                circle = circles.enclosing(random);
            }
            double wall = goal + (first - goal) * Math.max(0, (left - 0.3) / 0.7);
            double draw = Math.min(0.05 * wall, stride) * left * left;
            for (int i = 0; i < n; i++) {
                double dx = x[i] - circle.centreX;
                double dy = y[i] - circle.centreY;
                double d = Math.sqrt(dx * dx + dy * dy) + 1e-9;
                double beyond = Math.min(stride, d + reach[i] - wall);
                if (beyond > 0) {
                    double inward = Math.min(1, beyond / d);
                    x[i] -= inward * dx;
                    y[i] -= inward * dy;
                }
                if (pullX.length > 0) {
                    x[i] += draw * pullX[i];
                    y[i] += draw * pullY[i];
                }
            }
            drawTogether(0.2 * left);
            part();
        }
    }

    /**
     * Scales the picture so that most circles have their nearest neighbour at the distance of
     * touching.
     */
    void fit() {
        int n = net.nodes;
        double[] nearest = new double[n];
        java.util.Arrays.fill(nearest, Double.MAX_VALUE);
        if (small) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    if (i != j) {
                        nearest[i] = Math.min(nearest[i], closeness(i, j));
                    }
                }
            }
        } else {
            tree.build(x, y, mass, reach);
            for (int at = 0; at < n; at++) {
                int i = tree.point[at];
                double best = Double.MAX_VALUE;
                for (int b = Math.max(0, at - 4); b < Math.min(n, at + 5); b++) {
                    best = b == at ? best : Math.min(best, closeness(i, tree.point[b]));
                }
                int v = 0;
                while (v < tree.nodes) {
                    // Anything nearer in proportion is within this distance.
                    double within = best * (reach[i] + tree.maxReach[v]) - tree.maxReach[v];
                    if (tree.isBeyond(v, x[i], y[i], within + tree.maxReach[v])) {
                        v = tree.skip[v];
                    } else if (tree.isLeaf(v)) {
                        for (int b = tree.from[v]; b < tree.until[v]; b++) {
                            best = b == at ? best : Math.min(best, closeness(i, tree.point[b]));
                        }
                        v = tree.skip[v];
                    } else {
                        v++;
                    }
                }
                nearest[i] = best;
            }
        }
        java.util.Arrays.sort(nearest);
        double typical = nearest[n / 3];
        double scale = 1 / Math.max(1e-3, typical);
        spread(scale);
    }

    private double closeness(int i, int j) {
        double dx = x[j] - x[i];
        double dy = y[j] - y[i];
        return Math.sqrt(dx * dx + dy * dy) / (reach[i] + reach[j]);
    }

    private void drawTogether(double strength) {
        for (int i = 0; i < net.nodes; i++) {
            for (int e = net.start[i]; e < net.start[i + 1]; e++) {
                int j = net.to[e];
                if (j < i) {
                    continue;
                }
                double dx = x[j] - x[i];
                double dy = y[j] - y[i];
                double d = Math.sqrt(dx * dx + dy * dy);
                double excess = d - reach[i] - reach[j];
                if (excess <= 0) {
                    continue;
                }
                double share = mass[j] / (mass[i] + mass[j]);
                double f =
                        strength
                                * excess
                                / (d * Math.max(1, Math.min(net.degree(i), net.degree(j))));
                x[i] += f * share * dx;
                y[i] += f * share * dy;
                x[j] -= f * (1 - share) * dx;
                y[j] -= f * (1 - share) * dy;
            }
        }
    }

    /**
     * Pushes overlapping circles apart until none overlap; at last by spreading the whole picture.
     */
    void partAll() {
        double worst = 1;
        for (int round = 0; round < MAX_PARTING_ROUNDS && worst > 1e-3; round++) {
            worst = part();
        }
        double scale = 1;
        if (worst > 0) {
            scale = spreadNeeded();
        }
        if (scale > 1) {
            spread(scale);
        }
    }

    /**
     * Pushes apart overlapping circles within a wall, for as long as it helps; what is neither
     * inside nor apart then stays to be parted without a wall.
     */
    void partWithin(double centreX, double centreY, double wall, int rounds) {
        double slack = 1e-3 * wall;
        for (int round = 0; round < rounds; round++) {
            double worst = part();
            double furthest = 0;
            for (int i = 0; i < net.nodes; i++) {
                double dx = x[i] - centreX;
                double dy = y[i] - centreY;
                double d = Math.sqrt(dx * dx + dy * dy) + 1e-9;
                double beyond = d + reach[i] - wall;
                furthest = Math.max(furthest, beyond);
                if (beyond > 0) {
                    double inward = Math.min(1, beyond / d);
                    x[i] -= inward * dx;
                    y[i] -= inward * dy;
                }
            }
            if (worst <= 1e-3 && furthest <= slack) {
                return;
            }
        }
    }

    /** Scales all distances, about the middle. */
    private void spread(double scale) {
        double middleX = 0;
        double middleY = 0;
        for (int i = 0; i < net.nodes; i++) {
            middleX += x[i] / net.nodes;
            middleY += y[i] / net.nodes;
        }
        for (int i = 0; i < net.nodes; i++) {
            x[i] = middleX + (x[i] - middleX) * scale;
            y[i] = middleY + (y[i] - middleY) * scale;
        }
    }

    /**
     * Pushes apart once; returns the deepest overlap, as a part of the distance that there should
     * be.
     */
    private double part() {
        return most(0, this::push);
    }

    /** By how much all must be spread so that no two overlap; 1: they do not. */
    private double spreadNeeded() {
        return most(1, this::tooClose);
    }

    /** Looks at a pair that may overlap. */
    private interface Pair {
        double of(int i, int j);
    }

    /** The most that is said of any pair that may overlap, {@code least} or more. */
    private double most(double least, Pair said) {
        double most = least;
        if (small) {
            for (int i = 0; i < net.nodes; i++) {
                for (int j = i + 1; j < net.nodes; j++) {
                    most = Math.max(most, said.of(i, j));
                }
            }
            return most;
        }
        tree.build(x, y, mass, reach);
        for (int at = 0; at < tree.points; at++) {
            int i = tree.point[at];
            int v = 0;
            while (v < tree.nodes) {
                if (tree.until[v] <= at + 1
                        || tree.isBeyond(v, x[i], y[i], tree.maxReach[v] + reach[i])) {
                    v = tree.skip[v];
                } else if (tree.isLeaf(v)) {
                    for (int b = Math.max(at + 1, tree.from[v]); b < tree.until[v]; b++) {
                        most = Math.max(most, said.of(i, tree.point[b]));
                    }
                    v = tree.skip[v];
                } else {
                    v++;
                }
            }
        }
        return most;
    }

    private double push(int i, int j) {
        double dx = x[j] - x[i];
        double dy = y[j] - y[i];
        double want = reach[i] + reach[j];
        double d2 = dx * dx + dy * dy;
        if (d2 >= want * want) {
            return 0;
        }
        double d = Math.sqrt(d2);
        if (d < 1e-9 * want) {
            // Coincident: part along a direction that differs from pair to pair.
            dx = want * (((i * 31 + j * 17) % 13) - 6.5);
            dy = want * (((i * 7 + j * 29) % 11) - 5.5);
            d = Math.sqrt(dx * dx + dy * dy);
            double overlap = want / d;
            return move(i, j, dx * overlap, dy * overlap, 1);
        }
        double overlap = (want - d) / d;
        return move(i, j, dx * overlap, dy * overlap, (want - d) / want);
    }

    private double move(int i, int j, double dx, double dy, double depth) {
        double share = mass[j] / (mass[i] + mass[j]);
        x[i] -= dx * share;
        y[i] -= dy * share;
        x[j] += dx * (1 - share);
        y[j] += dy * (1 - share);
        return depth;
    }

    private double tooClose(int i, int j) {
        double dx = x[j] - x[i];
        double dy = y[j] - y[i];
        double want = reach[i] + reach[j];
        double d2 = dx * dx + dy * dy;
        return d2 < want * want && d2 > 0 ? want / Math.sqrt(d2) : 1;
    }
}
