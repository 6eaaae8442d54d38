package alchemist.exchange.code.parsing;

import java.nio.charset.StandardCharsets;

/** The string that a module, class or function of Python begins with. */
final class Docstring {
    private static final String PREFIXES = "rRuUbBfF";

    private Docstring() {}

    /**
     * What the string says with which a body begins, behind comments; empty where it begins
     * otherwise.
     */
    static String at(byte[] source, int from, int to) {
        int at = from;
        while (at < to && (isSpace(source[at]) || source[at] == '#')) {
            at = source[at] == '#' ? line(source, at, to) : at + 1;
        }
        while (at < to && PREFIXES.indexOf(source[at]) >= 0) {
            at++;
        }
        if (at >= to || (source[at] != '"' && source[at] != '\'')) {
            return "";
        }
        byte quote = source[at];
        boolean three = at + 2 < to && source[at + 1] == quote && source[at + 2] == quote;
        int begin = at + (three ? 3 : 1);
        for (int end = begin; end < to; end++) {
            if (source[end] == '\\') {
                end++;
            } else if (!three && source[end] == '\n') {
                return "";
            } else if (source[end] == quote
                    && (!three
                            || (end + 2 < to
                                    && source[end + 1] == quote
                                    && source[end + 2] == quote))) {
                return new String(source, begin, end - begin, StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    private static boolean isSpace(byte b) {
        return b >= 0 && b <= ' ';
    }

    private static int line(byte[] source, int from, int to) {
        int at = from;
        while (at < to && source[at] != '\n') {
            at++;
        }
        return at;
    }
}
