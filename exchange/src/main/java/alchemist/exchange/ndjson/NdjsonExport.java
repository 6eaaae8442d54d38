package alchemist.exchange.ndjson;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.GraphCopy;
import alchemist.exchange.SourceName;
import alchemist.exchange.Stated;
import alchemist.kernel.Id;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.ValueJson;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Writes a graph as lines of JSON: every statement of every source. What people denied or merged is
 * no statement of a thing, and is not in it; the log has it.
 */
public final class NdjsonExport {
    static final String FORMAT = "alchemist.graph";
    static final int VERSION = 1;
    private static final int FLUSH_BYTES = 1 << 16;

    private final OutputStream out;
    private final JsonWriter json = new JsonWriter();
    private int nodes;
    private int edges;

    private NdjsonExport(OutputStream out) {
        this.out = out;
    }

    /** Writes a graph. Holds only the ids of one source's things in memory. */
    public static void write(GraphCopy graph, OutputStream out) throws IOException {
        new NdjsonExport(out).write(graph);
    }

    private void write(GraphCopy graph) throws IOException {
        json.object().field("format", FORMAT).field("version", VERSION).endObject().line();
        List<SourceName> sources = new ArrayList<>(graph.sources());
        sources.sort(Comparator.comparing(SourceName::id));
        int written = 0;
        for (SourceName source : sources) {
            Stated stated = graph.stated(source);
            List<Id> nodeIds = new ArrayList<>();
            List<Id> edgeIds = new ArrayList<>();
            stated.eachNode(nodeIds::add);
            stated.eachEdge(edgeIds::add);
            if (!nodeIds.isEmpty() || !edgeIds.isEmpty()) {
                written++;
                write(source);
                write(stated, nodeIds, edgeIds);
            }
        }
        json.object().name("end").object().field("sources", written);
        json.field("nodes", nodes).field("edges", edges).endObject().endObject().line();
        flush(0);
        out.flush();
    }

    private void write(Stated stated, List<Id> nodeIds, List<Id> edgeIds) throws IOException {
        nodeIds.sort(Comparator.naturalOrder());
        for (Id id : nodeIds) {
            NodeStatement node = stated.node(id);
            if (node != null) {
                write(node);
                nodes++;
                flush(FLUSH_BYTES);
            }
        }
        edgeIds.sort(Comparator.naturalOrder());
        for (Id id : edgeIds) {
            EdgeStatement edge = stated.edge(id);
            if (edge != null) {
                write(edge);
                edges++;
                flush(FLUSH_BYTES);
            }
        }
    }

    private void write(SourceName source) {
        json.object().name("source").object().field("id", source.id().toString());
        json.field("reader", source.reader());
        json.field("location", source.location());
        json.field("label", source.label());
        json.field("trust", source.trust()).endObject().endObject().line();
    }

    private void write(NodeStatement node) {
        json.object().name(node.formsGroup() ? "group" : "node").object();
        json.field("id", node.node().toString());
        if (!node.name().isNull()) {
            json.name("name");
            ValueJson.write(node.name(), json);
        }
        if (!node.types().isEmpty()) {
            json.name("types").array();
            node.types().stream().sorted().forEach(json::text);
            json.endArray();
        }
        write(node.properties());
        if (!node.group().isNone()) {
            json.field("group", node.group().toString());
        }
        json.endObject().endObject().line();
    }

    private void write(EdgeStatement edge) {
        json.object().name("edge").object().field("id", edge.edge().toString());
        json.field("from", edge.from().toString()).field("to", edge.to().toString());
        if (!edge.type().isEmpty()) {
            json.field("type", edge.type());
        }
        write(edge.properties());
        json.endObject().endObject().line();
    }

    private void write(Properties properties) {
        if (!properties.isEmpty()) {
            json.name("properties");
            ValueJson.writeProperties(properties, json);
        }
    }

    private void flush(int atLeast) throws IOException {
        if (json.output().size() > atLeast) {
            out.write(json.output().bytes(), 0, json.output().size());
            json.output().clear();
        }
    }
}
