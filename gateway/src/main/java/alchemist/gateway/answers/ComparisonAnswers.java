package alchemist.gateway.answers;

import static alchemist.gateway.answers.Answers.name;
import static alchemist.gateway.answers.Answers.written;

import alchemist.exchange.imports.Diff;
import alchemist.graph.read.Change;
import alchemist.graph.read.Comparison;
import alchemist.kernel.schema.Schema;

/** What differs between two moments. */
public final class ComparisonAnswers {
    private ComparisonAnswers() {}

    /** Something shown that differs. */
    public static final Schema<Change.Field> FIELD =
            written(
                    Schema.<Change.Field>record("changed-field", 1, "Something shown that differs")
                            .text(1, "what", "name, type, group or property", Change.Field::what)
                            .required()
                            .text(2, "key", "the property or type; else absent", Change.Field::key)
                            .value(
                                    3,
                                    "before",
                                    "absent where it was not there",
                                    Change.Field::before)
                            .value(
                                    4,
                                    "after",
                                    "absent where it is not there",
                                    Change.Field::after));

    /** A thing that differs. */
    public static final Schema<Change> CHANGE =
            written(
                    name(
                                    Schema.<Change>record("change", 1, "A thing that differs")
                                            .text(
                                                    1,
                                                    "kind",
                                                    "added, changed or removed",
                                                    c -> c.kind().text())
                                            .required()
                                            .id(2, "thing", "the node or edge", Change::thing)
                                            .required()
                                            .flag(3, "isEdge", "it is an edge", Change::isEdge)
                                            .required(),
                                    4,
                                    Change::name)
                            .texts(6, "types", "of a node; the relation of an edge", Change::types)
                            .required()
                            .text(7, "path", "the file that it stands in", Change::path)
                            .record(
                                    8,
                                    "from",
                                    "what an edge leaves",
                                    NodeAnswers.SUMMARY,
                                    Change::from)
                            .record(9, "to", "what an edge enters", NodeAnswers.SUMMARY, Change::to)
                            .records(
                                    10,
                                    "fields",
                                    "what differs, where it was and is there",
                                    FIELD,
                                    Change::fields));

    /** How much differs of one kind. */
    public static final Schema<Comparison.Total> TOTAL =
            written(
                    Schema.<Comparison.Total>record(
                                    "change-total", 1, "How much differs of one kind")
                            .text(1, "kind", "added, changed or removed", t -> t.kind().text())
                            .required()
                            .flag(2, "isEdge", "they are edges", Comparison.Total::isEdge)
                            .required()
                            .text(3, "type", "or relation; may be empty", Comparison.Total::type)
                            .required()
                            .count(4, "count", "how many", Comparison.Total::count)
                            .required());

    /** What differs between two moments. */
    public static final Schema<Comparison> COMPARISON =
            written(
                    Schema.<Comparison>record("comparison", 1, "What differs between two moments")
                            .count(1, "position", "that of the later moment", Comparison::to)
                            .required()
                            .count(2, "since", "that of the moment compared with", Comparison::from)
                            .required()
                            .record(
                                    3,
                                    "added",
                                    "how much was not there",
                                    ImportAnswers.COUNT,
                                    c -> count(c, Change.Kind.ADDED))
                            .required()
                            .record(
                                    4,
                                    "changed",
                                    "of how much something else is shown",
                                    ImportAnswers.COUNT,
                                    c -> count(c, Change.Kind.CHANGED))
                            .required()
                            .record(
                                    5,
                                    "removed",
                                    "how much is not there any more",
                                    ImportAnswers.COUNT,
                                    c -> count(c, Change.Kind.REMOVED))
                            .required()
                            .records(
                                    6,
                                    "totals",
                                    "nodes before edges, first the most",
                                    TOTAL,
                                    Comparison::totals)
                            .required()
                            .records(
                                    7,
                                    "changes",
                                    "as many as were asked for, in the same order",
                                    CHANGE,
                                    Comparison::changes)
                            .required());

    private static Diff.Count count(Comparison comparison, Change.Kind kind) {
        int nodes = 0;
        int edges = 0;
        for (Comparison.Total total : comparison.totals()) {
            if (total.kind() == kind) {
                nodes += total.isEdge() ? 0 : total.count();
                edges += total.isEdge() ? total.count() : 0;
            }
        }
        return new Diff.Count(nodes, edges);
    }
}
