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
        @Override
        public Schema<AddNode> schema() {
            return GraphCommandSchemas.ADD_NODE;
        }
    }

    /**
     * States the display name of a node or group.
     *
     * @param node the node
     * @param name the display name, a text
     */
    record RenameNode(Id node, Value name) implements GraphCommand {
        @Override
        public Schema<RenameNode> schema() {
            return GraphCommandSchemas.RENAME_NODE;
        }
    }

    /**
     * States that a node is of a type.
     *
     * @param node the node
     * @param type the type
     */
    record ClassifyNode(Id node, String type) implements GraphCommand {
        @Override
        public Schema<ClassifyNode> schema() {
            return GraphCommandSchemas.CLASSIFY_NODE;
        }
    }

    /**
     * States that a node is not of a type.
     *
     * @param node the node
     * @param type the type
     */
    record DeclassifyNode(Id node, String type) implements GraphCommand {
        @Override
        public Schema<DeclassifyNode> schema() {
            return GraphCommandSchemas.DECLASSIFY_NODE;
        }
    }

    /**
     * States properties of a node; null states that there is none.
     *
     * @param node the node
     * @param properties what is stated
     */
    record DescribeNode(Id node, Properties properties) implements GraphCommand {
        @Override
        public Schema<DescribeNode> schema() {
            return GraphCommandSchemas.DESCRIBE_NODE;
        }
    }

    /**
     * States that a node or group is no more; its edges rest with it.
     *
     * @param node the node
     */
    record RetireNode(Id node) implements GraphCommand {
        @Override
        public Schema<RetireNode> schema() {
            return GraphCommandSchemas.RETIRE_NODE;
        }
    }

    /**
     * States that a retired node is there after all.
     *
     * @param node the node
     */
    record RestoreNode(Id node) implements GraphCommand {
        @Override
        public Schema<RestoreNode> schema() {
            return GraphCommandSchemas.RESTORE_NODE;
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
        @Override
        public Schema<ConnectNodes> schema() {
            return GraphCommandSchemas.CONNECT_NODES;
        }
    }

    /**
     * States properties of an edge; null states that there is none.
     *
     * @param edge the edge
     * @param properties what is stated
     */
    record DescribeEdge(Id edge, Properties properties) implements GraphCommand {
        @Override
        public Schema<DescribeEdge> schema() {
            return GraphCommandSchemas.DESCRIBE_EDGE;
        }
    }

    /**
     * States that an edge is no more.
     *
     * @param edge the edge
     */
    record DisconnectNodes(Id edge) implements GraphCommand {
        @Override
        public Schema<DisconnectNodes> schema() {
            return GraphCommandSchemas.DISCONNECT_NODES;
        }
    }

    /**
     * States that a disconnected edge is there after all.
     *
     * @param edge the edge
     */
    record ReconnectNodes(Id edge) implements GraphCommand {
        @Override
        public Schema<ReconnectNodes> schema() {
            return GraphCommandSchemas.RECONNECT_NODES;
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
        @Override
        public Schema<WithdrawStatements> schema() {
            return GraphCommandSchemas.WITHDRAW_STATEMENTS;
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
        @Override
        public Schema<FormGroup> schema() {
            return GraphCommandSchemas.FORM_GROUP;
        }
    }

    /**
     * States that nodes and groups are in a group.
     *
     * @param group the group
     * @param members nodes and groups
     */
    record GroupNodes(Id group, List<Id> members) implements GraphCommand {
        @Override
        public Schema<GroupNodes> schema() {
            return GraphCommandSchemas.GROUP_NODES;
        }
    }

    /**
     * States that nodes and groups are in no group.
     *
     * @param members nodes and groups
     */
    record UngroupNodes(List<Id> members) implements GraphCommand {
        @Override
        public Schema<UngroupNodes> schema() {
            return GraphCommandSchemas.UNGROUP_NODES;
        }
    }

    /**
     * States that a group is no more; its members stay.
     *
     * @param group the group
     */
    record DissolveGroup(Id group) implements GraphCommand {
        @Override
        public Schema<DissolveGroup> schema() {
            return GraphCommandSchemas.DISSOLVE_GROUP;
        }
    }

    /**
     * States that two nodes are the same thing.
     *
     * @param survivor the node that stays
     * @param absorbed the node that is shown as it
     */
    record MergeNodes(Id survivor, Id absorbed) implements GraphCommand {
        @Override
        public Schema<MergeNodes> schema() {
            return GraphCommandSchemas.MERGE_NODES;
        }
    }

    /**
     * States of pairs of nodes that the two of each are the same thing: all of them, or none. A
     * node that is merged already counts as the one that it is shown as.
     *
     * @param survivors of each pair the node that stays
     * @param absorbed of each pair the node that is shown as it
     */
    record MergePairs(List<Id> survivors, List<Id> absorbed) implements GraphCommand {
        @Override
        public Schema<MergePairs> schema() {
            return SamenessCommandSchemas.MERGE_PAIRS;
        }
    }

    /**
     * States of pairs of nodes that the two of each are not the same thing: nothing proposes them
     * again, and merging them is refused.
     *
     * @param ones of each pair one node
     * @param others of each pair the other node
     */
    record KeepNodesApart(List<Id> ones, List<Id> others) implements GraphCommand {
        @Override
        public Schema<KeepNodesApart> schema() {
            return SamenessCommandSchemas.KEEP_NODES_APART;
        }
    }

    /**
     * Takes back that pairs of nodes are not the same thing.
     *
     * @param ones of each pair one node
     * @param others of each pair the other node
     */
    record ReconsiderNodes(List<Id> ones, List<Id> others) implements GraphCommand {
        @Override
        public Schema<ReconsiderNodes> schema() {
            return SamenessCommandSchemas.RECONSIDER_NODES;
        }
    }

    /**
     * Takes a merge apart; both nodes are exactly what they were.
     *
     * @param absorbed the node that was absorbed
     */
    record UnmergeNodes(Id absorbed) implements GraphCommand {
        @Override
        public Schema<UnmergeNodes> schema() {
            return GraphCommandSchemas.UNMERGE_NODES;
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
        @Override
        public Schema<AdoptGraphPolicy> schema() {
            return GraphCommandSchemas.ADOPT_GRAPH_POLICY;
        }
    }
}
