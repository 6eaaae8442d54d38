package alchemist.graph.same;

import alchemist.graph.read.NodeSummary;
import alchemist.kernel.Id;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The graph at a moment, by number of thing from 0, as who looks for what is the same sees it. */
public interface SeenGraph {
    /** The position that it is seen at. */
    long position();

    /** How many things there are, edges among them. */
    int things();

    /** A node that is visible and stands for itself; null for all else. */
    @Nullable Look look(int thing);

    /** A node as people are told of it; empty where it is not shown. */
    Optional<NodeSummary> summary(Id node);

    /** Whether an edge connects two nodes, or one of them is in the other. */
    boolean areRelated(int one, int other);

    /** Whether somebody said that two nodes are not the same thing. */
    boolean areApart(int one, int other);

    /** The names of what edges of a relation lead to from a node. */
    List<String> namesBehind(int node, String relation);

    /**
     * The numbers of nodes of which something may be otherwise than at an earlier moment of the
     * same graph, by rising number; null: all.
     */
    int @Nullable [] touchedSince(SeenGraph earlier);
}
