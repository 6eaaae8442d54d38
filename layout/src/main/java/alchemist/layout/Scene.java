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

    /** The place of each item among its group's members. */
    final int[] slot;

    Scene(Forest forest) {
        int size = forest.items + 1;
        this.forest = forest;
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

    Placement placement(int derivedFrom) {
        locate();
        int n = forest.items;
        float[] px = new float[n];
        float[] py = new float[n];
        float[] pr = new float[n];
        int[] parent = new int[n];
        for (int i = 0; i < n; i++) {
            px[i] = (float) x[i];
            py[i] = (float) y[i];
            pr[i] = (float) radius[i];
            parent[i] = forest.parent[i] == n ? -1 : forest.parent[i];
        }
        return new Placement(px, py, pr, parent, derivedFrom);
    }
}
