package alchemist.gateway.answers;

import static alchemist.gateway.answers.Answers.position;
import static alchemist.gateway.answers.Answers.written;

import alchemist.exchange.Excerpt;
import alchemist.kernel.schema.Schema;

/** What is answered of the files behind the graph. */
public final class ExcerptAnswers {
    private ExcerptAnswers() {}

    /**
     * Lines of a file that a source was read from.
     *
     * @param line the one that the source states; 0: none
     */
    public record ExcerptAnswer(long position, Excerpt excerpt, long line) {}

    /** Lines of a file that a source was read from. */
    public static final Schema<ExcerptAnswer> EXCERPT_ANSWER =
            written(
                    position(
                                    Schema.<ExcerptAnswer>record(
                                            "excerpt-answer", 1, "Lines of a file, as it is now"),
                                    ExcerptAnswer::position)
                            .text(
                                    2,
                                    "file",
                                    "the file, below the place that was imported",
                                    a -> a.excerpt.file())
                            .required()
                            .count(
                                    3,
                                    "first",
                                    "the number of the first line, from 1",
                                    a -> a.excerpt.first())
                            .required()
                            .texts(
                                    4,
                                    "lines",
                                    "the lines; long ones are cut",
                                    a -> a.excerpt.lines())
                            .required()
                            .count(
                                    5,
                                    "line",
                                    "the line that the source states; absent: none",
                                    ExcerptAnswer::line)
                            .time(
                                    6,
                                    "modifiedAt",
                                    "when the file was last written: it may have changed since it"
                                            + " was imported",
                                    a -> a.excerpt.modifiedAt(),
                                    Long.MIN_VALUE)
                            .required());
}
