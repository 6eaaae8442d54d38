package alchemist.exchange.arrows;

import alchemist.exchange.ReadingFailed;
import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.MalformedJson;
import alchemist.kernel.value.Value;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A diagram as its file holds it.
 *
 * <p>The file is an object with {@code nodes} and {@code relationships}; in files that arrows.app
 * keeps for itself this object is the field {@code graph} of another, beside {@code gangs}, its
 * clusters of nodes.
 *
 * @param unknown fields that this program does not know, as paths such as {@code nodes[].shape}
 */
record ArrowsDiagram(
        List<Node> nodes, List<Relationship> relationships, List<Gang> gangs, Set<String> unknown) {

    /**
     * A node.
     *
     * @param index its place in the file's list
     * @param position null where it has none
     */
    record Node(
            int index,
            String id,
            String caption,
            List<String> labels,
            Value.@Nullable Point position,
            SortedMap<String, Value> properties,
            SortedMap<String, Value> style) {}

    /** A relationship; its type may be empty. */
    record Relationship(
            int index,
            String id,
            String fromId,
            String toId,
            String type,
            SortedMap<String, Value> properties,
            SortedMap<String, Value> style) {}

    /** A cluster: nodes that are shown together. */
    record Gang(int index, String id, String caption, List<String> members) {}

    /**
     * Reads a file's bytes.
     *
     * @throws ReadingFailed when they are no diagram; the message names the list and the index
     */
    static ArrowsDiagram parse(byte[] bytes, String where) throws ReadingFailed {
        try {
            return new ArrowsParser().parse(open(bytes));
        } catch (MalformedJson e) {
            throw new ReadingFailed(where + " is no diagram of arrows.app: " + e.getMessage(), e);
        }
    }

    /** Begins to read bytes, behind a byte order mark where they have one. */
    static JsonReader open(byte[] bytes) {
        boolean marked =
                bytes.length >= 3
                        && bytes[0] == (byte) 0xEF
                        && bytes[1] == (byte) 0xBB
                        && bytes[2] == (byte) 0xBF;
        return marked ? new JsonReader(bytes, 3, bytes.length - 3) : new JsonReader(bytes);
    }
}
