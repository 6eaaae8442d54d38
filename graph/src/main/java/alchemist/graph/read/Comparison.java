package alchemist.graph.read;

import java.util.List;

/**
 * What differs between two moments.
 *
 * @param from the position of the first
 * @param to the position of the second
 * @param totals how much, by what became of it and type: nodes before edges, the most first
 * @param changes some of it, in the same order, each by path and name
 */
public record Comparison(long from, long to, List<Total> totals, List<Change> changes) {
    /**
     * How many things of one kind.
     *
     * @param isEdge they are edges
     * @param type their first type, or relation; may be empty
     */
    public record Total(Change.Kind kind, boolean isEdge, String type, int count) {}
}
