package alchemist.graph.check;

import alchemist.graph.check.Verdict.Step;
import alchemist.graph.read.NodeSummary;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The nodes of a graph as rules speak of them, each looked at once. */
final class Subjects {
    private static final String PATH = "path";
    private static final String LINE = "line";

    private final CheckedGraph graph;
    private final @Nullable Node[] nodes;
    private final Map<Selection, BitSet> selected = new HashMap<>();

    private record Node(NodeSummary summary, String path, Properties properties)
            implements Selection.Subject {
        @Override
        public String name() {
            return summary.name().text();
        }

        @Override
        public List<String> types() {
            return summary.types();
        }
    }

    Subjects(CheckedGraph graph) {
        this.graph = graph;
        this.nodes = new Node[graph.nodes()];
    }

    private Node node(int node) {
        Node known = nodes[node];
        if (known == null) {
            Properties properties = graph.properties(node);
            String path = properties.find(PATH) instanceof Value.Text(String text) ? text : "";
            known = new Node(graph.summary(node), path, properties);
            nodes[node] = known;
        }
        return known;
    }

    /** Where the file is that a node stands in; empty where it is in none. */
    String path(int node) {
        return node(node).path;
    }

    /** Those that a selection means. */
    BitSet of(Selection selection) {
        return selected.computeIfAbsent(
                selection,
                _ -> {
                    BitSet found = new BitSet();
                    for (int node = 0; node < nodes.length; node++) {
                        if (selection.holds(node(node))) {
                            found.set(node);
                        }
                    }
                    return found;
                });
    }

    /** How a node is called in a sentence. */
    String called(NodeSummary summary) {
        String type = summary.types().isEmpty() ? "node" : summary.types().getFirst();
        String name = summary.name().text();
        return type + " " + (name.isEmpty() ? summary.id().toString() : name);
    }

    Step step(int edge) {
        int from = graph.from(edge);
        int to = graph.to(edge);
        int line =
                graph.edgeProperties(edge).find(LINE) instanceof Value.Int(long number)
                                && number > 0
                                && number <= Integer.MAX_VALUE
                        ? (int) number
                        : 0;
        return new Step(
                graph.edge(edge),
                graph.relation(edge),
                graph.summary(from),
                graph.summary(to),
                path(from),
                line);
    }
}
