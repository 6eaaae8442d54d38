package alchemist.layout;

/**
 * Siblings to be placed among themselves: how they are tied, the room each takes, and their
 * centres.
 */
final class Circles {
    final Net net;
    final double[] reach;
    final double[] x;
    final double[] y;

    Circles(Net net, double[] reach) {
        this.net = net;
        this.reach = reach;
        this.x = new double[net.nodes];
        this.y = new double[net.nodes];
    }

    int count() {
        return net.nodes;
    }

    /** Returns the sum of the squared radii: the area, but for a factor. */
    double area() {
        double area = 0;
        for (double r : reach) {
            area += r * r;
        }
        return area;
    }

    double distance(int i, int j) {
        double dx = x[j] - x[i];
        double dy = y[j] - y[i];
        return Math.sqrt(dx * dx + dy * dy);
    }

    void move(double dx, double dy) {
        for (int i = 0; i < x.length; i++) {
            x[i] += dx;
            y[i] += dy;
        }
    }

    EnclosingCircle enclosing(SplitMix64 random) {
        return EnclosingCircle.of(x, y, reach, x.length, random);
    }
}
