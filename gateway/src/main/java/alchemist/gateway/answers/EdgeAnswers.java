package alchemist.gateway.answers;

import static alchemist.gateway.answers.Answers.CURSOR;
import static alchemist.gateway.answers.Answers.position;
import static alchemist.gateway.answers.Answers.written;
import static alchemist.gateway.answers.NodeAnswers.SUMMARY;
import static alchemist.gateway.answers.StatementAnswers.PROPERTY;
import static alchemist.gateway.answers.StatementAnswers.SOURCE_REF;
import static alchemist.gateway.answers.StatementAnswers.STATEMENT;

import alchemist.graph.read.EdgeRead;
import alchemist.graph.read.NeighborRead;
import alchemist.kernel.schema.Schema;
import java.util.List;
import java.util.Locale;

/** Edges as the API shows them. */
public final class EdgeAnswers {
    private EdgeAnswers() {}

    /** An edge in short. */
    public static final Schema<NeighborRead> EDGE_REF =
            written(
                    Schema.<NeighborRead>record("edge-summary", 1, "An edge in short")
                            .id(1, "id", "the edge", NeighborRead::edge)
                            .required()
                            .text(2, "type", "its relation; may be empty", NeighborRead::type)
                            .required()
                            .properties(3, "properties", "its properties", NeighborRead::properties)
                            .required());

    /** An edge of a node, and what is at its other end. */
    public static final Schema<NeighborRead> NEIGHBOR =
            written(
                    Schema.<NeighborRead>record(
                                    "neighbor",
                                    1,
                                    "An edge of a node, and what is at its other end")
                            .record(1, "edge", "the edge", EDGE_REF, n -> n)
                            .required()
                            .text(
                                    2,
                                    "direction",
                                    "out or in, seen from the node that was asked for",
                                    n -> n.direction().name().toLowerCase(Locale.ROOT))
                            .required()
                            .record(3, "node", "the other end", SUMMARY, NeighborRead::node)
                            .required());

    /** All of an edge. */
    public static final Schema<EdgeRead> EDGE =
            written(
                    Schema.<EdgeRead>record("edge", 1, "All of an edge")
                            .id(1, "id", "the edge", EdgeRead::id)
                            .required()
                            .text(2, "type", "its relation; may be empty", EdgeRead::type)
                            .required()
                            .record(3, "from", "the node that it leaves", SUMMARY, EdgeRead::from)
                            .required()
                            .record(4, "to", "the node that it enters", SUMMARY, EdgeRead::to)
                            .required()
                            .records(
                                    5,
                                    "properties",
                                    "by key, with all that is stated of them",
                                    PROPERTY,
                                    EdgeRead::properties)
                            .required()
                            .records(
                                    6,
                                    "existenceStatements",
                                    "who states that it is there, or denies it",
                                    STATEMENT,
                                    EdgeRead::existenceStatements)
                            .required()
                            .records(
                                    7,
                                    "sources",
                                    "all who state that it is there",
                                    SOURCE_REF,
                                    EdgeRead::sources)
                            .required()
                            .count(
                                    8,
                                    "addedPosition",
                                    "the position of the first event that stated it",
                                    EdgeRead::addedAt)
                            .required()
                            .time(
                                    9,
                                    "effectiveFrom",
                                    "when it began to be there",
                                    EdgeRead::effectiveFrom,
                                    Long.MIN_VALUE)
                            .required()
                            .time(
                                    10,
                                    "effectiveTo",
                                    "when it ceased to be; absent while it is there",
                                    EdgeRead::effectiveTo,
                                    Long.MAX_VALUE));

    /** An edge at a position. */
    public record EdgeAnswer(long position, EdgeRead edge) {}

    /** An edge at a position. */
    public static final Schema<EdgeAnswer> EDGE_ANSWER =
            written(
                    position(
                                    Schema.<EdgeAnswer>record("edge-answer", 1, "An edge"),
                                    EdgeAnswer::position)
                            .record(2, "edge", "the edge", EDGE, EdgeAnswer::edge)
                            .required());

    /** Neighbours at a position. */
    public record NeighborsAnswer(
            long position, List<NeighborRead> neighbors, String cursor, long total) {}

    /** Neighbours at a position. */
    public static final Schema<NeighborsAnswer> NEIGHBORS_ANSWER =
            written(
                    position(
                                    Schema.<NeighborsAnswer>record(
                                            "neighbors-answer",
                                            1,
                                            "The edges of a node and what they lead to"),
                                    NeighborsAnswer::position)
                            .records(
                                    2,
                                    "neighbors",
                                    "this part of them, outgoing ones first",
                                    NEIGHBOR,
                                    NeighborsAnswer::neighbors)
                            .required()
                            .text(3, "cursor", CURSOR, NeighborsAnswer::cursor)
                            .count(
                                    4,
                                    "total",
                                    "how many there are in all parts",
                                    NeighborsAnswer::total)
                            .required());
}
