package alchemist.domain.workspace;

import static alchemist.domain.workspace.Story.ANN;
import static alchemist.domain.workspace.Story.BOB;

import alchemist.domain.graph.GraphCommand.AddNode;
import alchemist.domain.graph.GraphCommand.AdoptGraphPolicy;
import alchemist.domain.graph.GraphCommand.ClassifyNode;
import alchemist.domain.graph.GraphCommand.ConnectNodes;
import alchemist.domain.graph.GraphCommand.DeclassifyNode;
import alchemist.domain.graph.GraphCommand.DescribeEdge;
import alchemist.domain.graph.GraphCommand.DescribeNode;
import alchemist.domain.graph.GraphCommand.DisconnectNodes;
import alchemist.domain.graph.GraphCommand.DissolveGroup;
import alchemist.domain.graph.GraphCommand.FormGroup;
import alchemist.domain.graph.GraphCommand.GroupNodes;
import alchemist.domain.graph.GraphCommand.ReconnectNodes;
import alchemist.domain.graph.GraphCommand.RenameNode;
import alchemist.domain.graph.GraphCommand.RestoreNode;
import alchemist.domain.graph.GraphCommand.RetireNode;
import alchemist.domain.graph.GraphCommand.UngroupNodes;
import alchemist.domain.graph.GraphCommand.WithdrawStatements;
import alchemist.domain.graph.GraphEvent.EdgeDescribed;
import alchemist.domain.graph.GraphEvent.EdgeWithdrawn;
import alchemist.domain.graph.GraphEvent.GraphPolicyAdopted;
import alchemist.domain.graph.GraphEvent.GroupDissolved;
import alchemist.domain.graph.GraphEvent.GroupFormed;
import alchemist.domain.graph.GraphEvent.NodeAdded;
import alchemist.domain.graph.GraphEvent.NodeClassified;
import alchemist.domain.graph.GraphEvent.NodeDeclassified;
import alchemist.domain.graph.GraphEvent.NodeDescribed;
import alchemist.domain.graph.GraphEvent.NodeGrouped;
import alchemist.domain.graph.GraphEvent.NodeRenamed;
import alchemist.domain.graph.GraphEvent.NodeRestored;
import alchemist.domain.graph.GraphEvent.NodeRetired;
import alchemist.domain.graph.GraphEvent.NodeWithdrawn;
import alchemist.domain.graph.GraphEvent.NodesConnected;
import alchemist.domain.graph.GraphEvent.NodesDisconnected;
import alchemist.domain.graph.GraphEvent.NodesReconnected;
import alchemist.domain.graph.PropertyStated;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How what was done is taken back, and done again: each states again what was stated before. */
class UndoRulesTest {
    private static final Id ONE = Id.of("node", "one");
    private static final Id TWO = Id.of("node", "two");
    private static final Id EDGE = Id.of("edge", "one-two");
    private static final Id GROUP = Id.of("group", "g");
    private static final Id OUTER = Id.of("group", "outer");
    private static final Value NAME = Value.text("a name");
    private static final Properties SIZE = Properties.of("size", Value.integer(1));
    private static final Properties OTHER = Properties.of("size", Value.integer(2));
    private static final Properties NOTHING = Properties.of("size", Value.NULL);

    private static AddNode add(Id node) {
        return new AddNode(node, NAME, List.of(), Properties.NONE, Id.NONE);
    }

    private static FormGroup form(Id group, Id... members) {
        return new FormGroup(group, NAME, List.of(members), Id.NONE);
    }

    /** Two nodes, at 1 and 2, and an edge with a size, at 3; its relation is proposed at 4. */
    private static Story joined() {
        return new Story().given(ANN, add(ONE), add(TWO), CONNECT);
    }

    private static final ConnectNodes CONNECT = new ConnectNodes(EDGE, ONE, TWO, "knows", SIZE);

    private static List<PropertyStated> size(
            Value value, boolean denied, Value previous, long previousSince, long since) {
        return List.of(new PropertyStated("size", value, denied, previous, previousSince, since));
    }

    @Test
    void aNodeIsTakenBackWithAllThatItWasAddedWith() {
        AddNode add = new AddNode(ONE, NAME, List.of("T"), SIZE, GROUP);
        Story story = new Story().given(ANN, form(GROUP), add);
        story.whenUndone(ANN, add)
                .thenAccepted(
                        new NodeWithdrawn(ONE, ANN, NAME, List.of("T"), SIZE, GROUP, false, 2));
        story.undone(ANN, add)
                .whenRedone(BOB)
                .thenAccepted(new NodeAdded(ONE, ANN, NAME, List.of("T"), SIZE, GROUP, 2));
        story.given(ANN, add(ONE)).whenRedone(ANN).thenRejected("touched-since");
    }

    @Test
    void aGroupIsTakenBackWithItsMembers() {
        FormGroup form = new FormGroup(GROUP, NAME, List.of(ONE), OUTER);
        Story story = new Story().given(ANN, add(ONE), form(OUTER, ONE), form);
        story.whenUndone(ANN, form)
                .thenAccepted(
                        new NodeGrouped(ONE, ANN, OUTER, false, GROUP, false, 5, 3),
                        new NodeWithdrawn(
                                GROUP, ANN, NAME, List.of(), Properties.NONE, OUTER, true, 4));
        story.undone(ANN, form)
                .whenRedone(ANN)
                .thenAccepted(
                        new GroupFormed(GROUP, ANN, NAME, List.of(), Properties.NONE, OUTER, 4),
                        new NodeGrouped(ONE, ANN, GROUP, false, OUTER, false, 3, 5));
    }

    @Test
    void whatAnotherPersonSaidOfANodeSinceKeepsIt() {
        new Story()
                .given(ANN, add(ONE))
                .given(BOB, new RenameNode(ONE, NAME))
                .whenUndone(ANN, add(ONE))
                .thenRejected("touched-since");
        joined().undone(ANN, CONNECT).whenUndone(ANN, add(ONE)).accepted();
        joined().undone(ANN, CONNECT).whenUndone(ANN, add(TWO)).accepted();
    }

    @Test
    void whatOneSaidOtherwiseOneselfSinceKeepsIt() {
        RenameNode first = new RenameNode(ONE, Value.text("first"));
        new Story()
                .given(ANN, add(ONE), first, new RenameNode(ONE, Value.text("second")))
                .whenUndone(ANN, first)
                .thenRejected("touched-since");
        Story story = new Story().given(ANN, add(ONE), new DescribeNode(ONE, SIZE));
        story.given(ANN, new DescribeNode(ONE, OTHER));
        story.whenUndone(ANN, new DescribeNode(ONE, SIZE)).thenRejected("touched-since");
    }

    @Test
    void aTypeIsStatedDeniedOrNotStatedAsBefore() {
        ClassifyNode classify = new ClassifyNode(ONE, "T");
        DeclassifyNode declassify = new DeclassifyNode(ONE, "T");
        Story story = new Story().given(ANN, add(ONE), classify);
        story.whenUndone(ANN, classify)
                .thenAccepted(new NodeDeclassified(ONE, ANN, "T", false, 1, 2, 0));
        Story denied = new Story().given(ANN, add(ONE), classify).given(BOB, declassify);
        denied.whenUndone(BOB, declassify)
                .thenAccepted(new NodeDeclassified(ONE, BOB, "T", false, 2, 4, 0));
        denied.whenUndone(ANN, classify).thenRejected("touched-since");
        denied.given(BOB, classify);
        denied.whenUndone(BOB, classify)
                .thenAccepted(new NodeDeclassified(ONE, BOB, "T", true, 1, 5, 4));
        denied.undone(BOB, classify)
                .whenRedone(BOB)
                .thenAccepted(new NodeClassified(ONE, BOB, "T", 2, 4, 5));
        Story withdrawn = new Story().given(ANN, add(ONE), classify, declassify);
        withdrawn
                .whenUndone(ANN, declassify)
                .thenAccepted(new NodeClassified(ONE, ANN, "T", 0, 0, 2));
        withdrawn.given(BOB, classify).whenUndone(ANN, declassify).thenRejected("touched-since");
    }

    @Test
    void whatIsRetiredIsThereAgainAndTheOtherWayRound() {
        Story story = new Story().given(ANN, add(ONE), new RetireNode(ONE));
        story.whenUndone(ANN, new RetireNode(ONE))
                .thenAccepted(new NodeRestored(ONE, ANN, true, 2, 2, 1));
        story.undone(ANN, new RetireNode(ONE))
                .whenRedone(ANN)
                .thenAccepted(new NodeRetired(ONE, ANN, 1, 1, 2));
        Story others = new Story().given(ANN, add(ONE)).given(BOB, new RetireNode(ONE));
        others.whenUndone(BOB, new RetireNode(ONE))
                .thenAccepted(new NodeRestored(ONE, BOB, false, 2, 2, 0));
        others.given(BOB, new RestoreNode(ONE));
        others.whenUndone(BOB, new RestoreNode(ONE))
                .thenAccepted(new NodeRetired(ONE, BOB, 0, 0, 2));
        others.given(ANN, new RetireNode(ONE))
                .whenUndone(BOB, new RestoreNode(ONE))
                .thenRejected("touched-since");
    }

    @Test
    void aDissolvedGroupIsThereAgainAndIsDissolvedAgain() {
        Story story = new Story().given(ANN, form(GROUP), new DissolveGroup(GROUP));
        story.whenUndone(ANN, new DissolveGroup(GROUP))
                .thenAccepted(new NodeRestored(GROUP, ANN, true, 2, 2, 1));
        story.undone(ANN, new DissolveGroup(GROUP))
                .whenRedone(ANN)
                .thenAccepted(new GroupDissolved(GROUP, ANN, 1, 1, 2));
    }

    @Test
    void anEdgeIsTakenBackAndConnectedAgain() {
        Story story = joined();
        story.whenUndone(ANN, CONNECT).thenAccepted(new EdgeWithdrawn(EDGE, ANN, SIZE, 3));
        story.undone(ANN, CONNECT)
                .whenRedone(ANN)
                .thenAccepted(new NodesConnected(EDGE, ANN, ONE, TWO, "knows", SIZE, 3));
        story.given(ANN, CONNECT).whenRedone(ANN).thenRejected("touched-since");
    }

    @Test
    void whatIsDisconnectedIsConnectedAgainAndTheOtherWayRound() {
        Story story = joined().given(ANN, new DisconnectNodes(EDGE));
        story.whenUndone(ANN, new DisconnectNodes(EDGE))
                .thenAccepted(new NodesReconnected(EDGE, ANN, true, 2, 5, 3));
        story.undone(ANN, new DisconnectNodes(EDGE))
                .whenRedone(ANN)
                .thenAccepted(new NodesDisconnected(EDGE, ANN, 1, 3, 5));
        Story others = joined().given(BOB, new DisconnectNodes(EDGE), new ReconnectNodes(EDGE));
        others.whenUndone(BOB, new ReconnectNodes(EDGE))
                .thenAccepted(new NodesDisconnected(EDGE, BOB, 0, 0, 5));
    }

    /** Somebody said that it is no more: only a statement of one's own brings it back. */
    @Test
    void whatAnotherDeniesIsBroughtBackByOnesOwnWord() {
        joined().given(BOB, new DisconnectNodes(EDGE))
                .when(ANN, new ReconnectNodes(EDGE))
                .thenAccepted(new NodesReconnected(EDGE, ANN, true, 1, 3, 0));
        Id cat = Id.of("person", "cat");
        new Story()
                .given(ANN, add(ONE))
                .given(BOB, new RetireNode(ONE))
                .given(cat, new RestoreNode(ONE), new RetireNode(ONE))
                .when(cat, new RestoreNode(ONE))
                .thenAccepted(new NodeRestored(ONE, cat, true, 2, 4, 0));
    }

    @Test
    void aPropertyIsStatedDeniedOrNotStatedAsBefore() {
        DescribeNode first = new DescribeNode(ONE, SIZE);
        DescribeNode second = new DescribeNode(ONE, OTHER);
        DescribeNode denial = new DescribeNode(ONE, NOTHING);
        Story story = new Story().given(ANN, add(ONE), first);
        story.whenUndone(ANN, first)
                .thenAccepted(
                        new NodeDescribed(
                                ONE, ANN, size(Value.NULL, false, Value.integer(1), 2, 0)));
        story.given(ANN, denial);
        story.whenUndone(ANN, denial)
                .thenAccepted(
                        new NodeDescribed(
                                ONE, ANN, size(Value.integer(1), false, Value.NULL, 0, 2)));
        Story others = new Story().given(ANN, add(ONE), first).given(BOB, denial);
        others.whenUndone(BOB, denial)
                .thenAccepted(
                        new NodeDescribed(ONE, BOB, size(Value.NULL, false, Value.NULL, 3, 0)));
        others.whenUndone(ANN, first).thenRejected("touched-since");
        others.given(BOB, second);
        others.whenUndone(BOB, second)
                .thenAccepted(
                        new NodeDescribed(
                                ONE, BOB, size(Value.NULL, true, Value.integer(2), 4, 3)));
    }

    @Test
    void aPropertyOfAnEdgeIsAsBefore() {
        DescribeEdge describe = new DescribeEdge(EDGE, OTHER);
        joined().given(ANN, describe)
                .whenUndone(ANN, describe)
                .thenAccepted(
                        new EdgeDescribed(
                                EDGE, ANN, size(Value.integer(1), false, Value.integer(2), 5, 3)));
    }

    @Test
    void whatIsTakenOutOfAGroupIsInItAgain() {
        UngroupNodes out = new UngroupNodes(List.of(ONE));
        Story story = new Story().given(ANN, add(ONE), form(GROUP, ONE), out);
        story.whenUndone(ANN, out)
                .thenAccepted(new NodeGrouped(ONE, ANN, GROUP, false, Id.NONE, false, 0, 3));
        story.given(BOB, new GroupNodes(GROUP, List.of(ONE)))
                .whenUndone(ANN, out)
                .thenRejected("touched-since");
        Story denied = new Story().given(ANN, add(ONE), form(GROUP, ONE)).given(BOB, out);
        denied.whenUndone(BOB, out)
                .thenAccepted(new NodeGrouped(ONE, BOB, Id.NONE, false, Id.NONE, true, 4, 0));
        denied.when(BOB, out).thenUnchanged();
        denied.whenUndone(ANN, form(GROUP, ONE)).thenRejected("touched-since");
    }

    @Test
    void whatOneTookBackIsStatedAgainFromWhereItCounted() {
        WithdrawStatements name = new WithdrawStatements(ONE, true, false, List.of(), List.of());
        new Story()
                .given(ANN, add(ONE), name)
                .whenUndone(ANN, name)
                .thenAccepted(new NodeRenamed(ONE, ANN, NAME, Value.NULL, 0, 1));
        new Story()
                .given(ANN, add(ONE))
                .when(ANN, new WithdrawStatements(ONE, false, false, List.of(), List.of()))
                .thenUnchanged();
    }

    @Test
    void thePolicyIsAsBefore() {
        AdoptGraphPolicy loops = new AdoptGraphPolicy(true, false);
        Story story = new Story().given(ANN, loops);
        story.whenUndone(ANN, loops)
                .thenAccepted(new GraphPolicyAdopted(false, false, true, false));
        story.given(ANN, new AdoptGraphPolicy(false, false));
        story.whenUndone(ANN, loops).thenRejected("touched-since");
    }
}
