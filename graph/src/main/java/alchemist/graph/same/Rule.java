package alchemist.graph.same;

import java.util.List;
import java.util.function.Consumer;

/**
 * One way to tell that nodes are the same thing: what has a clue in common is looked at together,
 * and nothing else is.
 */
interface Rule {
    /** Names the clues of a node. */
    void clues(Look look, Consumer<String> clues);

    /**
     * Proposes pairs among all that have a clue in common, of which there are two or more.
     *
     * @param alike by rising number
     */
    void propose(String clue, List<Look> alike, SeenGraph graph, Proposals proposals);
}
