package alchemist.layout;

import java.util.Arrays;

/**
 * Packs circles around the first ones given, each where it touches two others and is nearest to the
 * middle (W. Wang and others: Visualization of large hierarchical data by circle packing, 2006).
 */
final class FrontChain {
    private final double[] x;
    private final double[] y;
    private final double[] r;
    private final int[] next;
    private final int[] previous;

    private FrontChain(Circles discs) {
        this.x = discs.x;
        this.y = discs.y;
        this.r = discs.reach;
        this.next = new int[discs.count()];
        this.previous = new int[discs.count()];
    }

    /** Places circles without overlap, largest first, near 0. */
    static void pack(Circles discs) {
        int count = discs.count();
        long[] order = new long[count];
        for (int i = 0; i < count; i++) {
            // Bits of positive floats sort as the numbers do.
            order[i] = ((long) -Float.floatToIntBits((float) discs.reach[i]) << 32) | i;
        }
        Arrays.sort(order);
        int[] largestFirst = new int[count];
        for (int i = 0; i < count; i++) {
            largestFirst[i] = (int) order[i];
        }
        new FrontChain(discs).pack(largestFirst);
    }

    private void pack(int[] circles) {
        if (circles.length == 0) {
            return;
        }
        int a = circles[0];
        x[a] = 0;
        y[a] = 0;
        if (circles.length == 1) {
            return;
        }
        int b = circles[1];
        x[a] = -r[b];
        x[b] = r[a];
        y[b] = 0;
        if (circles.length == 2) {
            return;
        }
        int c = circles[2];
        touch(b, a, c);
        link(a, b);
        link(b, c);
        link(c, a);
        for (int i = 3; i < circles.length; ) {
            c = circles[i];
            touch(a, b, c);
            int hit = firstHit(a, b, c);
            if (hit >= 0) {
                b = hit;
                link(a, b);
            } else if (hit < -1) {
                a = -2 - hit;
                link(a, b);
            } else {
                link(a, c);
                link(c, b);
                b = c;
                a = nearestToMiddle(c);
                b = next[a];
                i++;
            }
        }
    }

    private void link(int a, int b) {
        next[a] = b;
        previous[b] = a;
    }

    /**
     * Looks along the chain both ways for a circle that the new one overlaps: the index of one
     * after b, or -2 minus the index of one before a, or -1 if there is none.
     */
    private int firstHit(int a, int b, int c) {
        int j = next[b];
        int k = previous[a];
        double ahead = r[b];
        double behind = r[a];
        do {
            if (ahead <= behind) {
                if (overlaps(j, c)) {
                    return j;
                }
                ahead += r[j];
                j = next[j];
            } else {
                if (overlaps(k, c)) {
                    return -2 - k;
                }
                behind += r[k];
                k = previous[k];
            }
        } while (j != next[k]);
        return -1;
    }

    private int nearestToMiddle(int from) {
        int best = from;
        double least = score(from);
        for (int c = next[from]; c != from; c = next[c]) {
            double s = score(c);
            if (s < least) {
                least = s;
                best = c;
            }
        }
        return best;
    }

    private double score(int a) {
        int b = next[a];
        double ab = r[a] + r[b];
        double dx = (x[a] * r[b] + x[b] * r[a]) / ab;
        double dy = (y[a] * r[b] + y[b] * r[a]) / ab;
        return dx * dx + dy * dy;
    }

    private boolean overlaps(int a, int b) {
        double reach = (r[a] + r[b]) * (1 - 1e-9);
        double dx = x[b] - x[a];
        double dy = y[b] - y[a];
        return reach * reach > dx * dx + dy * dy;
    }

    /** Places {@code c} so that it touches both others. */
    private void touch(int b, int a, int c) {
        double dx = x[b] - x[a];
        double dy = y[b] - y[a];
        double d2 = dx * dx + dy * dy;
        double a2 = (r[a] + r[c]) * (r[a] + r[c]);
        double b2 = (r[b] + r[c]) * (r[b] + r[c]);
        if (a2 > b2) {
            double along = (d2 + b2 - a2) / (2 * d2);
            double across = Math.sqrt(Math.max(0, b2 / d2 - along * along));
            x[c] = x[b] - along * dx - across * dy;
            y[c] = y[b] - along * dy + across * dx;
        } else {
            double along = (d2 + a2 - b2) / (2 * d2);
            double across = Math.sqrt(Math.max(0, a2 / d2 - along * along));
            x[c] = x[a] + along * dx - across * dy;
            y[c] = y[a] + along * dy + across * dx;
        }
    }
}
