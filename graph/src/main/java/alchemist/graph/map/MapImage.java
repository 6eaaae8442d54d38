package alchemist.graph.map;

import alchemist.kernel.Id;

/**
 * The map as it is sent: circles, a group before its members, and edges between them. Arrays, never
 * changed.
 *
 * @param position the position at which it is true
 * @param refining a better placement is being made
 * @param x the middle of each circle
 * @param y likewise
 * @param radius likewise
 * @param parent the circle around it, or -1
 * @param type its first type in {@code types}, or -1
 * @param kind {@link #NODE}, {@link #STATED_GROUP} or {@link #DERIVED_GROUP}
 * @param count how many nodes are in it; 1 for a node
 * @param from when it began to be, ms since 1970
 * @param to when it ceased to be; infinite: still
 * @param ids of the things; of a derived group one that stays while its most linked member does
 * @param names of the things; of a derived group those of its largest groups, or of its most linked
 *     node
 * @param edgeFrom for each edge the circle that it leaves
 * @param edgeTo the circle that it enters
 * @param edgeType its relation in {@code types}
 * @param edgeValidFrom when it began to be, ms since 1970
 * @param edgeValidTo when it ceased to be; infinite: still
 * @param edgeWeight how many edges it stands for
 * @param types the types and relations
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, never compared
public record MapImage(
        long position,
        boolean refining,
        float[] x,
        float[] y,
        float[] radius,
        int[] parent,
        int[] type,
        byte[] kind,
        int[] count,
        double[] from,
        double[] to,
        Id[] ids,
        String[] names,
        int[] edgeFrom,
        int[] edgeTo,
        int[] edgeType,
        double[] edgeValidFrom,
        double[] edgeValidTo,
        float[] edgeWeight,
        String[] types) {
    /** A node. */
    public static final byte NODE = 0;

    /** A group that someone states. */
    public static final byte STATED_GROUP = 1;

    /** A group that nobody states: the layout found it, or it is all that a source states. */
    public static final byte DERIVED_GROUP = 2;

    /** How many circles there are. */
    public int items() {
        return x.length;
    }

    /** How many edges there are. */
    public int edges() {
        return edgeFrom.length;
    }

    /** The binary form, {@code application/vnd.alchemist.map}. */
    public byte[] toBinary() {
        return MapBinary.write(this);
    }

    /** The JSON form. */
    public byte[] toJson() {
        return MapJson.write(this);
    }
}
