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
                        "size[" + i + "] is " + s + ": give a radius from 1 to 1000000");
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
                        "weight[" + e + "] is " + w + ": give a finite number, at least 0");
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
