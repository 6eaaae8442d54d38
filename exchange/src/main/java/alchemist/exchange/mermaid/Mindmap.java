package alchemist.exchange.mermaid;

import alchemist.exchange.mermaid.Draft.Sketch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads mindmaps. */
final class Mindmap {
    private record Topic(int indent, String id) {}

    private record Shape(String shown, String open, String close) {}

    private static final List<Shape> SHAPES =
            List.of(
                    new Shape("bang", "))", "(("),
                    new Shape("cloud", ")", "("),
                    new Shape("circle", "((", "))"),
                    new Shape("cloud", "(-", "-)"),
                    new Shape("cloud", "-)", "(-"),
                    new Shape("hexagon", "{{", "}}"),
                    new Shape("rounded", "(", ")"),
                    new Shape("square", "[", "]"));

    private final Cursor cursor;
    private final Draft draft;
    private final List<Topic> path = new ArrayList<>();
    private final Map<String, Integer> taken = new HashMap<>();

    Mindmap(Cursor cursor, Draft draft) {
        this.cursor = cursor;
        this.draft = draft;
    }

    void read() {
        while (!cursor.atEnd()) {
            int start = cursor.position();
            cursor.skipSpaces();
            int indent = cursor.position() - start;
            if (!cursor.atLineEnd()) {
                line(indent);
            }
            cursor.skip(1);
        }
    }

    private void line(int indent) {
        if (cursor.sees("::icon(") || cursor.sees(":::") || cursor.sees("%%")) {
            cursor.takeLine();
        } else if (!CommonLines.take(cursor, draft)) {
            topic(indent);
        }
    }

    private void topic(int indent) {
        int line = cursor.line();
        String name = name();
        String label = name;
        Shape shape = null;
        String bracketed = null;
        for (Shape one : SHAPES) {
            int start = cursor.position();
            if (cursor.take(one.open())) {
                bracketed = FlowText.take(cursor, one.close());
                if (bracketed != null) {
                    shape = one;
                    break;
                }
                cursor.moveTo(start);
            }
        }
        if (bracketed != null) {
            label = bracketed;
        }
        String shown = Labels.of(label);
        if (shown.isEmpty()) {
            draft.problem(line, "not understood: '" + cursor.glimpse() + "'");
            cursor.takeLine();
            return;
        }
        add(indent, Labels.asWritten(name), shown, shape, line);
        restOfLine();
    }

    private String name() {
        int start = cursor.position();
        while (!cursor.atLineEnd() && "([){}".indexOf(cursor.peek()) < 0 && !cursor.sees(":::")) {
            cursor.skip(1);
        }
        String text = cursor.between(start, cursor.position());
        int comment = text.indexOf(" %%");
        return (comment < 0 ? text : text.substring(0, comment)).strip();
    }

    private void restOfLine() {
        cursor.skipSpaces();
        boolean passed = cursor.sees("%%") || cursor.sees(":::") || cursor.sees("::icon(");
        if (!cursor.atLineEnd() && !passed) {
            draft.problem(cursor.line(), "not understood: '" + cursor.glimpse() + "'");
        }
        cursor.takeLine();
    }

    private void add(int indent, String name, String label, @Nullable Shape shape, int line) {
        while (!path.isEmpty() && path.getLast().indent() >= indent) {
            path.removeLast();
        }
        String wanted = name.isEmpty() ? label : name;
        String above = path.isEmpty() ? "" : path.getLast().id();
        String id = draft.find(wanted) == null ? wanted : free(above + "/" + wanted);
        Sketch node = draft.node(id, "Topic", line);
        node.label = label;
        node.say("shape", shape == null ? "" : shape.shown());
        if (!above.isEmpty()) {
            draft.link(above, id, "includes", new TreeMap<>(), line);
        }
        path.add(new Topic(indent, id));
    }

    private String free(String wanted) {
        String id = wanted;
        while (draft.find(id) != null) {
            id = wanted + " " + taken.merge(wanted, 2, (had, _) -> had + 1);
        }
        return id;
    }
}
