package alchemist.graph.read;

import java.util.List;

/**
 * A part of a list of nodes and groups.
 *
 * @param items the part
 * @param cursor what to ask with for the next part; empty when this is the last
 * @param fuzzy no name is as asked for; these are spelt nearly so
 */
public record NodePage(List<NodeSummary> items, String cursor, boolean fuzzy) {}
