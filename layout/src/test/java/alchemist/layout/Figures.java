package alchemist.layout;

/** Measures of how good a placement is. */
final class Figures {
    private Figures() {}

    /**
     * The radius of the smallest circle around 0-centred everything, roughly: the reach from the
     * middle.
     */
    static double extent(Placement p) {
        double minX = Double.MAX_VALUE;
        double maxX = -Double.MAX_VALUE;
        double minY = Double.MAX_VALUE;
        double maxY = -Double.MAX_VALUE;
        for (int i = 0; i < p.circles(); i++) {
            minX = Math.min(minX, p.x()[i] - p.radius()[i]);
            maxX = Math.max(maxX, p.x()[i] + p.radius()[i]);
            minY = Math.min(minY, p.y()[i] - p.radius()[i]);
            maxY = Math.max(maxY, p.y()[i] + p.radius()[i]);
        }
        return Math.max(maxX - minX, maxY - minY);
    }

    /** The mean length of an edge, as a part of the diameter. */
    static double meanEdge(LayoutGraph g, Placement p) {
        double sum = 0;
        for (int e = 0; e < g.edges(); e++) {
            sum += distance(p, g.from()[e], g.to()[e]);
        }
        return sum / Math.max(1, g.edges()) / extent(p);
    }

    /** The mean distance of random pairs of leaves, as a part of the diameter. */
    static double meanPair(LayoutGraph g, Placement p) {
        SplitMix64 random = new SplitMix64(5);
        double sum = 0;
        int count = 0;
        while (count < 20000) {
            int a = random.below(g.items());
            int b = random.below(g.items());
            sum += distance(p, a, b);
            count++;
        }
        return sum / count / extent(p);
    }

    /** The part of the whole disc that leaves cover. */
    static double density(LayoutGraph g, Placement p) {
        boolean[] group = new boolean[p.circles()];
        for (int q : p.parent()) {
            if (q >= 0) {
                group[q] = true;
            }
        }
        double area = 0;
        for (int i = 0; i < p.circles(); i++) {
            if (!group[i]) {
                area += (double) p.radius()[i] * p.radius()[i];
            }
        }
        double r = extent(p) / 2;
        return area / (r * r);
    }

    static double distance(Placement p, int a, int b) {
        double dx = (double) p.x()[a] - p.x()[b];
        double dy = (double) p.y()[a] - p.y()[b];
        return Math.sqrt(dx * dx + dy * dy);
    }

    static String of(LayoutGraph g, Placement p) {
        return String.format(
                "edge %.4f pair %.4f density %.3f derived %d",
                meanEdge(g, p), meanPair(g, p), density(g, p), p.circles() - p.derivedFrom());
    }
}
