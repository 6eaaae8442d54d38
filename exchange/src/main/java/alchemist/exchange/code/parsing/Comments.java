package alchemist.exchange.code.parsing;

import java.nio.charset.StandardCharsets;

/** Which comments of a language say what the declaration is that they stand before. */
enum Comments {
    /** Those in <code>/**</code> and <code>*&#47;</code>. */
    BLOCKS,
    /** Those, and lines of {@code ///}. */
    BLOCKS_AND_LINES,
    /** All that stand right before it, in whatever form. */
    ALL;

    /** Longer comments are not read. */
    private static final int MAX_LENGTH = 20_000;

    /** So many attributes or decorators may stand between. */
    private static final int MAX_BETWEEN = 20;

    /** Signs, beside letters and digits, that words before a declaration may have. */
    private static final String OF_MODIFIERS = " \t_()@.,:<>\"'$&";

    /** The first sentence of the comment before a declaration; empty where it says nothing. */
    String said(byte[] source, int start) {
        String comment = before(source, start);
        return this == ALL ? Summary.ofAny(comment) : Summary.of(comment);
    }

    /**
     * What the comment before a declaration says, with the signs that its lines begin with; empty
     * where there is none.
     *
     * @param start of the declaration, in bytes
     */
    private String before(byte[] source, int start) {
        int at = start;
        int line = lineOf(source, at);
        if (areModifiers(source, line, at)) {
            at = line;
        }
        for (int between = 0; between <= MAX_BETWEEN; between++) {
            int end = at;
            at = withoutSpace(source, at);
            int blank = lines(source, at, end);
            if (endsBlock(source, at)) {
                return blank > 1 && this == ALL ? "" : block(source, at);
            }
            line = lineOf(source, at);
            String last = text(source, line, at).strip();
            if (last.startsWith("//")) {
                return blank > 1 ? "" : lines(source, line, at, last);
            }
            if (!isAttribute(last)) {
                return "";
            }
            at = line;
        }
        return "";
    }

    /** What the lines say that a file begins with, if all of them begin with a sign. */
    static String atBeginning(byte[] source, String sign) {
        StringBuilder said = new StringBuilder();
        int from = 0;
        while (from < Math.min(source.length, MAX_LENGTH)) {
            int to = from;
            while (to < source.length && source[to] != '\n') {
                to++;
            }
            String line = text(source, from, to).strip();
            if (!line.isEmpty() && !line.startsWith(sign)) {
                break;
            }
            said.append(line.isEmpty() ? "" : line.substring(sign.length())).append('\n');
            from = to + 1;
        }
        return said.toString();
    }

    private static boolean isAttribute(String line) {
        return line.startsWith("@")
                || (line.startsWith("#[") && line.endsWith("]"))
                || (line.startsWith("[") && line.endsWith("]"))
                || (line.startsWith("template") && line.endsWith(">"));
    }

    private static boolean areModifiers(byte[] source, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isLetterOrDigit(source[i]) && OF_MODIFIERS.indexOf(source[i]) < 0) {
                return false;
            }
        }
        // What stands behind a class on its line is in it.
        return !text(source, from, to).contains("class ");
    }

    private static boolean endsBlock(byte[] source, int end) {
        return end >= 4 && source[end - 1] == '/' && source[end - 2] == '*';
    }

    private String block(byte[] source, int end) {
        int at = end - 3;
        int least = Math.max(1, end - MAX_LENGTH);
        while (at >= least && !(source[at - 1] == '/' && source[at] == '*')) {
            at--;
        }
        if (at < least || at + 1 > end - 2) {
            return "";
        }
        boolean documents = source[at + 1] == '*' || source[at + 1] == '!';
        int line = lineOf(source, at);
        boolean alone = text(source, line, at - 1).isBlank();
        return documents || (this == ALL && alone) ? text(source, at + 1, end - 2) : "";
    }

    /** The lines up to one, which begin as it does. */
    private String lines(byte[] source, int lastLine, int end, String last) {
        boolean documents = last.startsWith("///") && !last.startsWith("////");
        if (this == BLOCKS || (this == BLOCKS_AND_LINES && !documents)) {
            return "";
        }
        String sign = documents ? "///" : "//";
        int from = lastLine;
        while (from > 0 && end - from < MAX_LENGTH) {
            int above = lineOf(source, from - 1);
            String text = text(source, above, from).strip();
            if (!text.startsWith(sign) || (!documents && text.startsWith("///"))) {
                break;
            }
            from = above;
        }
        StringBuilder said = new StringBuilder();
        for (String line : text(source, from, end).split("\n", -1)) {
            String text = line.strip().substring(sign.length());
            // Such as //go:build and //nolint.
            if (documents || text.isEmpty() || !Character.isLowerCase(text.charAt(0))) {
                said.append(text).append('\n');
            }
        }
        return said.toString();
    }

    private static int lineOf(byte[] source, int at) {
        int line = at;
        while (line > 0 && source[line - 1] != '\n') {
            line--;
        }
        return line;
    }

    private static int withoutSpace(byte[] source, int end) {
        int at = end;
        while (at > 0 && source[at - 1] >= 0 && source[at - 1] <= ' ') {
            at--;
        }
        return at;
    }

    /** How many lines end in a part. */
    private static int lines(byte[] source, int from, int to) {
        int lines = 0;
        for (int i = from; i < to; i++) {
            lines += source[i] == '\n' ? 1 : 0;
        }
        return lines;
    }

    private static String text(byte[] source, int from, int to) {
        return from >= to ? "" : new String(source, from, to - from, StandardCharsets.UTF_8);
    }
}
