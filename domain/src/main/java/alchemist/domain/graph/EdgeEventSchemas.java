package alchemist.domain.graph;

import alchemist.domain.graph.GraphEvent.EdgeDescribed;
import alchemist.domain.graph.GraphEvent.EdgeWithdrawn;
import alchemist.domain.graph.GraphEvent.NodesConnected;
import alchemist.domain.graph.GraphEvent.NodesDisconnected;
import alchemist.domain.graph.GraphEvent.NodesReconnected;
import alchemist.kernel.schema.Schema;

/**
 * How what becomes of edges is stored: names and tags are a file format, added and never edited.
 */
final class EdgeEventSchemas {
    static final Schema<NodesConnected> NODES_CONNECTED =
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

    static final Schema<EdgeDescribed> EDGE_DESCRIBED =
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

    static final Schema<NodesDisconnected> NODES_DISCONNECTED =
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
                                            s.id(1), s.id(2), s.small(3), s.count(4), s.count(5)));

    static final Schema<NodesReconnected> NODES_RECONNECTED =
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

    static final Schema<EdgeWithdrawn> EDGE_WITHDRAWN =
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
                    .make(s -> new EdgeWithdrawn(s.id(1), s.id(2), s.properties(3), s.count(4)));

    private EdgeEventSchemas() {}
}
