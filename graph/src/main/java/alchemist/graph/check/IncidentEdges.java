package alchemist.graph.check;

import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/** The edges of each node, one after the other in an array (compressed sparse rows). */
final class IncidentEdges {
    private final int[] start;
    private final int[] edges;

    private IncidentEdges(int[] start, int[] edges) {
        this.start = start;
        this.edges = edges;
    }

    /** The edges that enter each node. */
    static IncidentEdges incoming(CheckedGraph graph, IntPredicate counts) {
        return of(graph.nodes(), graph.edges(), graph::to, counts);
    }

    /**
     * Edges by one of their ends.
     *
     * @param end the unit, from 0 to below {@code units}, that an edge belongs to
     * @param counts which edges are meant; of others the end is not asked
     */
    static IncidentEdges of(int units, int edges, IntUnaryOperator end, IntPredicate counts) {
        int[] start = new int[units + 1];
        for (int edge = 0; edge < edges; edge++) {
            if (counts.test(edge)) {
                start[end.applyAsInt(edge) + 1]++;
            }
        }
        for (int unit = 0; unit < units; unit++) {
            start[unit + 1] += start[unit];
        }
        int[] at = start.clone();
        int[] list = new int[start[units]];
        for (int edge = 0; edge < edges; edge++) {
            if (counts.test(edge)) {
                list[at[end.applyAsInt(edge)]++] = edge;
            }
        }
        return new IncidentEdges(start, list);
    }

    int start(int unit) {
        return start[unit];
    }

    int end(int unit) {
        return start[unit + 1];
    }

    int edge(int i) {
        return edges[i];
    }
}
