package alchemist.graph.check;

import alchemist.kernel.value.Properties;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Some of the edges of a graph.
 *
 * @param relations of one of these, as they are shown; none: of any
 * @param ignoring but for those that have all of these properties; none: for none
 */
public record Edges(List<String> relations, Properties ignoring) {
    /** All edges. */
    public static final Edges ALL = new Edges(List.of(), Properties.NONE);

    IntPredicate of(CheckedGraph graph) {
        return edge ->
                (relations.isEmpty() || relations.contains(graph.relation(edge)))
                        && (ignoring.isEmpty()
                                || !Selection.hasAll(graph.edgeProperties(edge), ignoring));
    }
}
