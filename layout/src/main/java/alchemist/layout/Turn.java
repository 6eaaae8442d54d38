package alchemist.layout;

/**
 * The turn about 0, with or without mirroring, that brings points as far as possible along pulls on
 * them. Its cosine and sine follow from sums of products, so it needs no angle.
 */
final class Turn {
    private double along;
    private double across;
    private double mirroredAlong;
    private double mirroredAcross;

    private boolean mirror;
    private double cos = 1;
    private double sin;

    /** Adds a point at (x, y) that is pulled toward (fx, fy). */
    void pull(double x, double y, double fx, double fy) {
        along += x * fx + y * fy;
        across += x * fy - y * fx;
        mirroredAlong += x * fx - y * fy;
        mirroredAcross += x * fy + y * fx;
    }

    /**
     * Finds the turn; returns false if no turn is better than another.
     *
     * @param advantage how much better mirroring must be to be done, at least 1
     */
    boolean solve(double advantage) {
        double plain = along * along + across * across;
        double mirrored = mirroredAlong * mirroredAlong + mirroredAcross * mirroredAcross;
        mirror = mirrored > plain * advantage;
        double l = Math.sqrt(mirror ? mirrored : plain);
        if (!(l > 1e-12)) {
            return false;
        }
        cos = (mirror ? mirroredAlong : along) / l;
        sin = (mirror ? mirroredAcross : across) / l;
        return true;
    }

    double x(double px, double py) {
        return cos * px - sin * (mirror ? -py : py);
    }

    double y(double px, double py) {
        return sin * px + cos * (mirror ? -py : py);
    }
}
