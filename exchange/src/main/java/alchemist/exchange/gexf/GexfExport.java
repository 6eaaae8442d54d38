package alchemist.exchange.gexf;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.GraphCopy;
import alchemist.exchange.graphfile.Escapes;
import alchemist.exchange.graphfile.Nesting;
import alchemist.exchange.graphfile.ShownGraph;
import alchemist.exchange.graphfile.TypedText;
import alchemist.exchange.graphfile.XmlOut;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.util.TreeMap;

/**
 * Writes a graph as it is shown as GEXF 1.3: groups as nodes that hold nodes, relations as labels.
 * What GEXF has no type for is a string whose attribute names the kind.
 *
 * @see <a href="https://gexf.net/schema.html">The GEXF file format</a>
 */
public final class GexfExport {
    /** The attribute that holds a node's types. */
    static final String TYPES = "types";

    private static final String OWN = "alchemist:";
    private static final String WEIGHT = "weight";

    private final ShownGraph graph;
    private final XmlOut xml;

    /** The id of an attribute by the name, NUL and kind of its property. */
    private final TreeMap<String, String> nodeIds = new TreeMap<>();

    private final TreeMap<String, String> edgeIds = new TreeMap<>();

    private GexfExport(ShownGraph graph, XmlOut xml) {
        this.graph = graph;
        this.xml = xml;
    }

    /** Writes a graph. */
    public static void write(GraphCopy graph, OutputStream out) throws IOException {
        new GexfExport(new ShownGraph(graph), new XmlOut(out)).write();
    }

    private void write() throws IOException {
        Nesting nesting = graph.nesting();
        graph.eachNode(node -> meet(node.properties(), nodeIds));
        graph.eachEdge(edge -> meet(data(edge), edgeIds));
        xml.start("gexf").attribute("xmlns", "http://gexf.net/1.3");
        xml.attribute("xmlns:alchemist", XmlOut.OWN);
        xml.attribute("version", "1.3").attribute(OWN + "export", "1");
        xml.startLine("meta").start("creator").text("Alchemist").end().end();
        xml.startLine("graph").attribute("mode", "static");
        xml.attribute("defaultedgetype", "directed");
        xml.startLine("attributes").attribute("class", "node");
        attribute(TYPES, TYPES, TypedText.STRING);
        attributes(nodeIds, "n");
        xml.end();
        if (!edgeIds.isEmpty()) {
            xml.startLine("attributes").attribute("class", "edge");
            attributes(edgeIds, "e");
            xml.end();
        }
        xml.startLine("nodes");
        nesting.each(new Writing());
        xml.end();
        xml.startLine("edges");
        graph.eachEdge(this::write);
        xml.finish();
    }

    private static void meet(Properties properties, TreeMap<String, String> ids) {
        for (int i = 0; i < properties.size(); i++) {
            ids.put(known(properties.key(i), properties.value(i)), "");
        }
    }

    private static String known(String name, Value value) {
        return name + "\0" + TypedText.kind(value);
    }

    private void attributes(TreeMap<String, String> ids, String prefix) throws IOException {
        int number = 0;
        for (var entry : ids.entrySet()) {
            entry.setValue(prefix + number++);
            int split = entry.getKey().lastIndexOf('\0');
            attribute(
                    entry.getValue(),
                    entry.getKey().substring(0, split),
                    entry.getKey().substring(split + 1));
        }
    }

    private void attribute(String id, String title, String kind) throws IOException {
        xml.startLine("attribute").attribute("id", id).attribute("title", title);
        switch (kind) {
            case TypedText.BOOLEAN, TypedText.LONG, TypedText.DOUBLE, TypedText.STRING ->
                    xml.attribute("type", kind);
            default -> xml.attribute("type", TypedText.STRING).attribute(OWN + "kind", kind);
        }
        xml.end();
    }

    private void write(EdgeStatement edge) throws IOException {
        xml.startLine("edge").attribute("id", edge.edge().toString());
        xml.attribute("source", edge.from().toString());
        xml.attribute("target", edge.to().toString());
        if (!edge.type().isEmpty()) {
            xml.attribute("label", edge.type());
        }
        Value directed = edge.properties().find(GexfItem.DIRECTED);
        if (directed != null && directed.equals(Value.flag(false))) {
            xml.attribute("type", "undirected");
        }
        if (edge.properties().find(WEIGHT) instanceof Value.Real weight) {
            xml.attribute(WEIGHT, TypedText.of(weight));
        }
        values("", data(edge), edgeIds);
        xml.end();
    }

    /** The properties of an edge but for those that GEXF has attributes for. */
    private static Properties data(EdgeStatement edge) {
        Value directed = edge.properties().find(GexfItem.DIRECTED);
        boolean undirected = directed != null && directed.equals(Value.flag(false));
        boolean weight = edge.properties().find(WEIGHT) instanceof Value.Real;
        if (!undirected && !weight) {
            return edge.properties();
        }
        var rest = edge.properties().toMap();
        if (undirected) {
            rest.remove(GexfItem.DIRECTED);
        }
        if (weight) {
            rest.remove(WEIGHT);
        }
        return Properties.of(rest);
    }

    private void values(String types, Properties properties, TreeMap<String, String> ids)
            throws IOException {
        if (types.isEmpty() && properties.isEmpty()) {
            return;
        }
        xml.start("attvalues");
        if (!types.isEmpty()) {
            value(TYPES, types);
        }
        for (int i = 0; i < properties.size(); i++) {
            Value value = properties.value(i);
            if (!value.isNull()) {
                value(ids.getOrDefault(known(properties.key(i), value), ""), TypedText.of(value));
            }
        }
        xml.end();
    }

    private void value(String id, String text) throws IOException {
        xml.start("attvalue").attribute("for", id).attribute("value", text).end();
    }

    /** Writes what the nesting names. */
    private final class Writing implements Nesting.Visitor {
        @Override
        public void node(Id id) throws IOException {
            start(id, false);
            xml.end();
        }

        @Override
        public void enter(Id group) throws IOException {
            start(group, true);
            xml.start("nodes");
        }

        @Override
        public void leave(Id group) throws IOException {
            xml.end().end();
        }

        private void start(Id id, boolean group) throws IOException {
            NodeStatement node = graph.node(id);
            xml.startLine("node").attribute("id", id.toString());
            xml.attribute("label", TypedText.name(node.name()));
            if (group) {
                xml.attribute(OWN + "group", "true");
            }
            values(Escapes.types(ShownGraph.types(node)), node.properties(), nodeIds);
        }
    }
}
