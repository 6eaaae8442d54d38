package alchemist.graph.read;

/**
 * What there is to be placed and drawn: every node and group that ever was, as far as is known, and
 * the edges between them. Arrays, never changed.
 *
 * @param position the position at which it is true
 * @param thing for each item a number that it keeps for good; see {@link #ofSource}
 * @param idHigh the first half of its id
 * @param idLow the second half
 * @param name its name
 * @param type its first type in {@code types}, or -1
 * @param group whether it is a group
 * @param parent the item that is its group, or -1; no cycles
 * @param from when it began to be, µs since 1970
 * @param to when it ceased to be, {@link Long#MAX_VALUE}: still
 * @param edgeFrom for each edge the item that it leaves
 * @param edgeTo the item that it enters
 * @param edgeType its relation in {@code types}
 * @param edgeValidFrom when it began to be
 * @param edgeValidTo when it ceased to be
 * @param types the types and relations as they are shown
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, never compared
public record MapScene(
        long position,
        int[] thing,
        long[] idHigh,
        long[] idLow,
        String[] name,
        int[] type,
        boolean[] group,
        int[] parent,
        long[] from,
        long[] to,
        int[] edgeFrom,
        int[] edgeTo,
        int[] edgeType,
        long[] edgeValidFrom,
        long[] edgeValidTo,
        String[] types) {

    /** The number of the group of a source, which nobody states; below zero. */
    public static int ofSource(int source) {
        return -2 - source;
    }

    /** Whether an item is a group that nobody states. */
    public boolean isDerived(int item) {
        return thing[item] < 0;
    }

    /** How many items there are. */
    public int items() {
        return thing.length;
    }

    /** How many edges there are. */
    public int edges() {
        return edgeFrom.length;
    }
}
