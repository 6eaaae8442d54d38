package alchemist.exchange.mermaid;

import alchemist.exchange.mermaid.Draft.Sketch;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads state diagrams. */
final class StateDiagram {
    private static final String STATE = "State";
    private static final String EDGE = "[*]";

    /** A composite state that is not closed yet; the root has no id. */
    private static final class Scope {
        final String id;
        final int line;
        int region = 1;

        Scope(String id, int line) {
            this.id = id;
            this.line = line;
        }

        /** Before the ids of its start and end: each region has its own. */
        String prefix() {
            String name = id.isEmpty() ? "root" : id;
            return region == 1 ? name : name + "_" + region;
        }
    }

    private final Cursor cursor;
    private final Draft draft;
    private final List<Scope> scopes = new ArrayList<>();

    StateDiagram(Cursor cursor, Draft draft) {
        this.cursor = cursor;
        this.draft = draft;
        scopes.add(new Scope("", 1));
    }

    void read() {
        while (cursor.toStatement()) {
            statement();
        }
        for (Scope scope : scopes.subList(1, scopes.size())) {
            draft.problem(scope.line, "the state '" + scope.id + "' has no end '}'");
        }
    }

    private void statement() {
        if (cursor.peek() == '}') {
            close();
        } else if (cursor.sees("--") && !cursor.sees("-->")) {
            scopes.getLast().region++;
            cursor.skip(2);
        } else if (cursor.sees("%%") || cursor.peek() == '#' || passedOver()) {
            cursor.takeLine();
        } else if (CommonLines.take(cursor, draft)) {
            return;
        } else if (cursor.seesKeyword("state")) {
            declaration();
        } else if (cursor.seesKeyword("note")) {
            note();
        } else if (cursor.seesKeyword("click")) {
            click();
        } else {
            transition();
        }
    }

    private boolean passedOver() {
        return cursor.seesKeyword("classDef")
                || cursor.seesKeyword("class")
                || cursor.seesKeyword("style")
                || cursor.seesKeyword("scale")
                || cursor.seesKeyword("direction")
                || cursor.sees("hide empty description");
    }

    private void close() {
        if (scopes.size() == 1) {
            draft.problem(cursor.line(), "'}' closes nothing");
        } else {
            scopes.removeLast();
        }
        cursor.skip(1);
    }

    private void declaration() {
        int line = cursor.line();
        cursor.skip("state".length());
        cursor.skipSpaces();
        String label = "";
        if (cursor.peek() == '"') {
            String quoted = cursor.takeQuoted();
            cursor.skipSpaces();
            if (quoted == null || !cursor.seesKeyword("as")) {
                draft.unreadable("'as' and an id behind the text of a state", cursor);
                return;
            }
            label = Labels.of(quoted);
            cursor.skip("as".length());
            cursor.skipSpaces();
        }
        String id = declaredId();
        if (id.isEmpty()) {
            draft.unreadable("the id of a state", cursor);
            return;
        }
        Sketch node = mention(id, line);
        if (!label.isEmpty()) {
            describe(node, label);
        }
        cursor.skipSpaces();
        kind(node);
        cursor.skipSpaces();
        if (cursor.take("{")) {
            open(node, line);
        } else {
            description(node);
            restOfLine();
        }
    }

    /** An id behind {@code state}, which may hold dashes. */
    private String declaredId() {
        int start = cursor.position();
        while (!cursor.atLineEnd()
                && !Cursor.isBlank(cursor.peek())
                && "{}:;".indexOf(cursor.peek()) < 0
                && !cursor.sees("<<")
                && !cursor.sees("[[")) {
            cursor.skip(1);
        }
        return Labels.asWritten(cursor.between(start, cursor.position()));
    }

    private void kind(Sketch node) {
        for (String kind : List.of("fork", "join", "choice")) {
            if (cursor.take("<<" + kind + ">>") || cursor.take("[[" + kind + "]]")) {
                node.type =
                        kind.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + kind.substring(1);
                return;
            }
        }
    }

    private void open(Sketch node, int line) {
        draft.group(node.id, node.label, scopes.getLast().id, line);
        scopes.add(new Scope(node.id, line));
    }

    private void describe(Sketch node, String text) {
        if (text.isEmpty()) {
            return;
        }
        if (node.label.equals(node.id)) {
            node.label = text;
            draft.rename(node.id, text);
        } else if (!node.label.equals(text)) {
            node.add("descriptions", new Value.Text(text));
        }
    }

    private void note() {
        int line = cursor.line();
        cursor.skip("note".length());
        cursor.skipSpaces();
        if (cursor.peek() == '"') {
            cursor.takeLine(); // hangs at no state
            return;
        }
        if (!cursor.take("left of") && !cursor.take("right of")) {
            draft.unreadable("'left of' or 'right of'", cursor);
            return;
        }
        cursor.skipSpaces();
        String id = id();
        if (id.isEmpty()) {
            draft.unreadable("the id of a state", cursor);
            return;
        }
        cursor.skipSpaces();
        String text = cursor.take(":") ? upToSemicolon() : lines(line);
        String note = Labels.of(text);
        if (!note.isEmpty()) {
            mention(id, line).add("notes", new Value.Text(note));
        }
    }

    /** The lines before {@code end note}. */
    private String lines(int line) {
        StringBuilder text = new StringBuilder();
        cursor.takeLine();
        while (!cursor.atEnd()) {
            cursor.skip(1);
            String next = cursor.takeLine();
            if (next.strip().equals("end note")) {
                return text.toString();
            }
            text.append(next).append('\n');
        }
        draft.problem(line, "a note has no 'end note'");
        return text.toString();
    }

    private void click() {
        int line = cursor.line();
        cursor.skip("click".length());
        cursor.skipSpaces();
        String id = id();
        cursor.skipSpaces();
        if (cursor.seesKeyword("href")) {
            cursor.skip("href".length());
            cursor.skipSpaces();
        }
        String address = cursor.peek() == '"' ? cursor.takeQuoted() : null;
        if (!id.isEmpty() && address != null) {
            mention(id, line).say("link", Labels.asWritten(address));
        }
        cursor.takeLine();
    }

    private void transition() {
        int line = cursor.line();
        String first = end();
        if (first.isEmpty()) {
            draft.unreadable("a state", cursor);
            return;
        }
        cursor.skipSpaces();
        if (!cursor.take("-->")) {
            if (!first.equals(EDGE)) {
                description(mention(first, line));
            }
            restOfLine();
            return;
        }
        cursor.skipSpaces();
        String second = end();
        if (second.isEmpty()) {
            draft.unreadable("a state", cursor);
            return;
        }
        Sketch from = first.equals(EDGE) ? edge(true, line) : mention(first, line);
        Sketch to = second.equals(EDGE) ? edge(false, line) : mention(second, line);
        cursor.skipSpaces();
        String text = cursor.take(":") ? Labels.of(upToSemicolon()) : "";
        draft.link(from.id, to.id, Draft.relation(text, "leads to"), new TreeMap<>(), line);
        restOfLine();
    }

    /** An end of a transition: {@code [*]} or an id, and a class that is passed over. */
    private String end() {
        String end = cursor.take(EDGE) ? EDGE : id();
        if (cursor.take(":::")) {
            id();
        }
        return end;
    }

    private String id() {
        int start = cursor.position();
        while (!cursor.atLineEnd()
                && !Cursor.isBlank(cursor.peek())
                && ":{};".indexOf(cursor.peek()) < 0
                && !cursor.sees("--")
                && !cursor.sees("%%")) {
            cursor.skip(1);
        }
        return Labels.asWritten(cursor.between(start, cursor.position()));
    }

    private void description(Sketch node) {
        cursor.skipSpaces();
        if (cursor.peek() == ':' && !cursor.sees(":::")) {
            cursor.skip(1);
            describe(node, Labels.of(upToSemicolon()));
        }
    }

    private String upToSemicolon() {
        int start = cursor.position();
        while (!cursor.atLineEnd() && cursor.peek() != ';') {
            cursor.skip(1);
        }
        return cursor.between(start, cursor.position());
    }

    /** A state lies in the composite state whose lines spoke of it last. */
    private Sketch mention(String id, int line) {
        Sketch node = draft.node(id, STATE, line);
        Scope scope = scopes.getLast();
        if (!scope.id.isEmpty() && !scope.id.equals(id)) {
            node.group = scope.id;
        }
        return node;
    }

    private Sketch edge(boolean start, int line) {
        Scope scope = scopes.getLast();
        String id = scope.prefix() + (start ? "_start" : "_end");
        @Nullable Sketch known = draft.find(id);
        if (known != null) {
            return known;
        }
        Sketch node = draft.node(id, start ? "Start" : "End", line);
        node.label = start ? "start" : "end";
        node.group = scope.id;
        return node;
    }

    private void restOfLine() {
        cursor.skipSpaces();
        if (cursor.sees("%%") || cursor.peek() == '#') {
            cursor.takeLine();
        }
        if (!cursor.atLineEnd() && cursor.peek() != ';' && cursor.peek() != '}') {
            draft.problem(cursor.line(), "not understood: '" + cursor.glimpse() + "'");
            cursor.takeLine();
        }
    }
}
