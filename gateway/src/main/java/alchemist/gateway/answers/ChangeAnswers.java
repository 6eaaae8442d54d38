package alchemist.gateway.answers;

import static alchemist.gateway.answers.Answers.name;
import static alchemist.gateway.answers.Answers.position;
import static alchemist.gateway.answers.Answers.written;

import alchemist.exchange.imports.Diff;
import alchemist.graph.read.Change;
import alchemist.kernel.schema.Schema;
import java.util.List;
import java.util.Locale;

/** What differs between two moments. */
public final class ChangeAnswers {
    private ChangeAnswers() {}

    /** A thing that differs. */
    public static final Schema<Change> CHANGE =
            written(
                    name(
                            Schema.<Change>record("change", 1, "A thing that differs")
                                    .text(
                                            1,
                                            "kind",
                                            "added, removed or changed",
                                            c -> c.kind().name().toLowerCase(Locale.ROOT))
                                    .required()
                                    .id(2, "thing", "the node or edge", Change::thing)
                                    .required()
                                    .flag(3, "isEdge", "it is an edge", Change::isEdge)
                                    .required(),
                            4,
                            Change::name));

    /**
     * What differs between two moments.
     *
     * @param since the position of the earlier one
     */
    public record ChangesAnswer(
            long position,
            long since,
            Diff.Count added,
            Diff.Count removed,
            Diff.Count changed,
            List<Change> changes) {}

    /** What differs between two moments. */
    public static final Schema<ChangesAnswer> CHANGES_ANSWER =
            written(
                    position(
                                    Schema.<ChangesAnswer>record(
                                            "changes-answer",
                                            1,
                                            "What differs between two moments"),
                                    ChangesAnswer::position)
                            .count(
                                    2,
                                    "since",
                                    "the position of the other moment",
                                    ChangesAnswer::since)
                            .required()
                            .record(
                                    3,
                                    "added",
                                    "what was not there",
                                    ImportAnswers.COUNT,
                                    ChangesAnswer::added)
                            .required()
                            .record(
                                    4,
                                    "removed",
                                    "what is not there any more",
                                    ImportAnswers.COUNT,
                                    ChangesAnswer::removed)
                            .required()
                            .record(
                                    5,
                                    "changed",
                                    "what is shown otherwise",
                                    ImportAnswers.COUNT,
                                    ChangesAnswer::changed)
                            .required()
                            .records(
                                    6,
                                    "changes",
                                    "each of them, nodes and groups first, as many as were asked"
                                            + " for",
                                    CHANGE,
                                    ChangesAnswer::changes)
                            .required());
}
