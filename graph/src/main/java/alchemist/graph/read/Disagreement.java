package alchemist.graph.read;

import alchemist.kernel.Id;
import java.util.List;

/**
 * A field of a thing on which two or more differ.
 *
 * @param thing the node or edge
 * @param isEdge it is an edge
 * @param name of the node; of an edge, its relation
 * @param kind existence, name, group, type or property
 * @param key the type or property; else empty
 * @param statements all, the shown one first
 */
public record Disagreement(
        Id thing,
        boolean isEdge,
        Display name,
        String kind,
        String key,
        List<StatementRead> statements) {}
