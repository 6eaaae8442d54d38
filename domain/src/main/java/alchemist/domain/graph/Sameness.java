package alchemist.domain.graph;

import static alchemist.kernel.Decision.accept;
import static alchemist.kernel.Decision.reject;
import static alchemist.kernel.Decision.unchanged;

import alchemist.domain.graph.GraphCommand.KeepNodesApart;
import alchemist.domain.graph.GraphCommand.MergeNodes;
import alchemist.domain.graph.GraphCommand.MergePairs;
import alchemist.domain.graph.GraphCommand.ReconsiderNodes;
import alchemist.domain.graph.GraphCommand.UnmergeNodes;
import alchemist.domain.graph.GraphEvent.NodesKeptApart;
import alchemist.domain.graph.GraphEvent.NodesMerged;
import alchemist.domain.graph.GraphEvent.NodesReconsidered;
import alchemist.domain.graph.GraphEvent.NodesUnmerged;
import alchemist.kernel.Decision;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Decides which nodes are the same thing, and which are not. */
final class Sameness {
    /** How many pairs one command may be about. */
    static final int MAX_PAIRS = 1000;

    private static final int NONE = -1;
    private static final String APART =
            "somebody said that the nodes are not the same thing; take that back first";

    private static final String LOSES =
            "a group is merged into another group only, or what is in it would be in none; merge"
                    + " them the other way round";

    private Sameness() {}

    static Decision<NodesMerged> merge(MergeNodes c, Id actor, GraphState state) {
        if (c.survivor().equals(c.absorbed())) {
            return reject("same-node", "a node cannot be merged with itself");
        }
        if (!state.isLive(c.survivor()) || !state.isLive(c.absorbed())) {
            return reject("node-not-live", "both nodes must be there; add or restore them first");
        }
        Things things = state.things;
        int survivor = state.find(c.survivor());
        int absorbed = state.find(c.absorbed());
        if (things.mergedInto(absorbed) == survivor) {
            return unchanged();
        }
        if (things.mergedInto(absorbed) != NONE) {
            return reject(
                    "already-merged", "the node is merged already; take that merge apart first");
        }
        if (things.shownAs(survivor) == absorbed) {
            return reject("already-merged", "the nodes are merged already, the other way round");
        }
        if (things.mergedInto(survivor) != NONE) {
            return reject(
                    "survivor-merged",
                    "the node that should stay is merged itself; merge into that one");
        }
        if (areApart(survivor, absorbed, state)) {
            return reject("kept-apart", APART);
        }
        if (losesMembers(survivor, absorbed, state)) {
            return reject("group-into-node", LOSES);
        }
        return accept(new NodesMerged(c.survivor(), c.absorbed(), actor, 0));
    }

    static Decision<NodesUnmerged> unmerge(UnmergeNodes c, Id actor, GraphState state) {
        int absorbed = state.find(c.absorbed());
        if (absorbed == NONE || state.things.mergedInto(absorbed) == NONE) {
            return reject("not-merged", "the node is not merged");
        }
        Id survivor = state.things.id(state.things.mergedInto(absorbed));
        return accept(
                new NodesUnmerged(survivor, c.absorbed(), actor, state.things.mergedAt(absorbed)));
    }

    /** Pairs may share nodes: who is merged already counts as what it is shown as. */
    static Decision<NodesMerged> mergePairs(MergePairs c, Id actor, GraphState state) {
        String flaw = flaw(c.survivors(), c.absorbed());
        if (!flaw.isEmpty()) {
            return reject("malformed", flaw);
        }
        Together together = new Together(state);
        List<NodesMerged> events = new ArrayList<>();
        for (int i = 0; i < c.survivors().size(); i++) {
            Id one = c.survivors().get(i);
            Id other = c.absorbed().get(i);
            if (!state.isLive(one) || !state.isLive(other)) {
                return reject("node-not-live", "pair " + (i + 1) + ": both nodes must be there");
            }
            int survivor = together.shownAs(state.find(one));
            int absorbed = together.shownAs(state.find(other));
            if (survivor != absorbed) {
                if (together.areApart(survivor, absorbed)) {
                    return reject("kept-apart", "pair " + (i + 1) + ": " + APART);
                }
                if (losesMembers(survivor, absorbed, state)) {
                    return reject("group-into-node", "pair " + (i + 1) + ": " + LOSES);
                }
                together.join(survivor, absorbed);
                Things things = state.things;
                events.add(new NodesMerged(things.id(survivor), things.id(absorbed), actor, 0));
            }
        }
        return accept(events);
    }

    static Decision<NodesKeptApart> keepApart(KeepNodesApart c, Id actor, GraphState state) {
        String flaw = flaw(c.ones(), c.others());
        if (!flaw.isEmpty()) {
            return reject("malformed", flaw);
        }
        List<NodesKeptApart> events = new ArrayList<>();
        Separations told = new Separations();
        for (int i = 0; i < c.ones().size(); i++) {
            Id one = c.ones().get(i);
            Id other = c.others().get(i);
            if (!state.isLive(one) || !state.isLive(other)) {
                return reject("node-not-live", "pair " + (i + 1) + ": both nodes must be there");
            }
            int a = state.find(one);
            int b = state.find(other);
            if (state.things.shownAs(a) == state.things.shownAs(b)) {
                return reject(
                        "already-merged",
                        "pair " + (i + 1) + ": the nodes are merged; take the merge apart first");
            }
            if (!state.separations.has(a, b) && told.add(a, b)) {
                events.add(new NodesKeptApart(one, other, actor));
            }
        }
        return accept(events);
    }

    static Decision<NodesReconsidered> reconsider(ReconsiderNodes c, Id actor, GraphState state) {
        String flaw = flaw(c.ones(), c.others());
        if (!flaw.isEmpty()) {
            return reject("malformed", flaw);
        }
        List<NodesReconsidered> events = new ArrayList<>();
        Separations told = new Separations();
        for (int i = 0; i < c.ones().size(); i++) {
            int a = state.find(c.ones().get(i));
            int b = state.find(c.others().get(i));
            if (a != NONE && b != NONE && state.separations.has(a, b) && told.add(a, b)) {
                events.add(new NodesReconsidered(c.ones().get(i), c.others().get(i), actor));
            }
        }
        return accept(events);
    }

    /** Whether of what is shown as two nodes any parts are kept apart. */
    static boolean areApart(int one, int other, GraphState state) {
        Together together = new Together(state);
        return together.areApart(together.shownAs(one), together.shownAs(other));
    }

    private static boolean losesMembers(int survivor, int absorbed, GraphState state) {
        return state.things.kind(absorbed) == Things.Kind.GROUP
                && state.things.kind(survivor) != Things.Kind.GROUP;
    }

    private static String flaw(List<Id> ones, List<Id> others) {
        if (ones.size() != others.size()) {
            return "both lists name one node of each pair: they are of the same length";
        }
        if (ones.size() > MAX_PAIRS) {
            return "a command is about at most " + MAX_PAIRS + " pairs; send several";
        }
        for (int i = 0; i < ones.size(); i++) {
            if (ones.get(i).equals(others.get(i))) {
                return "pair " + (i + 1) + " is one node";
            }
        }
        return "";
    }

    /** What is shown as one, with what a command has decided so far. */
    static final class Together {
        private final GraphState state;
        private final Map<Integer, Integer> joined = new TreeMap<>();

        Together(GraphState state) {
            this.state = state;
        }

        int shownAs(int node) {
            int shown = state.things.shownAs(node);
            for (Integer next = joined.get(shown); next != null; next = joined.get(shown)) {
                shown = state.things.shownAs(next);
            }
            return shown;
        }

        void join(int survivor, int absorbed) {
            joined.put(absorbed, survivor);
        }

        /** Whether of two that are shown for themselves any parts are kept apart. */
        boolean areApart(int one, int other) {
            return state.separations.any(
                    (a, b) -> {
                        int first = shownAs(a);
                        int second = shownAs(b);
                        return (first == one && second == other)
                                || (first == other && second == one);
                    });
        }
    }
}
