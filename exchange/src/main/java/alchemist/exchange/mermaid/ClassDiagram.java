package alchemist.exchange.mermaid;

import alchemist.exchange.mermaid.Draft.Sketch;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Reads class diagrams. */
final class ClassDiagram {
    private static final String CLASS = "Class";

    /** Before the name of a namespace in its group's id: a class may be called as it is. */
    private static final String NAMESPACE = "namespace ";

    /** Into how many groups a name with dots is taken apart. */
    private static final int MAX_DOTS = 32;

    /** How deep namespaces may lie in one another. */
    private static final int MAX_DEPTH = 100;

    private record Open(String id, int line) {}

    private final Cursor cursor;
    private final Draft draft;
    private final List<Open> open = new ArrayList<>();
    private final Map<String, ClassFacts> facts = new HashMap<>();

    ClassDiagram(Cursor cursor, Draft draft) {
        this.cursor = cursor;
        this.draft = draft;
    }

    void read() {
        while (cursor.toStatement()) {
            statement();
        }
        if (!open.isEmpty()) {
            draft.problem(open.getLast().line(), "the namespace has no end '}'");
        }
        facts.forEach(
                (id, all) -> {
                    Sketch node = draft.find(id);
                    if (node != null) {
                        all.settle(node);
                    }
                });
    }

    private void statement() {
        if (cursor.peek() == '}') {
            closeNamespace();
        } else if (cursor.sees("%%") || passedOver()) {
            cursor.takeLine();
        } else if (CommonLines.take(cursor, draft)) {
            return;
        } else if (cursor.seesKeyword("namespace")) {
            namespace();
        } else if (cursor.seesKeyword("class")) {
            declaration();
        } else if (cursor.sees("<<")) {
            annotation();
        } else if (cursor.seesKeyword("note")) {
            note();
        } else if (cursor.seesKeyword("click") || cursor.seesKeyword("link")) {
            click();
        } else {
            memberOrRelation();
        }
    }

    private boolean passedOver() {
        return cursor.seesKeyword("style")
                || cursor.seesKeyword("classDef")
                || cursor.seesKeyword("cssClass")
                || cursor.seesKeyword("callback")
                || cursor.seesKeyword("direction");
    }

    private void closeNamespace() {
        if (open.isEmpty()) {
            draft.problem(cursor.line(), "'}' closes nothing");
        } else {
            open.removeLast();
        }
        cursor.skip(1);
    }

    private void namespace() {
        int line = cursor.line();
        cursor.skip("namespace".length());
        cursor.skipSpaces();
        ClassName name = ClassName.take(cursor);
        if (name == null) {
            draft.unreadable("the name of a namespace", cursor);
            return;
        }
        String label = label();
        cursor.skipSpaces();
        if (!cursor.take("{")) {
            draft.unreadable("'{' behind the name of a namespace", cursor);
            return;
        }
        if (open.size() >= MAX_DEPTH) {
            draft.problem(line, "namespaces lie more than " + MAX_DEPTH + " deep in one another");
            open.add(open.getLast());
            return;
        }
        open.add(new Open(group(name.id(), label, line), line));
    }

    /** The group of a namespace; those that a name with dots lies in are groups too. */
    private String group(String name, String label, int line) {
        String within = open.isEmpty() ? "" : open.getLast().id();
        String qualified = within.isEmpty() ? NAMESPACE : within + ".";
        String[] parts = name.split("\\.", MAX_DOTS);
        for (int i = 0; i < parts.length; i++) {
            qualified += i == 0 ? parts[i] : "." + parts[i];
            boolean last = i == parts.length - 1;
            draft.group(qualified, last && !label.isEmpty() ? label : parts[i], within, line);
            within = qualified;
        }
        return within;
    }

    /** The label in {@code ["…"]} behind a name; empty where there is none. */
    private String label() {
        cursor.skipSpaces();
        if (cursor.peek() != '[') {
            return "";
        }
        int line = cursor.line();
        int start = cursor.position();
        cursor.skip(1);
        String label = FlowText.take(cursor, "]");
        if (label == null) {
            draft.problem(line, "a label has no end ']'");
            cursor.moveTo(start);
            cursor.takeLine();
            return "";
        }
        return Labels.of(label);
    }

    private void declaration() {
        int line = cursor.line();
        cursor.skip("class".length());
        cursor.skipSpaces();
        ClassName name = ClassName.take(cursor);
        if (name == null) {
            draft.unreadable("the name of a class", cursor);
            return;
        }
        Sketch node = mention(name, line);
        if (!open.isEmpty()) {
            node.group = open.getLast().id();
        }
        String label = label();
        if (!label.isEmpty()) {
            node.label = label;
        }
        cursor.skipSpaces();
        if (cursor.take(":::")) {
            ClassName.take(cursor);
            cursor.skipSpaces();
        }
        if (cursor.sees("<<")) {
            stereotype(name.id());
            cursor.skipSpaces();
        }
        if (cursor.take("{")) {
            body(name.id(), line);
        } else {
            restOfLine();
        }
    }

    private void body(String id, int line) {
        while (!cursor.atEnd()) {
            int end = cursor.lineEnd();
            int close = closing(end);
            String member = cursor.takeTo(Math.min(close, end));
            of(id).member(member);
            if (close < end) {
                cursor.skip(1);
                return;
            }
            cursor.skip(1);
        }
        draft.problem(line, "the body of the class '" + id + "' has no end '}'");
    }

    /** Where a bracket in this line ends the body; the line's end where none does. */
    private int closing(int end) {
        int depth = 0;
        for (int i = 0; cursor.position() + i < end; i++) {
            char c = cursor.peek(i);
            if (c == '{') {
                depth++;
            } else if (c == '}') {
                if (depth == 0) {
                    return cursor.position() + i;
                }
                depth--;
            }
        }
        return end;
    }

    private ClassFacts of(String id) {
        return facts.computeIfAbsent(id, _ -> new ClassFacts());
    }

    private void annotation() {
        int line = cursor.line();
        int start = cursor.position();
        int end = cursor.lineEnd();
        String text = cursor.between(start, end);
        int close = text.indexOf(">>");
        if (close < 0) {
            draft.unreadable("'>>'", cursor);
            return;
        }
        cursor.skip(close + 2);
        cursor.skipSpaces();
        ClassName name = ClassName.take(cursor);
        if (name == null) {
            draft.unreadable("the name of a class", cursor);
            return;
        }
        mention(name, line);
        of(name.id()).stereotype(text.substring(2, close));
        restOfLine();
    }

    private void stereotype(String id) {
        String text = cursor.between(cursor.position(), cursor.lineEnd());
        int close = text.indexOf(">>");
        if (close < 0) {
            draft.unreadable("'>>'", cursor);
            return;
        }
        of(id).stereotype(text.substring(2, close));
        cursor.skip(close + 2);
    }

    private void note() {
        int line = cursor.line();
        cursor.skip("note".length());
        cursor.skipSpaces();
        ClassName name = null;
        if (cursor.seesKeyword("for")) {
            cursor.skip("for".length());
            cursor.skipSpaces();
            name = ClassName.take(cursor);
            cursor.skipSpaces();
        }
        String text = cursor.peek() == '"' ? cursor.takeQuoted() : null;
        if (text == null) {
            draft.unreadable("a text in quotes", cursor);
        } else if (name != null) {
            mention(name, line).add("notes", new Value.Text(Labels.of(text)));
        }
    }

    private void click() {
        int line = cursor.line();
        boolean link = cursor.seesKeyword("link");
        cursor.skip(link ? "link".length() : "click".length());
        cursor.skipSpaces();
        ClassName name = ClassName.take(cursor);
        cursor.skipSpaces();
        if (cursor.seesKeyword("href")) {
            link = true;
            cursor.skip("href".length());
            cursor.skipSpaces();
        }
        if (name != null && link && cursor.peek() == '"') {
            String address = cursor.takeQuoted();
            if (address != null) {
                mention(name, line).say("link", Labels.asWritten(address));
            }
        }
        cursor.takeLine();
    }

    private void memberOrRelation() {
        int line = cursor.line();
        ClassName first = ClassName.take(cursor);
        if (first == null) {
            draft.unreadable("a class", cursor);
            return;
        }
        cursor.skipSpaces();
        if (cursor.peek() == ':' && !cursor.sees("::")) {
            cursor.skip(1);
            mention(first, line);
            of(first.id()).member(cursor.takeLine());
            return;
        }
        String near = multiplicity();
        ClassRelation relation = ClassRelation.take(cursor);
        if (relation == null) {
            mention(first, line);
            if (cursor.take(":::")) {
                ClassName.take(cursor);
            }
            restOfLine();
            return;
        }
        cursor.skipSpaces();
        String far = multiplicity();
        ClassName second = ClassName.take(cursor);
        if (second == null) {
            draft.unreadable("a class", cursor);
            return;
        }
        if (cursor.take(":::")) {
            ClassName.take(cursor);
        }
        cursor.skipSpaces();
        String label = "";
        if (cursor.take(":")) {
            label = Labels.of(withoutEnd(cursor.takeLine()));
        } else {
            restOfLine();
        }
        relate(first, second, relation, near, far, label, line);
    }

    private static String withoutEnd(String label) {
        String text = label.strip();
        return text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
    }

    private String multiplicity() {
        String text = cursor.peek() == '"' ? cursor.takeQuoted() : null;
        cursor.skipSpaces();
        return text == null ? "" : Labels.of(text);
    }

    private void relate(
            ClassName first,
            ClassName second,
            ClassRelation relation,
            String near,
            String far,
            String label,
            int line) {
        mention(first, line);
        mention(second, line);
        if (relation.lollipop()) {
            Sketch provided = mention(relation.turned() ? second : first, line);
            if (of(provided.id).isEmpty()) {
                provided.type = ClassFacts.INTERFACE;
            }
        }
        boolean turned = relation.turned();
        SortedMap<String, Value> properties =
                Draft.texts(
                        "fromMultiplicity", turned ? far : near,
                        "toMultiplicity", turned ? near : far,
                        "arrow", relation.both() ? "both" : "");
        String says = relation.says();
        if (relation.association() && !label.isEmpty()) {
            says = label;
        } else if (!label.isEmpty()) {
            properties.put("label", new Value.Text(label));
        }
        String from = turned ? second.id() : first.id();
        String to = turned ? first.id() : second.id();
        draft.link(from, to, says, properties, line);
    }

    private Sketch mention(ClassName name, int line) {
        Sketch node = draft.node(name.id(), CLASS, line);
        if (!name.generic().isEmpty() && node.label.equals(node.id)) {
            node.label = name.id() + "<" + name.generic() + ">";
        }
        return node;
    }

    private void restOfLine() {
        cursor.skipSpaces();
        if (cursor.sees("%%") || cursor.peek() == ';' || cursor.peek() == '}') {
            if (cursor.sees("%%")) {
                cursor.takeLine();
            }
            return;
        }
        if (!cursor.atLineEnd()) {
            draft.problem(cursor.line(), "not understood: '" + cursor.glimpse() + "'");
            cursor.takeLine();
        }
    }
}
