package alchemist.layout;

/**
 * Turns and mirrors the inside of each group so that members face what they are tied to outside.
 * That changes no distance inside, and the best turn has a closed form, so it needs no angles.
 */
final class Orientation {
    private static final double MIRROR_ADVANTAGE = 1.02;

    private final LayoutGraph graph;
    private final Ties ties;
    private final Scene scene;

    /** For each item the sum of unit vectors along edges that leave its group. */
    final double[] outwardX;

    final double[] outwardY;

    /** For each item the weight of all edges that leave it. */
    final double[] strength;

    private final double[] ownX;
    private final double[] ownY;
    private final double[] ownStrength;

    Orientation(LayoutGraph graph, Ties ties, Scene scene) {
        int size = scene.forest.items + 1;
        this.graph = graph;
        this.ties = ties;
        this.scene = scene;
        this.outwardX = new double[size];
        this.outwardY = new double[size];
        this.strength = new double[size];
        this.ownX = new double[size];
        this.ownY = new double[size];
        this.ownStrength = new double[size];
    }

    /** Turns every group to where its ties pull it; a few times, since all turn at once. */
    void turn(int times) {
        turn(times, new boolean[scene.forest.items + 1]);
    }

    /** Turns every group that is not fixed. */
    void turn(int times, boolean[] fixed) {
        for (int time = 0; time < times; time++) {
            measure();
            for (int g = 0; g < scene.forest.items; g++) {
                if (!fixed[g] && scene.forest.members(g) > 1) {
                    turnMembers(g);
                }
            }
        }
    }

    /** Measures {@link #outwardX}, {@link #outwardY} and {@link #strength} as things are now. */
    void measure() {
        Forest forest = scene.forest;
        scene.locate();
        for (double[] sums :
                new double[][] {outwardX, outwardY, strength, ownX, ownY, ownStrength}) {
            java.util.Arrays.fill(sums, 0);
        }
        for (int e = 0; e < graph.edges(); e++) {
            int a = ties.first[e];
            if (a < 0) {
                continue;
            }
            int b = ties.second[e];
            int u = graph.from()[e];
            int v = graph.to()[e];
            double dx = scene.x[v] - scene.x[u];
            double dy = scene.y[v] - scene.y[u];
            double d = Math.sqrt(dx * dx + dy * dy) + 1e-9;
            double w = graph.weight()[e];
            dx *= w / d;
            dy *= w / d;
            outwardX[u] += dx;
            outwardY[u] += dy;
            outwardX[v] -= dx;
            outwardY[v] -= dy;
            ownX[a] += dx;
            ownY[a] += dy;
            ownX[b] -= dx;
            ownY[b] -= dy;
            strength[u] += w;
            strength[v] += w;
            ownStrength[a] += w;
            ownStrength[b] += w;
        }
        for (int at = forest.items; at > 0; at--) {
            int i = forest.topDown[at];
            int g = forest.parent[i];
            outwardX[i] -= ownX[i];
            outwardY[i] -= ownY[i];
            outwardX[g] += outwardX[i];
            outwardY[g] += outwardY[i];
            strength[g] += strength[i] - ownStrength[i];
        }
    }

    private void turnMembers(int group) {
        Forest forest = scene.forest;
        Turn turn = new Turn();
        for (int c = forest.childStart[group]; c < forest.childStart[group + 1]; c++) {
            int i = forest.child[c];
            turn.pull(scene.offsetX[i], scene.offsetY[i], outwardX[i], outwardY[i]);
        }
        if (turn.solve(MIRROR_ADVANTAGE)) {
            for (int c = forest.childStart[group]; c < forest.childStart[group + 1]; c++) {
                int i = forest.child[c];
                double px = scene.offsetX[i];
                double py = scene.offsetY[i];
                scene.offsetX[i] = turn.x(px, py);
                scene.offsetY[i] = turn.y(px, py);
            }
        }
    }
}
