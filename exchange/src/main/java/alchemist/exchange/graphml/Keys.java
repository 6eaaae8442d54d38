package alchemist.exchange.graphml;

import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The properties of nodes, or of edges, and the type that each has wherever it stands. */
final class Keys {
    static final String NAME = "name";
    static final String TYPES = "types";
    static final String TYPE = "type";

    private final String domain;
    private final String prefix;
    private final TreeMap<String, String> types = new TreeMap<>();
    private final TreeMap<String, String> ids = new TreeMap<>();

    Keys(String domain, String prefix) {
        this.domain = domain;
        this.prefix = prefix;
    }

    /** Takes in the properties of a thing. */
    void meet(Properties properties) {
        for (int i = 0; i < properties.size(); i++) {
            types.merge(properties.key(i), type(properties.value(i)), Keys::common);
        }
    }

    /** The id of a key; after {@link #write}. */
    String id(String key) {
        return ids.getOrDefault(key, key);
    }

    void write(XMLStreamWriter xml) throws XMLStreamException {
        if (domain.equals("node")) {
            key(NAME, NAME, "string", xml);
            key(TYPES, TYPES, "string", xml);
        } else {
            key(TYPE, TYPE, "string", xml);
        }
        int number = 0;
        for (var entry : types.entrySet()) {
            String id = prefix + number++;
            ids.put(entry.getKey(), id);
            key(id, entry.getKey(), entry.getValue(), xml);
        }
    }

    private void key(String id, String name, String type, XMLStreamWriter xml)
            throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeEmptyElement("key");
        xml.writeAttribute("id", id);
        xml.writeAttribute("for", domain);
        xml.writeAttribute("attr.name", XmlText.wellFormed(name));
        xml.writeAttribute("attr.type", type);
    }

    private static String type(Value value) {
        return switch (value) {
            case Value.Bool _ -> "boolean";
            case Value.Int _ -> "long";
            case Value.Real _ -> "double";
            default -> "string";
        };
    }

    private static String common(String one, String other) {
        return one.equals(other) ? one : "string";
    }
}
