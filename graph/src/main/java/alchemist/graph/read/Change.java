package alchemist.graph.read;

import alchemist.kernel.Id;
import alchemist.kernel.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thing that differs between two moments. What is gone is told as it was.
 *
 * @param kind what became of it
 * @param isEdge it is an edge
 * @param name of the node; of an edge, its relation
 * @param types of the node, as they are shown; of an edge, its relation
 * @param path where the file is that it stands in, or that says so; empty where it is in none
 * @param from what an edge leaves; null of a node
 * @param to what an edge enters; null of a node
 * @param fields what differs, where it was and is there
 */
public record Change(
        Kind kind,
        Id thing,
        boolean isEdge,
        Display name,
        List<String> types,
        String path,
        @Nullable NodeSummary from,
        @Nullable NodeSummary to,
        List<Field> fields) {
    /** What became of it. */
    public enum Kind {
        /** It was not there. */
        ADDED("added"),
        /** It was and is there, and something shown of it differs. */
        CHANGED("changed"),
        /** It is not there any more. */
        REMOVED("removed");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** How the API says it. */
        public String text() {
            return text;
        }
    }

    /**
     * Something that is shown of it and differs.
     *
     * @param what name, type, group or property
     * @param key of the property; the type; else empty
     * @param before null where it was not there
     * @param after null where it is not there
     */
    public record Field(String what, String key, Value before, Value after) {}

    /** Its first type, or relation; may be empty. */
    public String type() {
        return types.isEmpty() ? "" : types.getFirst();
    }
}
