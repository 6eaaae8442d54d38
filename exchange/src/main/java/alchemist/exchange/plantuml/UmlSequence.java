package alchemist.exchange.plantuml;

import alchemist.exchange.mermaid.Draft;
import alchemist.exchange.mermaid.Draft.Sketch;
import alchemist.exchange.plantuml.Scan.Reference;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads sequence diagrams. */
final class UmlSequence {
    /** How many of the frames around a message it tells, from the innermost outwards. */
    private static final int MAX_FRAMES = 16;

    private static final Pattern WORD = Pattern.compile("(?i)([a-z]+)(?:\\s+(.*))?");
    private static final Pattern FRAME =
            Pattern.compile("(?i)alt|loop|opt|par2?|break|critical|group|partition");
    private static final Pattern PARTICIPANT =
            Pattern.compile(
                    "(?i)(?:create\\s+)?(participant|actor|boundary|control|entity|database|collections"
                            + "|queue)(?=\\s)|(create)(?=\\s)");
    private static final Pattern QUIET =
            Pattern.compile(
                    "(?i)(?:autonumber|destroy|newpage|autoactivate)(?:\\s.*)?|==.*|\\.\\.\\..*|\\|\\|.*");
    private static final Pattern OUTSIDE =
            Pattern.compile("[\\[?][ox]?[-<].*|.*[->][ox]?[\\]?](?:\\s*:.*)?");
    private static final Pattern ARROW =
            Pattern.compile(
                    "([ox])?(<<|<|\\\\\\\\|//|\\\\|/)?(-+)(?:\\[[^\\]]*\\])?(?:(?:left|right|up|down|[lrud])(?=-))?(-*)"
                            + "(>>|>|\\\\\\\\|//|\\\\|/)?([ox](?=\\s|$|\"|:))?");
    private static final Pattern STEPS = Pattern.compile("(?:\\+\\+|--|\\*\\*|!!)+(?:\\s*#\\w+)?");
    private static final Pattern ANCHOR = Pattern.compile("\\{\\w+\\}\\s*");
    private static final Pattern ACTIVATED =
            Pattern.compile("(?i)(activate|deactivate)\\s+(\"[^\"]*\"|[^\\s#]+).*");
    private static final Pattern OVER =
            Pattern.compile("(?i)over\\s+([^:#]+?)\\s*(?:#\\w+)?\\s*(?::\\s*(.*))?");
    private static final Pattern BRACKET = Pattern.compile("[^\\[]*\\]");
    private static final Pattern END_REF = Pattern.compile("(?i)end ?ref");

    /** A frame, or a box, that is not closed yet. */
    private record Frame(String word, String says, int line) {}

    /** Who is active, and who called. */
    private record Active(String caller, String called) {}

    private final Draft draft;
    private final List<Frame> frames = new ArrayList<>();
    private final List<Active> active = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Integer> takenBoxes = new HashMap<>();
    private final UmlCursor lines;
    private String box = "";
    private int boxLine;
    private String lastFrom = "";
    private String lastTo = "";
    private int order;

    UmlSequence(Draft draft, List<UmlLine> lines) {
        this.draft = draft;
        this.lines = new UmlCursor(lines);
    }

    void read() {
        while (lines.next()) {
            statement(ANCHOR.matcher(lines.text()).replaceFirst(""), lines.number());
        }
        if (!box.isEmpty()) {
            draft.problem(boxLine, "'box' has no 'end box'");
        }
        for (Frame frame : frames) {
            draft.problem(frame.line, "'" + frame.word + "' has no 'end'");
        }
    }

    private void statement(String text, int line) {
        String plain = text.startsWith("&") ? text.substring(1).strip() : text;
        if (isMessage(plain, line)
                || QUIET.matcher(plain).matches()
                || isParticipant(plain, line)
                || isActivation(plain)
                || isNote(plain)) {
            return;
        }
        Matcher found = WORD.matcher(plain);
        String word = found.matches() ? found.group(1).toLowerCase(Locale.ROOT) : "";
        String rest = found.matches() && found.group(2) != null ? found.group(2).strip() : "";
        if (FRAME.matcher(word).matches()) {
            frames.add(new Frame(word, says(word.equals("group") ? "" : word, rest), line));
        } else if ((word.equals("else") || word.equals("also")) && !frames.isEmpty()) {
            Frame frame = frames.removeLast();
            frames.add(new Frame(frame.word, says("else", rest), frame.line));
        } else if (word.equals("end") && (rest.isEmpty() || !rest.equalsIgnoreCase("box"))) {
            end(line);
        } else if (word.equals("endbox") || word.equals("end")) {
            box = "";
        } else if (word.equals("box")) {
            box(rest, line);
        } else if (word.equals("return")) {
            giveBack(rest, line);
        } else if (word.equals("ref")) {
            over(rest);
        } else if (!OUTSIDE.matcher(plain).matches()) {
            draft.problem(line, "not understood: '" + Scan.shown(plain) + "'");
        }
    }

    private static String says(String word, String rest) {
        String label = UmlText.of(rest);
        return (word + " " + (label.length() > 200 ? label.substring(0, 200) : label)).strip();
    }

    private void end(int line) {
        if (frames.isEmpty()) {
            draft.problem(line, "'end' closes nothing");
        } else {
            frames.removeLast();
        }
    }

    private void box(String rest, int line) {
        Matcher colour = Pattern.compile("(?:^|\\s)#\\S+\\s*$").matcher(rest);
        String label = UmlText.of(colour.replaceFirst(""));
        box = draft.freeGroupId("box:" + (label.isEmpty() ? "box" : label), takenBoxes);
        boxLine = line;
        draft.group(box, label, "", line);
    }

    private boolean isParticipant(String text, int line) {
        Scan scan = new Scan(text);
        Matcher word = scan.take(PARTICIPANT);
        UmlDeclaration declared = word == null ? null : UmlDeclaration.of(scan);
        if (word == null || declared == null) {
            return false;
        }
        Sketch node = participant(declared.name(), line);
        String type =
                word.group(1) == null ? "participant" : word.group(1).toLowerCase(Locale.ROOT);
        node.type = type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1);
        node.label = declared.label();
        node.say("stereotype", String.join(", ", declared.stereotypes()));
        node.say("link", declared.link());
        if (!declared.shown().isEmpty()) {
            names.put(declared.shown(), node.id);
        }
        if (declared.opens().equals("[")) {
            lines.block(BRACKET);
        }
        if (!declared.rest().isEmpty()) {
            draft.problem(line, "not understood: '" + Scan.shown(declared.rest()) + "'");
        }
        if (node.group.isEmpty()) {
            node.group = box;
        }
        return true;
    }

    private Sketch participant(String name, int line) {
        String id = names.getOrDefault(name, name);
        Sketch node = draft.node(id, "Participant", line);
        if (node.line == line && node.label.equals(id)) {
            node.label = UmlText.of(id);
        }
        return node;
    }

    private boolean isMessage(String text, int line) {
        Scan scan = new Scan(text);
        Reference first = name(scan);
        Matcher arrow = first == null ? null : scan.take(ARROW);
        Reference second = arrow == null ? null : name(scan);
        if (first == null || arrow == null || second == null) {
            return false;
        }
        String left = or(arrow.group(2));
        String right = or(arrow.group(5));
        if (left.isEmpty() && right.isEmpty() && or(arrow.group(6)).isEmpty()) {
            return false;
        }
        if (scan.take(Pattern.compile("(?i)as\\s+")) != null) {
            Reference alias = name(scan);
            if (alias != null) {
                names.put(second.name(), alias.name());
                participant(alias.name(), line).label = second.label();
            }
        }
        Matcher steps = scan.take(STEPS);
        String label = "";
        if (scan.take(":")) {
            label = UmlText.of(scan.rest());
        } else if (!scan.atEnd()) {
            draft.problem(line, "not understood: '" + Scan.shown(scan.rest()) + "'");
        }
        boolean turned = !left.isEmpty() && right.isEmpty() && or(arrow.group(6)).isEmpty();
        String from = participant((turned ? second : first).name(), line).id;
        String to = participant((turned ? first : second).name(), line).id;
        boolean dashed = (or(arrow.group(3)) + or(arrow.group(4))).length() > 1;
        String signs = or(arrow.group(1)) + left + right + or(arrow.group(6));
        String kind =
                dashed
                        ? "reply"
                        : (left + right).contains("<<") || (left + right).contains(">>")
                                ? "async"
                                : "call";
        String how =
                !left.isEmpty() && !right.isEmpty()
                        ? "both"
                        : signs.contains("x")
                                ? "cross"
                                : signs.contains("o")
                                        ? "circle"
                                        : signs.contains("\\") || signs.contains("/") ? "half" : "";
        send(from, to, label, kind, how, line);
        if (steps != null && steps.group().startsWith("++")) {
            active.add(new Active(from, to));
        }
        return true;
    }

    private static String or(@Nullable String group) {
        return group == null ? "" : group;
    }

    private static @Nullable Reference name(Scan scan) {
        return scan.sees("[") || scan.sees("(") || scan.sees(":") ? null : scan.reference();
    }

    private void send(String from, String to, String label, String kind, String how, int line) {
        SortedMap<String, Value> properties =
                Draft.texts("kind", kind, "arrow", how, "within", within());
        properties.put("order", new Value.Int(++order));
        String verb =
                switch (kind) {
                    case "reply" -> "replies to";
                    case "async" -> "signals";
                    default -> "calls";
                };
        draft.link(from, to, Draft.relation(label, verb), properties, line);
        lastFrom = from;
        lastTo = to;
    }

    private String within() {
        List<String> all = new ArrayList<>();
        for (Frame frame : frames.subList(Math.max(0, frames.size() - MAX_FRAMES), frames.size())) {
            if (!frame.says.isEmpty()) {
                all.add(frame.says);
            }
        }
        return String.join(" / ", all);
    }

    private boolean isActivation(String text) {
        Matcher activated = ACTIVATED.matcher(text);
        if (!activated.matches()) {
            return text.equalsIgnoreCase("activate") || text.equalsIgnoreCase("deactivate");
        }
        String name = UmlText.unquoted(activated.group(2));
        String id = names.getOrDefault(name, name);
        if (activated.group(1).equalsIgnoreCase("activate")) {
            active.add(new Active(lastTo.equals(id) ? lastFrom : "", id));
        } else if (!active.isEmpty()) {
            active.removeLast();
        }
        return true;
    }

    private void giveBack(String text, int line) {
        Active by = active.isEmpty() ? new Active(lastFrom, lastTo) : active.removeLast();
        if (by.caller.isEmpty() || by.called.isEmpty()) {
            draft.problem(line, "'return' leads to nobody who called");
        } else {
            send(by.called, by.caller, UmlText.of(text), "reply", "", line);
        }
    }

    private boolean isNote(String text) {
        UmlNote note = UmlNote.take(text, lines);
        if (note != null && note.beside()) {
            note(note.of().isEmpty() ? lastTo : note.of(), note.text());
        }
        return note != null;
    }

    private void over(String rest) {
        Matcher over = OVER.matcher(rest);
        if (over.matches()) {
            String said = over.group(2) == null ? lines.block(END_REF) : over.group(2);
            note(over.group(1), UmlText.of(said));
        }
    }

    /** Of several participants it is told of the first. */
    private void note(String participants, String text) {
        String first = UmlText.unquoted(participants.split(",", 2)[0].strip());
        Sketch node = draft.find(names.getOrDefault(first, first));
        if (node != null && !text.isEmpty()) {
            node.add("notes", new Value.Text(text));
        }
    }
}
