package alchemist.graph.read;

import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;

/**
 * An edge of a node, and what is at its other end.
 *
 * @param edge the edge
 * @param type its relation as it is shown; may be empty
 * @param properties of the edge
 * @param direction OUT or IN, seen from the node that was asked for
 * @param node the other end
 */
public record NeighborRead(
        Id edge, String type, Properties properties, Direction direction, NodeSummary node) {}
