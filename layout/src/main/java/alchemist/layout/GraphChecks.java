package alchemist.layout;

/** Refuses graphs that cannot be placed, naming the index at fault. */
final class GraphChecks {
    private GraphChecks() {}

    /** Checks everything but cycles of parents, which {@link Forest} finds. */
    static void check(LayoutGraph graph) {
        int items = graph.items();
        if (items < 0) {
            throw new IllegalArgumentException("items is " + items + ": give 0 or more");
        }
        length("parent", graph.parent().length, "items", items);
        length("size", graph.size().length, "items", items);
        length("to", graph.to().length, "from", graph.from().length);
        length("weight", graph.weight().length, "from", graph.from().length);
        boolean[] group = new boolean[items];
        for (int i = 0; i < items; i++) {
            int p = graph.parent()[i];
            if (p < -1 || p >= items) {
                throw new IllegalArgumentException(
                        "parent[" + i + "] is " + p + ": give -1 or an item below " + items);
            }
            if (p >= 0) {
                group[p] = true;
            }
        }
        for (int i = 0; i < items; i++) {
            float s = graph.size()[i];
            if (!group[i] && !(s >= 1 && s <= 1e6f)) {
                throw new IllegalArgumentException(
                        "size[" + i + "] is out of range: give a radius from 1 to 1000000");
            }
        }
        for (int e = 0; e < graph.edges(); e++) {
            end("from", e, graph.from()[e], items);
            end("to", e, graph.to()[e], items);
            if (graph.from()[e] == graph.to()[e]) {
                throw new IllegalArgumentException(
                        "edge " + e + " joins item " + graph.to()[e] + " to itself: leave it out");
            }
            float w = graph.weight()[e];
            if (!(w >= 0 && w <= Float.MAX_VALUE)) {
                throw new IllegalArgumentException(
                        "weight[" + e + "] is out of range: give a finite number, at least 0");
            }
        }
    }

    /** Checks an earlier placement, but for cycles of parents, and what its items became. */
    static void check(Placement before, int[] itemOf, int items) {
        int circles = before.circles();
        length("before.y", before.y().length, "before.x", circles);
        length("before.radius", before.radius().length, "before.x", circles);
        length("before.parent", before.parent().length, "before.x", circles);
        if (before.derivedFrom() < 0 || before.derivedFrom() > circles) {
            throw new IllegalArgumentException(
                    "before.derivedFrom is " + before.derivedFrom() + ": give 0 to " + circles);
        }
        for (int b = 0; b < circles; b++) {
            if (!(Float.isFinite(before.x()[b]) && Float.isFinite(before.y()[b]))
                    || !(before.radius()[b] >= 0 && Float.isFinite(before.radius()[b]))) {
                throw new IllegalArgumentException(
                        "circle " + b + " of before has no place: give finite numbers");
            }
        }
        length("itemOf", itemOf.length, "before.derivedFrom", before.derivedFrom());
        boolean[] taken = new boolean[items];
        for (int b = 0; b < itemOf.length; b++) {
            int item = itemOf[b];
            if (item < -1 || item >= items) {
                throw new IllegalArgumentException(
                        "itemOf[" + b + "] is " + item + ": give -1 or an item below " + items);
            }
            if (item >= 0 && taken[item]) {
                throw new IllegalArgumentException(
                        "itemOf["
                                + b
                                + "] is "
                                + item
                                + ", as is an entry before it: give each item once");
            }
            if (item >= 0) {
                taken[item] = true;
            }
        }
    }

    private static void length(String array, int length, String of, int expected) {
        if (length != expected) {
            throw new IllegalArgumentException(
                    array
                            + " has "
                            + length
                            + " entries: give one for each of "
                            + expected
                            + " in "
                            + of);
        }
    }

    private static void end(String array, int edge, int item, int items) {
        if (item < 0 || item >= items) {
            throw new IllegalArgumentException(
                    array + "[" + edge + "] is " + item + ": give an item from 0, below " + items);
        }
    }
}
