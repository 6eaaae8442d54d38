package alchemist.exchange.mermaid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads C4 diagrams. */
final class C4Diagram {
    private record Open(String id, int line) {}

    private final Cursor cursor;
    private final Draft draft;
    private final C4Elements elements;
    private final List<Open> open = new ArrayList<>();

    C4Diagram(Cursor cursor, Draft draft, boolean dynamic) {
        this.cursor = cursor;
        this.draft = draft;
        this.elements = new C4Elements(draft, dynamic);
    }

    void read() {
        while (cursor.toStatement()) {
            statement();
        }
        for (Open boundary : open) {
            draft.problem(boundary.line(), "the boundary '" + boundary.id() + "' has no end '}'");
        }
        elements.finish();
    }

    private void statement() {
        if (cursor.peek() == '}') {
            close();
        } else if (cursor.sees("%%")
                || cursor.seesKeyword("direction")
                || cursor.seesKeyword("accDescription")) {
            cursor.takeLine();
        } else if (cursor.seesKeyword("title")) {
            cursor.skip("title".length());
            draft.title(Labels.of(cursor.takeLine()));
        } else if (!CommonLines.take(cursor, draft)) {
            call();
        }
    }

    private void close() {
        if (open.isEmpty()) {
            draft.problem(cursor.line(), "'}' closes nothing");
        } else {
            open.removeLast();
        }
        cursor.skip(1);
    }

    private void call() {
        int line = cursor.line();
        int start = cursor.position();
        while (Cursor.isWord(cursor.peek())) {
            cursor.skip(1);
        }
        String name = cursor.between(start, cursor.position());
        cursor.skipSpaces();
        if (name.isEmpty() || !cursor.take("(")) {
            cursor.moveTo(start);
            draft.problem(line, "not understood: '" + cursor.glimpse() + "'");
            cursor.takeLine();
            return;
        }
        List<String> given = new ArrayList<>();
        Map<String, String> named = new HashMap<>();
        if (!arguments(given, named)) {
            draft.problem(line, name + "( has no end ')'");
            cursor.takeLine();
            return;
        }
        String within = open.isEmpty() ? "" : open.getLast().id();
        String boundary = elements.take(name, given, named, within, line);
        if (!boundary.isEmpty()) {
            cursor.skipBlank();
            if (cursor.take("{")) {
                open.add(new Open(boundary, line));
            }
        }
    }

    /** Reads what stands up to {@code )}; false where it does not end. */
    private boolean arguments(List<String> given, Map<String, String> named) {
        while (true) {
            cursor.skipBlank();
            String key = "";
            if (cursor.peek() == '$') {
                int start = cursor.position();
                cursor.skip(1);
                while (Cursor.isWord(cursor.peek())) {
                    cursor.skip(1);
                }
                key = cursor.between(start + 1, cursor.position());
                cursor.skipSpaces();
                if (!cursor.take("=")) {
                    cursor.moveTo(start);
                    key = "";
                }
                cursor.skipSpaces();
            }
            String value = value();
            if (value == null) {
                return false;
            }
            if (key.isEmpty()) {
                given.add(value);
            } else {
                named.put(key, value);
            }
            cursor.skipBlank();
            if (cursor.take(")")) {
                return true;
            }
            if (!cursor.take(",")) {
                return false;
            }
        }
    }

    private @Nullable String value() {
        if (cursor.peek() == '"') {
            return cursor.takeQuoted();
        }
        int start = cursor.position();
        while (!cursor.atLineEnd() && cursor.peek() != ',' && cursor.peek() != ')') {
            cursor.skip(1);
        }
        return cursor.between(start, cursor.position()).strip();
    }
}
