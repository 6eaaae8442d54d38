package alchemist.domain.graph;

import alchemist.kernel.schema.Contract;
import java.util.List;

/** The commands and events of the graph. */
public final class GraphContract {
    /** All of them. */
    public static final Contract CONTRACT =
            new Contract(
                    List.of(
                            GraphCommandSchemas.ADD_NODE,
                            GraphCommandSchemas.RENAME_NODE,
                            GraphCommandSchemas.CLASSIFY_NODE,
                            GraphCommandSchemas.DECLASSIFY_NODE,
                            GraphCommandSchemas.DESCRIBE_NODE,
                            GraphCommandSchemas.RETIRE_NODE,
                            GraphCommandSchemas.RESTORE_NODE,
                            GraphCommandSchemas.CONNECT_NODES,
                            GraphCommandSchemas.DESCRIBE_EDGE,
                            GraphCommandSchemas.DISCONNECT_NODES,
                            GraphCommandSchemas.RECONNECT_NODES,
                            GraphCommandSchemas.WITHDRAW_STATEMENTS,
                            GraphCommandSchemas.FORM_GROUP,
                            GraphCommandSchemas.GROUP_NODES,
                            GraphCommandSchemas.UNGROUP_NODES,
                            GraphCommandSchemas.DISSOLVE_GROUP,
                            GraphCommandSchemas.MERGE_NODES,
                            GraphCommandSchemas.UNMERGE_NODES,
                            GraphCommandSchemas.ADOPT_GRAPH_POLICY,
                            SamenessCommandSchemas.MERGE_PAIRS,
                            SamenessCommandSchemas.KEEP_NODES_APART,
                            SamenessCommandSchemas.RECONSIDER_NODES),
                    List.of(
                            NodeEventSchemas.NODE_ADDED,
                            NodeEventSchemas.NODE_RENAMED,
                            NodeEventSchemas.NODE_CLASSIFIED,
                            NodeEventSchemas.NODE_DECLASSIFIED,
                            NodeEventSchemas.NODE_DESCRIBED,
                            NodeEventSchemas.NODE_RETIRED,
                            NodeEventSchemas.NODE_RESTORED,
                            NodeEventSchemas.NODE_WITHDRAWN,
                            EdgeEventSchemas.NODES_CONNECTED,
                            EdgeEventSchemas.EDGE_DESCRIBED,
                            EdgeEventSchemas.NODES_DISCONNECTED,
                            EdgeEventSchemas.NODES_RECONNECTED,
                            EdgeEventSchemas.EDGE_WITHDRAWN,
                            GroupEventSchemas.GROUP_FORMED,
                            GroupEventSchemas.NODE_GROUPED,
                            GroupEventSchemas.GROUP_DISSOLVED,
                            GraphEventSchemas.NODES_MERGED,
                            GraphEventSchemas.NODES_UNMERGED,
                            GraphEventSchemas.THING_REVERTED,
                            GraphEventSchemas.GRAPH_POLICY_ADOPTED,
                            SamenessEventSchemas.NODES_KEPT_APART,
                            SamenessEventSchemas.NODES_RECONSIDERED));

    private GraphContract() {}
}
