package alchemist.graph.read;

import java.util.List;

/**
 * A part of a list of nodes and groups.
 *
 * @param items the part
 * @param cursor what to ask with for the next part; empty when this is the last
 * @param by what they have to do with the name that was asked for, if one was
 */
public record NodePage(List<NodeSummary> items, String cursor, By by) {
    /** By what nodes were found. */
    public enum By {
        /** They are called so. */
        NAME,
        /** No name is as asked for; these have all its words in their descriptions or names. */
        DESCRIPTION,
        /** Nor is anything described so; the names of these are spelt nearly so. */
        SPELLING
    }
}
