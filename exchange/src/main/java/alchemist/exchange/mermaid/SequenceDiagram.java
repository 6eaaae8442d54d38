package alchemist.exchange.mermaid;

import alchemist.exchange.mermaid.Draft.Sketch;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** Reads sequence diagrams. */
final class SequenceDiagram {
    /** How many of the frames around a message it tells, from the innermost outwards. */
    private static final int MAX_FRAMES = 16;

    private static final int LONGEST_FRAME = 200;

    private static final Set<String> FRAMES =
            Set.of("loop", "alt", "opt", "par", "par_over", "critical", "break", "rect", "box");

    private static final Set<String> BRANCHES = Set.of("else", "and", "option");

    /** Begins the id of a box, which no participant can be called. */
    private static final String BOX = "box:";

    /**
     * A frame that is not closed yet.
     *
     * @param says what a message in it tells of it; empty of one that is only for looks
     */
    private record Frame(String keyword, String says, String box, int line) {}

    private final Cursor cursor;
    private final Draft draft;
    private final List<Frame> frames = new ArrayList<>();
    private final Map<String, Integer> takenBoxes = new HashMap<>();
    private String within = "";
    private int order;
    private int line;

    SequenceDiagram(Cursor cursor, Draft draft) {
        this.cursor = cursor;
        this.draft = draft;
    }

    void read() {
        while (cursor.toStatement()) {
            line = cursor.line();
            if (!CommonLines.take(cursor, draft)) {
                statement(statementText());
            }
        }
        for (Frame frame : frames) {
            draft.problem(frame.line(), "'" + frame.keyword() + "' has no 'end'");
        }
    }

    /** The text up to the end of the statement; a comment behind it is passed over. */
    private String statementText() {
        int start = cursor.position();
        while (!cursor.atLineEnd() && cursor.peek() != ';' && cursor.peek() != '#') {
            cursor.skip(1);
        }
        String text = cursor.between(start, cursor.position());
        if (cursor.peek() == '#') {
            cursor.takeLine();
        }
        return text.strip();
    }

    private void statement(String text) {
        if (text.isEmpty() || text.startsWith("%%")) {
            return;
        }
        int end = 0;
        while (end < text.length() && Cursor.isWord(text.charAt(end))) {
            end++;
        }
        String word = text.substring(0, end).toLowerCase(Locale.ROOT);
        String rest = text.substring(end).strip();
        boolean alone = end == text.length() || Cursor.isBlank(text.charAt(end));
        if (word.equals("title") && (alone || rest.startsWith(":"))) {
            draft.title(Labels.of(rest.startsWith(":") ? rest.substring(1) : rest));
        } else if (!alone) {
            message(text);
        } else if (FRAMES.contains(word)) {
            begin(word, rest);
        } else if (BRANCHES.contains(word) && !frames.isEmpty()) {
            branch(word, rest);
        } else if (word.equals("end") && rest.isEmpty()) {
            end();
        } else if (isDeclaration(word)) {
            declare(word, rest);
        } else if (isNote(word)) {
            noteOrLink(word, rest);
        } else if (!isPassedOver(word)) {
            message(text);
        }
    }

    private static boolean isDeclaration(String word) {
        return word.equals("participant") || word.equals("actor") || word.equals("create");
    }

    private static boolean isNote(String word) {
        return switch (word) {
            case "note", "link", "links", "properties", "details" -> true;
            default -> false;
        };
    }

    private static boolean isPassedOver(String word) {
        return switch (word) {
            case "autonumber", "activate", "deactivate", "destroy" -> true;
            default -> false;
        };
    }

    private void begin(String word, String rest) {
        String box = frames.isEmpty() ? "" : frames.getLast().box();
        String says = "";
        if (word.equals("box")) {
            box = box(rest);
        } else if (!word.equals("rect")) {
            says = says(word.equals("par_over") ? "par" : word, rest);
        }
        frames.add(new Frame(word, says, box, line));
        reframe();
    }

    private static String says(String word, String rest) {
        String label = Labels.of(unwrapped(rest));
        String cut = label.length() <= LONGEST_FRAME ? label : label.substring(0, LONGEST_FRAME);
        return (word + " " + cut).strip();
    }

    private String box(String rest) {
        String label = Labels.of(unwrapped(CssColors.without(rest)));
        String id = draft.freeGroupId(BOX + (label.isEmpty() ? "box" : label), takenBoxes);
        draft.group(id, label, "", line);
        return id;
    }

    /** {@code else} goes on with a frame under another name. */
    private void branch(String word, String rest) {
        Frame frame = frames.removeLast();
        frames.add(new Frame(frame.keyword(), says(word, rest), frame.box(), frame.line()));
        reframe();
    }

    private void end() {
        if (frames.isEmpty()) {
            draft.problem(line, "'end' closes nothing");
        } else {
            frames.removeLast();
            reframe();
        }
    }

    private void reframe() {
        StringBuilder all = new StringBuilder();
        int from = Math.max(0, frames.size() - MAX_FRAMES);
        for (Frame frame : frames.subList(from, frames.size())) {
            if (!frame.says().isEmpty()) {
                all.append(all.isEmpty() ? "" : " / ").append(frame.says());
            }
        }
        within = all.toString();
    }

    private void declare(String word, String rest) {
        String type = word;
        String text = rest;
        if (word.equals("create")) {
            String lower = rest.toLowerCase(Locale.ROOT);
            if (!lower.startsWith("participant ") && !lower.startsWith("actor ")) {
                draft.problem(line, "'create' needs 'participant' or 'actor'");
                return;
            }
            int blank = rest.indexOf(' ');
            type = lower.substring(0, blank);
            text = rest.substring(blank).strip();
        }
        String settings = "";
        int at = text.indexOf("@{");
        int close = text.indexOf('}', Math.max(at, 0));
        if (at > 0 && close > at) {
            settings = text.substring(at + 2, close);
            text = text.substring(0, at) + " " + text.substring(close + 1);
        }
        String id = text.strip();
        String label = "";
        int as = alias(text);
        if (as > 0) {
            id = text.substring(0, as).strip();
            label = text.substring(as + 4).strip();
        }
        if (id.isEmpty()) {
            draft.problem(line, "a participant needs a name");
            return;
        }
        Sketch node = participant(id);
        node.type = type.equals("actor") ? "Actor" : "Participant";
        if (!label.isEmpty()) {
            node.label = Labels.of(unwrapped(label));
        }
        settings(node, settings, label.isEmpty());
        if (!frames.isEmpty() && node.group.isEmpty()) {
            node.group = frames.getLast().box();
        }
    }

    /** Where {@code as} stands between blanks; -1 where it does not. */
    private static int alias(String text) {
        for (int i = text.indexOf("as"); i >= 0; i = text.indexOf("as", i + 1)) {
            boolean before = i > 0 && Cursor.isBlank(text.charAt(i - 1));
            boolean behind = i + 2 < text.length() && Cursor.isBlank(text.charAt(i + 2));
            if (before && behind) {
                return i - 1;
            }
        }
        return -1;
    }

    private static void settings(Sketch node, String settings, boolean unnamed) {
        Map<String, String> data = FlowData.take(new Cursor("@{" + settings + "}", 0));
        if (data == null) {
            return;
        }
        String type = data.getOrDefault("type", "");
        if (!type.isEmpty()) {
            node.type = type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1);
        }
        String alias = Labels.of(data.getOrDefault("alias", ""));
        if (unnamed && !alias.isEmpty()) {
            node.label = alias;
        }
    }

    private Sketch participant(String name) {
        String id = Labels.asWritten(name);
        Sketch node = draft.node(id, "Participant", line);
        if (node.line == line && node.label.equals(node.id)) {
            node.label = Labels.of(name);
        }
        return node;
    }

    /** A note beside or over participants, or something that is said of one. */
    private void noteOrLink(String word, String rest) {
        int colon = rest.indexOf(':');
        if (colon < 0) {
            draft.problem(line, "':' is expected in '" + shown(word + " " + rest) + "'");
            return;
        }
        String text = Labels.of(unwrapped(rest.substring(colon + 1)));
        String where = rest.substring(0, colon).strip();
        if (!word.equals("note")) {
            if (word.equals("link")) {
                participant(where).add("links", new Value.Text(text));
            }
            return;
        }
        String lower = where.toLowerCase(Locale.ROOT);
        for (String place : List.of("left of ", "right of ", "over ")) {
            if (lower.startsWith(place)) {
                String[] names = where.substring(place.length()).split(",", 3);
                for (String name : names) {
                    if (!name.isBlank()) {
                        participant(name.strip());
                    }
                }
                if (!names[0].isBlank() && !text.isEmpty()) {
                    participant(names[0].strip()).add("notes", new Value.Text(text));
                }
                return;
            }
        }
        draft.problem(line, "a note is left of, right of or over a participant");
    }

    private void message(String text) {
        Message message = Message.of(text);
        if (message == null) {
            draft.problem(line, "not understood: '" + shown(text) + "'");
            return;
        }
        Sketch from = participant(message.from());
        Sketch to = participant(message.to());
        order++;
        SortedMap<String, Value> properties =
                Draft.texts("kind", message.kind(), "arrow", message.arrow(), "within", within);
        properties.put("order", new Value.Int(order));
        String says = Labels.of(unwrapped(message.text()));
        draft.link(from.id, to.id, Draft.relation(says, message.verb()), properties, line);
    }

    private static String unwrapped(String text) {
        String rest = text.strip();
        for (String wrap : List.of(":wrap:", ":nowrap:", "wrap:", "nowrap:")) {
            if (rest.regionMatches(true, 0, wrap, 0, wrap.length())) {
                return rest.substring(wrap.length());
            }
        }
        return rest;
    }

    private static String shown(String text) {
        String written = Labels.asWritten(text);
        return written.length() <= 40 ? written : written.substring(0, 40);
    }
}
