package alchemist.graph.same;

import java.util.ArrayList;
import java.util.List;

/** What a rule proposes of nodes that have a clue in common. */
final class Proposals {
    private final Kind kind;
    private final SeenGraph graph;
    private final List<Proposal> all = new ArrayList<>();

    Proposals(Kind kind, SeenGraph graph) {
        this.kind = kind;
        this.graph = graph;
    }

    /**
     * Proposes that two nodes are the same thing, unless somebody said that they are not, or they
     * have to do with each other: nothing has to do with itself.
     *
     * @param survivor the one that would stay, if not only the other one is a group
     */
    void add(Look survivor, Look absorbed, int score, String reason, List<String> evidence) {
        int one = survivor.node();
        int other = absorbed.node();
        if (one == other || graph.areApart(one, other) || graph.areRelated(one, other)) {
            return;
        }
        boolean turned = absorbed.isGroup() && !survivor.isGroup();
        all.add(
                new Proposal(
                        turned ? absorbed : survivor,
                        turned ? survivor : absorbed,
                        kind,
                        score,
                        reason,
                        List.copyOf(evidence)));
    }

    List<Proposal> all() {
        return all;
    }
}
