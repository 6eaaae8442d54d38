package alchemist.domain.graph;

import alchemist.domain.graph.GraphEvent.NodesKeptApart;
import alchemist.domain.graph.GraphEvent.NodesMerged;
import alchemist.domain.graph.GraphEvent.NodesReconsidered;
import alchemist.domain.graph.GraphEvent.NodesUnmerged;
import alchemist.kernel.Id;
import org.jspecify.annotations.Nullable;

/** The inverse of what was said of the sameness of nodes; null where somebody touched it since. */
final class SamenessUndo {
    private static final int NONE = -1;

    private SamenessUndo() {}

    /** Where the merge that counts since a position still stands. */
    static @Nullable GraphEvent of(NodesMerged e, long since, GraphState state) {
        int absorbed = state.find(e.absorbed());
        return absorbed == NONE || state.things.mergedAt(absorbed) != since
                ? null
                : new NodesUnmerged(e.survivor(), e.absorbed(), e.source(), since);
    }

    /** Adds it to what the same undo merges. */
    static @Nullable GraphEvent of(NodesUnmerged e, Sameness.Together together, GraphState state) {
        int absorbed = state.find(e.absorbed());
        int survivor = state.find(e.survivor());
        if (absorbed == NONE
                || survivor == NONE
                || together.shownAs(absorbed) != absorbed
                || together.shownAs(survivor) == absorbed
                || together.areApart(together.shownAs(survivor), absorbed)) {
            return null;
        }
        together.join(survivor, absorbed);
        return new NodesMerged(e.survivor(), e.absorbed(), e.source(), e.previousSince());
    }

    static @Nullable GraphEvent of(NodesKeptApart e, GraphState state) {
        return stands(e.one(), e.other(), true, state)
                ? new NodesReconsidered(e.one(), e.other(), e.source())
                : null;
    }

    static @Nullable GraphEvent of(NodesReconsidered e, GraphState state) {
        return stands(e.one(), e.other(), false, state)
                ? new NodesKeptApart(e.one(), e.other(), e.source())
                : null;
    }

    /** Whether two nodes are still kept apart, or not, and nobody has merged them. */
    private static boolean stands(Id one, Id other, boolean apart, GraphState state) {
        int a = state.find(one);
        int b = state.find(other);
        return a != NONE
                && b != NONE
                && state.separations.has(a, b) == apart
                && state.things.shownAs(a) != state.things.shownAs(b);
    }
}
