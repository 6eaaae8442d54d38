package alchemist.exchange.graphml;

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

/**
 * Writes a graph as it is shown as GraphML: groups as nested graphs, values by the types that
 * GraphML has ({@code boolean}, {@code long}, {@code double}, {@code string}). What it has no type
 * for stands as a string, whose key names the kind in an attribute of our own; lists, maps and
 * points as JSON. A property of several kinds has a key for each.
 *
 * @see <a href="http://graphml.graphdrawing.org/specification.html">The GraphML file format</a>
 */
public final class GraphMlExport {
    static final String OWN_PREFIX = "alchemist";
    static final String DIRECTED = "directed";
    private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";
    private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String SCHEMA =
            NAMESPACE + " http://graphml.graphdrawing.org/xmlns/1.1/graphml.xsd";

    private final ShownGraph graph;
    private final XmlOut xml;
    private final Keys nodeKeys = new Keys("node", "n");
    private final Keys edgeKeys = new Keys("edge", "e");

    private GraphMlExport(ShownGraph graph, XmlOut xml) {
        this.graph = graph;
        this.xml = xml;
    }

    /** Writes a graph. Holds the ids of its things and the names of their properties in memory. */
    public static void write(GraphCopy graph, OutputStream out) throws IOException {
        new GraphMlExport(new ShownGraph(graph), new XmlOut(out)).write();
    }

    private void write() throws IOException {
        // Keys stand before what they are for.
        Nesting nesting = graph.nesting();
        graph.eachNode(node -> nodeKeys.meet(node.properties()));
        graph.eachEdge(edge -> edgeKeys.meet(data(edge)));
        xml.start("graphml").attribute("xmlns", NAMESPACE);
        xml.attribute("xmlns:xsi", SCHEMA_INSTANCE);
        xml.attribute("xmlns:" + OWN_PREFIX, XmlOut.OWN);
        xml.attribute("xsi:schemaLocation", SCHEMA).attribute(OWN_PREFIX + ":version", "1");
        nodeKeys.write(xml);
        edgeKeys.write(xml);
        startGraph("graph");
        nesting.each(new Writing());
        graph.eachEdge(this::write);
        xml.finish();
    }

    private void startGraph(String id) throws IOException {
        xml.startLine("graph").attribute("id", id).attribute("edgedefault", DIRECTED);
    }

    private void write(EdgeStatement edge) throws IOException {
        xml.startLine("edge").attribute("id", edge.edge().toString());
        xml.attribute("source", edge.from().toString());
        xml.attribute("target", edge.to().toString());
        Properties data = data(edge);
        if (data.size() < edge.properties().size()) {
            xml.attribute(DIRECTED, "false");
        }
        named(Keys.TYPE, edge.type());
        write(data, edgeKeys);
        xml.end();
    }

    /** The properties of an edge but for the one that GraphML has an attribute for. */
    private static Properties data(EdgeStatement edge) {
        Value directed = edge.properties().find(DIRECTED);
        if (directed == null || !directed.equals(Value.flag(false))) {
            return edge.properties();
        }
        var rest = edge.properties().toMap();
        rest.remove(DIRECTED);
        return Properties.of(rest);
    }

    private void write(Properties properties, Keys keys) throws IOException {
        for (int i = 0; i < properties.size(); i++) {
            Value value = properties.value(i);
            if (!value.isNull()) {
                data(keys.id(properties.key(i), value), TypedText.of(value));
            }
        }
    }

    private void named(String key, String text) throws IOException {
        if (!text.isEmpty()) {
            data(key, text);
        }
    }

    private void data(String key, String text) throws IOException {
        xml.start("data").attribute("key", key).text(text).end();
    }

    /** Writes what the nesting names. */
    private final class Writing implements Nesting.Visitor {
        @Override
        public void node(Id id) throws IOException {
            start(id);
            xml.end();
        }

        @Override
        public void enter(Id group) throws IOException {
            start(group);
            startGraph(group + ":");
        }

        @Override
        public void leave(Id group) throws IOException {
            xml.end().end();
        }

        private void start(Id id) throws IOException {
            NodeStatement node = graph.node(id);
            xml.startLine("node").attribute("id", id.toString());
            named(Keys.NAME, TypedText.name(node.name()));
            named(Keys.TYPES, Escapes.types(ShownGraph.types(node)));
            write(node.properties(), nodeKeys);
        }
    }
}
