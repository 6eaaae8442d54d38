package alchemist.exchange.notebook;

import alchemist.exchange.files.SourceLines;
import java.util.List;

/**
 * The texts of some cells, each of which begins anew: a fence that one leaves open ends with it.
 *
 * @param texts none of which is empty
 * @param lines where the lines of all of them stand, one text behind the other
 */
public record CellTexts(List<String> texts, SourceLines lines) {
    /** How many lines one of the texts has. */
    public static int lines(String text) {
        return 1 + (int) text.chars().filter(c -> c == '\n').count();
    }

    /** How long they are together, in UTF-16 units. */
    public long length() {
        return texts.stream().mapToLong(String::length).sum();
    }
}
