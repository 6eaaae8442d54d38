package alchemist.graph.read;

import alchemist.kernel.value.Properties;

/**
 * What is shown of a node, as the row of a table.
 *
 * @param neighbors how many edges it has
 * @param changedAt when the latest of what holds of it came into effect, µs since 1970
 * @param properties those that were asked for, where they are shown
 */
public record RowRead(NodeSummary node, int neighbors, long changedAt, Properties properties) {}
