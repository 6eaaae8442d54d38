package alchemist.gateway.answers;

import static alchemist.gateway.answers.Answers.CURSOR;
import static alchemist.gateway.answers.Answers.position;
import static alchemist.gateway.answers.Answers.written;
import static alchemist.gateway.answers.NodeAnswers.SUMMARY;

import alchemist.graph.read.Separation;
import alchemist.graph.read.Suggestion;
import alchemist.graph.same.SamenessView;
import alchemist.kernel.schema.Schema;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is answered about which nodes are the same thing. */
public final class SamenessAnswers {
    private SamenessAnswers() {}

    /** Two nodes that are probably the same thing. */
    public static final Schema<Suggestion> SUGGESTION =
            written(
                    Schema.<Suggestion>record(
                                    "suggestion", 1, "Two nodes that are probably the same thing")
                            .record(
                                    1,
                                    "survivor",
                                    "the one that would stay",
                                    SUMMARY,
                                    Suggestion::survivor)
                            .required()
                            .record(
                                    2,
                                    "absorbed",
                                    "the one that would be shown as it",
                                    SUMMARY,
                                    Suggestion::absorbed)
                            .required()
                            .text(3, "kind", "what makes them look alike", Suggestion::kind)
                            .required()
                            .count(4, "score", "how sure it is, in percent", Suggestion::score)
                            .required()
                            .text(5, "reason", "a sentence that says why", Suggestion::reason)
                            .required()
                            .texts(
                                    6,
                                    "evidence",
                                    "what speaks for it, a fact each",
                                    Suggestion::evidence)
                            .required());

    /** Suggestions at a position. */
    public record SuggestionsAnswer(SamenessView.Answer told, String cursor) {}

    /** Suggestions at a position. */
    public static final Schema<SuggestionsAnswer> SUGGESTIONS_ANSWER =
            written(
                    position(
                                    Schema.<SuggestionsAnswer>record(
                                            "suggestions-answer",
                                            1,
                                            "What is probably the same thing"),
                                    a -> a.told.position())
                            .records(
                                    2,
                                    "suggestions",
                                    "this part of them, the surest first",
                                    SUGGESTION,
                                    a -> a.told.suggestions())
                            .required()
                            .text(3, "cursor", CURSOR, SuggestionsAnswer::cursor)
                            .properties(
                                    4,
                                    "counts",
                                    "how many there are in all, by kind",
                                    a -> counts(a.told.counts()))
                            .required()
                            .count(
                                    5,
                                    "crowds",
                                    "how many names and other clues suggest nothing, for too many"
                                            + " things have them",
                                    a -> a.told.crowds())
                            .required()
                            .texts(
                                    6,
                                    "crowdExamples",
                                    "some things with such a name",
                                    a -> a.told.crowdExamples())
                            .required()
                            .count(
                                    7,
                                    "passedOver",
                                    "how many nodes were not looked at, for there are too many",
                                    a -> a.told.passedOver())
                            .required());

    private static Properties counts(Map<String, Integer> counts) {
        TreeMap<String, Value> values = new TreeMap<>();
        counts.forEach((name, count) -> values.put(name, new Value.Int(count)));
        return Properties.of(values);
    }

    /** Two nodes of which somebody said that they are not the same thing. */
    public static final Schema<Separation> SEPARATION =
            written(
                    Schema.<Separation>record(
                                    "separation",
                                    1,
                                    "Two nodes of which somebody said that they are not the same"
                                            + " thing")
                            .record(1, "one", "a node", SUMMARY, Separation::one)
                            .required()
                            .record(2, "other", "another", SUMMARY, Separation::other)
                            .required());

    /** Separations at a position. */
    public record SeparationsAnswer(long position, List<Separation> separations, String cursor) {}

    /** Separations at a position. */
    public static final Schema<SeparationsAnswer> SEPARATIONS_ANSWER =
            written(
                    position(
                                    Schema.<SeparationsAnswer>record(
                                            "separations-answer",
                                            1,
                                            "What people said is not the same thing"),
                                    SeparationsAnswer::position)
                            .records(
                                    2,
                                    "separations",
                                    "this part of them, the first said in front",
                                    SEPARATION,
                                    SeparationsAnswer::separations)
                            .required()
                            .text(3, "cursor", CURSOR, SeparationsAnswer::cursor));
}
