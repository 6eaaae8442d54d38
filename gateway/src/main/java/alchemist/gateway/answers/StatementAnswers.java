package alchemist.gateway.answers;

import static alchemist.gateway.answers.Answers.written;

import alchemist.graph.read.PropertyRead;
import alchemist.graph.read.SourceRef;
import alchemist.graph.read.StatementRead;
import alchemist.kernel.schema.Schema;

/** What is stated, and by whom. */
public final class StatementAnswers {
    private StatementAnswers() {}

    /** Who states something. */
    public static final Schema<SourceRef> SOURCE_REF =
            written(
                    Schema.<SourceRef>record("source-ref", 1, "Who states something")
                            .id(1, "id", "an import source or a person", SourceRef::id)
                            .required()
                            .text(
                                    2,
                                    "label",
                                    "how people call it; 'erased person' where what is personal of a"
                                            + " person was erased",
                                    SourceRef::label)
                            .required()
                            .flag(3, "person", "it is a person", SourceRef::person)
                            .required());

    /** What one source states of one field. */
    public static final Schema<StatementRead> STATEMENT =
            written(
                    Schema.<StatementRead>record(
                                    "statement", 1, "What one source states of one field")
                            .value(
                                    1,
                                    "value",
                                    "what is stated; null where it is denied",
                                    StatementRead::value)
                            .required()
                            .flag(
                                    2,
                                    "denied",
                                    "the source states that there is nothing",
                                    StatementRead::denied)
                            .record(3, "source", "who states it", SOURCE_REF, StatementRead::source)
                            .required()
                            .count(
                                    4,
                                    "position",
                                    "the position from which it counts",
                                    StatementRead::position)
                            .required()
                            .time(
                                    5,
                                    "effectiveAt",
                                    "when it came into effect",
                                    StatementRead::effectiveAt,
                                    Long.MIN_VALUE)
                            .required()
                            .flag(6, "shown", "it is the one that is shown", StatementRead::shown)
                            .required());

    /** A property as it is shown, and all that is stated of it. */
    public static final Schema<PropertyRead> PROPERTY =
            written(
                    Schema.<PropertyRead>record(
                                    "property", 1, "A property, and all that is stated of it")
                            .text(1, "key", "its key", PropertyRead::key)
                            .required()
                            .value(
                                    2,
                                    "value",
                                    "what is shown; null where the statement that wins denies it",
                                    PropertyRead::value)
                            .required()
                            .record(
                                    3,
                                    "source",
                                    "who states what is shown",
                                    SOURCE_REF,
                                    PropertyRead::source)
                            .required()
                            .count(
                                    4,
                                    "position",
                                    "the position from which that counts",
                                    PropertyRead::position)
                            .required()
                            .time(
                                    5,
                                    "effectiveAt",
                                    "when that came into effect",
                                    PropertyRead::effectiveAt,
                                    Long.MIN_VALUE)
                            .required()
                            .flag(
                                    6,
                                    "disagreement",
                                    "others state something else",
                                    PropertyRead::disagreement)
                            .required()
                            .records(
                                    7,
                                    "statements",
                                    "all that is stated, the shown one first",
                                    STATEMENT,
                                    PropertyRead::statements)
                            .required());
}
