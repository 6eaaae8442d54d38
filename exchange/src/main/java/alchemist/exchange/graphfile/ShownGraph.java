package alchemist.exchange.graphfile;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.GraphCopy;
import alchemist.exchange.Stated;
import alchemist.kernel.Id;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A graph as it is shown, in the order in which it is written: by ids, so that equal graphs are
 * equal files. Holds the ids in memory, never all that is known of them.
 */
public final class ShownGraph {
    /** Takes a node. */
    @FunctionalInterface
    public interface NodeSink {
        /** Takes one. */
        void node(NodeStatement node) throws IOException;
    }

    /** Takes an edge. */
    @FunctionalInterface
    public interface EdgeSink {
        /** Takes one. */
        void edge(EdgeStatement edge) throws IOException;
    }

    private final Stated graph;
    private final List<Id> nodes = new ArrayList<>();
    private final List<Id> edges = new ArrayList<>();

    /** What is shown of a copy. */
    public ShownGraph(GraphCopy copy) {
        graph = copy.shown();
        graph.eachNode(nodes::add);
        graph.eachEdge(edges::add);
        nodes.sort(Comparator.naturalOrder());
        edges.sort(Comparator.naturalOrder());
    }

    /** Every node and group. */
    public void eachNode(NodeSink sink) throws IOException {
        for (Id id : nodes) {
            NodeStatement node = graph.node(id);
            if (node != null) {
                sink.node(node);
            }
        }
    }

    /** Every edge. */
    public void eachEdge(EdgeSink sink) throws IOException {
        for (Id id : edges) {
            EdgeStatement edge = graph.edge(id);
            if (edge != null) {
                sink.edge(edge);
            }
        }
    }

    /** A node that was told of. */
    public NodeStatement node(Id id) {
        NodeStatement node = graph.node(id);
        if (node == null) {
            throw new IllegalArgumentException("no node " + id);
        }
        return node;
    }

    /** Which things are in which groups. */
    public Nesting nesting() throws IOException {
        Nesting nesting = new Nesting();
        eachNode(node -> nesting.add(node.node(), node.group(), node.formsGroup()));
        return nesting;
    }

    /** The types of a node, in order. */
    public static List<String> types(NodeStatement node) {
        return node.types().stream().sorted().toList();
    }
}
