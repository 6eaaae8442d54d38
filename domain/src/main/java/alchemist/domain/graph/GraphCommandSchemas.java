package alchemist.domain.graph;

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
import alchemist.kernel.schema.Schema;

/** How commands are stored and sent: names and tags are a file format, added and never edited. */
final class GraphCommandSchemas {
    static final Schema<AddNode> ADD_NODE =
            Schema.<AddNode>record("graph.add-node", 1, "States that there is a node")
                    .id(1, "node", "the node", AddNode::node)
                    .required()
                    .value(2, "name", "the display name, a text", AddNode::name)
                    .required()
                    .texts(3, "types", "its types", AddNode::types)
                    .properties(4, "properties", "its properties", AddNode::properties)
                    .id(5, "group", "the group it is in", AddNode::group)
                    .make(
                            s ->
                                    new AddNode(
                                            s.id(1),
                                            s.value(2),
                                            s.list(3),
                                            s.properties(4),
                                            s.id(5)));

    static final Schema<RenameNode> RENAME_NODE =
            Schema.<RenameNode>record(
                            "graph.rename-node", 1, "States the display name of a node or group")
                    .id(1, "node", "the node", RenameNode::node)
                    .required()
                    .value(2, "name", "the display name, a text", RenameNode::name)
                    .required()
                    .make(s -> new RenameNode(s.id(1), s.value(2)));

    static final Schema<ClassifyNode> CLASSIFY_NODE =
            Schema.<ClassifyNode>record("graph.classify-node", 1, "States that a node is of a type")
                    .id(1, "node", "the node", ClassifyNode::node)
                    .required()
                    .text(2, "type", "the type", ClassifyNode::type)
                    .required()
                    .make(s -> new ClassifyNode(s.id(1), s.text(2)));

    static final Schema<DeclassifyNode> DECLASSIFY_NODE =
            Schema.<DeclassifyNode>record(
                            "graph.declassify-node", 1, "States that a node is not of a type")
                    .id(1, "node", "the node", DeclassifyNode::node)
                    .required()
                    .text(2, "type", "the type", DeclassifyNode::type)
                    .required()
                    .make(s -> new DeclassifyNode(s.id(1), s.text(2)));

    static final Schema<DescribeNode> DESCRIBE_NODE =
            Schema.<DescribeNode>record(
                            "graph.describe-node",
                            1,
                            "States properties of a node; null states that there is none")
                    .id(1, "node", "the node", DescribeNode::node)
                    .required()
                    .properties(2, "properties", "what is stated", DescribeNode::properties)
                    .required()
                    .make(s -> new DescribeNode(s.id(1), s.properties(2)));

    static final Schema<RetireNode> RETIRE_NODE =
            Schema.<RetireNode>record(
                            "graph.retire-node",
                            1,
                            "States that a node or group is no more; its edges rest with it")
                    .id(1, "node", "the node", RetireNode::node)
                    .required()
                    .make(s -> new RetireNode(s.id(1)));

    static final Schema<RestoreNode> RESTORE_NODE =
            Schema.<RestoreNode>record(
                            "graph.restore-node",
                            1,
                            "States that a retired node is there after all")
                    .id(1, "node", "the node", RestoreNode::node)
                    .required()
                    .make(s -> new RestoreNode(s.id(1)));

    static final Schema<ConnectNodes> CONNECT_NODES =
            Schema.<ConnectNodes>record(
                            "graph.connect-nodes",
                            1,
                            "States that an edge leads from one node to another")
                    .id(1, "edge", "the edge", ConnectNodes::edge)
                    .required()
                    .id(2, "from", "the node it leaves", ConnectNodes::from)
                    .required()
                    .id(3, "to", "the node it enters", ConnectNodes::to)
                    .required()
                    .text(4, "type", "its relation; may be empty", ConnectNodes::type)
                    .properties(5, "properties", "its properties", ConnectNodes::properties)
                    .make(
                            s ->
                                    new ConnectNodes(
                                            s.id(1), s.id(2), s.id(3), s.text(4), s.properties(5)));

    static final Schema<DescribeEdge> DESCRIBE_EDGE =
            Schema.<DescribeEdge>record(
                            "graph.describe-edge",
                            1,
                            "States properties of an edge; null states that there is none")
                    .id(1, "edge", "the edge", DescribeEdge::edge)
                    .required()
                    .properties(2, "properties", "what is stated", DescribeEdge::properties)
                    .required()
                    .make(s -> new DescribeEdge(s.id(1), s.properties(2)));

    static final Schema<DisconnectNodes> DISCONNECT_NODES =
            Schema.<DisconnectNodes>record(
                            "graph.disconnect-nodes", 1, "States that an edge is no more")
                    .id(1, "edge", "the edge", DisconnectNodes::edge)
                    .required()
                    .make(s -> new DisconnectNodes(s.id(1)));

    static final Schema<ReconnectNodes> RECONNECT_NODES =
            Schema.<ReconnectNodes>record(
                            "graph.reconnect-nodes",
                            1,
                            "States that a disconnected edge is there after all")
                    .id(1, "edge", "the edge", ReconnectNodes::edge)
                    .required()
                    .make(s -> new ReconnectNodes(s.id(1)));

    static final Schema<WithdrawStatements> WITHDRAW_STATEMENTS =
            Schema.<WithdrawStatements>record(
                            "graph.withdraw-statements",
                            1,
                            "Takes back what the actor states, so that what the sources state is shown again")
                    .id(1, "thing", "the node or edge", WithdrawStatements::thing)
                    .required()
                    .flag(2, "name", "take back the name", WithdrawStatements::name)
                    .flag(3, "group", "take back the group", WithdrawStatements::group)
                    .texts(
                            4,
                            "properties",
                            "take back these properties",
                            WithdrawStatements::properties)
                    .texts(5, "types", "take back these types", WithdrawStatements::types)
                    .make(
                            s ->
                                    new WithdrawStatements(
                                            s.id(1), s.flag(2), s.flag(3), s.list(4), s.list(5)));

    static final Schema<FormGroup> FORM_GROUP =
            Schema.<FormGroup>record("graph.form-group", 1, "Forms a group of nodes, shown as one")
                    .id(1, "group", "the group", FormGroup::group)
                    .required()
                    .value(2, "name", "the display name, a text", FormGroup::name)
                    .required()
                    .ids(3, "members", "nodes and groups in it", FormGroup::members)
                    .id(4, "within", "the group that it is in", FormGroup::within)
                    .make(s -> new FormGroup(s.id(1), s.value(2), s.list(3), s.id(4)));

    static final Schema<GroupNodes> GROUP_NODES =
            Schema.<GroupNodes>record(
                            "graph.group-nodes", 1, "States that nodes and groups are in a group")
                    .id(1, "group", "the group", GroupNodes::group)
                    .required()
                    .ids(2, "members", "nodes and groups", GroupNodes::members)
                    .required()
                    .make(s -> new GroupNodes(s.id(1), s.list(2)));

    static final Schema<UngroupNodes> UNGROUP_NODES =
            Schema.<UngroupNodes>record(
                            "graph.ungroup-nodes",
                            1,
                            "States that nodes and groups are in no group")
                    .ids(1, "members", "nodes and groups", UngroupNodes::members)
                    .required()
                    .make(s -> new UngroupNodes(s.list(1)));

    static final Schema<DissolveGroup> DISSOLVE_GROUP =
            Schema.<DissolveGroup>record(
                            "graph.dissolve-group",
                            1,
                            "States that a group is no more; its members stay")
                    .id(1, "group", "the group", DissolveGroup::group)
                    .required()
                    .make(s -> new DissolveGroup(s.id(1)));

    static final Schema<MergeNodes> MERGE_NODES =
            Schema.<MergeNodes>record(
                            "graph.merge-nodes", 1, "States that two nodes are the same thing")
                    .id(1, "survivor", "the node that stays", MergeNodes::survivor)
                    .required()
                    .id(2, "absorbed", "the node that is shown as it", MergeNodes::absorbed)
                    .required()
                    .make(s -> new MergeNodes(s.id(1), s.id(2)));

    static final Schema<UnmergeNodes> UNMERGE_NODES =
            Schema.<UnmergeNodes>record(
                            "graph.unmerge-nodes",
                            1,
                            "Takes a merge apart; both nodes are exactly what they were")
                    .id(1, "absorbed", "the node that was absorbed", UnmergeNodes::absorbed)
                    .required()
                    .make(s -> new UnmergeNodes(s.id(1)));

    static final Schema<AdoptGraphPolicy> ADOPT_GRAPH_POLICY =
            Schema.<AdoptGraphPolicy>record(
                            "graph.adopt-graph-policy",
                            1,
                            "Decides what edges the graph may have from now on")
                    .flag(
                            1,
                            "refuseSelfLoops",
                            "an edge may not lead from a node to itself",
                            AdoptGraphPolicy::refuseSelfLoops)
                    .flag(
                            2,
                            "refuseParallelEdges",
                            "two edges of one relation may not lead from one node to the same other",
                            AdoptGraphPolicy::refuseParallelEdges)
                    .make(s -> new AdoptGraphPolicy(s.flag(1), s.flag(2)));

    private GraphCommandSchemas() {}
}
