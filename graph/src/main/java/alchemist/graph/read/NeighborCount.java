package alchemist.graph.read;

/**
 * How many edges of a relation a node has in a direction.
 *
 * @param relation as it is shown; may be empty
 */
public record NeighborCount(String relation, Direction direction, int count) {}
