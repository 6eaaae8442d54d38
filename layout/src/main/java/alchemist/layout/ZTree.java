package alchemist.layout;

/**
 * A tree over points of the plane: a linear quadtree, cut evenly along the Z-curve (G. Morton,
 * 1966), so it is never deep, even when points coincide. Nodes are in preorder: the left child of
 * node {@code v} is {@code v + 1}, and {@code skip[v]} is the first node after all below {@code v}.
 */
final class ZTree {
    private static final int LEAF = 8;

    final int points;

    /** The point at each place of the curve. */
    final int[] point;

    /** Coordinates and weights, by place. */
    final double[] x;

    final double[] y;
    final double[] mass;
    final double[] reach;

    final int nodes;
    final int[] skip;

    /** The places below each node. */
    final int[] from;

    final int[] until;

    final double[] minX;
    final double[] maxX;
    final double[] minY;
    final double[] maxY;
    final double[] nodeMass;
    final double[] massX;
    final double[] massY;
    final double[] maxReach;

    private long[] keys;
    private long[] spare;

    ZTree(int points) {
        this.points = points;
        this.point = new int[points];
        this.x = new double[points];
        this.y = new double[points];
        this.mass = new double[points];
        this.reach = new double[points];
        this.keys = new long[points];
        this.spare = new long[points];
        // Leaves hold at least half of LEAF points, except a single one.
        int bound = 2 * (points / (LEAF / 2) + 2);
        this.skip = new int[bound];
        this.from = new int[bound];
        this.until = new int[bound];
        this.nodes = grow(0, 0, points);
        this.minX = new double[nodes];
        this.maxX = new double[nodes];
        this.minY = new double[nodes];
        this.maxY = new double[nodes];
        this.nodeMass = new double[nodes];
        this.massX = new double[nodes];
        this.massY = new double[nodes];
        this.maxReach = new double[nodes];
    }

    /** Lays out the node at {@code v} and all below; as deep as the logarithm of the points. */
    private int grow(int v, int begin, int end) {
        from[v] = begin;
        until[v] = end;
        int next = v + 1;
        if (end - begin > LEAF) {
            int middle = begin + (end - begin) / 2;
            next = grow(next, begin, middle);
            next = grow(next, middle, end);
        }
        skip[v] = next;
        return next;
    }

    boolean isLeaf(int node) {
        return skip[node] == node + 1;
    }

    /**
     * Returns whether all points below a node are further than {@code gap} from here in x or in y.
     */
    boolean isBeyond(int node, double px, double py, double gap) {
        return px < minX[node] - gap
                || px > maxX[node] + gap
                || py < minY[node] - gap
                || py > maxY[node] + gap;
    }

    /** Sorts the points along the curve and sums up the nodes. */
    void build(double[] px, double[] py, double[] pmass, double[] preach) {
        sort(px, py);
        for (int at = 0; at < points; at++) {
            int p = point[at];
            x[at] = px[p];
            y[at] = py[p];
            mass[at] = pmass[p];
            reach[at] = preach[p];
        }
        sum();
    }

    /** Sums up the nodes again after {@code x} and {@code y} changed a little. */
    void sum() {
        for (int v = nodes - 1; v >= 0; v--) {
            if (isLeaf(v)) {
                sumLeaf(v);
            } else {
                int a = v + 1;
                int b = skip[a];
                minX[v] = Math.min(minX[a], minX[b]);
                maxX[v] = Math.max(maxX[a], maxX[b]);
                minY[v] = Math.min(minY[a], minY[b]);
                maxY[v] = Math.max(maxY[a], maxY[b]);
                maxReach[v] = Math.max(maxReach[a], maxReach[b]);
                double m = nodeMass[a] + nodeMass[b];
                nodeMass[v] = m;
                massX[v] = (massX[a] * nodeMass[a] + massX[b] * nodeMass[b]) / m;
                massY[v] = (massY[a] * nodeMass[a] + massY[b] * nodeMass[b]) / m;
            }
        }
    }

    private void sumLeaf(int v) {
        double lowX = Double.MAX_VALUE;
        double highX = -Double.MAX_VALUE;
        double lowY = Double.MAX_VALUE;
        double highY = -Double.MAX_VALUE;
        double widest = 0;
        double m = 0;
        double mx = 0;
        double my = 0;
        for (int at = from[v]; at < until[v]; at++) {
            lowX = Math.min(lowX, x[at]);
            highX = Math.max(highX, x[at]);
            lowY = Math.min(lowY, y[at]);
            highY = Math.max(highY, y[at]);
            widest = Math.max(widest, reach[at]);
            m += mass[at];
            mx += mass[at] * x[at];
            my += mass[at] * y[at];
        }
        minX[v] = lowX;
        maxX[v] = highX;
        minY[v] = lowY;
        maxY[v] = highY;
        maxReach[v] = widest;
        nodeMass[v] = m;
        massX[v] = mx / m;
        massY[v] = my / m;
    }

    private void sort(double[] px, double[] py) {
        double lowX = Double.MAX_VALUE;
        double highX = -Double.MAX_VALUE;
        double lowY = Double.MAX_VALUE;
        double highY = -Double.MAX_VALUE;
        for (int i = 0; i < points; i++) {
            lowX = Math.min(lowX, px[i]);
            highX = Math.max(highX, px[i]);
            lowY = Math.min(lowY, py[i]);
            highY = Math.max(highY, py[i]);
        }
        double span = Math.max(highX - lowX, highY - lowY);
        double scale = span > 0 ? 65535 / span : 0;
        for (int i = 0; i < points; i++) {
            int ix = (int) ((px[i] - lowX) * scale);
            int iy = (int) ((py[i] - lowY) * scale);
            keys[i] = ((spread(ix) | (spread(iy) << 1)) << 32) | i;
        }
        for (int shift = 32; shift < 64; shift += 8) {
            radixPass(shift);
        }
        for (int i = 0; i < points; i++) {
            point[i] = (int) keys[i];
        }
    }

    private void radixPass(int shift) {
        int[] at = new int[257];
        for (long key : keys) {
            at[(int) ((key >>> shift) & 255) + 1]++;
        }
        for (int b = 0; b < 256; b++) {
            at[b + 1] += at[b];
        }
        for (long key : keys) {
            spare[at[(int) ((key >>> shift) & 255)]++] = key;
        }
        long[] swapped = keys;
        keys = spare;
        spare = swapped;
    }

    /** Puts a zero bit between any two of the lower 16 bits. */
    private static long spread(int value) {
        long v = value & 0xFFFF;
        v = (v | (v << 8)) & 0x00FF00FF;
        v = (v | (v << 4)) & 0x0F0F0F0F;
        v = (v | (v << 2)) & 0x33333333;
        return (v | (v << 1)) & 0x55555555;
    }
}
