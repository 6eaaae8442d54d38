package alchemist.exchange.graphml;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.graphfile.FileGraph;
import alchemist.exchange.graphfile.TypedText;
import alchemist.exchange.graphfile.XmlIn;
import alchemist.kernel.value.Value;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code <key>} declares.
 *
 * @param domain node, edge, graph, graphml, port, or all
 * @param name what the property is called
 * @param kind of its values, as {@link TypedText} calls them
 * @param byDefault what holds where nothing is said, or null
 * @param drawing what of a drawing it holds, where yEd wrote it; else empty
 */
record GraphMlKey(
        String domain, String name, String kind, @Nullable Value byDefault, String drawing) {

    /** Reads the key that begins here, and passes over it. */
    static GraphMlKey read(XmlIn xml, FileGraph graph) throws ReadingFailed {
        String id = xml.need("id");
        String named = xml.attribute("attr.name");
        String domain = xml.attribute("for");
        String drawing = xml.attribute("yfiles.type");
        String own = xml.own("kind");
        String type = xml.attribute("attr.type").toLowerCase(Locale.ROOT);
        String kind =
                switch (type) {
                    case "boolean" -> TypedText.BOOLEAN;
                    case "int", "integer", "long", "short", "byte" -> TypedText.LONG;
                    case "float", "double" -> TypedText.DOUBLE;
                    case "string", "" -> TypedText.STRING;
                    default -> {
                        graph.warn(
                                "key '" + id + "'",
                                "has the type '" + type + "', which is not known: read as text");
                        yield TypedText.STRING;
                    }
                };
        if (TypedText.isKind(own)) {
            kind = own;
        }
        String name = named.isEmpty() ? id : named;
        Value byDefault = byDefault(xml, name, kind, graph);
        return new GraphMlKey(domain.isEmpty() ? "all" : domain, name, kind, byDefault, drawing);
    }

    boolean isFor(String what) {
        return domain.equals(what) || domain.equals("all");
    }

    /** A text as a value of the kind; as a text, with a warning, where it is none. */
    Value value(String text, XmlIn xml, FileGraph graph) {
        return value(text, name, kind, xml, graph);
    }

    private static Value value(String text, String name, String kind, XmlIn xml, FileGraph graph) {
        Value value = TypedText.value(kind, text);
        if (value == null) {
            graph.warn(xml.here(), "'" + name + "' is no " + kind + " here: read as text");
            return Value.text(text);
        }
        return value;
    }

    private static @Nullable Value byDefault(XmlIn xml, String name, String kind, FileGraph graph)
            throws ReadingFailed {
        Value value = null;
        int inside = xml.depth();
        while (xml.depth() >= inside) {
            int event = xml.next();
            if (event == 0) {
                break;
            }
            if (event == javax.xml.stream.XMLStreamConstants.START_ELEMENT) {
                if (xml.name().equals("default")) {
                    value = value(xml.textInside(), name, kind, xml, graph);
                } else {
                    xml.skip(); // desc
                }
            }
        }
        return value;
    }
}
