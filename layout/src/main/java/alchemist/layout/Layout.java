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
}
