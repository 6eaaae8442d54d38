package alchemist.exchange.nodelink;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.GraphCopy;
import alchemist.exchange.graphfile.Escapes;
import alchemist.exchange.graphfile.ShownGraph;
import alchemist.exchange.graphfile.TypedText;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.ValueJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Writes a graph as it is shown as the node-link JSON of NetworkX and d3: properties stand beside
 * the fields of the format; those of the same names, and those that begin with {@code _}, behind
 * {@code _}.
 */
public final class NodeLinkExport {
    private static final Set<String> NODE_FIELDS =
            Set.of("id", "name", "types", "parent", "isGroup");
    private static final Set<String> EDGE_FIELDS = Set.of("id", "source", "target", "type", "key");

    private final OutputStream out;
    private JsonWriter json = new JsonWriter();
    private boolean first = true;

    private NodeLinkExport(OutputStream out) {
        this.out = out;
    }

    /** Writes a graph. */
    public static void write(GraphCopy graph, OutputStream out) throws IOException {
        new NodeLinkExport(out).write(new ShownGraph(graph));
    }

    private void write(ShownGraph graph) throws IOException {
        text(
                "{\"directed\":true,\"multigraph\":true,\"graph\":{\""
                        + NodeLinkFile.MARK
                        + "\":1},\"nodes\":[");
        graph.eachNode(this::write);
        text("],\n\"edges\":[");
        first = true;
        graph.eachEdge(this::write);
        text("]}\n");
        out.flush();
    }

    private void text(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(NodeStatement node) throws IOException {
        json.object().field("id", node.node().toString());
        String name = TypedText.name(node.name());
        if (!name.isEmpty()) {
            json.field("name", name);
        }
        if (!node.types().isEmpty()) {
            json.name("types").array();
            ShownGraph.types(node).forEach(json::text);
            json.endArray();
        }
        if (!node.group().isNone()) {
            json.field("parent", node.group().toString());
        }
        if (node.formsGroup()) {
            json.field("isGroup", true);
        }
        write(node.properties(), NODE_FIELDS);
    }

    private void write(EdgeStatement edge) throws IOException {
        json.object().field("id", edge.edge().toString());
        json.field("source", edge.from().toString()).field("target", edge.to().toString());
        if (!edge.type().isEmpty()) {
            json.field("type", edge.type());
        }
        write(edge.properties(), EDGE_FIELDS);
    }

    private void write(Properties properties, Set<String> reserved) throws IOException {
        for (int i = 0; i < properties.size(); i++) {
            json.name(Escapes.key(properties.key(i), reserved));
            ValueJson.write(TypedText.plain(properties.value(i)), json);
        }
        json.endObject();
        // Each thing stands on a line of its own.
        text(first ? "\n" : ",\n");
        first = false;
        out.write(json.output().bytes(), 0, json.output().size());
        json = new JsonWriter();
    }
}
