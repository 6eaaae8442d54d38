package alchemist.exchange.mermaid;

import alchemist.kernel.value.Value;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An arrow or line between two things of a diagram.
 *
 * @param from the id of a node or group
 * @param to the id of a node or group
 * @param relation what it says, never empty
 * @param line where it stands, from 1
 */
public record Link(
        String from, String to, String relation, SortedMap<String, Value> properties, int line) {
    /** Copies the properties. */
    public Link {
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
    }
}
