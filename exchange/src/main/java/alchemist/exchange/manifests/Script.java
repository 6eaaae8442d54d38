package alchemist.exchange.manifests;

import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.SourceFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The words, texts and brackets of a program in Groovy or Kotlin, without its comments. It is taken
 * apart and never run, so only what is written out in it can be found.
 */
final class Script {
    private static final int MAX_DEPTH = 100;

    /** Longer ones are taken for text. */
    private static final int MAX_PLACEHOLDER = 1_000;

    /** A piece of a program, in the line that it begins in. */
    sealed interface Part {
        int line();
    }

    /** A name, with the names that points join to it. */
    record Word(String text, int line) implements Part {}

    /**
     * A text.
     *
     * @param isOpen whether {@code $} in it stands for something
     */
    record Text(String value, boolean isOpen, int line) implements Part {}

    /** Any other character, and of an end of line {@code ;}. */
    record Sign(char c, int line) implements Part {}

    /**
     * What stands in brackets.
     *
     * @param open which brackets
     */
    record Group(char open, List<Part> parts, int line) implements Part {}

    private final SourceFile file;
    private final String text;
    private final Deque<Group> open = new ArrayDeque<>();
    private final List<Part> all = new ArrayList<>();
    private int at;
    private int line = 1;

    private Script(SourceFile file) {
        this.file = file;
        this.text = file.text();
    }

    /**
     * Takes a program apart.
     *
     * @throws Malformed when its brackets nest too deep
     */
    static List<Part> of(SourceFile file) throws Malformed {
        return new Script(file).read();
    }

    private List<Part> read() throws Malformed {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                endLine();
            } else if (text.startsWith("//", at)) {
                at = endOfLine(at);
            } else if (text.startsWith("/*", at)) {
                skipTo("*/");
            } else if (c == '"' || c == '\'') {
                addText(c);
            } else if (c == '`' || Character.isJavaIdentifierStart(c)) {
                addWord(c);
            } else if (c == '/' && mayBeginPattern()) {
                int end = text.indexOf('/', at + 1);
                at = end < 0 || end > endOfLine(at) ? at + 1 : end + 1;
            } else {
                addSign(c);
            }
        }
        if (!open.isEmpty()) {
            Group first = open.getLast();
            file.warn(
                    first.line,
                    "the bracket '"
                            + first.open
                            + "' is not closed; what follows is taken as in it");
        }
        return all;
    }

    private List<Part> here() {
        Group group = open.peek();
        return group == null ? all : group.parts;
    }

    /** A line goes on behind what asks for more. */
    private void endLine() {
        List<Part> here = here();
        boolean goesOn =
                here.isEmpty()
                        || (here.getLast() instanceof Sign sign && ";,=+.".indexOf(sign.c) >= 0);
        if (!goesOn) {
            here.add(new Sign(';', line));
        }
        line++;
        at++;
    }

    private int endOfLine(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private void skipTo(String end) {
        int to = text.indexOf(end, at + end.length());
        goTo(to < 0 ? text.length() : to + end.length());
    }

    private void goTo(int to) {
        for (; at < to; at++) {
            line += text.charAt(at) == '\n' ? 1 : 0;
        }
    }

    /** Patterns of Groovy stand between slashes, as divisions do not behind these signs. */
    private boolean mayBeginPattern() {
        List<Part> here = here();
        return !here.isEmpty() && here.getLast() instanceof Sign sign && "=~,".indexOf(sign.c) >= 0;
    }

    private void addWord(char c) {
        int from = at;
        int end;
        String word;
        if (c == '`') {
            int close = text.indexOf('`', at + 1);
            end = close < 0 || close > endOfLine(at) ? at : close;
            word = text.substring(Math.min(from + 1, end), end);
            at = end + 1;
        } else {
            end = at + 1;
            while (end < text.length()
                    && (Character.isJavaIdentifierPart(text.charAt(end)) || joins(end))) {
                end++;
            }
            word = text.substring(from, end);
            at = end;
        }
        here().add(new Word(word, line));
    }

    private boolean joins(int point) {
        return text.charAt(point) == '.'
                && point + 1 < text.length()
                && Character.isJavaIdentifierStart(text.charAt(point + 1));
    }

    private void addText(char quote) {
        int began = line;
        String three = String.valueOf(quote).repeat(3);
        boolean several = text.startsWith(three, at);
        int from = at + (several ? 3 : 1);
        int end = from;
        while (end < text.length()) {
            char c = text.charAt(end);
            if (c == '\\') {
                end++;
            } else if (quote == '"' && text.startsWith("${", end)) {
                end = endOfPlaceholder(end);
            } else if (several ? text.startsWith(three, end) : c == quote || c == '\n') {
                break;
            }
            end++;
        }
        end = Math.min(end, text.length());
        String value = text.substring(from, end);
        here().add(new Text(value, quote == '"' && value.indexOf('$') >= 0, began));
        boolean closed = end < text.length() && text.charAt(end) == quote;
        goTo(closed ? end + (several ? 3 : 1) : end);
    }

    /** The bracket that ends a placeholder, in which texts may stand; else where it begins. */
    private int endOfPlaceholder(int from) {
        int depth = 0;
        int last = Math.min(endOfLine(from), from + MAX_PLACEHOLDER);
        for (int i = from; i < last; i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0 && text.charAt(i) == '}') {
                return i;
            }
        }
        return from;
    }

    private void addSign(char c) throws Malformed {
        at++;
        switch (c) {
            case '(', '[', '{' -> {
                if (open.size() >= MAX_DEPTH) {
                    throw new Malformed(line, "it nests deeper than " + MAX_DEPTH);
                }
                Group group = new Group(c, new ArrayList<>(2), line);
                here().add(group);
                open.push(group);
            }
            case ')', ']', '}' -> close(c == ')' ? '(' : c == ']' ? '[' : '{');
            case ' ', '\t', '\r' -> {}
            default -> here().add(new Sign(c, line));
        }
    }

    /** Closes the innermost bracket of a kind, and those in it that are not closed. */
    private void close(char opening) {
        boolean is = false;
        for (Group group : open) {
            is |= group.open == opening;
        }
        while (is && !open.isEmpty()) {
            if (open.pop().open == opening) {
                return;
            }
        }
    }

    /** The statements of a block: what stands between ends of lines. */
    static List<List<Part>> statements(List<Part> parts) {
        return split(parts, ';');
    }

    /** What stands between signs. */
    static List<List<Part>> split(List<Part> parts, char between) {
        List<List<Part>> split = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= parts.size(); i++) {
            boolean ends =
                    i == parts.size() || (parts.get(i) instanceof Sign sign && sign.c == between);
            if (ends) {
                if (i > from) {
                    split.add(parts.subList(from, i));
                }
                from = i + 1;
            }
        }
        return split;
    }

    /** The first text in some parts, or empty. */
    static String firstText(List<Part> parts) {
        for (Part part : parts) {
            if (part instanceof Text found) {
                return found.value;
            }
        }
        return "";
    }

    /** Whether a piece is a sign. */
    static boolean isSign(Part part, char c) {
        return part instanceof Sign sign && sign.c == c;
    }

    /** Some parts, of those in brackets what is in them; but what is in braces stays there. */
    static List<Part> flat(List<Part> s) {
        List<Part> flat = new ArrayList<>();
        for (Part part : s) {
            if (part instanceof Group group && group.open != '{') {
                flat.addAll(flat(group.parts));
            } else {
                flat.add(part);
            }
        }
        return flat;
    }

    /** How many pieces there are, also in brackets. */
    static long size(List<Part> parts) {
        long size = parts.size();
        for (Part part : parts) {
            size += part instanceof Group group ? size(group.parts) : 0;
        }
        return size;
    }
}
