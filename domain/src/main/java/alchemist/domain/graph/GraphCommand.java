package alchemist.domain.graph;

import alchemist.kernel.Command;
import alchemist.kernel.Id;
import alchemist.kernel.schema.Schema;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.List;

/** What people ask of the graph. Whose statement it is, the envelope's actor says. */
public sealed interface GraphCommand extends Command {

    /**
     * States that there is a node.
     *
     * @param node the node
     * @param name the display name, a text
     * @param types its types
     * @param properties its properties
     * @param group the group it is in
     */
    record AddNode(Id node, Value name, List<String> types, Properties properties, Id group)
            implements GraphCommand {
        static final Schema<AddNode> SCHEMA =
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

        @Override
        public Schema<AddNode> schema() {
            return SCHEMA;
        }
    }

    /**
     * States the display name of a node or group.
     *
     * @param node the node
     * @param name the display name, a text
     */
    record RenameNode(Id node, Value name) implements GraphCommand {
        static final Schema<RenameNode> SCHEMA =
                Schema.<RenameNode>record(
                                "graph.rename-node",
                                1,
                                "States the display name of a node or group")
                        .id(1, "node", "the node", RenameNode::node)
                        .required()
                        .value(2, "name", "the display name, a text", RenameNode::name)
                        .required()
                        .make(s -> new RenameNode(s.id(1), s.value(2)));

        @Override
        public Schema<RenameNode> schema() {
            return SCHEMA;
        }
    }

    /**
     * States that a node is of a type.
     *
     * @param node the node
     * @param type the type
     */
    record ClassifyNode(Id node, String type) implements GraphCommand {
        static final Schema<ClassifyNode> SCHEMA =
                Schema.<ClassifyNode>record(
                                "graph.classify-node", 1, "States that a node is of a type")
                        .id(1, "node", "the node", ClassifyNode::node)
                        .required()
                        .text(2, "type", "the type", ClassifyNode::type)
                        .required()
                        .make(s -> new ClassifyNode(s.id(1), s.text(2)));

        @Override
        public Schema<ClassifyNode> schema() {
            return SCHEMA;
        }
    }

    /**
     * States that a node is not of a type.
     *
     * @param node the node
     * @param type the type
     */
    record DeclassifyNode(Id node, String type) implements GraphCommand {
        static final Schema<DeclassifyNode> SCHEMA =
                Schema.<DeclassifyNode>record(
                                "graph.declassify-node", 1, "States that a node is not of a type")
                        .id(1, "node", "the node", DeclassifyNode::node)
                        .required()
                        .text(2, "type", "the type", DeclassifyNode::type)
                        .required()
                        .make(s -> new DeclassifyNode(s.id(1), s.text(2)));

        @Override
        public Schema<DeclassifyNode> schema() {
            return SCHEMA;
        }
    }

    /**
     * States properties of a node; null states that there is none.
     *
     * @param node the node
     * @param properties what is stated
     */
    record DescribeNode(Id node, Properties properties) implements GraphCommand {
        static final Schema<DescribeNode> SCHEMA =
                Schema.<DescribeNode>record(
                                "graph.describe-node",
                                1,
                                "States properties of a node; null states that there is none")
                        .id(1, "node", "the node", DescribeNode::node)
                        .required()
                        .properties(2, "properties", "what is stated", DescribeNode::properties)
                        .required()
                        .make(s -> new DescribeNode(s.id(1), s.properties(2)));

        @Override
        public Schema<DescribeNode> schema() {
            return SCHEMA;
        }
    }

    /**
     * States that a node or group is no more; its edges rest with it.
     *
     * @param node the node
     */
    record RetireNode(Id node) implements GraphCommand {
        static final Schema<RetireNode> SCHEMA =
                Schema.<RetireNode>record(
                                "graph.retire-node",
                                1,
                                "States that a node or group is no more; its edges rest with it")
                        .id(1, "node", "the node", RetireNode::node)
                        .required()
                        .make(s -> new RetireNode(s.id(1)));

        @Override
        public Schema<RetireNode> schema() {
            return SCHEMA;
        }
    }

    /**
     * States that a retired node is there after all.
     *
     * @param node the node
     */
    record RestoreNode(Id node) implements GraphCommand {
        static final Schema<RestoreNode> SCHEMA =
                Schema.<RestoreNode>record(
                                "graph.restore-node",
                                1,
                                "States that a retired node is there after all")
                        .id(1, "node", "the node", RestoreNode::node)
                        .required()
                        .make(s -> new RestoreNode(s.id(1)));

        @Override
        public Schema<RestoreNode> schema() {
            return SCHEMA;
        }
    }

    /**
     * States that an edge leads from one node to another.
     *
     * @param edge the edge
     * @param from the node it leaves
     * @param to the node it enters
     * @param type its relation; may be empty
     * @param properties its properties
     */
    record ConnectNodes(Id edge, Id from, Id to, String type, Properties properties)
            implements GraphCommand {
        static final Schema<ConnectNodes> SCHEMA =
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
                                                s.id(1),
                                                s.id(2),
                                                s.id(3),
                                                s.text(4),
                                                s.properties(5)));

        @Override
        public Schema<ConnectNodes> schema() {
            return SCHEMA;
        }
    }

    /**
     * States properties of an edge; null states that there is none.
     *
     * @param edge the edge
     * @param properties what is stated
     */
    record DescribeEdge(Id edge, Properties properties) implements GraphCommand {
        static final Schema<DescribeEdge> SCHEMA =
                Schema.<DescribeEdge>record(
                                "graph.describe-edge",
                                1,
                                "States properties of an edge; null states that there is none")
                        .id(1, "edge", "the edge", DescribeEdge::edge)
                        .required()
                        .properties(2, "properties", "what is stated", DescribeEdge::properties)
                        .required()
                        .make(s -> new DescribeEdge(s.id(1), s.properties(2)));

        @Override
        public Schema<DescribeEdge> schema() {
            return SCHEMA;
        }
    }

    /**
     * States that an edge is no more.
     *
     * @param edge the edge
     */
    record DisconnectNodes(Id edge) implements GraphCommand {
        static final Schema<DisconnectNodes> SCHEMA =
                Schema.<DisconnectNodes>record(
                                "graph.disconnect-nodes", 1, "States that an edge is no more")
                        .id(1, "edge", "the edge", DisconnectNodes::edge)
                        .required()
                        .make(s -> new DisconnectNodes(s.id(1)));

        @Override
        public Schema<DisconnectNodes> schema() {
            return SCHEMA;
        }
    }

    /**
     * States that a disconnected edge is there after all.
     *
     * @param edge the edge
     */
    record ReconnectNodes(Id edge) implements GraphCommand {
        static final Schema<ReconnectNodes> SCHEMA =
                Schema.<ReconnectNodes>record(
                                "graph.reconnect-nodes",
                                1,
                                "States that a disconnected edge is there after all")
                        .id(1, "edge", "the edge", ReconnectNodes::edge)
                        .required()
                        .make(s -> new ReconnectNodes(s.id(1)));

        @Override
        public Schema<ReconnectNodes> schema() {
            return SCHEMA;
        }
    }

    /**
     * Takes back what the actor states, so that what the sources state is shown again.
     *
     * @param thing the node or edge
     * @param name take back the name
     * @param group take back the group
     * @param properties take back these properties
     * @param types take back these types
     */
    record WithdrawStatements(
            Id thing, boolean name, boolean group, List<String> properties, List<String> types)
            implements GraphCommand {
        static final Schema<WithdrawStatements> SCHEMA =
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
                                                s.id(1), s.flag(2), s.flag(3), s.list(4),
                                                s.list(5)));

        @Override
        public Schema<WithdrawStatements> schema() {
            return SCHEMA;
        }
    }

    /**
     * Forms a group of nodes, shown as one.
     *
     * @param group the group
     * @param name the display name, a text
     * @param members nodes and groups in it
     * @param within the group that it is in
     */
    record FormGroup(Id group, Value name, List<Id> members, Id within) implements GraphCommand {
        static final Schema<FormGroup> SCHEMA =
                Schema.<FormGroup>record(
                                "graph.form-group", 1, "Forms a group of nodes, shown as one")
                        .id(1, "group", "the group", FormGroup::group)
                        .required()
                        .value(2, "name", "the display name, a text", FormGroup::name)
                        .required()
                        .ids(3, "members", "nodes and groups in it", FormGroup::members)
                        .id(4, "within", "the group that it is in", FormGroup::within)
                        .make(s -> new FormGroup(s.id(1), s.value(2), s.list(3), s.id(4)));

        @Override
        public Schema<FormGroup> schema() {
            return SCHEMA;
        }
    }

    /**
     * States that nodes and groups are in a group.
     *
     * @param group the group
     * @param members nodes and groups
     */
    record GroupNodes(Id group, List<Id> members) implements GraphCommand {
        static final Schema<GroupNodes> SCHEMA =
                Schema.<GroupNodes>record(
                                "graph.group-nodes",
                                1,
                                "States that nodes and groups are in a group")
                        .id(1, "group", "the group", GroupNodes::group)
                        .required()
                        .ids(2, "members", "nodes and groups", GroupNodes::members)
                        .required()
                        .make(s -> new GroupNodes(s.id(1), s.list(2)));

        @Override
        public Schema<GroupNodes> schema() {
            return SCHEMA;
        }
    }

    /**
     * States that nodes and groups are in no group.
     *
     * @param members nodes and groups
     */
    record UngroupNodes(List<Id> members) implements GraphCommand {
        static final Schema<UngroupNodes> SCHEMA =
                Schema.<UngroupNodes>record(
                                "graph.ungroup-nodes",
                                1,
                                "States that nodes and groups are in no group")
                        .ids(1, "members", "nodes and groups", UngroupNodes::members)
                        .required()
                        .make(s -> new UngroupNodes(s.list(1)));

        @Override
        public Schema<UngroupNodes> schema() {
            return SCHEMA;
        }
    }

    /**
     * States that a group is no more; its members stay.
     *
     * @param group the group
     */
    record DissolveGroup(Id group) implements GraphCommand {
        static final Schema<DissolveGroup> SCHEMA =
                Schema.<DissolveGroup>record(
                                "graph.dissolve-group",
                                1,
                                "States that a group is no more; its members stay")
                        .id(1, "group", "the group", DissolveGroup::group)
                        .required()
                        .make(s -> new DissolveGroup(s.id(1)));

        @Override
        public Schema<DissolveGroup> schema() {
            return SCHEMA;
        }
    }

    /**
     * States that two nodes are the same thing.
     *
     * @param survivor the node that stays
     * @param absorbed the node that is shown as it
     */
    record MergeNodes(Id survivor, Id absorbed) implements GraphCommand {
        static final Schema<MergeNodes> SCHEMA =
                Schema.<MergeNodes>record(
                                "graph.merge-nodes", 1, "States that two nodes are the same thing")
                        .id(1, "survivor", "the node that stays", MergeNodes::survivor)
                        .required()
                        .id(2, "absorbed", "the node that is shown as it", MergeNodes::absorbed)
                        .required()
                        .make(s -> new MergeNodes(s.id(1), s.id(2)));

        @Override
        public Schema<MergeNodes> schema() {
            return SCHEMA;
        }
    }

    /**
     * Takes a merge apart; both nodes are exactly what they were.
     *
     * @param absorbed the node that was absorbed
     */
    record UnmergeNodes(Id absorbed) implements GraphCommand {
        static final Schema<UnmergeNodes> SCHEMA =
                Schema.<UnmergeNodes>record(
                                "graph.unmerge-nodes",
                                1,
                                "Takes a merge apart; both nodes are exactly what they were")
                        .id(1, "absorbed", "the node that was absorbed", UnmergeNodes::absorbed)
                        .required()
                        .make(s -> new UnmergeNodes(s.id(1)));

        @Override
        public Schema<UnmergeNodes> schema() {
            return SCHEMA;
        }
    }

    /**
     * Decides what edges the graph may have from now on.
     *
     * @param refuseSelfLoops an edge may not lead from a node to itself
     * @param refuseParallelEdges two edges of one relation may not lead from one node to the same
     *     other
     */
    record AdoptGraphPolicy(boolean refuseSelfLoops, boolean refuseParallelEdges)
            implements GraphCommand {
        static final Schema<AdoptGraphPolicy> SCHEMA =
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

        @Override
        public Schema<AdoptGraphPolicy> schema() {
            return SCHEMA;
        }
    }
}
