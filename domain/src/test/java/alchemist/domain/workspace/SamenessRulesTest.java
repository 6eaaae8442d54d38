package alchemist.domain.workspace;

import static alchemist.domain.workspace.Story.ANN;
import static alchemist.domain.workspace.Story.BOB;

import alchemist.domain.graph.GraphCommand.AddNode;
import alchemist.domain.graph.GraphCommand.FormGroup;
import alchemist.domain.graph.GraphCommand.KeepNodesApart;
import alchemist.domain.graph.GraphCommand.MergeNodes;
import alchemist.domain.graph.GraphCommand.MergePairs;
import alchemist.domain.graph.GraphCommand.ReconsiderNodes;
import alchemist.domain.graph.GraphCommand.RenameNode;
import alchemist.domain.graph.GraphCommand.UnmergeNodes;
import alchemist.domain.graph.GraphEvent.NodesKeptApart;
import alchemist.domain.graph.GraphEvent.NodesMerged;
import alchemist.domain.graph.GraphEvent.NodesReconsidered;
import alchemist.domain.graph.GraphEvent.NodesUnmerged;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people may say of which nodes are the same thing. */
class SamenessRulesTest {
    private static final Id ONE = Id.of("node", "one");
    private static final Id TWO = Id.of("node", "two");
    private static final Id THREE = Id.of("node", "three");
    private static final Id NOBODY = Id.of("node", "nobody");

    private static Story three() {
        return new Story().given(ANN, add(ONE), add(TWO), add(THREE));
    }

    private static AddNode add(Id node) {
        return new AddNode(node, Value.text("a node"), List.of(), Properties.NONE, Id.NONE);
    }

    private static KeepNodesApart apart(Id one, Id other) {
        return new KeepNodesApart(List.of(one), List.of(other));
    }

    private static ReconsiderNodes reconsider(Id one, Id other) {
        return new ReconsiderNodes(List.of(one), List.of(other));
    }

    private static MergePairs pair(Id survivor, Id absorbed) {
        return new MergePairs(List.of(survivor), List.of(absorbed));
    }

    @Test
    void pairsThatShareNodesAreMergedIntoOne() {
        three().when(ANN, new MergePairs(List.of(ONE, TWO, ONE), List.of(TWO, THREE, THREE)))
                .thenAccepted(
                        new NodesMerged(ONE, TWO, ANN, 0), new NodesMerged(ONE, THREE, ANN, 0));
        Story merged = three().given(ANN, new MergeNodes(ONE, TWO));
        merged.when(ANN, pair(TWO, THREE)).thenAccepted(new NodesMerged(ONE, THREE, ANN, 0));
        merged.when(ANN, pair(TWO, ONE)).thenUnchanged();
    }

    @Test
    void allPairsAreMergedOrNone() {
        MergePairs withNobody = new MergePairs(List.of(ONE, ONE), List.of(TWO, NOBODY));
        three().when(ANN, withNobody).thenRejected("node-not-live");
        Story kept = three().given(BOB, apart(TWO, THREE));
        kept.when(ANN, new MergePairs(List.of(ONE, ONE), List.of(TWO, THREE)))
                .thenRejected("kept-apart");
    }

    @Test
    void manyMergesAreTakenBackAtOnce() {
        MergePairs all = new MergePairs(List.of(ONE, ONE), List.of(TWO, THREE));
        three().given(ANN, all)
                .whenUndone(ANN, all)
                .thenAccepted(
                        new NodesUnmerged(ONE, THREE, ANN, 5), new NodesUnmerged(ONE, TWO, ANN, 4));
    }

    /** It counts from where it counted: else what was done before would be touched since. */
    @Test
    void aMergeThatIsUndoneIntoBeingCountsFromWhereItCounted() {
        UnmergeNodes apart = new UnmergeNodes(TWO);
        RenameNode between = new RenameNode(ONE, Value.text("one"));
        three().given(ANN, new MergeNodes(ONE, TWO), between, apart)
                .whenUndone(ANN, apart)
                .thenAccepted(new NodesMerged(ONE, TWO, ANN, 4));
    }

    @Test
    void whatIsKeptApartIsNotMerged() {
        Story story = three();
        story.when(ANN, apart(ONE, TWO)).thenAccepted(new NodesKeptApart(ONE, TWO, ANN));
        story.given(ANN, apart(ONE, TWO));
        story.when(BOB, apart(TWO, ONE)).thenUnchanged();
        story.when(BOB, new MergeNodes(TWO, ONE)).thenRejected("kept-apart");
        story.given(BOB, new MergeNodes(TWO, THREE));
        story.when(BOB, new MergeNodes(ONE, TWO)).thenRejected("kept-apart");
        story.when(BOB, new MergeNodes(ONE, THREE)).thenRejected("already-merged");
        story.when(BOB, pair(ONE, THREE)).thenRejected("kept-apart");
    }

    @Test
    void whatIsMergedIsNotKeptApart() {
        three().given(ANN, new MergeNodes(ONE, TWO))
                .when(ANN, apart(ONE, TWO))
                .thenRejected("already-merged");
        three().when(ANN, apart(ONE, NOBODY)).thenRejected("node-not-live");
    }

    @Test
    void whatIsReconsideredMayBeMerged() {
        Story story = three().given(ANN, apart(ONE, TWO));
        story.when(BOB, reconsider(TWO, ONE)).thenAccepted(new NodesReconsidered(TWO, ONE, BOB));
        story.when(BOB, reconsider(TWO, THREE)).thenUnchanged();
        story.when(BOB, reconsider(TWO, NOBODY)).thenUnchanged();
        story.given(BOB, reconsider(TWO, ONE), new MergeNodes(ONE, TWO));
    }

    @Test
    void aDecisionIsTakenBackWhileItStands() {
        Story story = three().given(ANN, apart(ONE, TWO));
        story.whenUndone(ANN, apart(ONE, TWO)).thenAccepted(new NodesReconsidered(ONE, TWO, ANN));
        story.given(BOB, reconsider(ONE, TWO));
        story.whenUndone(ANN, apart(ONE, TWO)).thenRejected("touched-since");
        story.whenUndone(BOB, reconsider(ONE, TWO)).thenAccepted(new NodesKeptApart(ONE, TWO, BOB));
        story.given(BOB, new MergeNodes(ONE, TWO));
        story.whenUndone(BOB, reconsider(ONE, TWO)).thenRejected("touched-since");
    }

    @Test
    void aMergeThatWasTakenApartComesNotBackOverThoseWhoAreKeptApart() {
        three().given(ANN, new MergeNodes(ONE, TWO), new UnmergeNodes(TWO))
                .given(BOB, apart(ONE, TWO))
                .whenUndone(ANN, new UnmergeNodes(TWO))
                .thenRejected("touched-since");
    }

    @Test
    void aGroupIsMergedIntoAGroupOnly() {
        Id outer = Id.of("group", "outer");
        Id inner = Id.of("group", "inner");
        Story story =
                three().given(
                                ANN,
                                new FormGroup(outer, Value.text("g"), List.of(ONE), Id.NONE),
                                new FormGroup(inner, Value.text("g"), List.of(), outer));
        story.when(ANN, new MergeNodes(TWO, outer)).thenRejected("group-into-node");
        story.when(ANN, pair(TWO, outer)).thenRejected("group-into-node");
        story.when(ANN, new MergeNodes(outer, TWO))
                .thenAccepted(new NodesMerged(outer, TWO, ANN, 0));
        story.when(ANN, pair(inner, outer)).thenAccepted(new NodesMerged(inner, outer, ANN, 0));
    }

    @Test
    void pairsAreTwoNodesEachAndNotTooMany() {
        Story story = three();
        story.when(ANN, pair(ONE, ONE)).thenRejected("malformed");
        story.when(ANN, apart(ONE, ONE)).thenRejected("malformed");
        story.when(ANN, new ReconsiderNodes(List.of(ONE), List.of())).thenRejected("malformed");
        story.when(
                        ANN,
                        new MergePairs(
                                Collections.nCopies(1001, ONE), Collections.nCopies(1001, TWO)))
                .thenRejected("malformed");
    }
}
