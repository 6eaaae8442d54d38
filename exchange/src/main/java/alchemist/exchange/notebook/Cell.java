package alchemist.exchange.notebook;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A cell of a notebook, without what came out of it.
 *
 * @param number which it is, from 1
 */
record Cell(Kind kind, int number, List<Line> lines) {
    /** What is written in it. */
    enum Kind {
        /** Of the language of the notebook. */
        CODE,
        /** Text for people. */
        MARKDOWN,
        /** Something for another program, such as front matter. */
        RAW
    }

    /**
     * A line of it.
     *
     * @param at the line of the file, from 1
     */
    record Line(String text, int at) {}

    String text() {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }
}
