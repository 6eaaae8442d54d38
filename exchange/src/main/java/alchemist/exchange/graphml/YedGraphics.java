package alchemist.exchange.graphml;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.graphfile.XmlIn;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import javax.xml.stream.XMLStreamConstants;

/**
 * What yEd's drawing of a node or edge states: its labels, where it stands, its shape and colour.
 * Of a group that is drawn in several ways, the one that is shown.
 */
final class YedGraphics {
    private final XmlIn xml;
    private final List<String> labels = new ArrayList<>();
    private final SortedMap<String, Value> properties;
    private int realizers = -1;
    private int active;
    private int seen;

    private YedGraphics(XmlIn xml, SortedMap<String, Value> properties) {
        this.xml = xml;
        this.properties = properties;
    }

    /** Reads the data that begins here; the labels in it that are not empty. */
    static List<String> read(XmlIn xml, SortedMap<String, Value> properties) throws ReadingFailed {
        YedGraphics graphics = new YedGraphics(xml, properties);
        graphics.read();
        return graphics.labels;
    }

    private void read() throws ReadingFailed {
        int inside = xml.depth();
        while (xml.depth() >= inside) {
            int event = xml.next();
            if (event == 0) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.depth() == realizers + 1 && seen++ != active) {
                    xml.skip();
                } else {
                    element();
                }
            }
        }
    }

    private void element() throws ReadingFailed {
        switch (xml.name()) {
            case "Realizers" -> {
                realizers = xml.depth();
                seen = 0;
                Value index = number("active");
                active = index instanceof Value.Int(long shown) ? (int) shown : 0;
            }
            case "NodeLabel", "EdgeLabel" -> {
                String text = xml.textInside().strip();
                if (!text.isEmpty()) {
                    labels.add(text);
                }
            }
            case "AttributeLabel" -> text("attributes");
            case "MethodLabel" -> text("methods");
            case "Geometry" -> position();
            case "Shape" -> add("style.shape", xml.attribute("type"));
            case "Fill" -> add("style.color", xml.attribute("color"));
            default -> {
                // how it is drawn, which the map does in its own way
            }
        }
    }

    private void text(String key) throws ReadingFailed {
        add(key, xml.textInside().strip());
    }

    private void add(String key, String text) {
        if (!text.isEmpty()) {
            properties.putIfAbsent(key, Value.text(text));
        }
    }

    private void position() {
        if (real("x") instanceof Value.Real(double x)
                && real("y") instanceof Value.Real(double y)
                && Double.isFinite(x)
                && Double.isFinite(y)) {
            properties.putIfAbsent("position", new Value.Point(7203, x, y, 0));
        }
    }

    private Value number(String attribute) {
        return orNull(alchemist.exchange.graphfile.TypedText.LONG, attribute);
    }

    private Value real(String attribute) {
        return orNull(alchemist.exchange.graphfile.TypedText.DOUBLE, attribute);
    }

    private Value orNull(String kind, String attribute) {
        Value value = alchemist.exchange.graphfile.TypedText.value(kind, xml.attribute(attribute));
        return value == null ? Value.NULL : value;
    }
}
