package alchemist.layout;

/**
 * Places a changed graph so that what was there before stays where it was: bottom-up in the plane
 * of before, each group either settles its newcomers among its members, or, where it is mostly new,
 * is placed from nothing and laid over where its members were.
 */
final class Refiner {
    private static final int TURNS = 3;

    private final LayoutGraph graph;
    private final Placement before;
    private final int[] itemOf;
    private final LayoutOptions options;
    private final Pace pace;
    private final GroupLayout layout;

    Refiner(LayoutGraph graph, Placement before, int[] itemOf, LayoutOptions options) {
        this.graph = graph;
        this.before = before;
        this.itemOf = itemOf;
        this.options = options;
        this.pace = new Pace(options.progress());
        this.layout = new GroupLayout(options.iterations(), pace);
    }

    Placement refine() {
        CarriedGroups carried = new CarriedGroups(graph, before, itemOf);
        carried.carry();
        Forest forest = new Forest(carried.parent().length, carried.parent());
        Ties ties = Ties.of(graph, forest);
        boolean[] settled = new boolean[forest.items + 1];
        settled[forest.items] = true;
        for (int i = 0; i < forest.items; i++) {
            settled[i] = carried.oldOf()[i] >= 0;
        }
        pace.phase(0.4);
        int[] parent =
                DerivedGroups.extend(
                        forest,
                        ties,
                        options.maxGroupSize(),
                        settled,
                        new SplitMix64(options.seed()),
                        pace);
        if (parent.length > forest.items) {
            forest = new Forest(parent.length, parent);
            ties = Ties.of(graph, forest);
        }
        Scene scene = new Scene(graph, forest, ties, options);
        Stay stay = new Stay(scene, before, carried, layout);
        pace.phase(0.9);
        for (int at = forest.items; at >= 0; at--) {
            stay.placeMembers(forest.topDown[at]);
            pace.at(1 - at / (forest.items + 1.0));
        }
        new Orientation(graph, ties, scene).turn(TURNS, stay.fixed());
        pace.phase(1);
        Placement placement = scene.placement(graph.items());
        pace.at(1);
        return placement;
    }
}
