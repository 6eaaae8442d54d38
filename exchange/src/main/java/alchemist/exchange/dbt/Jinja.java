package alchemist.exchange.dbt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a template calls and defines. It is gone through once, and nothing in it is run: both ways
 * of a branch count, and what is computed is no text.
 */
final class Jinja {
    /** What a block of a template defines. */
    private static final Set<String> DEFINITIONS =
            Set.of("macro", "test", "data_test", "snapshot", "docs", "materialization");

    private static final Pattern LITERAL = Pattern.compile("'([^']*)'|\"([^\"]*)\"");
    private static final Pattern NAMED =
            Pattern.compile("(\\w+)\\s*=(?!=)\\s*(.*)", Pattern.DOTALL);
    private static final Pattern END_OF_DOCS = Pattern.compile("\\{%[-+]?\\s*enddocs\\s*[-+]?%}");
    private static final Pattern END_OF_RAW = Pattern.compile("\\{%[-+]?\\s*endraw\\s*[-+]?%}");

    /** How long an argument may be that is looked at; those that name something are short. */
    private static final int MAX_ARGUMENT = 500;

    /**
     * A call of something.
     *
     * @param name with what it is in, apart by points
     * @param arguments without a name, in their order; null is one that is computed
     * @param named those with a name whose value is a text or a number
     * @param line from 1
     */
    record Call(
            String name, List<@Nullable String> arguments, Map<String, String> named, int line) {
        /** An argument that is a text; null where there is none, or it is computed. */
        @Nullable String argument(int index) {
            return index < arguments.size() ? arguments.get(index) : null;
        }
    }

    /** Something that a template defines, with the calls in it. */
    static final class Block {
        final String kind;
        final String name;
        final int line;
        final List<Call> calls = new ArrayList<>();

        /** Of documentation. */
        String text = "";

        Block(String kind, String name, int line) {
            this.kind = kind;
            this.name = name;
            this.line = line;
        }
    }

    /** A call whose arguments have not ended. */
    private static final class Open {
        final String name;
        final int line;
        final List<@Nullable String> arguments = new ArrayList<>();
        final Map<String, String> named = new HashMap<>();
        int from;

        Open(String name, int line, int from) {
            this.name = name;
            this.line = line;
            this.from = from;
        }
    }

    /** Calls that stand in no block. */
    final List<Call> calls = new ArrayList<>();

    final List<Block> blocks = new ArrayList<>();

    /** In which line something begins that has no end; 0 where nothing does. */
    int torn;

    private final String text;
    private @Nullable Block block;
    private int lineAt;
    private int line = 1;

    private Jinja(String text) {
        this.text = text;
    }

    /** What is in a template. */
    static Jinja of(String text) {
        Jinja jinja = new Jinja(text);
        jinja.template();
        return jinja;
    }

    /** What is in a program, in which calls of dbt stand as those of an object of that name. */
    static Jinja ofPython(String text) {
        Jinja jinja = new Jinja(text);
        jinja.expression(0, text.length());
        return jinja;
    }

    private void template() {
        int at = text.indexOf('{');
        while (at >= 0 && at + 1 < text.length()) {
            char kind = text.charAt(at + 1);
            int end = at + 1;
            if (kind == '#') {
                end = text.indexOf("#}", at + 2);
            } else if (kind == '{' || kind == '%') {
                end = endOf(at + 2, kind == '{' ? '}' : '%');
                if (end >= 0 && kind == '%') {
                    end = statement(at + 2, end);
                } else if (end >= 0) {
                    expression(at + 2, end);
                }
            }
            if (end < 0) {
                torn = line(at);
                return;
            }
            at = text.indexOf('{', end);
        }
    }

    /** Where an expression ends that may have texts in it; -1 where it does not. */
    private int endOf(int from, char last) {
        for (int i = from; i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            if (c == last && text.charAt(i + 1) == '}') {
                return i;
            }
            if (c == '\'' || c == '"') {
                i = endOfText(i, text.length());
            }
        }
        return -1;
    }

    /** The last place of a text that begins here. */
    private int endOfText(int from, int most) {
        char quote = text.charAt(from);
        for (int i = from + 1; i < most; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == quote) {
                return i;
            }
        }
        return most;
    }

    /** Reads what stands between {@code {%} and {@code %}}; where to go on. */
    private int statement(int from, int end) {
        int begin = from;
        while (begin < end && !isName(text.charAt(begin))) {
            begin++;
        }
        String word = text.substring(begin, endOfName(begin, end));
        if (word.equals("raw")) {
            Matcher raw = END_OF_RAW.matcher(text);
            return raw.find(end) ? raw.end() : -1;
        }
        if (word.startsWith("end")) {
            Block open = block;
            if (open != null && word.substring(3).equals(open.kind)) {
                block = null;
            }
            return end;
        }
        if (!DEFINITIONS.contains(word)) {
            expression(from, end);
            return end;
        }
        int name = afterBlanks(begin + word.length(), end);
        Block defined = new Block(word, text.substring(name, endOfName(name, end)), line(name));
        blocks.add(defined);
        if (word.equals("docs")) {
            Matcher docs = END_OF_DOCS.matcher(text);
            if (!docs.find(end)) {
                return -1;
            }
            defined.text = text.substring(end + 2, docs.start()).strip();
            return docs.end();
        }
        block = defined;
        expression(name + defined.name.length(), end);
        return end;
    }

    /** Collects the calls in an expression. */
    private void expression(int from, int end) {
        Deque<Open> open = new ArrayDeque<>();
        int i = from;
        while (i < end) {
            char c = text.charAt(i);
            if (c == '\'' || c == '"') {
                i = endOfText(i, end) + 1;
            } else if (isName(c)) {
                int after = endOfName(i, end);
                int bracket = afterBlanks(after, end);
                if (bracket < end && text.charAt(bracket) == '(') {
                    open.push(new Open(text.substring(i, after), line(i), bracket + 1));
                    i = bracket + 1;
                } else {
                    i = after;
                }
            } else {
                Open inner = open.peek();
                if (c == '(' || c == '[' || c == '{') {
                    open.push(new Open("", 0, i + 1));
                } else if (inner != null && (c == ',' || c == ')' || c == ']' || c == '}')) {
                    argument(inner, i);
                    if (c != ',') {
                        close(open.pop());
                    }
                }
                i++;
            }
        }
    }

    private void argument(Open open, int end) {
        int from = open.from;
        open.from = end + 1;
        if (open.name.isEmpty()) {
            return;
        }
        String written = end - from > MAX_ARGUMENT ? "?" : text.substring(from, end).strip();
        if (written.isEmpty()) {
            return;
        }
        Matcher named = NAMED.matcher(written);
        if (named.matches()) {
            String value = literal(named.group(2));
            String plain = value == null ? named.group(2).strip() : value;
            if (value != null || plain.matches("[\\w.]+")) {
                open.named.put(named.group(1), plain);
            }
        } else {
            open.arguments.add(literal(written));
        }
    }

    private static @Nullable String literal(String written) {
        Matcher literal = LITERAL.matcher(written);
        return !literal.matches()
                ? null
                : literal.group(1) == null ? literal.group(2) : literal.group(1);
    }

    private void close(Open open) {
        if (!open.name.isEmpty()) {
            Block in = block;
            (in == null ? calls : in.calls)
                    .add(new Call(open.name, open.arguments, open.named, open.line));
        }
    }

    private static boolean isName(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    private int endOfName(int from, int end) {
        int i = from;
        while (i < end && (isName(text.charAt(i)) || text.charAt(i) == '.')) {
            i++;
        }
        return i;
    }

    private int afterBlanks(int from, int end) {
        int i = from;
        while (i < end && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** The line of a place behind all that were asked for before. */
    private int line(int at) {
        for (; lineAt < at; lineAt++) {
            line += text.charAt(lineAt) == '\n' ? 1 : 0;
        }
        return line;
    }
}
