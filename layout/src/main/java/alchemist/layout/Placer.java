package alchemist.layout;

/**
 * Places a whole graph from nothing: groups from the inside out, then turned, then improved once.
 */
final class Placer {
    private static final int TURNS = 4;

    private final LayoutGraph graph;
    private final LayoutOptions options;
    private final Pace pace;
    private final GroupLayout layout;

    Placer(LayoutGraph graph, LayoutOptions options) {
        this.graph = graph;
        this.options = options;
        this.pace = new Pace(options.progress());
        this.layout = new GroupLayout(options.iterations(), pace);
    }

    Placement place() {
        Forest forest = new Forest(graph.items(), graph.parent());
        Ties ties = Ties.of(graph, forest);
        pace.phase(0.4);
        SplitMix64 random = new SplitMix64(options.seed());
        int[] parent = DerivedGroups.extend(forest, ties, options.maxGroupSize(), random, pace);
        if (parent.length > graph.items()) {
            forest = new Forest(parent.length, parent);
            ties = Ties.of(graph, forest);
        }
        Scene scene = new Scene(graph, forest, ties, options);
        Orientation orientation = new Orientation(graph, ties, scene);
        pace.phase(0.75);
        for (int at = forest.items; at >= 0; at--) {
            placeMembers(scene, forest.topDown[at]);
            pace.at(1 - at / (forest.items + 1.0));
        }
        if (graph.edges() > 0) {
            // Without, nothing pulls anywhere, and all would be packed once more as it is.
            orientation.turn(TURNS);
            orientation.measure();
            pace.phase(0.97);
            for (int at = forest.items; at >= 0; at--) {
                improveMembers(scene, forest.topDown[at], orientation);
                pace.at(1 - at / (forest.items + 1.0));
            }
            orientation.turn(TURNS);
        }
        Placement placement = scene.placement(graph.items());
        pace.phase(1);
        pace.at(1);
        return placement;
    }

    private void placeMembers(Scene scene, int group) {
        if (scene.forest.members(group) > 0) {
            Circles circles = scene.members(group);
            SplitMix64 random = scene.random(group);
            layout.place(circles, random);
            scene.settle(group, circles, random);
        }
    }

    private void improveMembers(Scene scene, int group, Orientation orientation) {
        Forest forest = scene.forest;
        int count = forest.members(group);
        if (count == 0) {
            return;
        }
        Circles circles = scene.members(group);
        SplitMix64 random = scene.random(group);
        double[] pullX = new double[count];
        double[] pullY = new double[count];
        boolean pulled = false;
        for (int i = 0; i < count; i++) {
            int item = forest.child[forest.childStart[group] + i];
            circles.x[i] = scene.offsetX[item];
            circles.y[i] = scene.offsetY[item];
            double strength = orientation.strength[item];
            if (strength > 0) {
                pullX[i] = orientation.outwardX[item] / strength;
                pullY[i] = orientation.outwardY[item] / strength;
                pulled |= pullX[i] != 0 || pullY[i] != 0;
            }
        }
        if (pulled || circles.net.to.length > 0) {
            layout.improve(circles, pullX, pullY, random);
        } else {
            layout.place(circles, random);
        }
        scene.settle(group, circles, random);
    }
}
