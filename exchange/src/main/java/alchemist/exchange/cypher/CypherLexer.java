package alchemist.exchange.cypher;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.graphfile.FileText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts Cypher into its words. */
final class CypherLexer {
    /** What a word is. */
    enum Kind {
        WORD,
        QUOTED_NAME,
        NUMBER,
        TEXT,
        SIGN,
        END
    }

    /**
     * A word.
     *
     * @param at where it begins
     */
    record Token(Kind kind, String text, int at) {
        boolean is(String sign) {
            return kind == Kind.SIGN && text.equals(sign);
        }

        boolean isWord(String word) {
            return kind == Kind.WORD && text.equalsIgnoreCase(word);
        }

        boolean isName() {
            return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
        }
    }

    private static final Pattern NUMBER =
            Pattern.compile(
                    "0[xX][0-9a-fA-F]+|([0-9]+\\.[0-9]+|\\.[0-9]+|[0-9]+)([eE][+-]?[0-9]+)?");

    private static final int MAX_PLACES = 1000;

    private final String text;
    private final String where;
    private int places;
    private int at;
    private Token next;
    private int lastEnd;

    CypherLexer(String text, String where) throws ReadingFailed {
        this.text = text;
        this.where = where;
        this.next = scan();
    }

    /** Whether the script says that an export of this program wrote it. */
    boolean begins(String line) {
        return text.startsWith(line);
    }

    Token peek() {
        return next;
    }

    Token take() throws ReadingFailed {
        Token taken = next;
        lastEnd = at;
        next = scan();
        return taken;
    }

    boolean skip(String sign) throws ReadingFailed {
        if (next.is(sign)) {
            take();
            return true;
        }
        return false;
    }

    boolean skipWord(String word) throws ReadingFailed {
        if (next.isWord(word)) {
            take();
            return true;
        }
        return false;
    }

    void expect(String sign) throws ReadingFailed {
        if (!skip(sign)) {
            throw error("'" + sign + "' is expected, not " + shown(next), next);
        }
    }

    String name() throws ReadingFailed {
        if (!next.isName()) {
            throw error("a name is expected, not " + shown(next), next);
        }
        return take().text;
    }

    /** A place to come back to. */
    record Mark(int at, Token next) {}

    Mark mark() {
        return new Mark(at, next);
    }

    void back(Mark mark) {
        at = mark.at;
        next = mark.next;
    }

    /** Passes over everything up to the end of the statement, also what is no Cypher. */
    void skipStatement() throws ReadingFailed {
        while (!next.is(";") && next.kind != Kind.END) {
            try {
                take();
            } catch (ReadingFailed e) {
                int end = text.indexOf(';', lastEnd);
                at = end < 0 ? text.length() : end;
                next = scan();
            }
        }
    }

    /**
     * Where a word is, for a warning: of the first of them, since each costs a look at the text.
     */
    String place(Token token) {
        return ++places > MAX_PLACES ? "" : FileText.place(text, token.at);
    }

    ReadingFailed error(String what, Token token) {
        return error(what, token.at);
    }

    static String shown(Token token) {
        return token.kind == Kind.END ? "the end" : "'" + token.text + "'";
    }

    private ReadingFailed error(String what, int place) {
        return new ReadingFailed(
                where + " is no Cypher: " + what + " (" + FileText.place(text, place) + ")");
    }

    private Token scan() throws ReadingFailed {
        space();
        if (at >= text.length()) {
            return new Token(Kind.END, "", at);
        }
        int from = at;
        char c = text.charAt(at);
        if (c == '\'' || c == '"') {
            return new Token(Kind.TEXT, quoted(c), from);
        }
        if (c == '`') {
            return new Token(Kind.QUOTED_NAME, backticked(), from);
        }
        if (Character.isJavaIdentifierStart(c) && c != '$') {
            while (at < text.length()
                    && Character.isJavaIdentifierPart(text.charAt(at))
                    && text.charAt(at) != '$') {
                at++;
            }
            return new Token(Kind.WORD, text.substring(from, at), from);
        }
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        // 1..2 is a range, not a fraction
        if (number.lookingAt() && !text.startsWith("..", at)) {
            at = number.end();
            return new Token(Kind.NUMBER, number.group(), from);
        }
        for (String sign : new String[] {"->", "<-", "+=", "..", "<=", ">=", "<>", "=~"}) {
            if (text.startsWith(sign, at)) {
                at += sign.length();
                return new Token(Kind.SIGN, sign, from);
            }
        }
        at += Character.charCount(text.codePointAt(at));
        return new Token(Kind.SIGN, text.substring(from, at), from);
    }

    private String quoted(char quote) throws ReadingFailed {
        int from = at++;
        StringBuilder read = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == quote) {
                return read.toString();
            }
            if (c == '\\' && at < text.length()) {
                escape(text.charAt(at++), read);
            } else {
                read.append(c);
            }
        }
        throw error("a text without end", from);
    }

    private void escape(char c, StringBuilder read) throws ReadingFailed {
        switch (c) {
            case 'n' -> read.append('\n');
            case 't' -> read.append('\t');
            case 'r' -> read.append('\r');
            case 'b' -> read.append('\b');
            case 'f' -> read.append('\f');
            case 'u', 'U' -> {
                int digits = c == 'u' ? 4 : 8;
                try {
                    int code = Integer.parseInt(text, at, at + digits, 16);
                    if (code < 0 || code > Character.MAX_CODE_POINT) {
                        throw error("an escape that is no character", at - 2);
                    }
                    if (digits == 4) {
                        read.append((char) code);
                    } else {
                        read.appendCodePoint(code);
                    }
                    at += digits;
                } catch (NumberFormatException | IndexOutOfBoundsException e) {
                    throw error(digits + " hexadecimal digits are expected", at - 2);
                }
            }
            default -> read.append(c);
        }
    }

    private String backticked() throws ReadingFailed {
        int from = at++;
        StringBuilder read = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '`') {
                read.append(c);
            } else if (at < text.length() && text.charAt(at) == '`') {
                read.append('`');
                at++;
            } else {
                return read.toString();
            }
        }
        throw error("a name in backticks without end", from);
    }

    private void space() throws ReadingFailed {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                if (end < 0) {
                    throw error("a comment without end", at);
                }
                at = end + 2;
            } else if (c <= ' ' || c == '\uFEFF' || Character.isSpaceChar(c)) {
                at++;
            } else {
                return;
            }
        }
    }
}
