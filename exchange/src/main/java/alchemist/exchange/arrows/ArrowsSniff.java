package alchemist.exchange.arrows;

import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.MalformedJson;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Tells diagrams from other JSON. */
final class ArrowsSniff {
    private ArrowsSniff() {}

    /** Whether this is a diagram, perhaps one that is damaged. */
    static boolean isDiagram(byte[] bytes) {
        if (!contains(bytes, "\"nodes\"")) {
            return false;
        }
        try {
            JsonReader json = ArrowsDiagram.open(bytes);
            return json.peek() == JsonReader.Kind.OBJECT && holdsGraph(json);
        } catch (MalformedJson e) {
            return contains(bytes, "\"caption\"") && contains(bytes, "\"position\"");
        }
    }

    /** Whether the object that comes next has nodes and relationships, or a graph that has. */
    private static boolean holdsGraph(JsonReader json) {
        boolean nodes = false;
        boolean relationships = false;
        boolean graph = false;
        json.object();
        for (@Nullable String name = json.nextName(); name != null; name = json.nextName()) {
            boolean array = json.peek() == JsonReader.Kind.ARRAY;
            if (name.equals("graph") && json.peek() == JsonReader.Kind.OBJECT) {
                graph = holdsGraph(json);
            } else {
                nodes |= array && name.equals("nodes");
                relationships |= array && name.equals("relationships");
                json.skip();
            }
        }
        return graph || (nodes && relationships);
    }

    private static boolean contains(byte[] bytes, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i <= bytes.length - wanted.length; i++) {
            if (bytes[i] == '"'
                    && java.util.Arrays.equals(
                            bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
