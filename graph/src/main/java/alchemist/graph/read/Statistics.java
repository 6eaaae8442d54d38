package alchemist.graph.read;

import java.util.Map;

/**
 * How much there is.
 *
 * @param nodes visible nodes, groups not among them
 * @param edges visible edges
 * @param groups visible groups
 * @param types visible nodes and groups by type as it is shown; one of two types counts for both
 * @param relations visible edges by relation as it is shown
 * @param disagreements fields of visible things on which sources or persons differ
 * @param violations properties of visible nodes that break a constraint
 */
public record Statistics(
        int nodes,
        int edges,
        int groups,
        Map<String, Integer> types,
        Map<String, Integer> relations,
        int disagreements,
        int violations) {}
