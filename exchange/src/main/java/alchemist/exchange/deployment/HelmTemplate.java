package alchemist.exchange.deployment;

import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.Tree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A template of Helm as the YAML that it is about: what its expressions say is filled in where it
 * is known without running them, and a mark stands for the rest. Each line stays in its line. What
 * is repeated stands once; what depends on something stands, and of two branches the one that the
 * chart's own values choose, else the first.
 */
final class HelmTemplate {
    /** Stands for what only a run would give. */
    static final String UNKNOWN = "\uFFFC";

    private static final int MAX_DEPTH = 100;

    private static final Pattern BEGINS_TEXT = Pattern.compile(":\\s[|>][-+0-9]{0,2}$");

    /** So far back, in characters, is looked for the line before. */
    private static final int MAX_BACK = 2_000;

    /** A text; empty where a part of it is not known. */
    static String known(String text) {
        return text.contains(UNKNOWN) ? "" : text;
    }

    /** An action between braces, or the text before it. */
    private record Piece(String text, boolean isAction, int line) {}

    /** A block that is not ended yet. */
    private static final class Block {
        final boolean wasShown;
        final @Nullable Tree dot;
        final Chosen chosen;

        Block(boolean wasShown, @Nullable Tree dot, Chosen chosen) {
            this.wasShown = wasShown;
            this.dot = dot;
            this.chosen = chosen;
        }
    }

    /** Which branch stands. */
    private enum Chosen {
        FIRST,
        LATER,
        NONE
    }

    private final HelmExpressions expressions;
    private final List<Piece> pieces = new ArrayList<>();
    private final Map<Integer, Boolean> otherwise = new HashMap<>();
    private final Deque<Block> open = new ArrayDeque<>();
    private final StringBuilder out = new StringBuilder();
    private boolean shown = true;

    private HelmTemplate(HelmExpressions expressions) {
        this.expressions = expressions;
    }

    /**
     * Fills in a template.
     *
     * @throws Malformed when its actions are not closed, or nest too deep
     */
    static String filled(String template, HelmExpressions expressions) throws Malformed {
        HelmTemplate filling = new HelmTemplate(expressions);
        filling.take(template);
        filling.fill();
        return filling.out.toString();
    }

    private void take(String template) throws Malformed {
        Deque<Integer> begun = new ArrayDeque<>();
        int line = 1;
        int at = 0;
        while (at < template.length()) {
            int from = template.indexOf("{{", at);
            String text = template.substring(at, from < 0 ? template.length() : from);
            pieces.add(new Piece(text, false, line));
            line += lines(text);
            if (from < 0) {
                return;
            }
            int to = template.indexOf("}}", from);
            if (to < 0) {
                throw new Malformed(line, "is no template of Helm: an action is not closed");
            }
            String action = template.substring(from + 2, to);
            Piece piece = new Piece(action, true, line);
            note(pieces.size(), word(plain(action)), begun, line);
            pieces.add(piece);
            line += lines(action);
            at = to + 2;
        }
    }

    /** Notes which blocks have another branch. */
    private void note(int index, String word, Deque<Integer> begun, int line) throws Malformed {
        switch (word) {
            case "if", "with", "range", "define", "block" -> begun.push(index);
            case "else" -> {
                if (!begun.isEmpty()) {
                    otherwise.put(begun.peek(), true);
                }
            }
            case "end" -> begun.poll();
            default -> {}
        }
        if (begun.size() > MAX_DEPTH) {
            throw new Malformed(line, "is no template of Helm: it nests deeper than " + MAX_DEPTH);
        }
    }

    private static int lines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    /** An action without the dashes that trim what is around it. */
    private static String plain(String action) {
        String plain = action;
        plain = plain.startsWith("-") ? plain.substring(1) : plain;
        plain = plain.endsWith("-") ? plain.substring(0, plain.length() - 1) : plain;
        return plain.strip();
    }

    private static String word(String action) {
        int end = 0;
        while (end < action.length() && Character.isLetter(action.charAt(end))) {
            end++;
        }
        return action.substring(0, end);
    }

    private void fill() {
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (!piece.isAction) {
                show(piece.text);
                continue;
            }
            String action = plain(piece.text);
            String rest = action.substring(word(action).length()).strip();
            switch (word(action)) {
                case "if", "with" -> branch(rest, i, word(action).equals("with"));
                case "range" -> range(rest);
                case "define", "block" -> open(false, null);
                case "else" -> otherBranch(rest);
                case "end" -> end();
                default -> act(action, i);
            }
            if (isAlone(i)) {
                dropBlank();
            }
            out.repeat('\n', lines(piece.text));
        }
    }

    /** Of a line in which nothing was left, its white space goes too. */
    private void dropBlank() {
        int begin = out.lastIndexOf("\n") + 1;
        if (out.substring(begin).isBlank()) {
            out.setLength(begin);
        }
    }

    private void show(String text) {
        if (shown) {
            out.append(text);
        } else {
            out.repeat('\n', lines(text));
        }
    }

    private void open(boolean show, @Nullable Tree dot) {
        open.push(new Block(shown, expressions.dot(), show ? Chosen.FIRST : Chosen.NONE));
        shown &= show;
        expressions.dot(dot);
    }

    /** What is repeated for nothing is left out. */
    private void range(String said) {
        int assigned = said.indexOf(":=");
        @Nullable Tree value =
                expressions.value(assigned < 0 ? said : said.substring(assigned + 2).strip());
        open(value == null || HelmExpressions.isTrue(value), null);
    }

    private void branch(String condition, int index, boolean with) {
        @Nullable Tree value = expressions.value(condition);
        boolean known = value != null && !HelmExpressions.isTrue(value);
        boolean inLine = !isAlone(index);
        // Without another branch what is switched off stands, unless it is a part of a line, or
        // is about nothing.
        boolean skip = known && (inLine || with || otherwise.containsKey(index));
        open.push(new Block(shown, expressions.dot(), skip ? Chosen.LATER : Chosen.FIRST));
        if (with) {
            expressions.dot(value);
        }
        shown &= !skip;
    }

    private void otherBranch(String condition) {
        Block block = open.peek();
        if (block == null) {
            return;
        }
        boolean now = block.chosen == Chosen.LATER;
        if (now && condition.startsWith("if")) {
            @Nullable Tree value = expressions.value(condition.substring(2).strip());
            now = value == null || HelmExpressions.isTrue(value);
        }
        shown = block.wasShown && now;
        expressions.dot(block.dot);
        if (now) {
            open.pop();
            open.push(new Block(block.wasShown, block.dot, Chosen.FIRST));
        }
    }

    private void end() {
        Block block = open.poll();
        if (block != null) {
            shown = block.wasShown;
            expressions.dot(block.dot);
        }
    }

    /** Whether nothing else stands in the line of an action. */
    private boolean isAlone(int index) {
        String before = pieces.get(index - 1).text;
        boolean begins = index == 1 || before.indexOf('\n') >= 0;
        String line = before.substring(before.lastIndexOf('\n') + 1);
        String after = index + 1 < pieces.size() ? pieces.get(index + 1).text : "";
        int end = after.indexOf('\n');
        boolean ends = end >= 0 || index + 2 >= pieces.size();
        return begins
                && ends
                && line.isBlank()
                && (end < 0 ? after : after.substring(0, end)).isBlank();
    }

    private void act(String action, int index) {
        if (action.startsWith("/*") || !shown) {
            return;
        }
        int assigned = action.indexOf(":=");
        int again = action.startsWith("$") ? action.indexOf(" = ") : -1;
        if (action.startsWith("$") && (assigned > 0 || again > 0)) {
            String name = action.substring(0, assigned > 0 ? assigned : again).strip();
            String said = action.substring(assigned > 0 ? assigned + 2 : again + 3).strip();
            expressions.assign(name, expressions.value(said));
            return;
        }
        @Nullable Tree value = expressions.value(action);
        boolean alone = isAlone(index);
        if (alone) {
            standAlone(action, value);
        } else if (inText()) {
            // A text of several lines that begins in this line is none that is known.
            int mark = Math.max(out.lastIndexOf("|"), out.lastIndexOf(">"));
            int end = out.indexOf("\n", mark);
            String blank = end < 0 ? "" : out.substring(end); // lines keep their numbers
            out.setLength(mark);
            out.append(UNKNOWN).append(blank);
        } else if (value == null) {
            out.append(UNKNOWN);
        } else {
            out.append(HelmExpressions.written(value));
        }
    }

    /** Whether a text of several lines begins here, as the line before says. */
    private boolean inText() {
        return BEGINS_TEXT.matcher(lineBefore()).find();
    }

    /** The last line that is not blank. */
    private String lineBefore() {
        int end = out.length();
        int from = Math.max(0, end - MAX_BACK);
        while (end > from && Character.isWhitespace(out.charAt(end - 1))) {
            end--;
        }
        return out.substring(Math.max(from, out.lastIndexOf("\n", end - 1) + 1), end);
    }

    /** Whether a list stands before what begins at an indent: one in it is left out. */
    private boolean inList(int indent) {
        String line = lineBefore();
        int before = line.length() - line.stripLeading().length();
        return before > indent || (before == indent && line.startsWith("- ", before));
    }

    /** What fills a line is a part of the map around it, or all that is under the key before it. */
    private void standAlone(String action, @Nullable Tree value) {
        boolean said = value != null && (value.isMap() || value.isList());
        if (inText()) {
            String text = value == null || said ? "" : HelmExpressions.written(value);
            out.append(text.isBlank() ? UNKNOWN : text);
            return;
        }
        if (value == null || (!said && action.contains("indent"))) {
            return;
        }
        int indent = HelmExpressions.indent(action);
        if (value.isList() && inList(indent)) {
            return;
        }
        if (indent >= 0) {
            out.setLength(out.lastIndexOf("\n") + 1);
            out.repeat(' ', indent);
        }
        // A list stands farther in than its key, which may have the same indent.
        out.append(value.isMap() ? "<<: " : value.isList() ? "  " : "");
        out.append(HelmExpressions.written(value));
    }
}
