package alchemist.domain.workspace;

import static alchemist.domain.workspace.Story.ANN;
import static alchemist.domain.workspace.Story.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;

import alchemist.domain.graph.GraphCommand.AddNode;
import alchemist.domain.graph.GraphCommand.ClassifyNode;
import alchemist.domain.graph.GraphCommand.ConnectNodes;
import alchemist.domain.graph.GraphCommand.DeclassifyNode;
import alchemist.domain.graph.GraphCommand.DescribeEdge;
import alchemist.domain.graph.GraphCommand.DescribeNode;
import alchemist.domain.graph.GraphCommand.FormGroup;
import alchemist.domain.graph.GraphCommand.KeepNodesApart;
import alchemist.domain.graph.GraphCommand.MergeNodes;
import alchemist.domain.graph.GraphCommand.MergePairs;
import alchemist.domain.graph.GraphCommand.ReconsiderNodes;
import alchemist.domain.graph.GraphCommand.RenameNode;
import alchemist.domain.graph.GraphCommand.RestoreNode;
import alchemist.domain.graph.GraphCommand.RetireNode;
import alchemist.domain.graph.GraphCommand.UngroupNodes;
import alchemist.domain.graph.GraphCommand.UnmergeNodes;
import alchemist.domain.graph.GraphCommand.WithdrawStatements;
import alchemist.domain.graph.GraphEvent.NodeDescribed;
import alchemist.domain.graph.GraphEvent.NodeGrouped;
import alchemist.domain.graph.GraphEvent.NodeRenamed;
import alchemist.domain.graph.GraphEvent.NodeRestored;
import alchemist.domain.graph.GraphEvent.NodesKeptApart;
import alchemist.domain.graph.GraphEvent.NodesMerged;
import alchemist.domain.graph.GraphEvent.NodesReconsidered;
import alchemist.domain.graph.GraphEvent.NodesUnmerged;
import alchemist.domain.graph.NodeStatement;
import alchemist.domain.graph.PropertyStated;
import alchemist.domain.ontology.OntologyCommand.ConstrainProperty;
import alchemist.domain.ontology.OntologyCommand.ProposeType;
import alchemist.domain.sources.SourcesCommand.FinishImport;
import alchemist.domain.sources.SourcesCommand.ForgetSource;
import alchemist.domain.sources.SourcesCommand.StartImport;
import alchemist.domain.sources.SourcesCommand.StateBatch;
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
    void whatIsKeptApartFromAnotherMayBeMergedWithAThird() {
        three().given(ANN, apart(ONE, THREE)).given(BOB, new MergeNodes(ONE, TWO));
        three().given(ANN, apart(ONE, THREE)).given(BOB, new MergeNodes(TWO, THREE));
        three().given(ANN, apart(ONE, THREE)).given(BOB, new MergeNodes(TWO, ONE));
        three().given(ANN, apart(ONE, THREE)).given(BOB, new MergeNodes(THREE, TWO));
    }

    @Test
    void aMergeThatWasTakenApartComesNotBackOverOneThatWasMadeSince() {
        UnmergeNodes apart = new UnmergeNodes(TWO);
        three().given(ANN, new MergeNodes(ONE, TWO), apart)
                .given(BOB, new MergeNodes(THREE, TWO))
                .whenUndone(ANN, apart)
                .thenRejected("touched-since");
        three().given(ANN, new MergeNodes(ONE, TWO), apart)
                .given(BOB, new MergeNodes(TWO, ONE))
                .whenUndone(ANN, apart)
                .thenRejected("touched-since");
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

    private static final Id GIT = Id.of("source", "git");
    private static final Id SHEET = Id.of("source", "sheet");
    private static final Id EDGE = Id.of("edge", "e");

    /** ONE is stated by the one source, TWO by the other, and shown as ONE; THREE is ann's. */
    private static Story merged() {
        Story story = new Story().given(ANN, add(THREE));
        imported(story, GIT, ONE, Properties.NONE);
        imported(story, SHEET, TWO, Properties.of("size", Value.integer(3)));
        return story.given(ANN, new MergeNodes(ONE, TWO));
    }

    private static void imported(Story story, Id source, Id node, Properties properties) {
        NodeStatement statement =
                new NodeStatement(
                        node, Value.text("stated"), List.of("T"), properties, Id.NONE, false);
        story.given(
                ANN,
                new StartImport(source, source, "table", "", ""),
                new StateBatch(source, List.of(statement), List.of(), List.of()),
                new FinishImport(source));
    }

    /** It is shown as long as anything is stated that is shown as it. */
    @Test
    void aNodeThatIsThereByWhatWasMergedIntoItCanBeSpokenOf() {
        Story story = merged().given(ANN, new ForgetSource(GIT));
        story.given(
                ANN,
                new RenameNode(ONE, Value.text("x")),
                new DescribeNode(ONE, Properties.of("k", Value.integer(1))),
                new ConnectNodes(EDGE, ONE, THREE, "", Properties.NONE),
                new DescribeEdge(EDGE, Properties.of("k", Value.integer(1))),
                new FormGroup(Id.of("group", "g"), Value.text("g"), List.of(ONE), Id.NONE));
        story.when(ANN, new RestoreNode(ONE)).thenUnchanged();
        story.when(ANN, add(ONE)).thenRejected("node-exists");
        story.given(ANN, new RetireNode(ONE));
        story.when(ANN, new RenameNode(ONE, Value.text("y"))).thenRejected("node-not-live");
        story.when(ANN, new DescribeEdge(EDGE, Properties.of("k", Value.integer(2))))
                .thenRejected("edge-not-live");
        story.given(ANN, new RestoreNode(ONE), new RenameNode(ONE, Value.text("y")));
        story.given(ANN, new ForgetSource(SHEET));
        story.when(ANN, new UnmergeNodes(TWO)).accepted();
    }

    @Test
    void whatIsRetiredIsGoneAndRestoredWithAllThatWasMergedIntoIt() {
        Story story = merged().given(BOB, new RetireNode(ONE));
        story.when(ANN, new RenameNode(TWO, Value.text("y"))).thenRejected("node-not-live");
        story.when(BOB, new RestoreNode(TWO))
                .thenAccepted(new NodeRestored(TWO, BOB, true, 0, 0, 0));
        story.given(BOB, new RestoreNode(TWO), new RenameNode(ONE, Value.text("y")));
    }

    /** Two persons retired it, each by another of its ids. */
    @Test
    void restoringCountsThoughSomebodyRetiredWhatWasMergedIntoIt() {
        Story story = merged().given(ANN, new RetireNode(TWO));
        story.given(BOB, new RestoreNode(ONE), new RetireNode(ONE), new RestoreNode(ONE));
        story.given(BOB, new RenameNode(ONE, Value.text("there")));
    }

    @Test
    void whatIsStatedOfAMergedNodeIsDeniedOfTheOneThatIsShown() {
        Story story = merged();
        story.when(ANN, new DescribeNode(ONE, Properties.of("size", Value.NULL)))
                .thenAccepted(
                        new NodeDescribed(
                                ONE,
                                ANN,
                                List.of(
                                        new PropertyStated(
                                                "size", Value.NULL, true, Value.NULL, 0, 0))));
        story.given(ANN, new DeclassifyNode(ONE, "T"))
                .when(ANN, new DeclassifyNode(ONE, "T"))
                .thenUnchanged();
        Id group = Id.of("group", "g");
        story.given(ANN, new FormGroup(group, Value.text("g"), List.of(TWO), Id.NONE));
        story.when(BOB, new UngroupNodes(List.of(ONE)))
                .thenAccepted(new NodeGrouped(ONE, BOB, Id.NONE, true, Id.NONE, false, 0, 0));
    }

    @Test
    void whatOneSaidOfAMergedNodeIsTakenBackWithWhatOneSaidOfTheShown() {
        Story story =
                three().given(ANN, new MergeNodes(ONE, TWO))
                        .given(BOB, new RenameNode(TWO, Value.text("b")));
        WithdrawStatements name = new WithdrawStatements(ONE, true, false, List.of(), List.of());
        story.when(BOB, name)
                .thenAccepted(new NodeRenamed(TWO, BOB, Value.NULL, Value.text("b"), 5, 0));
        assertEquals(2, story.when(ANN, name).accepted().size());
    }

    @Test
    void whatIsShownOfAMergedNodeKeepsAConstraint() {
        Story story = merged();
        story.given(
                ANN,
                new ProposeType("Sized", false),
                new ConstrainProperty("Sized", "size", "integer", true, true));
        story.when(ANN, new ClassifyNode(ONE, "Sized")).accepted();
        story.when(ANN, new ClassifyNode(THREE, "Sized")).thenRejected("constraint-broken");
    }

    @Test
    void anUndoTakesNoMergeApartThatSomebodyMadeAgain() {
        MergeNodes merge = new MergeNodes(ONE, TWO);
        Story again = three().given(ANN, merge).given(BOB, new UnmergeNodes(TWO));
        again.given(BOB, pair(ONE, TWO)).whenUndone(ANN, merge).thenRejected("touched-since");
    }

    @Test
    void manyMergesAreNotMadeAgainOverThoseWhoAreKeptApartSince() {
        MergePairs all = new MergePairs(List.of(ONE, ONE), List.of(TWO, THREE));
        Story story = three().given(ANN, all).undone(ANN, all);
        story.whenRedone(ANN)
                .thenAccepted(
                        new NodesMerged(ONE, TWO, ANN, 4), new NodesMerged(ONE, THREE, ANN, 5));
        story.given(BOB, apart(TWO, THREE)).whenRedone(ANN).thenRejected("touched-since");
    }
}
