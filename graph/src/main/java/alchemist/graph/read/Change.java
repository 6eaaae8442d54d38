package alchemist.graph.read;

import alchemist.kernel.Id;

/**
 * A thing that differs between two moments.
 *
 * @param kind what became of it
 * @param isEdge it is an edge
 * @param name of the node; of an edge, its relation; as it was where it is gone
 */
public record Change(Kind kind, Id thing, boolean isEdge, Display name) {
    /** What became of it. */
    public enum Kind {
        /** It was not there. */
        ADDED,
        /** It is not there any more. */
        REMOVED,
        /** It was and is there, and something shown of it differs. */
        CHANGED
    }
}
