package alchemist.exchange.mermaid;

import java.util.Arrays;

/** A text, and how far it is read. */
final class Cursor {
    /** What {@link #peek} answers behind the end. */
    static final char END = '\0';

    private final String text;
    private final int[] lineStarts;
    private int at;

    Cursor(String text, int from) {
        this.text = text;
        this.at = from;
        this.lineStarts = lineStarts(text);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = i + 1;
        }
        return Arrays.copyOf(starts, count);
    }

    int position() {
        return at;
    }

    void moveTo(int position) {
        at = Math.min(position, text.length());
    }

    /** The line of the place, from 1. */
    int line() {
        int found = Arrays.binarySearch(lineStarts, at);
        return found >= 0 ? found + 1 : -found - 1;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : END;
    }

    boolean sees(String wanted) {
        return text.startsWith(wanted, at);
    }

    /** Whether a word stands here, and not only the beginning of a longer one. */
    boolean seesWord(String word) {
        return sees(word) && !isWord(peek(word.length()));
    }

    /** Whether a word stands here that a blank parts from what it begins. */
    boolean seesKeyword(String word) {
        return sees(word) && isBlank(peek(word.length()));
    }

    boolean take(String wanted) {
        if (!sees(wanted)) {
            return false;
        }
        at += wanted.length();
        return true;
    }

    void skip(int count) {
        moveTo(at + count);
    }

    /** Goes behind spaces, staying in the line. */
    void skipSpaces() {
        while (!atEnd() && peek() != '\n' && isBlank(peek())) {
            at++;
        }
    }

    /** Goes behind spaces and ends of lines. */
    void skipBlank() {
        while (!atEnd() && isBlank(peek())) {
            at++;
        }
    }

    /** Goes to the next statement, behind blanks and semicolons; whether there is one. */
    boolean toStatement() {
        do {
            skipBlank();
        } while (take(";"));
        return !atEnd();
    }

    boolean atLineEnd() {
        return atEnd() || peek() == '\n';
    }

    /** The place of the next such character, or of the end of the text. */
    int find(char wanted) {
        int found = text.indexOf(wanted, at);
        return found < 0 ? text.length() : found;
    }

    /** Where this line ends. */
    int lineEnd() {
        int next = line(); // counted from 1, so of the line behind this one counted from 0
        return next < lineStarts.length ? lineStarts[next] - 1 : text.length();
    }

    /** What stands from here to there, where the cursor goes. */
    String takeTo(int end) {
        String taken = text.substring(at, end);
        at = end;
        return taken;
    }

    String between(int start, int end) {
        return text.substring(start, end);
    }

    /** The rest of the line. */
    String takeLine() {
        return takeTo(lineEnd());
    }

    /** A quoted text that begins here, without its quotes; null and unmoved where it has no end. */
    @org.jspecify.annotations.Nullable
    String takeQuoted() {
        int close = text.indexOf('"', at + 1);
        if (close < 0) {
            return null;
        }
        String quoted = text.substring(at + 1, close);
        at = close + 1;
        return quoted;
    }

    /** The beginning of what stands here, to be shown in a message. */
    String glimpse() {
        return Labels.asWritten(text.substring(at, Math.min(lineEnd(), at + 40)));
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\u00A0' || Character.isWhitespace(c);
    }

    static boolean isWord(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }
}
