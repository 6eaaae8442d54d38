package alchemist.layout;

/**
 * Places a whole graph from nothing: groups from the inside out, then turned, then improved once.
 */
final class Placer {
    private static final int TURNS = 4;

    private final LayoutGraph graph;
    private final LayoutOptions options;
    private final Pace pace;
    private final Spacing spacing;

    Placer(LayoutGraph graph, LayoutOptions options) {
        this.graph = graph;
        this.options = options;
        this.pace = new Pace(options.progress());
        this.spacing = new Spacing(options.padding());
    }

    Placement place() {
        Forest forest = new Forest(graph.items(), graph.parent());
        Ties ties = Ties.of(graph, forest);
        pace.phase(0.3);
        SplitMix64 random = new SplitMix64(options.seed());
        int[] parent = DerivedGroups.extend(forest, ties, options.maxGroupSize(), random, pace);
        if (parent.length > graph.items()) {
            forest = new Forest(parent.length, parent);
            ties = Ties.of(graph, forest);
        }
        Scene scene = new Scene(forest);
        for (int i = 0; i < graph.items(); i++) {
            if (forest.members(i) == 0) {
                scene.radius[i] = graph.size()[i];
            }
        }
        pace.phase(0.7);
        insideOut(scene, ties, new double[0], new double[0]);
        Orientation orientation = new Orientation(graph, ties, scene);
        for (int turn = 0; turn < TURNS; turn++) {
            orientation.turn();
        }
        orientation.measure();
        pace.phase(0.95);
        insideOut(
                scene,
                ties,
                pulls(orientation.outwardX, orientation),
                pulls(orientation.outwardY, orientation));
        for (int turn = 0; turn < TURNS; turn++) {
            orientation.turn();
        }
        pace.phase(1);
        Placement placement = scene.placement(graph.items());
        pace.at(1);
        return placement;
    }

    private static double[] pulls(double[] outward, Orientation orientation) {
        double[] pulls = new double[outward.length];
        for (int i = 0; i < pulls.length; i++) {
            double s = orientation.strength[i];
            pulls[i] = s > 0 ? outward[i] / s : 0;
        }
        return pulls;
    }

    /** Places each group's members; with pulls, improves on where they are. */
    private void insideOut(Scene scene, Ties ties, double[] pullX, double[] pullY) {
        Forest forest = scene.forest;
        GroupLayout layout = new GroupLayout(options.iterations(), pace);
        int done = 0;
        for (int at = forest.items; at >= 0; at--) {
            int group = forest.topDown[at];
            int count = forest.members(group);
            if (count == 0) {
                continue;
            }
            int begin = forest.childStart[group];
            double[] reach = new double[count];
            double[] x = new double[count];
            double[] y = new double[count];
            for (int i = 0; i < count; i++) {
                reach[i] = spacing.reach(scene.radius[forest.child[begin + i]]);
            }
            SplitMix64 random = new SplitMix64(options.seed() * 31 + group);
            Net net = ties.among(forest, group, scene.slot);
            if (pullX.length == 0) {
                layout.place(net, reach, x, y, random);
            } else {
                for (int i = 0; i < count; i++) {
                    x[i] = scene.offsetX[forest.child[begin + i]];
                    y[i] = scene.offsetY[forest.child[begin + i]];
                }
                layout.improve(
                        net,
                        reach,
                        x,
                        y,
                        of(pullX, forest, group),
                        of(pullY, forest, group),
                        random);
            }
            EnclosingCircle circle = EnclosingCircle.of(x, y, reach, count, random);
            for (int i = 0; i < count; i++) {
                scene.offsetX[forest.child[begin + i]] = x[i] - circle.centreX;
                scene.offsetY[forest.child[begin + i]] = y[i] - circle.centreY;
            }
            scene.radius[group] = spacing.rim(circle.radius);
            done += count;
            pace.at(done / (double) forest.items);
        }
    }

    private static double[] of(double[] values, Forest forest, int group) {
        double[] own = new double[forest.members(group)];
        for (int i = 0; i < own.length; i++) {
            own[i] = values[forest.child[forest.childStart[group] + i]];
        }
        return own;
    }
}
