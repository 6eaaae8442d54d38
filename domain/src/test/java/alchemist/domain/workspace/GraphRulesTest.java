package alchemist.domain.workspace;

import static alchemist.domain.workspace.Story.ANN;
import static alchemist.domain.workspace.Story.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
import alchemist.domain.graph.GraphCommand.MergeNodes;
import alchemist.domain.graph.GraphCommand.ReconnectNodes;
import alchemist.domain.graph.GraphCommand.RenameNode;
import alchemist.domain.graph.GraphCommand.RestoreNode;
import alchemist.domain.graph.GraphCommand.RetireNode;
import alchemist.domain.graph.GraphCommand.UngroupNodes;
import alchemist.domain.graph.GraphCommand.UnmergeNodes;
import alchemist.domain.graph.GraphCommand.WithdrawStatements;
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
import alchemist.domain.graph.GraphEvent.NodesConnected;
import alchemist.domain.graph.GraphEvent.NodesDisconnected;
import alchemist.domain.graph.GraphEvent.NodesMerged;
import alchemist.domain.graph.GraphEvent.NodesReconnected;
import alchemist.domain.graph.GraphEvent.NodesUnmerged;
import alchemist.domain.graph.PropertyStated;
import alchemist.domain.ontology.OntologyEvent.TypeProposed;
import alchemist.kernel.Command;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people may state of nodes, edges and groups. */
class GraphRulesTest {
    private static final Id ONE = Id.of("node", "one");
    private static final Id TWO = Id.of("node", "two");
    private static final Id THREE = Id.of("node", "three");
    private static final Id EDGE = Id.of("edge", "one-two");
    private static final Id GROUP = Id.of("group", "g");
    private static final Id OUTER = Id.of("group", "outer");
    private static final Id NOBODY = Id.of("node", "nobody");

    private static AddNode add(Id node) {
        return new AddNode(node, Value.text("a node"), List.of(), Properties.NONE, Id.NONE);
    }

    private static ConnectNodes connect(Id edge, Id from, Id to) {
        return new ConnectNodes(edge, from, to, "knows", Properties.NONE);
    }

    private static FormGroup form(Id group, Id... members) {
        return new FormGroup(group, Value.text("a group"), List.of(members), Id.NONE);
    }

    private static Properties size(long size) {
        return Properties.of("size", Value.integer(size));
    }

    @Test
    void addsANodeAndProposesItsType() {
        AddNode command = new AddNode(ONE, Value.text("Lead"), List.of("Person"), size(3), Id.NONE);
        new Story()
                .when(ANN, command)
                .thenAccepted(
                        new NodeAdded(
                                ONE,
                                ANN,
                                Value.text("Lead"),
                                List.of("Person"),
                                size(3),
                                Id.NONE,
                                0),
                        new TypeProposed("Person", false));
        new Story().given(ANN, command).when(ANN, command).thenUnchanged();
        new Story().given(ANN, command).when(BOB, command).thenRejected("node-exists");
        new Story()
                .given(ANN, command)
                .when(
                        ANN,
                        new AddNode(ONE, Value.text("Lead"), List.of("Person"), size(4), Id.NONE))
                .thenRejected("node-exists");
        new Story().given(ANN, command).when(ANN, add(ONE)).thenRejected("node-exists");
    }

    @Test
    void anIdBelongsToOneKindOfThing() {
        Story story =
                new Story().given(ANN, add(ONE), add(TWO), form(GROUP), connect(EDGE, ONE, TWO));
        story.when(ANN, add(GROUP)).thenRejected("id-is-taken");
        story.when(ANN, add(EDGE)).thenRejected("id-is-taken");
        story.when(ANN, connect(ONE, ONE, TWO)).thenRejected("id-is-taken");
        story.when(ANN, form(ONE)).thenRejected("group-exists");
        story.when(ANN, new RetireNode(EDGE)).thenRejected("node-not-live");
        story.when(ANN, new RestoreNode(EDGE)).thenRejected("node-unknown");
        story.when(ANN, new DescribeEdge(ONE, size(1))).thenRejected("edge-not-live");
        story.when(ANN, new DisconnectNodes(ONE)).thenRejected("edge-not-live");
        story.when(ANN, new ReconnectNodes(ONE)).thenRejected("edge-unknown");
        story.when(ANN, new DissolveGroup(ONE)).thenRejected("group-not-live");
        story.when(ANN, new MergeNodes(ONE, GROUP)).thenRejected("group-into-node");
        story.when(ANN, new MergeNodes(ONE, EDGE)).thenRejected("node-not-live");
    }

    static List<Command> commandsOnNothing() {
        return List.of(
                new RenameNode(NOBODY, Value.text("x")),
                new ClassifyNode(NOBODY, "T"),
                new DeclassifyNode(NOBODY, "T"),
                new DescribeNode(NOBODY, size(1)),
                new RetireNode(NOBODY),
                connect(EDGE, NOBODY, ONE),
                connect(EDGE, ONE, NOBODY),
                new UngroupNodes(List.of(NOBODY)),
                new MergeNodes(ONE, NOBODY),
                new MergeNodes(NOBODY, ONE));
    }

    @ParameterizedTest
    @MethodSource("commandsOnNothing")
    void aNodeMustBeThereToBeSpokenOf(Command command) {
        new Story().given(ANN, add(ONE)).when(ANN, command).thenRejected("node-not-live");
    }

    static List<Command> malformed() {
        Properties blankKey = Properties.of(" ", Value.integer(1));
        List<String> many =
                java.util.stream.IntStream.range(0, 101).mapToObj(i -> "T" + i).toList();
        Value parts = new Value.ListOf(List.of(Value.text("a"), Value.integer(1)));
        return List.of(
                new AddNode(TWO, Value.text(" "), List.of(), Properties.NONE, Id.NONE),
                new AddNode(TWO, Value.text("a\u0007b"), List.of(), Properties.NONE, Id.NONE),
                new AddNode(TWO, Value.text("x".repeat(1001)), List.of(), Properties.NONE, Id.NONE),
                new AddNode(TWO, Value.integer(1), List.of(), Properties.NONE, Id.NONE),
                new AddNode(TWO, new Value.ListOf(List.of()), List.of(), Properties.NONE, Id.NONE),
                new AddNode(TWO, parts, List.of(), Properties.NONE, Id.NONE),
                new AddNode(TWO, Value.text("x"), List.of("T", "T"), Properties.NONE, Id.NONE),
                new AddNode(TWO, Value.text("x"), List.of(""), Properties.NONE, Id.NONE),
                new AddNode(TWO, Value.text("x"), many, Properties.NONE, Id.NONE),
                new AddNode(TWO, Value.text("x"), List.of(), blankKey, Id.NONE),
                add(Id.NONE),
                connect(Id.NONE, ONE, ONE),
                form(Id.NONE),
                new RenameNode(ONE, Value.text("")),
                new ClassifyNode(ONE, " "),
                new DescribeNode(ONE, blankKey),
                new DescribeEdge(EDGE, blankKey),
                new ConnectNodes(EDGE, ONE, ONE, "\t", Properties.NONE),
                new FormGroup(GROUP, Value.text(""), List.of(), Id.NONE));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesWhatIsMalformed(Command command) {
        new Story().given(ANN, add(ONE)).when(ANN, command).thenRejected("malformed");
    }

    @Test
    void aNameMayHavePersonalParts() {
        Value sealed = new Value.Sealed(ANN, 1, new byte[] {1, 2});
        Value name = new Value.ListOf(List.of(Value.text("by "), sealed, new Value.Erased(BOB)));
        new Story().given(ANN, add(ONE), new RenameNode(ONE, name), new RenameNode(ONE, sealed));
        new Story().given(ANN, add(ONE), new RenameNode(ONE, new Value.Erased(BOB)));
    }

    @Test
    void eachPersonStatesANameOfTheirOwn() {
        Story story = new Story().given(ANN, add(ONE));
        story.when(ANN, new RenameNode(ONE, Value.text("a node"))).thenUnchanged();
        story.when(ANN, new RenameNode(ONE, Value.text("b")))
                .thenAccepted(
                        new NodeRenamed(ONE, ANN, Value.text("b"), Value.text("a node"), 1, 0));
        story.when(BOB, new RenameNode(ONE, Value.text("b")))
                .thenAccepted(new NodeRenamed(ONE, BOB, Value.text("b"), Value.NULL, 0, 0));
    }

    @Test
    void whatIsTakenBackShowsWhatOthersState() {
        Story story =
                new Story()
                        .given(ANN, add(ONE), form(GROUP, ONE))
                        .given(
                                BOB,
                                new RenameNode(ONE, Value.text("b")),
                                new DescribeNode(ONE, size(1)))
                        .given(
                                BOB,
                                new ClassifyNode(ONE, "T"),
                                new GroupNodes(GROUP, List.of(ONE)));
        WithdrawStatements all =
                new WithdrawStatements(ONE, true, true, List.of("size", "none"), List.of("T", "U"));
        assertEquals(4, story.when(BOB, all).accepted().size());
        story.given(BOB, all).when(BOB, all).thenUnchanged();
        story.when(BOB, new WithdrawStatements(NOBODY, true, true, List.of(), List.of()))
                .thenRejected("thing-unknown");
        story.given(BOB, new DescribeNode(ONE, size(5)));
    }

    @Test
    void statementsOfAnEdgeAreTakenBack() {
        Story story =
                new Story()
                        .given(
                                ANN,
                                add(ONE),
                                add(TWO),
                                connect(EDGE, ONE, TWO),
                                new DescribeEdge(EDGE, size(1)));
        WithdrawStatements size =
                new WithdrawStatements(EDGE, false, false, List.of("size"), List.of());
        assertEquals(
                "graph.edge-described",
                story.when(ANN, size).accepted().getFirst().schema().name());
    }

    @Test
    void typesAreStatedAndDenied() {
        Story story = new Story().given(ANN, add(ONE), new ClassifyNode(ONE, "T"));
        story.when(ANN, new ClassifyNode(ONE, "T")).thenUnchanged();
        story.when(ANN, new DeclassifyNode(ONE, "U")).thenUnchanged();
        story.when(ANN, new DeclassifyNode(ONE, "T"))
                .thenAccepted(new NodeDeclassified(ONE, ANN, "T", false, 1, 2, 0));
        story.when(BOB, new DeclassifyNode(ONE, "T"))
                .thenAccepted(new NodeDeclassified(ONE, BOB, "T", true, 0, 0, 0));
        story.given(BOB, new DeclassifyNode(ONE, "T"))
                .when(BOB, new ClassifyNode(ONE, "T"))
                .thenAccepted(new NodeClassified(ONE, BOB, "T", 2, 4, 0));
        story.when(BOB, new DeclassifyNode(ONE, "T")).thenUnchanged();
    }

    @Test
    void nodesAreRetiredAndRestored() {
        Story story = new Story().given(ANN, add(ONE));
        story.when(ANN, new RestoreNode(ONE)).thenUnchanged();
        story.when(ANN, new RestoreNode(NOBODY)).thenRejected("node-unknown");
        story.when(BOB, new RetireNode(ONE)).thenAccepted(new NodeRetired(ONE, BOB, 0, 0, 0));
        story.given(BOB, new RetireNode(ONE));
        story.when(ANN, add(ONE)).thenRejected("node-retired");
        story.when(ANN, new RetireNode(ONE)).thenRejected("node-not-live");
        story.when(BOB, new RestoreNode(ONE))
                .thenAccepted(new NodeRestored(ONE, BOB, false, 2, 2, 0));
        story.when(ANN, new RestoreNode(ONE))
                .thenAccepted(new NodeRestored(ONE, ANN, true, 1, 1, 0));
        new Story()
                .given(ANN, add(ONE), new RetireNode(ONE))
                .when(ANN, new RestoreNode(ONE))
                .thenAccepted(new NodeRestored(ONE, ANN, true, 2, 2, 0));
    }

    @Test
    void edgesJoinWhatIsThere() {
        Story story = new Story().given(ANN, add(ONE), add(TWO), add(THREE));
        story.when(ANN, connect(EDGE, ONE, TWO))
                .thenAccepted(
                        new NodesConnected(EDGE, ANN, ONE, TWO, "knows", Properties.NONE, 0),
                        new TypeProposed("knows", true));
        story.given(ANN, connect(EDGE, ONE, TWO));
        story.when(ANN, connect(EDGE, ONE, TWO)).thenUnchanged();
        story.when(ANN, connect(EDGE, ONE, THREE)).thenRejected("edge-exists");
        story.when(BOB, connect(EDGE, ONE, TWO)).thenRejected("edge-exists");
        story.when(ANN, new ReconnectNodes(EDGE)).thenUnchanged();
        story.when(ANN, new ReconnectNodes(NOBODY)).thenRejected("edge-unknown");
        story.when(BOB, new DisconnectNodes(EDGE))
                .thenAccepted(new NodesDisconnected(EDGE, BOB, 0, 0, 0));
        story.given(BOB, new DisconnectNodes(EDGE));
        story.when(BOB, new DescribeEdge(EDGE, size(1))).thenRejected("edge-not-live");
        story.when(BOB, new ReconnectNodes(EDGE))
                .thenAccepted(new NodesReconnected(EDGE, BOB, false, 2, 6, 0));
        story.when(ANN, connect(EDGE, ONE, TWO)).thenRejected("edge-exists");
    }

    @Test
    void aRelationIsProposedOnceAndIsNoType() {
        Story story = new Story().given(ANN, add(ONE), add(TWO), connect(EDGE, ONE, TWO));
        Id other = Id.of("edge", "other");
        story.when(ANN, connect(other, TWO, ONE))
                .thenAccepted(
                        new NodesConnected(other, ANN, TWO, ONE, "knows", Properties.NONE, 0));
        AddNode ofThatName =
                new AddNode(THREE, Value.text("3"), List.of("knows"), Properties.NONE, Id.NONE);
        story.when(ANN, ofThatName)
                .thenAccepted(
                        new NodeAdded(
                                THREE,
                                ANN,
                                Value.text("3"),
                                List.of("knows"),
                                Properties.NONE,
                                Id.NONE,
                                0),
                        new TypeProposed("knows", false));
        story.given(ANN, new DisconnectNodes(EDGE), ofThatName)
                .when(ANN, connect(other, THREE, ONE))
                .thenAccepted(
                        new NodesConnected(other, ANN, THREE, ONE, "knows", Properties.NONE, 0));
    }

    @Test
    void anEdgeRestsWhileAnEndIsGone() {
        Story story =
                new Story()
                        .given(
                                ANN,
                                add(ONE),
                                add(TWO),
                                connect(EDGE, ONE, TWO),
                                new RetireNode(TWO));
        story.when(ANN, new DescribeEdge(EDGE, size(1))).thenRejected("edge-not-live");
        story.given(ANN, new RestoreNode(TWO), new DescribeEdge(EDGE, size(1)));
        story.when(ANN, new DescribeEdge(EDGE, size(1))).thenUnchanged();
    }

    @Test
    void thePolicySaysWhichEdgesMayBe() {
        Id loop = Id.of("edge", "loop");
        Id second = Id.of("edge", "second");
        Story free = new Story().given(ANN, add(ONE), add(TWO), connect(EDGE, ONE, TWO));
        free.when(ANN, connect(loop, ONE, ONE)).accepted();
        free.when(ANN, connect(second, ONE, TWO)).accepted();
        free.when(ANN, new AdoptGraphPolicy(false, false)).thenUnchanged();
        free.when(ANN, new AdoptGraphPolicy(true, true))
                .thenAccepted(new GraphPolicyAdopted(true, true, false, false));
        Story strict = free.given(ANN, new AdoptGraphPolicy(true, true));
        strict.when(ANN, connect(loop, ONE, ONE)).thenRejected("self-loop");
        strict.when(ANN, connect(second, ONE, TWO)).thenRejected("parallel-edge");
        strict.when(ANN, connect(second, TWO, ONE)).accepted();
        strict.when(ANN, new ConnectNodes(second, ONE, TWO, "likes", Properties.NONE)).accepted();
    }

    @Test
    void groupsNestAndAreNeverInThemselves() {
        Story story = new Story().given(ANN, add(ONE), form(GROUP, ONE), form(OUTER, GROUP));
        story.when(ANN, form(GROUP)).thenRejected("group-exists");
        story.when(ANN, new GroupNodes(GROUP, List.of(ONE))).thenUnchanged();
        story.when(ANN, new GroupNodes(GROUP, List.of(OUTER))).thenRejected("not-groupable");
        story.when(ANN, new GroupNodes(GROUP, List.of(GROUP))).thenRejected("not-groupable");
        story.when(ANN, new GroupNodes(GROUP, List.of(NOBODY))).thenRejected("not-groupable");
        story.when(ANN, new GroupNodes(OUTER, List.of(ONE, ONE))).thenRejected("not-groupable");
        story.when(ANN, new GroupNodes(NOBODY, List.of(ONE))).thenRejected("group-not-live");
        story.when(ANN, new GroupNodes(OUTER, List.of(ONE)))
                .thenAccepted(new NodeGrouped(ONE, ANN, OUTER, false, GROUP, false, 3, 0));
        story.when(ANN, new UngroupNodes(List.of(ONE)))
                .thenAccepted(new NodeGrouped(ONE, ANN, Id.NONE, false, GROUP, false, 3, 0));
        story.when(BOB, new UngroupNodes(List.of(ONE)))
                .thenAccepted(new NodeGrouped(ONE, BOB, Id.NONE, true, Id.NONE, false, 0, 0));
        story.given(BOB, new UngroupNodes(List.of(ONE)))
                .when(BOB, new GroupNodes(GROUP, List.of(ONE)))
                .thenAccepted(new NodeGrouped(ONE, BOB, GROUP, false, Id.NONE, true, 6, 0));
    }

    @Test
    void aGroupIsFormedInsideAnother() {
        Id inner = Id.of("group", "inner");
        Story story = new Story().given(ANN, add(ONE), form(GROUP));
        story.when(ANN, new FormGroup(inner, Value.text("i"), List.of(ONE), GROUP))
                .thenAccepted(
                        new GroupFormed(
                                inner, ANN, Value.text("i"), List.of(), Properties.NONE, GROUP, 0),
                        new NodeGrouped(ONE, ANN, inner, false, Id.NONE, false, 0, 0));
        story.when(ANN, new FormGroup(inner, Value.text("i"), List.of(), NOBODY))
                .thenRejected("group-not-live");
        story.when(ANN, new FormGroup(inner, Value.text("i"), List.of(GROUP), GROUP))
                .thenRejected("not-groupable");
        story.when(ANN, new AddNode(TWO, Value.text("t"), List.of(), Properties.NONE, GROUP))
                .accepted();
        story.when(ANN, new AddNode(TWO, Value.text("t"), List.of(), Properties.NONE, NOBODY))
                .thenRejected("group-not-live");
    }

    /** What was merged into another is where that is. */
    @Test
    void aGroupIsNotPutIntoWhatIsInAGroupThatWasMergedIntoIt() {
        Id inner = Id.of("group", "inner");
        Story story = new Story().given(ANN, form(inner), form(GROUP), form(OUTER, inner));
        story.given(ANN, new MergeNodes(GROUP, OUTER));
        story.when(ANN, new GroupNodes(inner, List.of(GROUP))).thenRejected("not-groupable");
        story.when(ANN, new GroupNodes(inner, List.of(OUTER))).thenRejected("not-groupable");
    }

    @Test
    void aGroupIsDissolvedAndRestored() {
        Story story = new Story().given(ANN, add(ONE), form(GROUP, ONE));
        story.when(ANN, new DissolveGroup(GROUP))
                .thenAccepted(new GroupDissolved(GROUP, ANN, 1, 2, 0));
        story.given(ANN, new DissolveGroup(GROUP));
        story.when(ANN, new DissolveGroup(GROUP)).thenRejected("group-not-live");
        story.given(ANN, new RestoreNode(GROUP), new RenameNode(GROUP, Value.text("again")));
    }

    @Test
    void mergesAreTakenApart() {
        Story story = new Story().given(ANN, add(ONE), add(TWO), add(THREE));
        story.when(ANN, new MergeNodes(ONE, ONE)).thenRejected("same-node");
        story.when(ANN, new UnmergeNodes(ONE)).thenRejected("not-merged");
        story.when(ANN, new MergeNodes(ONE, TWO)).thenAccepted(new NodesMerged(ONE, TWO, ANN, 0));
        story.given(ANN, new MergeNodes(ONE, TWO));
        story.when(ANN, new MergeNodes(ONE, TWO)).thenUnchanged();
        story.when(ANN, new MergeNodes(TWO, ONE)).thenRejected("already-merged");
        story.when(ANN, new MergeNodes(THREE, TWO)).thenRejected("already-merged");
        story.when(ANN, new MergeNodes(TWO, THREE)).thenRejected("survivor-merged");
        story.when(BOB, new UnmergeNodes(TWO)).thenAccepted(new NodesUnmerged(ONE, TWO, BOB, 4));
    }

    @Test
    void undoIsRefusedWhereALaterCommandTouchedTheSame() {
        RenameNode first = new RenameNode(ONE, Value.text("first"));
        Story story =
                new Story()
                        .given(ANN, add(ONE), first)
                        .given(BOB, new RenameNode(ONE, Value.text("mine")));
        story.whenUndone(ANN, first).thenRejected("touched-since");
        Story added =
                new Story().given(ANN, add(ONE), add(TWO)).given(BOB, connect(EDGE, ONE, TWO));
        added.whenUndone(ANN, add(ONE)).thenRejected("touched-since");
        added.whenUndone(ANN, add(TWO)).thenRejected("touched-since");
        Story merged =
                new Story().given(ANN, add(ONE), add(TWO)).given(BOB, new MergeNodes(ONE, TWO));
        merged.whenUndone(ANN, add(ONE)).thenRejected("touched-since");
        merged.given(BOB, new UnmergeNodes(TWO))
                .whenUndone(BOB, new MergeNodes(ONE, TWO))
                .thenRejected("touched-since");
        Story policy =
                new Story()
                        .given(
                                ANN,
                                new AdoptGraphPolicy(true, true),
                                new AdoptGraphPolicy(true, false));
        policy.whenUndone(ANN, new AdoptGraphPolicy(true, true)).thenRejected("touched-since");
        Story edge =
                new Story()
                        .given(ANN, add(ONE), add(TWO), connect(EDGE, ONE, TWO))
                        .given(BOB, new DescribeEdge(EDGE, size(2)));
        edge.whenUndone(ANN, connect(EDGE, ONE, TWO)).thenRejected("touched-since");
    }

    /** The latest person's word counts: who says the same again after another is the latest. */
    @Test
    void whoSaysTheSameAgainAfterAnotherHasTheLastWord() {
        DescribeNode sizeOne = new DescribeNode(ONE, size(1));
        Story story =
                new Story()
                        .given(ANN, add(ONE), form(GROUP, ONE), form(OUTER), sizeOne)
                        .given(ANN, new ClassifyNode(ONE, "T"))
                        .given(BOB, new RenameNode(ONE, Value.text("b")))
                        .given(BOB, new DescribeNode(ONE, size(2)), new DeclassifyNode(ONE, "T"))
                        .given(BOB, new GroupNodes(OUTER, List.of(ONE)));
        RenameNode again = new RenameNode(ONE, Value.text("a node"));
        story.when(ANN, again)
                .thenAccepted(
                        new NodeRenamed(
                                ONE, ANN, Value.text("a node"), Value.text("a node"), 1, 0));
        story.when(ANN, sizeOne)
                .thenAccepted(
                        new NodeDescribed(
                                ONE,
                                ANN,
                                List.of(
                                        new PropertyStated(
                                                "size",
                                                Value.integer(1),
                                                false,
                                                Value.integer(1),
                                                5,
                                                0))));
        story.when(ANN, new ClassifyNode(ONE, "T"))
                .thenAccepted(new NodeClassified(ONE, ANN, "T", 1, 6, 0));
        story.when(ANN, new GroupNodes(GROUP, List.of(ONE)))
                .thenAccepted(new NodeGrouped(ONE, ANN, GROUP, false, GROUP, false, 3, 0));
        story.given(ANN, again).when(ANN, again).thenUnchanged();
        story.whenUndone(ANN, again)
                .thenAccepted(
                        new NodeRenamed(
                                ONE, ANN, Value.text("a node"), Value.text("a node"), 12, 1));
    }

    @Test
    void whoDeniesAgainAfterAnotherHasTheLastWord() {
        DescribeNode nothing = new DescribeNode(ONE, Properties.of("size", Value.NULL));
        Story story =
                new Story()
                        .given(ANN, add(ONE), new DescribeNode(ONE, size(1)))
                        .given(BOB, nothing)
                        .given(ANN, new DescribeNode(ONE, size(2)));
        assertEquals(1, story.when(BOB, nothing).accepted().size());
        story.given(BOB, nothing).when(BOB, nothing).thenUnchanged();
    }

    @Test
    void aNodeThatIsAddedAgainElsewhereIsNotSilentlyLeftWhereItIs() {
        AddNode within = new AddNode(ONE, Value.text("a node"), List.of(), Properties.NONE, GROUP);
        Story story = new Story().given(ANN, form(GROUP), form(OUTER), within);
        story.when(ANN, within).thenUnchanged();
        story.when(ANN, add(ONE)).thenUnchanged();
        story.when(ANN, new AddNode(ONE, Value.text("a node"), List.of(), Properties.NONE, OUTER))
                .thenRejected("node-exists");
        new Story().given(ANN, form(GROUP), add(ONE)).when(ANN, within).thenRejected("node-exists");
    }

    @Test
    void anIdOfWhichNothingIsStatedAnyMoreMayBeThatOfAGroup() {
        Story story = new Story().given(ANN, add(ONE), add(TWO)).undone(ANN, add(ONE));
        story.given(ANN, form(ONE), new GroupNodes(ONE, List.of(TWO)));
        Story edge = new Story().given(ANN, add(ONE), add(TWO), connect(EDGE, ONE, TWO));
        edge.undone(ANN, connect(EDGE, ONE, TWO));
        edge.when(ANN, form(EDGE)).thenRejected("group-exists");
    }

    @Test
    void anUndoPutsNoGroupIntoItself() {
        UngroupNodes out = new UngroupNodes(List.of(GROUP));
        Story story =
                new Story()
                        .given(ANN, form(GROUP), form(OUTER, GROUP), out)
                        .given(ANN, new GroupNodes(GROUP, List.of(OUTER)));
        story.whenUndone(ANN, out).thenRejected("touched-since");
        story.given(ANN, new UngroupNodes(List.of(OUTER)));
        story.whenUndone(ANN, out)
                .thenAccepted(new NodeGrouped(GROUP, ANN, OUTER, false, Id.NONE, false, 0, 3));
    }

    @Test
    void aGroupIntoWhichSomebodyPutSomethingSinceIsNotTakenBack() {
        GroupNodes put = new GroupNodes(GROUP, List.of(ONE));
        Story story = new Story().given(ANN, add(ONE), form(OUTER, ONE), form(GROUP));
        story.given(BOB, put).whenUndone(ANN, form(GROUP)).thenRejected("touched-since");
        story.undone(BOB, put).whenUndone(ANN, form(GROUP)).accepted();
        Story nested = new Story().given(ANN, form(GROUP));
        nested.given(BOB, new FormGroup(OUTER, Value.text("o"), List.of(), GROUP));
        nested.whenUndone(ANN, form(GROUP)).thenRejected("touched-since");
        Story own = new Story().given(ANN, add(ONE), form(GROUP, ONE), form(OUTER));
        own.whenUndone(ANN, form(GROUP, ONE)).accepted();
    }
}
