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
        static final Schema<NodeAdded> SCHEMA =
                Schema.<NodeAdded>record(
                                "graph.node-added", 1, "A source states that there is a node")
                        .id(1, "node", "the node", NodeAdded::node)
                        .required()
                        .id(
                                2,
                                "source",
                                "the import source or person that states it",
                                NodeAdded::source)
                        .required()
                        .value(3, "name", "the display name", NodeAdded::name)
                        .texts(4, "types", "its types", NodeAdded::types)
                        .properties(5, "properties", "its properties", NodeAdded::properties)
                        .id(6, "group", "the group it is in", NodeAdded::group)
                        .count(
                                7,
                                "since",
                                "position from which it counts; absent: of this event",
                                NodeAdded::since)
                        .make(
                                s ->
                                        new NodeAdded(
                                                s.id(1),
                                                s.id(2),
                                                s.value(3),
                                                s.list(4),
                                                s.properties(5),
                                                s.id(6),
                                                s.count(7)));

        @Override
        public Schema<NodeAdded> schema() {
            return SCHEMA;
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
        static final Schema<NodeRenamed> SCHEMA =
                Schema.<NodeRenamed>record(
                                "graph.node-renamed", 1, "A source states another display name")
                        .id(1, "node", "the node", NodeRenamed::node)
                        .required()
                        .id(
                                2,
                                "source",
                                "the import source or person that states it",
                                NodeRenamed::source)
                        .required()
                        .value(
                                3,
                                "name",
                                "the display name; absent: it states none any more",
                                NodeRenamed::name)
                        .value(4, "previous", "what it stated before", NodeRenamed::previous)
                        .count(
                                5,
                                "previousSince",
                                "position from which the former statement counted; absent: there was none",
                                NodeRenamed::previousSince)
                        .count(
                                6,
                                "since",
                                "position from which it counts; absent: of this event",
                                NodeRenamed::since)
                        .make(
                                s ->
                                        new NodeRenamed(
                                                s.id(1),
                                                s.id(2),
                                                s.value(3),
                                                s.value(4),
                                                s.count(5),
                                                s.count(6)));

        @Override
        public Schema<NodeRenamed> schema() {
            return SCHEMA;
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
        static final Schema<NodeClassified> SCHEMA =
                Schema.<NodeClassified>record(
                                "graph.node-classified",
                                1,
                                "A source states that a node is of a type")
                        .id(1, "node", "the node", NodeClassified::node)
                        .required()
                        .id(
                                2,
                                "source",
                                "the import source or person that states it",
                                NodeClassified::source)
                        .required()
                        .text(3, "type", "the type", NodeClassified::type)
                        .required()
                        .count(
                                4,
                                "previous",
                                "what it stated before: 0 nothing, 1 that it is of the type, 2 that it is not",
                                NodeClassified::previous)
                        .count(
                                5,
                                "previousSince",
                                "position from which that counted",
                                NodeClassified::previousSince)
                        .count(
                                6,
                                "since",
                                "position from which it counts; absent: of this event",
                                NodeClassified::since)
                        .make(
                                s ->
                                        new NodeClassified(
                                                s.id(1),
                                                s.id(2),
                                                s.text(3),
                                                s.small(4),
                                                s.count(5),
                                                s.count(6)));

        @Override
        public Schema<NodeClassified> schema() {
            return SCHEMA;
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
        static final Schema<NodeDeclassified> SCHEMA =
                Schema.<NodeDeclassified>record(
                                "graph.node-declassified",
                                1,
                                "A source states that a node is not of a type, or states nothing of that any more")
                        .id(1, "node", "the node", NodeDeclassified::node)
                        .required()
                        .id(
                                2,
                                "source",
                                "the import source or person that states it",
                                NodeDeclassified::source)
                        .required()
                        .text(3, "type", "the type", NodeDeclassified::type)
                        .required()
                        .flag(
                                4,
                                "denied",
                                "it states that the node is not of the type",
                                NodeDeclassified::denied)
                        .count(
                                5,
                                "previous",
                                "what it stated before: 0 nothing, 1 that it is of the type, 2 that it is not",
                                NodeDeclassified::previous)
                        .count(
                                6,
                                "previousSince",
                                "position from which that counted",
                                NodeDeclassified::previousSince)
                        .count(
                                7,
                                "since",
                                "position from which it counts; absent: of this event",
                                NodeDeclassified::since)
                        .make(
                                s ->
                                        new NodeDeclassified(
                                                s.id(1),
                                                s.id(2),
                                                s.text(3),
                                                s.flag(4),
                                                s.small(5),
                                                s.count(6),
                                                s.count(7)));

        @Override
        public Schema<NodeDeclassified> schema() {
            return SCHEMA;
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
        static final Schema<NodeDescribed> SCHEMA =
                Schema.<NodeDescribed>record(
                                "graph.node-described", 1, "A source states properties of a node")
                        .id(1, "node", "the node", NodeDescribed::node)
                        .required()
                        .id(
                                2,
                                "source",
                                "the import source or person that states it",
                                NodeDescribed::source)
                        .required()
                        .records(
                                3,
                                "changes",
                                "each property that differs",
                                PropertyStated.SCHEMA,
                                NodeDescribed::changes)
                        .required()
                        .make(s -> new NodeDescribed(s.id(1), s.id(2), s.list(3)));

        @Override
        public Schema<NodeDescribed> schema() {
            return SCHEMA;
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
        static final Schema<NodeRetired> SCHEMA =
                Schema.<NodeRetired>record(
                                "graph.node-retired", 1, "A source states that a node is no more")
                        .id(1, "node", "the node", NodeRetired::node)
                        .required()
                        .id(
                                2,
                                "source",
                                "the import source or person that states it",
                                NodeRetired::source)
                        .required()
                        .count(
                                3,
                                "previous",
                                "what it stated before: 0 nothing, 1 that it is there, 2 that it is not",
                                NodeRetired::previous)
                        .count(
                                4,
                                "previousSince",
                                "position from which that counted",
                                NodeRetired::previousSince)
                        .count(
                                5,
                                "since",
                                "position from which it counts; absent: of this event",
                                NodeRetired::since)
                        .make(
                                s ->
                                        new NodeRetired(
                                                s.id(1),
                                                s.id(2),
                                                s.small(3),
                                                s.count(4),
                                                s.count(5)));

        @Override
        public Schema<NodeRetired> schema() {
            return SCHEMA;
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
        static final Schema<NodeRestored> SCHEMA =
                Schema.<NodeRestored>record(
                                "graph.node-restored",
                                1,
                                "A source states that a node is there after all, or states nothing of that any more")
                        .id(1, "node", "the node", NodeRestored::node)
                        .required()
                        .id(
                                2,
                                "source",
                                "the import source or person that states it",
                                NodeRestored::source)
                        .required()
                        .flag(
                                3,
                                "asserted",
                                "it states that the node is there",
                                NodeRestored::asserted)
                        .count(
                                4,
                                "previous",
                                "what it stated before: 0 nothing, 1 that it is there, 2 that it is not",
                                NodeRestored::previous)
                        .count(
                                5,
                                "previousSince",
                                "position from which that counted",
                                NodeRestored::previousSince)
                        .count(
                                6,
                                "since",
                                "position from which it counts; absent: of this event",
                                NodeRestored::since)
                        .make(
                                s ->
                                        new NodeRestored(
                                                s.id(1),
                                                s.id(2),
                                                s.flag(3),
                                                s.small(4),
                                                s.count(5),
                                                s.count(6)));

        @Override
        public Schema<NodeRestored> schema() {
            return SCHEMA;
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
        static final Schema<NodeWithdrawn> SCHEMA =
                Schema.<NodeWithdrawn>record(
                                "graph.node-withdrawn",
                                1,
                                "A source states nothing of a node any more")
                        .id(1, "node", "the node", NodeWithdrawn::node)
                        .required()
                        .id(
                                2,
                                "source",
                                "the import source or person that states it",
                                NodeWithdrawn::source)
                        .required()
                        .value(
                                3,
                                "name",
                                "what it had stated, where the withdrawal may be taken back",
                                NodeWithdrawn::name)
                        .texts(4, "types", "likewise", NodeWithdrawn::types)
                        .properties(5, "properties", "likewise", NodeWithdrawn::properties)
                        .id(6, "group", "likewise", NodeWithdrawn::group)
                        .flag(
                                7,
                                "formsGroup",
                                "likewise: it was a group",
                                NodeWithdrawn::formsGroup)
                        .count(
                                8,
                                "previousSince",
                                "position from which the former statement counted; absent: there was none",
                                NodeWithdrawn::previousSince)
                        .make(
                                s ->
                                        new NodeWithdrawn(
                                                s.id(1),
                                                s.id(2),
                                                s.value(3),
                                                s.list(4),
                                                s.properties(5),
                                                s.id(6),
                                                s.flag(7),
                                                s.count(8)));

        @Override
        public Schema<NodeWithdrawn> schema() {
            return SCHEMA;
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
        static final Schema<NodesConnected> SCHEMA =
                Schema.<NodesConnected>record(
                                "graph.nodes-connected",
                                1,
                                "A source states that an edge leads from one node to another")
                        .id(1, "edge", "the edge", NodesConnected::edge)
                        .required()
                        .id(
                                2,
                                "source",
                                "the import source or person that states it",
                                NodesConnected::source)
                        .required()
                        .id(3, "from", "the node it leaves", NodesConnected::from)
                        .required()
                        .id(4, "to", "the node it enters", NodesConnected::to)
                        .required()
                        .text(5, "type", "its relation; may be empty", NodesConnected::type)
                        .properties(6, "properties", "its properties", NodesConnected::properties)
                        .count(
                                7,
                                "since",
                                "position from which it counts; absent: of this event",
                                NodesConnected::since)
                        .make(
                                s ->
                                        new NodesConnected(
                                                s.id(1),
                                                s.id(2),
                                                s.id(3),
                                                s.id(4),
                                                s.text(5),
                                                s.properties(6),
                                                s.count(7)));

        @Override
        public Schema<NodesConnected> schema() {
            return SCHEMA;
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
        static final Schema<EdgeDescribed> SCHEMA =
                Schema.<EdgeDescribed>record(
                                "graph.edge-described", 1, "A source states properties of an edge")
                        .id(1, "edge", "the edge", EdgeDescribed::edge)
                        .required()
                        .id(
                                2,
                                "source",
                                "the import source or person that states it",
                                EdgeDescribed::source)
                        .required()
                        .records(
                                3,
                                "changes",
                                "each property that differs",
                                PropertyStated.SCHEMA,
                                EdgeDescribed::changes)
                        .required()
                        .make(s -> new EdgeDescribed(s.id(1), s.id(2), s.list(3)));

        @Override
        public Schema<EdgeDescribed> schema() {
            return SCHEMA;
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
        static final Schema<NodesDisconnected> SCHEMA =
                Schema.<NodesDisconnected>record(
                                "graph.nodes-disconnected",
                                1,
                                "A source states that an edge is no more")
                        .id(1, "edge", "the edge", NodesDisconnected::edge)
                        .required()
                        .id(
                                2,
                                "source",
                                "the import source or person that states it",
                                NodesDisconnected::source)
                        .required()
                        .count(
                                3,
                                "previous",
                                "what it stated before: 0 nothing, 1 that it is there, 2 that it is not",
                                NodesDisconnected::previous)
                        .count(
                                4,
                                "previousSince",
                                "position from which that counted",
                                NodesDisconnected::previousSince)
                        .count(
                                5,
                                "since",
                                "position from which it counts; absent: of this event",
                                NodesDisconnected::since)
                        .make(
                                s ->
                                        new NodesDisconnected(
                                                s.id(1),
                                                s.id(2),
                                                s.small(3),
                                                s.count(4),
                                                s.count(5)));

        @Override
        public Schema<NodesDisconnected> schema() {
            return SCHEMA;
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
        static final Schema<NodesReconnected> SCHEMA =
                Schema.<NodesReconnected>record(
                                "graph.nodes-reconnected",
                                1,
                                "A source states that an edge is there after all, or states nothing of that any more")
                        .id(1, "edge", "the edge", NodesReconnected::edge)
                        .required()
                        .id(
                                2,
                                "source",
                                "the import source or person that states it",
                                NodesReconnected::source)
                        .required()
                        .flag(
                                3,
                                "asserted",
                                "it states that the edge is there",
                                NodesReconnected::asserted)
                        .count(
                                4,
                                "previous",
                                "what it stated before: 0 nothing, 1 that it is there, 2 that it is not",
                                NodesReconnected::previous)
                        .count(
                                5,
                                "previousSince",
                                "position from which that counted",
                                NodesReconnected::previousSince)
                        .count(
                                6,
                                "since",
                                "position from which it counts; absent: of this event",
                                NodesReconnected::since)
                        .make(
                                s ->
                                        new NodesReconnected(
                                                s.id(1),
                                                s.id(2),
                                                s.flag(3),
                                                s.small(4),
                                                s.count(5),
                                                s.count(6)));

        @Override
        public Schema<NodesReconnected> schema() {
            return SCHEMA;
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
        static final Schema<EdgeWithdrawn> SCHEMA =
                Schema.<EdgeWithdrawn>record(
                                "graph.edge-withdrawn",
                                1,
                                "A source states nothing of an edge any more")
                        .id(1, "edge", "the edge", EdgeWithdrawn::edge)
                        .required()
                        .id(
                                2,
                                "source",
                                "the import source or person that states it",
                                EdgeWithdrawn::source)
                        .required()
                        .properties(
                                3,
                                "properties",
                                "what it had stated, where the withdrawal may be taken back",
                                EdgeWithdrawn::properties)
                        .count(
                                4,
                                "previousSince",
                                "position from which the former statement counted; absent: there was none",
                                EdgeWithdrawn::previousSince)
                        .make(
                                s ->
                                        new EdgeWithdrawn(
                                                s.id(1), s.id(2), s.properties(3), s.count(4)));

        @Override
        public Schema<EdgeWithdrawn> schema() {
            return SCHEMA;
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
        static final Schema<GroupFormed> SCHEMA =
                Schema.<GroupFormed>record(
                                "graph.group-formed", 1, "A source states that there is a group")
                        .id(1, "group", "the group", GroupFormed::group)
                        .required()
                        .id(
                                2,
                                "source",
                                "the import source or person that states it",
                                GroupFormed::source)
                        .required()
                        .value(3, "name", "the display name", GroupFormed::name)
                        .texts(4, "types", "its types", GroupFormed::types)
                        .properties(5, "properties", "its properties", GroupFormed::properties)
                        .id(6, "within", "the group that it is in", GroupFormed::within)
                        .count(
                                7,
                                "since",
                                "position from which it counts; absent: of this event",
                                GroupFormed::since)
                        .make(
                                s ->
                                        new GroupFormed(
                                                s.id(1),
                                                s.id(2),
                                                s.value(3),
                                                s.list(4),
                                                s.properties(5),
                                                s.id(6),
                                                s.count(7)));

        @Override
        public Schema<GroupFormed> schema() {
            return SCHEMA;
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
        static final Schema<NodeGrouped> SCHEMA =
                Schema.<NodeGrouped>record(
                                "graph.node-grouped",
                                1,
                                "A source states which group a node or group is in")
                        .id(1, "node", "the node", NodeGrouped::node)
                        .required()
                        .id(
                                2,
                                "source",
                                "the import source or person that states it",
                                NodeGrouped::source)
                        .required()
                        .id(3, "group", "the group; absent: none", NodeGrouped::group)
                        .flag(
                                4,
                                "denied",
                                "that it is in no group is what is stated",
                                NodeGrouped::denied)
                        .id(5, "previous", "the group that it stated before", NodeGrouped::previous)
                        .flag(
                                6,
                                "previousDenied",
                                "it had stated that it is in no group",
                                NodeGrouped::previousDenied)
                        .count(
                                7,
                                "previousSince",
                                "position from which the former statement counted; absent: there was none",
                                NodeGrouped::previousSince)
                        .count(
                                8,
                                "since",
                                "position from which it counts; absent: of this event",
                                NodeGrouped::since)
                        .make(
                                s ->
                                        new NodeGrouped(
                                                s.id(1),
                                                s.id(2),
                                                s.id(3),
                                                s.flag(4),
                                                s.id(5),
                                                s.flag(6),
                                                s.count(7),
                                                s.count(8)));

        @Override
        public Schema<NodeGrouped> schema() {
            return SCHEMA;
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
        static final Schema<GroupDissolved> SCHEMA =
                Schema.<GroupDissolved>record(
                                "graph.group-dissolved",
                                1,
                                "A source states that a group is no more; its members stay")
                        .id(1, "group", "the group", GroupDissolved::group)
                        .required()
                        .id(
                                2,
                                "source",
                                "the import source or person that states it",
                                GroupDissolved::source)
                        .required()
                        .count(
                                3,
                                "previous",
                                "what it stated before: 0 nothing, 1 that it is there, 2 that it is not",
                                GroupDissolved::previous)
                        .count(
                                4,
                                "previousSince",
                                "position from which that counted",
                                GroupDissolved::previousSince)
                        .count(
                                5,
                                "since",
                                "position from which it counts; absent: of this event",
                                GroupDissolved::since)
                        .make(
                                s ->
                                        new GroupDissolved(
                                                s.id(1),
                                                s.id(2),
                                                s.small(3),
                                                s.count(4),
                                                s.count(5)));

        @Override
        public Schema<GroupDissolved> schema() {
            return SCHEMA;
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
     */
    record NodesMerged(Id survivor, Id absorbed, Id source) implements GraphEvent {
        static final Schema<NodesMerged> SCHEMA =
                Schema.<NodesMerged>record("graph.nodes-merged", 1, "Two nodes are the same thing")
                        .id(1, "survivor", "the node that stays", NodesMerged::survivor)
                        .required()
                        .id(2, "absorbed", "the node that is shown as it", NodesMerged::absorbed)
                        .required()
                        .id(
                                3,
                                "source",
                                "the import source or person that states it",
                                NodesMerged::source)
                        .required()
                        .make(s -> new NodesMerged(s.id(1), s.id(2), s.id(3)));

        @Override
        public Schema<NodesMerged> schema() {
            return SCHEMA;
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
     */
    record NodesUnmerged(Id survivor, Id absorbed, Id source) implements GraphEvent {
        static final Schema<NodesUnmerged> SCHEMA =
                Schema.<NodesUnmerged>record(
                                "graph.nodes-unmerged",
                                1,
                                "Two nodes are not the same thing after all")
                        .id(1, "survivor", "the node that had stayed", NodesUnmerged::survivor)
                        .required()
                        .id(
                                2,
                                "absorbed",
                                "the node that stands for itself again",
                                NodesUnmerged::absorbed)
                        .required()
                        .id(
                                3,
                                "source",
                                "the import source or person that states it",
                                NodesUnmerged::source)
                        .required()
                        .make(s -> new NodesUnmerged(s.id(1), s.id(2), s.id(3)));

        @Override
        public Schema<NodesUnmerged> schema() {
            return SCHEMA;
        }

        @Override
        public Id entity() {
            return survivor;
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
        static final Schema<ThingReverted> SCHEMA =
                Schema.<ThingReverted>record(
                                "graph.thing-reverted",
                                1,
                                "What a source states of a thing is again what it stated at a former position")
                        .id(1, "thing", "the node or edge", ThingReverted::thing)
                        .required()
                        .id(
                                2,
                                "source",
                                "the import source or person that states it",
                                ThingReverted::source)
                        .required()
                        .count(
                                3,
                                "to",
                                "the position; absent: before the source stated anything",
                                ThingReverted::to)
                        .make(s -> new ThingReverted(s.id(1), s.id(2), s.count(3)));

        @Override
        public Schema<ThingReverted> schema() {
            return SCHEMA;
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
        static final Schema<GraphPolicyAdopted> SCHEMA =
                Schema.<GraphPolicyAdopted>record(
                                "graph.graph-policy-adopted",
                                1,
                                "What edges the graph may have is decided")
                        .flag(
                                1,
                                "refuseSelfLoops",
                                "self-loops are refused",
                                GraphPolicyAdopted::refuseSelfLoops)
                        .flag(
                                2,
                                "refuseParallelEdges",
                                "parallel edges are refused",
                                GraphPolicyAdopted::refuseParallelEdges)
                        .flag(
                                3,
                                "previousRefuseSelfLoops",
                                "the former policy",
                                GraphPolicyAdopted::previousRefuseSelfLoops)
                        .flag(
                                4,
                                "previousRefuseParallelEdges",
                                "the former policy",
                                GraphPolicyAdopted::previousRefuseParallelEdges)
                        .make(
                                s ->
                                        new GraphPolicyAdopted(
                                                s.flag(1), s.flag(2), s.flag(3), s.flag(4)));

        @Override
        public Schema<GraphPolicyAdopted> schema() {
            return SCHEMA;
        }

        @Override
        public Id entity() {
            return Id.NONE;
        }
    }
}
