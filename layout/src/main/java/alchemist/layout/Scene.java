package alchemist.layout;

/**
 * A placement in the making: each item's centre relative to its group's, and its radius. The frame
 * of a group is not turned by the groups around it.
 */
final class Scene {
    final Forest forest;
    final double[] offsetX;
    final double[] offsetY;
    final double[] radius;

    /** Absolute centres; true after {@link #locate}. */
    final double[] x;

    final double[] y;

    private final Ties ties;
    private final Spacing spacing;
    private final long seed;

    /** The place of each item among its group's members. */
    private final int[] slot;

    Scene(LayoutGraph graph, Forest forest, Ties ties, LayoutOptions options) {
        int size = forest.items + 1;
        this.forest = forest;
        this.ties = ties;
        this.spacing = new Spacing(options.padding());
        this.seed = options.seed();
        this.offsetX = new double[size];
        this.offsetY = new double[size];
        this.radius = new double[size];
        this.x = new double[size];
        this.y = new double[size];
        this.slot = new int[size];
        for (int g = 0; g <= forest.items; g++) {
            for (int c = forest.childStart[g]; c < forest.childStart[g + 1]; c++) {
                slot[forest.child[c]] = c - forest.childStart[g];
            }
        }
        for (int i = 0; i < graph.items(); i++) {
            if (forest.members(i) == 0) {
                radius[i] = graph.size()[i];
            }
        }
    }

    /** Returns the randomness for one group's members; groups do not depend on each other's. */
    SplitMix64 random(int group) {
        return new SplitMix64(seed * 0x2545F4914F6CDD1DL + group);
    }

    /** Returns the members of a group as circles that are still to be placed. */
    Circles members(int group) {
        int begin = forest.childStart[group];
        double[] reach = new double[forest.members(group)];
        for (int i = 0; i < reach.length; i++) {
            reach[i] = spacing.reach(radius[forest.child[begin + i]]);
        }
        return new Circles(ties.among(forest, group, slot), reach);
    }

    /** Takes over where the members of a group are; the group's circle goes around them. */
    EnclosingCircle settle(int group, Circles circles, SplitMix64 random) {
        EnclosingCircle circle = circles.enclosing(random);
        settle(group, circles, circle.centreX, circle.centreY, spacing.rim(circle.radius));
        return circle;
    }

    /** Takes over where the members of a group are, and the group's circle. */
    void settle(int group, Circles circles, double centreX, double centreY, double groupRadius) {
        int begin = forest.childStart[group];
        for (int i = 0; i < circles.count(); i++) {
            offsetX[forest.child[begin + i]] = circles.x[i] - centreX;
            offsetY[forest.child[begin + i]] = circles.y[i] - centreY;
        }
        radius[group] = groupRadius;
    }

    /** Returns the radius of a group around members that reach this far from its centre. */
    double around(double reach) {
        return spacing.rim(reach);
    }

    /** Returns how far members may reach from the centre of a group of this radius. */
    double within(double groupRadius) {
        return spacing.inside(groupRadius);
    }

    /** Computes absolute centres from offsets. */
    void locate() {
        x[forest.items] = offsetX[forest.items];
        y[forest.items] = offsetY[forest.items];
        for (int at = 1; at < forest.topDown.length; at++) {
            int i = forest.topDown[at];
            int g = forest.parent[i];
            x[i] = x[g] + offsetX[i];
            y[i] = y[g] + offsetY[i];
        }
    }

    /** Returns the result; items from {@code derivedFrom} on are derived groups. */
    Placement placement(int derivedFrom) {
        locate();
        int n = forest.items;
        float[] px = new float[n];
        float[] py = new float[n];
        float[] pr = new float[n];
        for (int i = 0; i < n; i++) {
            px[i] = (float) x[i];
            py[i] = (float) y[i];
            pr[i] = (float) radius[i];
        }
        return new Placement(px, py, pr, forest.parents(), derivedFrom);
    }
}
