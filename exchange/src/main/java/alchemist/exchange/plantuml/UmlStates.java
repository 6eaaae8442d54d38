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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads state diagrams. */
final class UmlStates {
    private static final String EDGE = "[*]";
    private static final int MAX_DEPTH = 100;
    private static final Pattern REGION = Pattern.compile("--+|\\|\\|");
    private static final Pattern STATE = Pattern.compile("(?i)state\\s+");
    private static final Pattern DESCRIBED = Pattern.compile("([\\p{L}\\p{N}_.]+)\\s*:\\s*(.*)");
    private static final Pattern HISTORY = Pattern.compile("([\\p{L}\\p{N}_.]*)\\[H\\*?\\]");

    /** A composite state that is not closed yet; the root has no id. */
    private static final class Scope {
        private final String id;
        private final int line;
        private int region = 1;

        private Scope(String id, int line) {
            this.id = id;
            this.line = line;
        }
    }

    private final Draft draft;
    private final List<Scope> scopes = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private final UmlCursor lines;
    private String last = "";

    UmlStates(Draft draft, List<UmlLine> lines) {
        this.draft = draft;
        this.lines = new UmlCursor(lines);
        scopes.add(new Scope("", 1));
    }

    void read() {
        while (lines.next()) {
            statement(lines.text(), lines.number());
        }
        for (Scope scope : scopes.subList(1, scopes.size())) {
            draft.problem(scope.line, "the state '" + Scan.shown(scope.id) + "' has no end '}'");
        }
    }

    private void statement(String line, int number) {
        if (line.startsWith("}")) {
            if (scopes.size() == 1) {
                draft.problem(number, "'}' closes nothing");
            } else {
                scopes.removeLast();
            }
        } else if (REGION.matcher(line).matches()) {
            scopes.getLast().region++;
        } else if (!isTransition(line, number)
                && !isDeclaration(line, number)
                && !isNote(line)
                && !isDescription(line, number)) {
            draft.problem(number, "not understood: '" + Scan.shown(line) + "'");
        }
    }

    private boolean isTransition(String line, int number) {
        Scan scan = new Scan(line);
        String first = end(scan);
        Arrow arrow = first == null ? null : Arrow.take(scan);
        String second = arrow == null ? null : end(scan);
        if (first == null || arrow == null || second == null) {
            return false;
        }
        scan.take(Pattern.compile("<<[^>]*>>|#\\w+"));
        String label = "";
        if (scan.take(":")) {
            label = UmlText.of(scan.rest());
        } else if (!scan.atEnd()) {
            draft.problem(number, "not understood: '" + Scan.shown(scan.rest()) + "'");
        }
        if (arrow.hidden()) {
            return true;
        }
        boolean turned = Arrow.isPoint(arrow.left()) && !Arrow.isPoint(arrow.right());
        String from = state(turned ? second : first, true, number);
        String to = state(turned ? first : second, false, number);
        draft.link(from, to, Draft.relation(label, "leads to"), Draft.texts(), number);
        return true;
    }

    private static @Nullable String end(Scan scan) {
        Matcher history = scan.take(HISTORY);
        if (history != null) {
            return history.group();
        }
        if (scan.take(EDGE)) {
            return EDGE;
        }
        if (scan.sees("(") || scan.sees(":")) {
            return null;
        }
        Reference named = scan.reference();
        return named == null ? null : named.name();
    }

    /** The id of a state that a transition names. */
    private String state(String name, boolean from, int number) {
        Scope scope = scopes.getLast();
        if (name.equals(EDGE)) {
            String prefix = scope.id.isEmpty() ? "root" : scope.id;
            String region = scope.region == 1 ? prefix : prefix + "_" + scope.region;
            Sketch edge =
                    draft.node(region + (from ? "_start" : "_end"), from ? "Start" : "End", number);
            edge.label = from ? "start" : "end";
            edge.group = scope.id;
            return edge.id;
        }
        String id = names.getOrDefault(name, name);
        if (draft.hasGroup(id)) {
            return id;
        }
        Matcher history = HISTORY.matcher(name);
        boolean isHistory = history.matches();
        Sketch node = draft.node(id, isHistory ? "History" : "State", number);
        if (node.group.isEmpty() && node.line == number) {
            node.group =
                    isHistory && !history.group(1).isEmpty() && draft.hasGroup(history.group(1))
                            ? history.group(1)
                            : scope.id;
        }
        return id;
    }

    private boolean isDeclaration(String line, int number) {
        Scan scan = new Scan(line);
        UmlDeclaration declared =
                scan.take(STATE) == null || scan.sees("[") ? null : UmlDeclaration.of(scan);
        if (declared == null) {
            return false;
        }
        String id = declared.name();
        if (!declared.shown().isEmpty()) {
            names.putIfAbsent(declared.shown(), id);
        }
        last = id;
        if (declared.opens().equals("{")) {
            draft.group(id, declared.label(), scopes.getLast().id, number);
            boolean deep = scopes.size() > MAX_DEPTH;
            if (deep) {
                draft.problem(number, "states lie more than " + MAX_DEPTH + " deep in one another");
            }
            scopes.add(deep ? scopes.getLast() : new Scope(id, number));
            return true;
        }
        Sketch node = draft.node(id, "State", number);
        node.label = declared.label();
        node.group = scopes.getLast().id;
        for (String stereotype : declared.stereotypes()) {
            String type = type(stereotype);
            if (type.isEmpty()) {
                node.say("stereotype", stereotype);
            } else {
                node.type = type;
            }
        }
        if (!declared.said().isEmpty()) {
            node.add("descriptions", new Value.Text(UmlText.of(declared.said())));
        }
        if (!declared.rest().isEmpty()) {
            draft.problem(number, "not understood: '" + Scan.shown(declared.rest()) + "'");
        }
        return true;
    }

    private static String type(String stereotype) {
        return switch (stereotype.toLowerCase(Locale.ROOT)) {
            case "start" -> "Start";
            case "end" -> "End";
            case "choice" -> "Choice";
            case "fork" -> "Fork";
            case "join" -> "Join";
            case "history", "history*" -> "History";
            case "entrypoint", "inputpin", "expansioninput" -> "Entry point";
            case "exitpoint", "outputpin", "expansionoutput" -> "Exit point";
            default -> "";
        };
    }

    private boolean isDescription(String line, int number) {
        Matcher described = DESCRIBED.matcher(line);
        if (!described.matches()) {
            return false;
        }
        String id = state(described.group(1), true, number);
        Sketch node = draft.find(id);
        if (node != null) {
            node.add("descriptions", new Value.Text(UmlText.of(described.group(2))));
        }
        return true;
    }

    private boolean isNote(String line) {
        UmlNote note = UmlNote.take(line, lines);
        if (note == null) {
            return false;
        }
        String name = note.of().isEmpty() ? last : note.of();
        Sketch node = note.beside() ? draft.find(names.getOrDefault(name, name)) : null;
        if (node != null) {
            node.add("notes", new Value.Text(note.text()));
        }
        return true;
    }
}
