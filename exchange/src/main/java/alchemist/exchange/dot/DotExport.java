package alchemist.exchange.dot;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.GraphCopy;
import alchemist.exchange.graphfile.Escapes;
import alchemist.exchange.graphfile.Nesting;
import alchemist.exchange.graphfile.ShownGraph;
import alchemist.exchange.graphfile.TypedText;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes a graph as it is shown as DOT: groups as clusters, names and relations as labels,
 * properties as attributes, numbers and flags bare and texts in quotation marks. What is neither is
 * a text, and the attribute {@code kinds} says of which kind.
 */
public final class DotExport {
    /** The attribute by which an export is known; on a node, that it stands for its cluster. */
    static final String MARK = "alchemist";

    static final Set<String> RESERVED = Set.of(MARK, "label", "types", "kinds", "id");

    private final ShownGraph graph;
    private final Writer out;
    private final Set<Id> ends = new HashSet<>();

    private DotExport(ShownGraph graph, Writer out) {
        this.graph = graph;
        this.out = out;
    }

    /** Writes a graph. */
    public static void write(GraphCopy graph, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        new DotExport(new ShownGraph(graph), writer).write();
        writer.flush();
    }

    private void write() throws IOException {
        graph.eachEdge(
                edge -> {
                    ends.add(edge.from());
                    ends.add(edge.to());
                });
        out.write("digraph {\n" + MARK + "=1\ncompound=true\n");
        graph.nesting().each(new Writing());
        graph.eachEdge(this::write);
        out.write("}\n");
    }

    private void write(EdgeStatement edge) throws IOException {
        List<String> attributes = new ArrayList<>();
        attributes.add("id=" + quoted(edge.edge().toString()));
        if (!edge.type().isEmpty()) {
            attributes.add("label=" + quoted(edge.type()));
        }
        add(edge.properties(), attributes);
        out.write(quoted(edge.from().toString()) + " -> " + quoted(edge.to().toString()));
        out.write(" [" + String.join(" ", attributes) + "]\n");
    }

    private static List<String> attributes(NodeStatement node) {
        List<String> attributes = new ArrayList<>();
        String name = TypedText.name(node.name());
        if (!name.isEmpty()) {
            attributes.add("label=" + quoted(name));
        }
        if (!node.types().isEmpty()) {
            attributes.add("types=" + quoted(Escapes.types(ShownGraph.types(node))));
        }
        add(node.properties(), attributes);
        return attributes;
    }

    private static void add(Properties properties, List<String> attributes) {
        List<String> kinds = new ArrayList<>();
        for (int i = 0; i < properties.size(); i++) {
            Value value = properties.value(i);
            String key = properties.key(i);
            if (value.isNull()) {
                continue;
            }
            String text = TypedText.of(value);
            boolean bare =
                    value instanceof Value.Int
                            || value instanceof Value.Bool
                            || (value instanceof Value.Real && isDecimal(text));
            if (!bare && !TypedText.kind(value).equals(TypedText.STRING)) {
                kinds.add(TypedText.kind(value) + " " + key);
            }
            attributes.add(quoted(Escapes.key(key, RESERVED)) + "=" + (bare ? text : quoted(text)));
        }
        if (!kinds.isEmpty()) {
            attributes.add("kinds=" + quoted(Escapes.types(kinds)));
        }
    }

    /** Whether DOT has such numbers: it knows no exponents. */
    private static boolean isDecimal(String number) {
        return number.chars().allMatch(c -> c == '-' || c == '.' || (c >= '0' && c <= '9'));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    /** Writes what the nesting names. */
    private final class Writing implements Nesting.Visitor {
        @Override
        public void node(Id id) throws IOException {
            List<String> attributes = attributes(graph.node(id));
            out.write(quoted(id.toString()));
            out.write(attributes.isEmpty() ? "\n" : " [" + String.join(" ", attributes) + "]\n");
        }

        @Override
        public void enter(Id group) throws IOException {
            out.write("subgraph " + quoted("cluster_" + group) + " {\n");
            for (String attribute : attributes(graph.node(group))) {
                out.write(attribute + "\n");
            }
            if (ends.contains(group)) {
                // DOT joins nodes only: this one stands for the group.
                out.write(quoted(group.toString()) + " [" + MARK + "=group shape=point]\n");
            }
        }

        @Override
        public void leave(Id group) throws IOException {
            out.write("}\n");
        }
    }
}
