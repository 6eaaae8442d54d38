package alchemist.graph.same;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The graph at a moment, by number of thing from 0, as who looks for what is the same sees it. */
public interface SeenGraph {
    /** How many things there are, edges among them. */
    int things();

    /** A node that is visible and stands for itself; null for all else. */
    @Nullable Look look(int thing);

    /** Whether an edge connects two nodes, or one of them is in the other. */
    boolean areRelated(int one, int other);

    /** Whether somebody said that two nodes are not the same thing. */
    boolean areApart(int one, int other);

    /** The names of what edges of a relation lead to from a node. */
    List<String> namesBehind(int node, String relation);
}
