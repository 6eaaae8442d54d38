package alchemist.domain.graph;

import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.schema.Schema;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.List;

/** What became of the graph: who states what of which thing. */
public sealed interface GraphEvent extends Event {

    /**
     * A source states that there is a node.
     *
     * @param node the node
     * @param source the import source or person that states it
     * @param name the display name
     * @param types its types
     * @param properties its properties
     * @param group the group it is in
     * @param since position from which it counts; absent: of this event
     */
    record NodeAdded(
            Id node,
            Id source,
            Value name,
            List<String> types,
            Properties properties,
            Id group,
            long since)
            implements GraphEvent {
        @Override
        public Schema<NodeAdded> schema() {
            return NodeEventSchemas.NODE_ADDED;
        }

        @Override
        public Id entity() {
            return node;
        }
    }

    /**
     * A source states another display name.
     *
     * @param node the node
     * @param source the import source or person that states it
     * @param name the display name; absent: it states none any more
     * @param previous what it stated before
     * @param previousSince position from which the former statement counted; absent: there was none
     * @param since position from which it counts; absent: of this event
     */
    record NodeRenamed(
            Id node, Id source, Value name, Value previous, long previousSince, long since)
            implements GraphEvent {
        @Override
        public Schema<NodeRenamed> schema() {
            return NodeEventSchemas.NODE_RENAMED;
        }

        @Override
        public Id entity() {
            return node;
        }
    }

    /**
     * A source states that a node is of a type.
     *
     * @param node the node
     * @param source the import source or person that states it
     * @param type the type
     * @param previous what it stated before: 0 nothing, 1 that it is of the type, 2 that it is not
     * @param previousSince position from which that counted
     * @param since position from which it counts; absent: of this event
     */
    record NodeClassified(
            Id node, Id source, String type, int previous, long previousSince, long since)
            implements GraphEvent {
        @Override
        public Schema<NodeClassified> schema() {
            return NodeEventSchemas.NODE_CLASSIFIED;
        }

        @Override
        public Id entity() {
            return node;
        }
    }

    /**
     * A source states that a node is not of a type, or states nothing of that any more.
     *
     * @param node the node
     * @param source the import source or person that states it
     * @param type the type
     * @param denied it states that the node is not of the type
     * @param previous what it stated before: 0 nothing, 1 that it is of the type, 2 that it is not
     * @param previousSince position from which that counted
     * @param since position from which it counts; absent: of this event
     */
    record NodeDeclassified(
            Id node,
            Id source,
            String type,
            boolean denied,
            int previous,
            long previousSince,
            long since)
            implements GraphEvent {
        @Override
        public Schema<NodeDeclassified> schema() {
            return NodeEventSchemas.NODE_DECLASSIFIED;
        }

        @Override
        public Id entity() {
            return node;
        }
    }

    /**
     * A source states properties of a node.
     *
     * @param node the node
     * @param source the import source or person that states it
     * @param changes each property that differs
     */
    record NodeDescribed(Id node, Id source, List<PropertyStated> changes) implements GraphEvent {
        @Override
        public Schema<NodeDescribed> schema() {
            return NodeEventSchemas.NODE_DESCRIBED;
        }

        @Override
        public Id entity() {
            return node;
        }
    }

    /**
     * A source states that a node is no more.
     *
     * @param node the node
     * @param source the import source or person that states it
     * @param previous what it stated before: 0 nothing, 1 that it is there, 2 that it is not
     * @param previousSince position from which that counted
     * @param since position from which it counts; absent: of this event
     */
    record NodeRetired(Id node, Id source, int previous, long previousSince, long since)
            implements GraphEvent {
        @Override
        public Schema<NodeRetired> schema() {
            return NodeEventSchemas.NODE_RETIRED;
        }

        @Override
        public Id entity() {
            return node;
        }
    }

    /**
     * A source states that a node is there after all, or states nothing of that any more.
     *
     * @param node the node
     * @param source the import source or person that states it
     * @param asserted it states that the node is there
     * @param previous what it stated before: 0 nothing, 1 that it is there, 2 that it is not
     * @param previousSince position from which that counted
     * @param since position from which it counts; absent: of this event
     */
    record NodeRestored(
            Id node, Id source, boolean asserted, int previous, long previousSince, long since)
            implements GraphEvent {
        @Override
        public Schema<NodeRestored> schema() {
            return NodeEventSchemas.NODE_RESTORED;
        }

        @Override
        public Id entity() {
            return node;
        }
    }

    /**
     * A source states nothing of a node any more.
     *
     * @param node the node
     * @param source the import source or person that states it
     * @param name what it had stated, where the withdrawal may be taken back
     * @param types likewise
     * @param properties likewise
     * @param group likewise
     * @param formsGroup likewise: it was a group
     * @param previousSince position from which the former statement counted; absent: there was none
     */
    record NodeWithdrawn(
            Id node,
            Id source,
            Value name,
            List<String> types,
            Properties properties,
            Id group,
            boolean formsGroup,
            long previousSince)
            implements GraphEvent {
        @Override
        public Schema<NodeWithdrawn> schema() {
            return NodeEventSchemas.NODE_WITHDRAWN;
        }

        @Override
        public Id entity() {
            return node;
        }
    }

    /**
     * A source states that an edge leads from one node to another.
     *
     * @param edge the edge
     * @param source the import source or person that states it
     * @param from the node it leaves
     * @param to the node it enters
     * @param type its relation; may be empty
     * @param properties its properties
     * @param since position from which it counts; absent: of this event
     */
    record NodesConnected(
            Id edge, Id source, Id from, Id to, String type, Properties properties, long since)
            implements GraphEvent {
        @Override
        public Schema<NodesConnected> schema() {
            return EdgeEventSchemas.NODES_CONNECTED;
        }

        @Override
        public Id entity() {
            return edge;
        }
    }

    /**
     * A source states properties of an edge.
     *
     * @param edge the edge
     * @param source the import source or person that states it
     * @param changes each property that differs
     */
    record EdgeDescribed(Id edge, Id source, List<PropertyStated> changes) implements GraphEvent {
        @Override
        public Schema<EdgeDescribed> schema() {
            return EdgeEventSchemas.EDGE_DESCRIBED;
        }

        @Override
        public Id entity() {
            return edge;
        }
    }

    /**
     * A source states that an edge is no more.
     *
     * @param edge the edge
     * @param source the import source or person that states it
     * @param previous what it stated before: 0 nothing, 1 that it is there, 2 that it is not
     * @param previousSince position from which that counted
     * @param since position from which it counts; absent: of this event
     */
    record NodesDisconnected(Id edge, Id source, int previous, long previousSince, long since)
            implements GraphEvent {
        @Override
        public Schema<NodesDisconnected> schema() {
            return EdgeEventSchemas.NODES_DISCONNECTED;
        }

        @Override
        public Id entity() {
            return edge;
        }
    }

    /**
     * A source states that an edge is there after all, or states nothing of that any more.
     *
     * @param edge the edge
     * @param source the import source or person that states it
     * @param asserted it states that the edge is there
     * @param previous what it stated before: 0 nothing, 1 that it is there, 2 that it is not
     * @param previousSince position from which that counted
     * @param since position from which it counts; absent: of this event
     */
    record NodesReconnected(
            Id edge, Id source, boolean asserted, int previous, long previousSince, long since)
            implements GraphEvent {
        @Override
        public Schema<NodesReconnected> schema() {
            return EdgeEventSchemas.NODES_RECONNECTED;
        }

        @Override
        public Id entity() {
            return edge;
        }
    }

    /**
     * A source states nothing of an edge any more.
     *
     * @param edge the edge
     * @param source the import source or person that states it
     * @param properties what it had stated, where the withdrawal may be taken back
     * @param previousSince position from which the former statement counted; absent: there was none
     */
    record EdgeWithdrawn(Id edge, Id source, Properties properties, long previousSince)
            implements GraphEvent {
        @Override
        public Schema<EdgeWithdrawn> schema() {
            return EdgeEventSchemas.EDGE_WITHDRAWN;
        }

        @Override
        public Id entity() {
            return edge;
        }
    }

    /**
     * A source states that there is a group.
     *
     * @param group the group
     * @param source the import source or person that states it
     * @param name the display name
     * @param types its types
     * @param properties its properties
     * @param within the group that it is in
     * @param since position from which it counts; absent: of this event
     */
    record GroupFormed(
            Id group,
            Id source,
            Value name,
            List<String> types,
            Properties properties,
            Id within,
            long since)
            implements GraphEvent {
        @Override
        public Schema<GroupFormed> schema() {
            return GroupEventSchemas.GROUP_FORMED;
        }

        @Override
        public Id entity() {
            return group;
        }
    }

    /**
     * A source states which group a node or group is in.
     *
     * @param node the node
     * @param source the import source or person that states it
     * @param group the group; absent: none
     * @param denied that it is in no group is what is stated
     * @param previous the group that it stated before
     * @param previousDenied it had stated that it is in no group
     * @param previousSince position from which the former statement counted; absent: there was none
     * @param since position from which it counts; absent: of this event
     */
    record NodeGrouped(
            Id node,
            Id source,
            Id group,
            boolean denied,
            Id previous,
            boolean previousDenied,
            long previousSince,
            long since)
            implements GraphEvent {
        @Override
        public Schema<NodeGrouped> schema() {
            return GroupEventSchemas.NODE_GROUPED;
        }

        @Override
        public Id entity() {
            return node;
        }
    }

    /**
     * A source states that a group is no more; its members stay.
     *
     * @param group the group
     * @param source the import source or person that states it
     * @param previous what it stated before: 0 nothing, 1 that it is there, 2 that it is not
     * @param previousSince position from which that counted
     * @param since position from which it counts; absent: of this event
     */
    record GroupDissolved(Id group, Id source, int previous, long previousSince, long since)
            implements GraphEvent {
        @Override
        public Schema<GroupDissolved> schema() {
            return GroupEventSchemas.GROUP_DISSOLVED;
        }

        @Override
        public Id entity() {
            return group;
        }
    }

    /**
     * Two nodes are the same thing.
     *
     * @param survivor the node that stays
     * @param absorbed the node that is shown as it
     * @param source the import source or person that states it
     * @param since the position from which it counts; 0: this event's
     */
    record NodesMerged(Id survivor, Id absorbed, Id source, long since) implements GraphEvent {
        @Override
        public Schema<NodesMerged> schema() {
            return GraphEventSchemas.NODES_MERGED;
        }

        @Override
        public Id entity() {
            return survivor;
        }
    }

    /**
     * Two nodes are not the same thing after all.
     *
     * @param survivor the node that had stayed
     * @param absorbed the node that stands for itself again
     * @param source the import source or person that states it
     * @param previousSince the position from which the merge had counted; 0: not known
     */
    record NodesUnmerged(Id survivor, Id absorbed, Id source, long previousSince)
            implements GraphEvent {
        @Override
        public Schema<NodesUnmerged> schema() {
            return GraphEventSchemas.NODES_UNMERGED;
        }

        @Override
        public Id entity() {
            return survivor;
        }
    }

    /**
     * Two nodes are not the same thing, however alike they look.
     *
     * @param one a node
     * @param other another
     * @param source the person that states it
     */
    record NodesKeptApart(Id one, Id other, Id source) implements GraphEvent {
        @Override
        public Schema<NodesKeptApart> schema() {
            return SamenessEventSchemas.NODES_KEPT_APART;
        }

        @Override
        public Id entity() {
            return one;
        }
    }

    /**
     * Whether two nodes are the same thing is open again.
     *
     * @param one a node
     * @param other another
     * @param source the person that states it
     */
    record NodesReconsidered(Id one, Id other, Id source) implements GraphEvent {
        @Override
        public Schema<NodesReconsidered> schema() {
            return SamenessEventSchemas.NODES_RECONSIDERED;
        }

        @Override
        public Id entity() {
            return one;
        }
    }

    /**
     * What a source states of a thing is again what it stated at a former position.
     *
     * @param thing the node or edge
     * @param source the import source or person that states it
     * @param to the position; absent: before the source stated anything
     */
    record ThingReverted(Id thing, Id source, long to) implements GraphEvent {
        @Override
        public Schema<ThingReverted> schema() {
            return GraphEventSchemas.THING_REVERTED;
        }

        @Override
        public Id entity() {
            return thing;
        }
    }

    /**
     * What edges the graph may have is decided.
     *
     * @param refuseSelfLoops self-loops are refused
     * @param refuseParallelEdges parallel edges are refused
     * @param previousRefuseSelfLoops the former policy
     * @param previousRefuseParallelEdges the former policy
     */
    record GraphPolicyAdopted(
            boolean refuseSelfLoops,
            boolean refuseParallelEdges,
            boolean previousRefuseSelfLoops,
            boolean previousRefuseParallelEdges)
            implements GraphEvent {
        @Override
        public Schema<GraphPolicyAdopted> schema() {
            return GraphEventSchemas.GRAPH_POLICY_ADOPTED;
        }

        @Override
        public Id entity() {
            return Id.NONE;
        }
    }
}
