package alchemist.layout;

/**
 * A graph to place: items, which are nodes and groups alike, and edges between them.
 *
 * <p>The arrays are read, never changed, and must not change while a placement is made. {@link
 * Layout} checks them and throws {@link IllegalArgumentException} naming the index at fault: a
 * parent or an end out of range, a group inside itself, an edge from an item to itself, a weight
 * that is negative or not finite, a leaf's size that is not finite or below 1.
 *
 * @param items how many items there are; they are named 0 to {@code items - 1}
 * @param parent for each item the item that is its group, or -1 at the root; length {@code items}
 * @param from for each edge the item at one end; direction does not matter to a placement
 * @param to for each edge the item at the other end; an edge between a group and something inside
 *     it is allowed, and pulls nothing
 * @param weight for each edge how strongly it pulls, at least 0; only ratios matter
 * @param size for each item that groups nothing its radius, at least 1, in units of the plane; the
 *     entries of groups are ignored
 */
@SuppressWarnings(
        "ArrayRecordComponent") // bulk data crosses to WebAssembly as arrays; never compared
public record LayoutGraph(
        int items, int[] parent, int[] from, int[] to, float[] weight, float[] size) {

    /** Returns the number of edges. */
    public int edges() {
        return from.length;
    }
}
