package alchemist.layout;

/**
 * Places graphs in the plane.
 *
 * <p>Every group is placed on its own, its members as circles among themselves, and becomes a
 * circle in the group around it. Where there are more members than a picture should show at once,
 * communities become derived groups. The same input gives bit-identical output on every machine.
 * Nothing here keeps state: any thread may place, one call one thread.
 */
public final class Layout {
    private Layout() {}

    /**
     * Places a graph from nothing.
     *
     * @throws IllegalArgumentException if the graph cannot be placed, naming the index at fault
     * @throws LayoutCancelled if the options' progress callback asked for the end
     */
    public static Placement place(LayoutGraph graph, LayoutOptions options) {
        GraphChecks.check(graph);
        return new Placer(graph, options).place();
    }

    /**
     * Places a graph that changed since it was placed, so that what was there before stays where it
     * was as far as that can be: known items keep their place, new ones settle near their
     * neighbours, and groups grow where they are.
     *
     * @param before the earlier placement, of the graph as it was
     * @param itemOf for each item of the graph as it was (there are {@link
     *     Placement#derivedFrom()}) the item that it is in {@code graph}, or -1 if it is gone
     * @throws IllegalArgumentException if the graph cannot be placed or the arguments do not fit
     *     together, naming the index at fault
     * @throws LayoutCancelled if the options' progress callback asked for the end
     */
    public static Placement refine(
            LayoutGraph graph, Placement before, int[] itemOf, LayoutOptions options) {
        GraphChecks.check(graph);
        GraphChecks.check(before, itemOf, graph.items());
        return new Refiner(graph, before, itemOf, options).refine();
    }
}
