package alchemist.graph.read;

/** How an edge lies to a node. */
public enum Direction {
    /** The edge leaves the node. */
    OUT,
    /** The edge enters the node. */
    IN,
    /** Either. */
    BOTH
}
