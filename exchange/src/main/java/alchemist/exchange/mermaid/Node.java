package alchemist.exchange.mermaid;

import alchemist.kernel.value.Value;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something that a diagram draws.
 *
 * @param id what the diagram calls it; unique among its nodes and groups
 * @param label what is written on it, on one line
 * @param type what it is, such as {@code Step}, {@code Class} or {@code Participant}
 * @param group the id of the group it lies in; empty where it lies in none
 * @param line where it is first spoken of, from 1
 */
public record Node(
        String id,
        String label,
        String type,
        String group,
        SortedMap<String, Value> properties,
        int line) {
    /** Copies the properties. */
    public Node {
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
    }
}
