package alchemist.layout;

/**
 * The smallest circle around circles, by moving circles that stick out to the front (E. Welzl:
 * Smallest enclosing disks, 1991; for circles as in J. Matoušek, M. Sharir, E. Welzl, 1996).
 */
final class EnclosingCircle {
    private final double[] x;
    private final double[] y;
    private final double[] r;
    private final int[] basis = new int[3];
    private int basisSize;

    double centreX;
    double centreY;
    double radius;

    private EnclosingCircle(double[] x, double[] y, double[] r) {
        this.x = x;
        this.y = y;
        this.r = r;
    }

    /**
     * Finds the circle; at least one circle must be given. It contains all exactly, by its radius.
     */
    static EnclosingCircle of(double[] x, double[] y, double[] r, int count, SplitMix64 random) {
        EnclosingCircle circle = new EnclosingCircle(x, y, r);
        if (!circle.moveToFront(random.permutation(count))) {
            circle.approach(count);
        }
        circle.radius = 0;
        for (int i = 0; i < count; i++) {
            double d = circle.distance(i) + r[i];
            circle.radius = Math.max(circle.radius, d);
        }
        return circle;
    }

    private double distance(int i) {
        double dx = x[i] - centreX;
        double dy = y[i] - centreY;
        return Math.sqrt(dx * dx + dy * dy);
    }

    private boolean moveToFront(int[] order) {
        int count = order.length;
        basisSize = 0;
        radius = -1;
        int budget = 20 * count + 1000;
        for (int i = 0; i < count; ) {
            int c = order[i];
            if (radius >= 0 && contains(c)) {
                i++;
                continue;
            }
            if (budget-- == 0 || !extend(c)) {
                return false;
            }
            System.arraycopy(order, 0, order, 1, i);
            order[0] = c;
            i = 0;
        }
        return true;
    }

    /**
     * Makes the basis one that determines the circle around the old basis and one more circle: of
     * the circles determined by the new one and up to two of the old, the smallest that fits.
     */
    private boolean extend(int c) {
        int[] old = basis.clone();
        int size = basisSize;
        double least = Double.MAX_VALUE;
        double bestX = 0;
        double bestY = 0;
        basis[0] = c;
        for (int i = -1; i < size; i++) {
            for (int j = i; j < size; j++) {
                if (i < 0 && j >= 0) {
                    break;
                }
                if (i < 0) {
                    around(c);
                } else if (i == j) {
                    around(c, old[i]);
                } else {
                    around(c, old[i], old[j]);
                }
                if (radius >= 0 && radius < least && fits(c, old, size)) {
                    least = radius;
                    bestX = centreX;
                    bestY = centreY;
                    basisSize = i < 0 ? 1 : i == j ? 2 : 3;
                    basis[1] = i < 0 ? 0 : old[i];
                    basis[2] = i < 0 ? 0 : old[j];
                }
            }
        }
        centreX = bestX;
        centreY = bestY;
        radius = least;
        return least < Double.MAX_VALUE;
    }

    private boolean fits(int c, int[] old, int size) {
        boolean fits = contains(c);
        for (int i = 0; i < size; i++) {
            fits = fits && contains(old[i]);
        }
        return fits;
    }

    private boolean contains(int c) {
        return distance(c) + r[c] <= radius * (1 + 1e-9) + 1e-9;
    }

    private void around(int a) {
        centreX = x[a];
        centreY = y[a];
        radius = r[a];
    }

    private void around(int a, int b) {
        double dx = x[b] - x[a];
        double dy = y[b] - y[a];
        double dr = r[b] - r[a];
        double l = Math.sqrt(dx * dx + dy * dy);
        if (l <= Math.abs(dr)) {
            around(dr > 0 ? b : a);
            return;
        }
        centreX = (x[a] + x[b] + dx / l * dr) / 2;
        centreY = (y[a] + y[b] + dy / l * dr) / 2;
        radius = (l + r[a] + r[b]) / 2;
    }

    /** The circle that touches three circles from outside (Apollonius). */
    private void around(int a, int b, int c) {
        double x1 = x[b] - x[a];
        double y1 = y[b] - y[a];
        double x2 = x[c] - x[a];
        double y2 = y[c] - y[a];
        double det = x1 * y2 - x2 * y1;
        // With the centre at (u, v) from a and radius s: u² + v² = (s - ra)²; subtract for b and c.
        double k1 = (x1 * x1 + y1 * y1 + r[a] * r[a] - r[b] * r[b]) / 2;
        double k2 = (x2 * x2 + y2 * y2 + r[a] * r[a] - r[c] * r[c]) / 2;
        double d1 = r[b] - r[a];
        double d2 = r[c] - r[a];
        double u0 = (k1 * y2 - k2 * y1) / det;
        double v0 = (x1 * k2 - x2 * k1) / det;
        double u1 = (d1 * y2 - d2 * y1) / det;
        double v1 = (x1 * d2 - x2 * d1) / det;
        double qa = u1 * u1 + v1 * v1 - 1;
        double qb = u0 * u1 + v0 * v1 + r[a];
        double qc = u0 * u0 + v0 * v0 - r[a] * r[a];
        double root = Math.sqrt(Math.max(0, qb * qb - qa * qc));
        double s = Math.abs(qa) > 1e-9 ? -(qb + root) / qa : -qc / (2 * qb);
        centreX = x[a] + u0 + u1 * s;
        centreY = y[a] + v0 + v1 * s;
        radius = s;
    }

    /** A safe way if rounding defeats the exact one: steps toward what sticks out most. */
    private void approach(int count) {
        centreX = 0;
        centreY = 0;
        for (int i = 0; i < count; i++) {
            centreX += x[i] / count;
            centreY += y[i] / count;
        }
        for (int step = 1; step <= 300; step++) {
            int far = 0;
            double most = -1;
            for (int i = 0; i < count; i++) {
                double d = distance(i) + r[i];
                if (d > most) {
                    most = d;
                    far = i;
                }
            }
            double d = distance(far);
            if (d > 0) {
                double move = most / (step + 1);
                centreX += (x[far] - centreX) / d * Math.min(d, move);
                centreY += (y[far] - centreY) / d * Math.min(d, move);
            }
        }
    }
}
