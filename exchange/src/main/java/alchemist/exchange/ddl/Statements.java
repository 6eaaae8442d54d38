package alchemist.exchange.ddl;

import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.ddl.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a script, one after the other, in the dialects of PostgreSQL, MySQL and SQLite.
 * Those that define nothing are passed over without being kept.
 */
final class Statements {
    private static final Set<String> KEPT = Set.of("create", "alter", "drop", "comment");
    private static final Set<String> BODIES = Set.of("trigger", "procedure", "function", "event");

    /** How many words may stand before what a statement creates is said. */
    private static final int HEAD = 8;

    /** How long a name in square brackets may be. */
    private static final int MAX_NAME = 130;

    private final String sql;

    /** Whether a backslash in a text says what follows: as in MySQL, which quotes by backticks. */
    private final boolean escapes;

    private String delimiter = ";";
    private int at;
    private int line = 1;

    /** From here on, tools for migrations keep what takes back the rest. */
    private boolean down;

    Statements(String sql) {
        this.sql = sql;
        this.escapes = sql.indexOf('`') >= 0;
    }

    /**
     * The next statement that defines something; null after the last.
     *
     * @throws Malformed when a text, a name or a comment has no end
     */
    @Nullable List<Token> next() throws Malformed {
        while (true) {
            List<Token> tokens = statement();
            if (tokens == null) {
                return null;
            }
            if (!tokens.isEmpty() && isKept(tokens.getFirst())) {
                return tokens;
            }
        }
    }

    private static boolean isKept(Token first) {
        return first.kind() == Kind.WORD && KEPT.contains(first.text().toLowerCase(Locale.ROOT));
    }

    private @Nullable List<Token> statement() throws Malformed {
        List<Token> tokens = new ArrayList<>();
        boolean kept = true;
        boolean copies = false;
        int blocks = 0;
        boolean body = false;
        while (true) {
            space();
            if (at >= sql.length() || down) {
                at = sql.length();
                return tokens.isEmpty() ? null : tokens;
            }
            if (sql.startsWith(delimiter, at) && (blocks == 0 || !delimiter.equals(";"))) {
                at += delimiter.length();
                if (copies) {
                    data();
                }
                return tokens;
            }
            if (tokens.isEmpty() && isCommand()) {
                continue;
            }
            Token token = token();
            if (tokens.isEmpty()) {
                kept = isKept(token);
                copies = token.is("copy");
            }
            if (kept || tokens.isEmpty()) {
                tokens.add(token);
                body |=
                        tokens.size() <= HEAD
                                && BODIES.contains(token.text().toLowerCase(Locale.ROOT));
                if (body) {
                    blocks += block(token, tokens);
                }
            }
        }
    }

    /** How many blocks begin with a word, less those that end. */
    private static int block(Token token, List<Token> tokens) {
        if (token.is("begin") || token.is("case")) {
            boolean ends = tokens.size() > 1 && tokens.get(tokens.size() - 2).is("end");
            return ends ? 0 : 1;
        }
        if (token.is("end")) {
            return -1;
        }
        boolean inner =
                token.is("if") || token.is("loop") || token.is("while") || token.is("repeat");
        // What END IF ends did not count when it began.
        return inner && tokens.size() > 1 && tokens.get(tokens.size() - 2).is("end") ? 1 : 0;
    }

    /** Passes over a line for the program that runs the script. */
    private boolean isCommand() {
        if (sql.charAt(at) == '\\') {
            restOfLine();
            return true;
        }
        if (sql.regionMatches(true, at, "delimiter ", 0, 10)) {
            String rest = restOfLine().substring(10).strip();
            delimiter = rest.isEmpty() ? ";" : rest;
            return true;
        }
        boolean go = sql.regionMatches(true, at, "go", 0, 2);
        return go && restIsBlank(at + 2) && !restOfLine().isEmpty();
    }

    private boolean restIsBlank(int from) {
        int i = from;
        while (i < sql.length() && sql.charAt(i) != '\n') {
            if (!Character.isWhitespace(sql.charAt(i++))) {
                return false;
            }
        }
        return true;
    }

    private String restOfLine() {
        int end = sql.indexOf('\n', at);
        end = end < 0 ? sql.length() : end;
        String rest = sql.substring(at, end);
        at = end;
        return rest;
    }

    /** Passes over rows that PostgreSQL copies from the script. */
    private void data() {
        int end = sql.indexOf("\n\\.", at);
        int to = end < 0 ? sql.length() : end + 3;
        count(at, to);
        at = to;
    }

    private void count(int from, int to) {
        for (int i = from; i < to; i++) {
            if (sql.charAt(i) == '\n') {
                line++;
            }
        }
    }

    private void space() throws Malformed {
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (c == '\n') {
                line++;
                at++;
            } else if (Character.isWhitespace(c) || c == '\uFEFF') {
                at++;
            } else if (sql.startsWith("--", at) || (c == '#' && escapes)) {
                String comment = restOfLine();
                if (comment.startsWith("-- +goose Down") || comment.startsWith("-- migrate:down")) {
                    down = true;
                    return;
                }
            } else if (sql.startsWith("/*", at)) {
                int end = sql.indexOf("*/", at + 2);
                if (end < 0) {
                    throw new Malformed(line, "a comment begins here and does not end");
                }
                count(at, end);
                at = end + 2;
            } else {
                return;
            }
        }
    }

    private Token token() throws Malformed {
        char c = sql.charAt(at);
        int from = line;
        switch (c) {
            case '\'' -> {
                boolean marked = at > 0 && (sql.charAt(at - 1) == 'E' || sql.charAt(at - 1) == 'e');
                return new Token(Kind.TEXT, quoted('\'', escapes || marked), from);
            }
            case '"', '`' -> {
                return new Token(Kind.QUOTED, quoted(c, false), from);
            }
            case '[' -> {
                int most = Math.min(sql.length(), at + MAX_NAME);
                int end = sql.substring(at, most).indexOf(']');
                boolean name = end > 1 && Character.isLetter(sql.charAt(at + 1));
                if (name && sql.substring(at, at + end).indexOf('\n') < 0) {
                    String text = sql.substring(at + 1, at + end);
                    at += end + 1;
                    return new Token(Kind.QUOTED, text, from);
                }
            }
            case '$' -> {
                int end = sql.indexOf('$', at + 1);
                String tag = end < 0 ? "" : sql.substring(at, end + 1);
                if (end > 0 && isTag(tag)) {
                    int close = sql.indexOf(tag, end + 1);
                    if (close < 0) {
                        throw new Malformed(
                                line, "a text begins with " + tag + " and does not end");
                    }
                    count(at, close);
                    at = close + tag.length();
                    return new Token(Kind.TEXT, "", from);
                }
            }
            default -> {}
        }
        if (isWord(c) && !Character.isDigit(c)) {
            int begin = at;
            while (at < sql.length()
                    && !sql.startsWith(delimiter, at)
                    && (isWord(sql.charAt(at)) || sql.charAt(at) == '$')) {
                at++;
            }
            return new Token(Kind.WORD, sql.substring(begin, at), from);
        }
        if (Character.isDigit(c)) {
            int begin = at;
            while (at < sql.length() && (isWord(sql.charAt(at)) || sql.charAt(at) == '.')) {
                at++;
            }
            return new Token(Kind.NUMBER, sql.substring(begin, at), from);
        }
        at++;
        return new Token(Kind.SYMBOL, String.valueOf(c), from);
    }

    private static boolean isWord(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    private static boolean isTag(String tag) {
        for (int i = 1; i < tag.length() - 1; i++) {
            if (!isWord(tag.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private String quoted(char quote, boolean backslash) throws Malformed {
        int from = line;
        StringBuilder text = new StringBuilder();
        for (int i = at + 1; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c == '\n') {
                line++;
            }
            if (c == '\\' && backslash && i + 1 < sql.length()) {
                text.append(sql.charAt(++i));
            } else if (c != quote) {
                text.append(c);
            } else if (i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
                text.append(c);
                i++;
            } else {
                at = i + 1;
                return text.toString();
            }
        }
        throw new Malformed(from, "what begins with " + quote + " does not end");
    }
}
