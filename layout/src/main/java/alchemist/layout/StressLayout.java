package alchemist.layout;

import java.util.Arrays;

/**
 * Places one small connected net so that distances in the plane come close to distances in the net
 * (J. Zheng, S. Pawar, D. Goodman: Graph Drawing by Stochastic Gradient Descent, 2018). Far
 * distances are shortened so that the picture fills a disc instead of stretching out.
 */
final class StressLayout {
    private static final double EPSILON = 0.05;

    private StressLayout() {}

    /**
     * Places the nodes around 0.
     *
     * @param stretch factors of the lengths of edges, as {@link IdealLengths#stretch} gives them
     */
    static void place(Circles circles, double[] stretch, SplitMix64 random, int rounds) {
        int n = circles.count();
        double[] x = circles.x;
        double[] y = circles.y;
        double discRadius = Math.sqrt(circles.area() / 0.7);
        double[] distance = distances(circles.net, stretch, circles.reach, 3 * discRadius);
        for (int i = 0; i < n; i++) {
            x[i] = (random.unit() - 0.5) * discRadius;
            y[i] = (random.unit() - 0.5) * discRadius;
        }
        int pairs = n * (n - 1) / 2;
        int[] order = new int[pairs];
        double least = Double.MAX_VALUE;
        double most = 0;
        int out = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                order[out++] = i * n + j;
                double d = distance[i * n + j];
                least = Math.min(least, d);
                most = Math.max(most, d);
            }
        }
        double eta = most * most;
        double factor = root(EPSILON * least * least / eta, Math.max(1, rounds - 1));
        for (int round = 0; round < rounds; round++) {
            random.shuffle(order, pairs);
            for (int pair : order) {
                int i = pair / n;
                int j = pair - i * n;
                double d = distance[pair];
                double mu = Math.min(1, eta / (d * d));
                double dx = x[i] - x[j];
                double dy = y[i] - y[j];
                double l = Math.sqrt(dx * dx + dy * dy) + 1e-9;
                double move = mu * (l - d) / (2 * l);
                x[i] -= move * dx;
                y[i] -= move * dy;
                x[j] += move * dx;
                y[j] += move * dy;
            }
            eta *= factor;
        }
    }

    /** Returns the number whose {@code power}th power is {@code value}, from 0 to 1. */
    private static double root(double value, int power) {
        double low = 0;
        double high = 1;
        for (int step = 0; step < 50; step++) {
            double middle = (low + high) / 2;
            double product = 1;
            for (int p = 0; p < power; p++) {
                product *= middle;
            }
            if (product < value) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** All shortest paths, by Dijkstra without a heap (the nets are small), then shortened. */
    private static double[] distances(Net net, double[] stretch, double[] reach, double horizon) {
        int n = net.nodes;
        double[] all = new double[n * n];
        double[] d = new double[n];
        boolean[] settled = new boolean[n];
        for (int source = 0; source < n; source++) {
            Arrays.fill(d, Double.MAX_VALUE);
            Arrays.fill(settled, false);
            d[source] = 0;
            for (int step = 0; step < n; step++) {
                int near = -1;
                for (int i = 0; i < n; i++) {
                    if (!settled[i] && (near < 0 || d[i] < d[near])) {
                        near = i;
                    }
                }
                settled[near] = true;
                for (int e = net.start[near]; e < net.start[near + 1]; e++) {
                    int j = net.to[e];
                    double via = d[near] + stretch[e] * (reach[near] + reach[j]);
                    if (via < d[j]) {
                        d[j] = via;
                    }
                }
            }
            for (int i = 0; i < n; i++) {
                all[source * n + i] = d[i] / (1 + d[i] / horizon);
            }
        }
        return all;
    }
}
