package alchemist.exchange;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Id;
import java.util.List;

/**
 * What a source states of some things from one time on: each thing wholly, and each once. Nodes
 * stand before the edges that join them, and what is withdrawn comes last.
 *
 * @param effectiveAt when, µs since 1970, or {@link #WHEN_RECORDED}
 * @param nodes nodes and groups
 * @param edges edges, whose ends were stated in this batch or an earlier one
 * @param withdrawn things of which the source states nothing any more
 * @param past whether an earlier import stated this already: then only what is still so at the end
 *     of the reading is compared, and the steps on the way are not stated again
 */
public record Batch(
        long effectiveAt,
        List<NodeStatement> nodes,
        List<EdgeStatement> edges,
        List<Id> withdrawn,
        boolean past) {

    /** It happened when it is recorded. */
    public static final long WHEN_RECORDED = CommandEnvelope.WHEN_RECORDED;

    /** Statements alone. */
    public static Batch of(long effectiveAt, List<NodeStatement> nodes, List<EdgeStatement> edges) {
        return new Batch(effectiveAt, nodes, edges, List.of(), false);
    }

    /** How many statements and withdrawals there are. */
    public int size() {
        return nodes.size() + edges.size() + withdrawn.size();
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return size() == 0;
    }
}
