package alchemist.exchange.dot;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.graphfile.FileText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts DOT into its words. A quoted text keeps its backslashes but those before a quotation mark:
 * what they mean depends on where it stands.
 *
 * @see <a href="https://graphviz.org/doc/info/lang.html">The DOT language</a>
 */
final class DotLexer {
    /** What a word is. */
    enum Kind {
        WORD,
        NUMERAL,
        QUOTED,
        HTML,
        SIGN,
        END
    }

    /**
     * A word.
     *
     * @param at where it begins
     */
    record Token(Kind kind, String text, int at) {
        /** Whether it names something. */
        boolean isId() {
            return kind != Kind.SIGN && kind != Kind.END;
        }

        boolean is(String sign) {
            return kind == Kind.SIGN && text.equals(sign);
        }

        boolean isWord(String word) {
            return kind == Kind.WORD && text.equalsIgnoreCase(word);
        }
    }

    private static final Pattern NUMERAL = Pattern.compile("-?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)");
    private static final int MAX_HTML_DEPTH = 100_000;
    private static final int MAX_PLACES = 1000;

    private final String text;
    private final String where;
    private int at;
    private int places;
    private Token next;

    DotLexer(String text, String where) throws ReadingFailed {
        this.text = text;
        this.where = where;
        this.next = scan();
    }

    /** The next word, without passing it. */
    Token peek() {
        return next;
    }

    /** Passes the next word. */
    Token take() throws ReadingFailed {
        Token taken = next;
        next = scan();
        // "a" + "b" is one text
        while (taken.kind == Kind.QUOTED && next.is("+")) {
            Token more = scan();
            if (more.kind != Kind.QUOTED) {
                throw error("a text in quotation marks is expected behind '+'", more);
            }
            taken = new Token(Kind.QUOTED, taken.text + more.text, taken.at);
            next = scan();
        }
        return taken;
    }

    /** Passes the next word where it is this sign; whether it was. */
    boolean skip(String sign) throws ReadingFailed {
        if (next.is(sign)) {
            take();
            return true;
        }
        return false;
    }

    ReadingFailed error(String what, Token token) {
        return error(what, token.at);
    }

    /**
     * Where a word is, for a warning: of the first of them, since each costs a look at the text.
     */
    String place(Token token) {
        return ++places > MAX_PLACES ? "" : FileText.place(text, token.at);
    }

    private ReadingFailed error(String what, int place) {
        return new ReadingFailed(
                where + " is no DOT: " + what + " (" + FileText.place(text, place) + ")");
    }

    private Token scan() throws ReadingFailed {
        space();
        if (at >= text.length()) {
            return new Token(Kind.END, "the end", at);
        }
        char c = text.charAt(at);
        if (c == '"') {
            return quoted();
        }
        if (c == '<') {
            return html();
        }
        if (text.startsWith("->", at) || text.startsWith("--", at)) {
            at += 2;
            return new Token(Kind.SIGN, text.substring(at - 2, at), at - 2);
        }
        if (c == '-' || c == '.' || (c >= '0' && c <= '9')) {
            Matcher numeral = NUMERAL.matcher(text).region(at, text.length());
            if (numeral.lookingAt()) {
                int from = at;
                at = numeral.end();
                return new Token(Kind.NUMERAL, numeral.group(), from);
            }
        }
        if (isLetter(c)) {
            int from = at;
            while (at < text.length() && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)))) {
                at++;
            }
            return new Token(Kind.WORD, text.substring(from, at), from);
        }
        if ("{}[];,=:+".indexOf(c) >= 0) {
            at++;
            return new Token(Kind.SIGN, String.valueOf(c), at - 1);
        }
        throw error("'" + Character.toString(text.codePointAt(at)) + "' begins nothing", at);
    }

    private Token quoted() throws ReadingFailed {
        int from = at++;
        StringBuilder read = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return new Token(Kind.QUOTED, read.toString(), from);
            }
            if (c == '\\' && at < text.length()) {
                char escaped = text.charAt(at++);
                if (escaped == '\r' && at < text.length() && text.charAt(at) == '\n') {
                    at++;
                } else if (escaped != '\n') {
                    read.append(escaped == '"' ? "\"" : "\\" + escaped);
                }
            } else {
                read.append(c);
            }
        }
        throw error("a text without end", from);
    }

    private Token html() throws ReadingFailed {
        int from = at++;
        int depth = 1;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '<' && ++depth > MAX_HTML_DEPTH) {
                throw error("an HTML text nests too deep", from);
            }
            if (c == '>' && --depth == 0) {
                return new Token(Kind.HTML, text.substring(from + 1, at - 1), from);
            }
        }
        throw error("an HTML text without end", from);
    }

    private void space() throws ReadingFailed {
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean lineStart = at == 0 || text.charAt(at - 1) == '\n';
            if (text.startsWith("//", at) || (c == '#' && lineStart)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                if (end < 0) {
                    throw error("a comment without end", at);
                }
                at = end + 2;
            } else if (c <= ' ' || c == '\u00a0' || c == '\uFEFF') {
                at++;
            } else {
                return;
            }
        }
    }

    static boolean isLetter(char c) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
