package alchemist.exchange.graphml;

import alchemist.exchange.graphfile.TypedText;
import alchemist.exchange.graphfile.XmlOut;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.util.TreeMap;

/** The properties of nodes, or of edges: a key for each name and kind that it stands with. */
final class Keys {
    static final String NAME = "name";
    static final String TYPES = "types";
    static final String TYPE = "type";

    private final String domain;
    private final String prefix;

    /** The key's id by name, NUL and kind. */
    private final TreeMap<String, String> ids = new TreeMap<>();

    Keys(String domain, String prefix) {
        this.domain = domain;
        this.prefix = prefix;
    }

    /** Takes in the properties of a thing. */
    void meet(Properties properties) {
        for (int i = 0; i < properties.size(); i++) {
            ids.put(known(properties.key(i), properties.value(i)), "");
        }
    }

    /** The id of the key for a value; after {@link #write}. */
    String id(String name, Value value) {
        return ids.getOrDefault(known(name, value), name);
    }

    void write(XmlOut xml) throws IOException {
        if (domain.equals("node")) {
            key(NAME, NAME, TypedText.STRING, xml);
            key(TYPES, TYPES, TypedText.STRING, xml);
        } else {
            key(TYPE, TYPE, TypedText.STRING, xml);
        }
        int number = 0;
        for (var entry : ids.entrySet()) {
            String id = prefix + number++;
            entry.setValue(id);
            int split = entry.getKey().lastIndexOf('\0');
            key(id, entry.getKey().substring(0, split), entry.getKey().substring(split + 1), xml);
        }
    }

    private void key(String id, String name, String kind, XmlOut xml) throws IOException {
        xml.startLine("key").attribute("id", id).attribute("for", domain);
        xml.attribute("attr.name", name);
        switch (kind) {
            case TypedText.BOOLEAN, TypedText.LONG, TypedText.DOUBLE, TypedText.STRING ->
                    xml.attribute("attr.type", kind);
            default ->
                    xml.attribute("attr.type", TypedText.STRING)
                            .attribute(GraphMlExport.OWN_PREFIX + ":kind", kind);
        }
        xml.end();
    }

    private static String known(String name, Value value) {
        return name + "\0" + TypedText.kind(value);
    }
}
