package alchemist.exchange.graphml;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.GraphCopy;
import alchemist.exchange.Stated;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a graph as it is shown as GraphML: groups as nested graphs, values by the types that
 * GraphML has ({@code boolean}, {@code long}, {@code double}, {@code string}). What it has no type
 * for, and properties that are of several types, stand as strings; lists, maps and times as JSON.
 *
 * @see <a href="http://graphml.graphdrawing.org/specification.html">The GraphML file format</a>
 */
public final class GraphMlExport {
    private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";
    private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String SCHEMA =
            NAMESPACE + " http://graphml.graphdrawing.org/xmlns/1.1/graphml.xsd";

    private final Stated graph;
    private final XMLStreamWriter xml;
    private final Keys nodeKeys = new Keys("node", "n");
    private final Keys edgeKeys = new Keys("edge", "e");
    private final Nesting nesting = new Nesting();
    private final List<Id> edges = new ArrayList<>();

    private GraphMlExport(Stated graph, XMLStreamWriter xml) {
        this.graph = graph;
        this.xml = xml;
    }

    /** Writes a graph. Holds the ids of its things and the names of their properties in memory. */
    public static void write(GraphCopy graph, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            new GraphMlExport(graph.shown(), xml).write();
            xml.close();
            out.flush();
        } catch (XMLStreamException e) {
            throw new IOException("GraphML could not be written: " + e.getMessage(), e);
        }
    }

    private void write() throws XMLStreamException {
        survey();
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("graphml");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeNamespace("xsi", SCHEMA_INSTANCE);
        xml.writeAttribute("xsi", SCHEMA_INSTANCE, "schemaLocation", SCHEMA);
        nodeKeys.write(xml);
        edgeKeys.write(xml);
        startGraph("graph");
        nesting.each(new Writing());
        for (Id id : edges) {
            EdgeStatement edge = graph.edge(id);
            if (edge != null) {
                write(edge);
            }
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    /** Finds out what there is, since keys stand before what they are for. */
    private void survey() {
        List<Id> nodes = new ArrayList<>();
        graph.eachNode(nodes::add);
        nodes.sort(Comparator.naturalOrder());
        for (Id id : nodes) {
            NodeStatement node = graph.node(id);
            if (node != null) {
                nesting.add(id, node.group(), node.formsGroup());
                nodeKeys.meet(node.properties());
            }
        }
        graph.eachEdge(edges::add);
        edges.sort(Comparator.naturalOrder());
        for (Id id : edges) {
            EdgeStatement edge = graph.edge(id);
            if (edge != null) {
                edgeKeys.meet(edge.properties());
            }
        }
    }

    private void startGraph(String id) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement("graph");
        xml.writeAttribute("id", id);
        xml.writeAttribute("edgedefault", "directed");
    }

    private void write(EdgeStatement edge) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement("edge");
        xml.writeAttribute("id", edge.edge().toString());
        xml.writeAttribute("source", edge.from().toString());
        xml.writeAttribute("target", edge.to().toString());
        data(Keys.TYPE, edge.type());
        write(edge.properties(), edgeKeys);
        xml.writeEndElement();
    }

    private void write(Properties properties, Keys keys) throws XMLStreamException {
        for (int i = 0; i < properties.size(); i++) {
            data(keys.id(properties.key(i)), XmlText.of(properties.value(i)));
        }
    }

    private void data(String key, String text) throws XMLStreamException {
        if (!text.isEmpty()) {
            xml.writeStartElement("data");
            xml.writeAttribute("key", key);
            xml.writeCharacters(XmlText.wellFormed(text));
            xml.writeEndElement();
        }
    }

    /** Writes what the nesting names. */
    private final class Writing implements Nesting.Visitor {
        @Override
        public void node(Id id) throws XMLStreamException {
            start(id);
            xml.writeEndElement();
        }

        @Override
        public void enter(Id group) throws XMLStreamException {
            start(group);
            startGraph(group + ":");
        }

        @Override
        public void leave(Id group) throws XMLStreamException {
            xml.writeEndElement();
            xml.writeEndElement();
        }

        private void start(Id id) throws XMLStreamException {
            @Nullable NodeStatement node = graph.node(id);
            xml.writeCharacters("\n");
            xml.writeStartElement("node");
            xml.writeAttribute("id", id.toString());
            if (node != null) {
                data(Keys.NAME, XmlText.name(node.name()));
                data(Keys.TYPES, String.join(";", node.types().stream().sorted().toList()));
                write(node.properties(), nodeKeys);
            }
        }
    }
}
