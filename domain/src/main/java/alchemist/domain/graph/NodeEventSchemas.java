package alchemist.domain.graph;

import alchemist.domain.graph.GraphEvent.NodeAdded;
import alchemist.domain.graph.GraphEvent.NodeClassified;
import alchemist.domain.graph.GraphEvent.NodeDeclassified;
import alchemist.domain.graph.GraphEvent.NodeDescribed;
import alchemist.domain.graph.GraphEvent.NodeRenamed;
import alchemist.domain.graph.GraphEvent.NodeRestored;
import alchemist.domain.graph.GraphEvent.NodeRetired;
import alchemist.domain.graph.GraphEvent.NodeWithdrawn;
import alchemist.kernel.schema.Schema;

/**
 * How what becomes of nodes is stored: names and tags are a file format, added and never edited.
 */
final class NodeEventSchemas {
    static final Schema<NodeAdded> NODE_ADDED =
            Schema.<NodeAdded>record("graph.node-added", 1, "A source states that there is a node")
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

    static final Schema<NodeRenamed> NODE_RENAMED =
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

    static final Schema<NodeClassified> NODE_CLASSIFIED =
            Schema.<NodeClassified>record(
                            "graph.node-classified", 1, "A source states that a node is of a type")
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

    static final Schema<NodeDeclassified> NODE_DECLASSIFIED =
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

    static final Schema<NodeDescribed> NODE_DESCRIBED =
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

    static final Schema<NodeRetired> NODE_RETIRED =
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
                                            s.id(1), s.id(2), s.small(3), s.count(4), s.count(5)));

    static final Schema<NodeRestored> NODE_RESTORED =
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
                    .flag(3, "asserted", "it states that the node is there", NodeRestored::asserted)
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

    static final Schema<NodeWithdrawn> NODE_WITHDRAWN =
            Schema.<NodeWithdrawn>record(
                            "graph.node-withdrawn", 1, "A source states nothing of a node any more")
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
                    .flag(7, "formsGroup", "likewise: it was a group", NodeWithdrawn::formsGroup)
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

    private NodeEventSchemas() {}
}
