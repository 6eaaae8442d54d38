package alchemist.exchange.schemas;

import alchemist.exchange.blueprint.Malformed;
import java.util.ArrayList;
import java.util.List;

/** The words, texts and symbols of a schema, one after the other. */
final class Tokens {
    private static final Token END = new Token("", 0, false);

    private static final int MAX_SHOWN = 40;

    private final List<Token> all = new ArrayList<>();
    private int at;

    /**
     * A piece.
     *
     * @param text without its quotes
     * @param quoted whether it stood in quotes
     */
    record Token(String text, int line, boolean quoted) {
        boolean is(String other) {
            return !quoted && text.equals(other);
        }

        boolean isWord() {
            return !quoted && !text.isEmpty() && isWordStart(text.charAt(0));
        }
    }

    /**
     * Those of a text.
     *
     * @param points whether names are written with points in them
     * @param hash whether a hash begins a comment, and two slashes do not
     */
    Tokens(String text, boolean points, boolean hash) throws Malformed {
        int line = 1;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int end;
            if (hash ? c == '#' : text.startsWith("//", i)) {
                end = text.indexOf('\n', i);
                end = end < 0 ? text.length() : end;
            } else if (!hash && text.startsWith("/*", i)) {
                end = text.indexOf("*/", i + 2);
                if (end < 0) {
                    throw new Malformed(line, "a comment begins here and does not end");
                }
                end += 2;
            } else if (text.startsWith("\"\"\"", i) && hash) {
                end = text.indexOf("\"\"\"", i + 3);
                if (end < 0) {
                    throw new Malformed(line, "a text begins here and does not end");
                }
                all.add(new Token(text.substring(i + 3, end).strip(), line, true));
                end += 3;
            } else if (c == '"' || (c == '\'' && !hash)) {
                end = endOfText(text, i, line);
                all.add(new Token(text.substring(i + 1, end - 1), line, true));
            } else if (isWordStart(c) || Character.isDigit(c)) {
                end = i + 1;
                while (end < text.length()
                        && (isWordPart(text.charAt(end)) || (points && text.charAt(end) == '.'))) {
                    end++;
                }
                all.add(new Token(text.substring(i, end), line, false));
            } else {
                end = i + 1;
                if (!Character.isWhitespace(c) && c != ',' && c != '\uFEFF') {
                    all.add(new Token(String.valueOf(c), line, false));
                } else if (c == ',' && !hash) {
                    all.add(new Token(",", line, false));
                }
            }
            for (; i < end; i++) {
                if (text.charAt(i) == '\n') {
                    line++;
                }
            }
        }
    }

    private static int endOfText(String text, int from, int line) throws Malformed {
        for (int i = from + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == text.charAt(from)) {
                return i + 1;
            }
        }
        throw new Malformed(line, "a text begins here and does not end");
    }

    private static boolean isWordStart(char c) {
        return Character.isLetter(c) || c == '_';
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    boolean hasMore() {
        return at < all.size();
    }

    Token peek() {
        return peek(0);
    }

    Token peek(int ahead) {
        return at + ahead < all.size() ? all.get(at + ahead) : END;
    }

    Token take() {
        Token token = peek();
        at++;
        return token;
    }

    /** Passes over a word or symbol, when it follows. */
    boolean takes(String text) {
        if (peek().is(text)) {
            at++;
            return true;
        }
        return false;
    }

    /** The line of the next piece, of the last behind the end. */
    int line() {
        return hasMore() ? peek().line() : all.isEmpty() ? 1 : all.getLast().line();
    }

    /** A word that must follow. */
    String word(String what) throws Malformed {
        if (!peek().isWord()) {
            throw new Malformed(line(), what + " is expected, not '" + shown() + "'");
        }
        return take().text();
    }

    /** A symbol that must follow. */
    void need(String symbol) throws Malformed {
        if (!takes(symbol)) {
            throw new Malformed(line(), "'" + symbol + "' is expected, not '" + shown() + "'");
        }
    }

    private String shown() {
        return hasMore() ? cut(peek().text()) : "the end";
    }

    /** A text that is not too long to be told. */
    static String cut(String text) {
        return text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "…" : text;
    }

    /** Passes over brackets with all that is in them, when they follow. */
    void skipBrackets(String open, String close) throws Malformed {
        if (!peek().is(open)) {
            return;
        }
        int from = line();
        int depth = 0;
        while (hasMore()) {
            Token token = take();
            depth += token.is(open) ? 1 : token.is(close) ? -1 : 0;
            if (depth == 0) {
                return;
            }
        }
        throw new Malformed(from, "'" + open + "' opens here and is not closed");
    }
}
