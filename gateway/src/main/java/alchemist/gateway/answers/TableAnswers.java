package alchemist.gateway.answers;

import static alchemist.gateway.answers.Answers.CURSOR;
import static alchemist.gateway.answers.Answers.position;
import static alchemist.gateway.answers.Answers.written;

import alchemist.graph.read.PropertyUse;
import alchemist.graph.read.RowRead;
import alchemist.graph.read.TermRead;
import alchemist.kernel.schema.Schema;
import java.util.List;

/** What is answered as a table: nodes by row, and the terms of the ontology. */
public final class TableAnswers {
    private TableAnswers() {}

    /** A node as the row of a table. */
    public static final Schema<RowRead> ROW =
            written(
                    Schema.<RowRead>record("row", 1, "A node as the row of a table")
                            .record(1, "node", "the node", NodeAnswers.SUMMARY, RowRead::node)
                            .required()
                            .count(2, "neighbors", "how many edges it has", RowRead::neighbors)
                            .required()
                            .time(
                                    3,
                                    "changedAt",
                                    "when the latest of what holds of it came into effect",
                                    RowRead::changedAt,
                                    Long.MIN_VALUE)
                            .required()
                            .properties(
                                    4,
                                    "properties",
                                    "those that were asked for, where they are shown",
                                    RowRead::properties)
                            .required());

    /** Rows at a position. */
    public record RowsAnswer(long position, List<RowRead> rows, String cursor) {}

    /** Rows at a position. */
    public static final Schema<RowsAnswer> ROWS_ANSWER =
            written(
                    position(
                                    Schema.<RowsAnswer>record(
                                            "rows-answer", 1, "Nodes as the rows of a table"),
                                    RowsAnswer::position)
                            .records(2, "rows", "this part of them", ROW, RowsAnswer::rows)
                            .required()
                            .text(3, "cursor", CURSOR, RowsAnswer::cursor));

    /** How a property of a type is used. */
    public static final Schema<PropertyUse> PROPERTY_USE =
            written(
                    Schema.<PropertyUse>record(
                                    "property-use", 1, "How a property of a type is used")
                            .text(1, "key", "the property", PropertyUse::key)
                            .required()
                            .count(
                                    2,
                                    "count",
                                    "how many nodes of the type have it",
                                    PropertyUse::count)
                            .required()
                            .text(
                                    3,
                                    "kind",
                                    "the kind of value that is asked for; absent: any",
                                    PropertyUse::kind)
                            .flag(
                                    4,
                                    "mandatory",
                                    "nodes of the type must have it",
                                    PropertyUse::mandatory)
                            .flag(
                                    5,
                                    "numeric",
                                    "it is a number, where it is found first",
                                    PropertyUse::numeric));

    /** A type or relation. */
    public static final Schema<TermRead> TERM =
            written(
                    Schema.<TermRead>record("term", 1, "A type of nodes, or a relation of edges")
                            .text(1, "term", "the name as sources state it", TermRead::term)
                            .required()
                            .text(2, "label", "the name that is shown", TermRead::label)
                            .required()
                            .flag(
                                    3,
                                    "relation",
                                    "a relation of edges, else a type of nodes",
                                    TermRead::relation)
                            .required()
                            .text(
                                    4,
                                    "standing",
                                    "proposed, accepted or rejected",
                                    TermRead::standing)
                            .required()
                            .count(
                                    5,
                                    "count",
                                    "how many nodes and groups are of the type, or edges of the"
                                            + " relation",
                                    TermRead::count)
                            .required()
                            .records(
                                    6,
                                    "properties",
                                    "what nodes of the type have or must have, by key",
                                    PROPERTY_USE,
                                    TermRead::properties)
                            .required()
                            .text(
                                    7,
                                    "description",
                                    "what it means; absent: nobody says",
                                    TermRead::description));

    /** The ontology at a position. */
    public record OntologyAnswer(long position, List<TermRead> terms) {}

    /** The ontology at a position. */
    public static final Schema<OntologyAnswer> ONTOLOGY_ANSWER =
            written(
                    position(
                                    Schema.<OntologyAnswer>record(
                                            "ontology-answer", 1, "The types and relations"),
                                    OntologyAnswer::position)
                            .records(
                                    2,
                                    "terms",
                                    "in the order in which they came up",
                                    TERM,
                                    OntologyAnswer::terms)
                            .required());
}
