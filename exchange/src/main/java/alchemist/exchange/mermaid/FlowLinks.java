package alchemist.exchange.mermaid;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the links of a flowchart, with the texts on them. */
final class FlowLinks {
    /** An arrow with its text and its id, which are empty where it has none. */
    record Labelled(Arrow arrow, String text, String id) {}

    private final Cursor cursor;
    private final Draft draft;
    private final Set<String> ids = new HashSet<>();

    FlowLinks(Cursor cursor, Draft draft) {
        this.cursor = cursor;
        this.draft = draft;
    }

    /** Whether a link that was read has an id. */
    boolean has(String id) {
        return ids.contains(id);
    }

    /** The link that follows, perhaps in the next line; null and unmoved where none does. */
    @Nullable Labelled take() {
        int start = cursor.position();
        cursor.skipBlank();
        String id = id();
        Arrow arrow = Arrow.take(cursor);
        if (arrow == null) {
            cursor.moveTo(start);
            return null;
        }
        if (!id.isEmpty()) {
            ids.add(id);
        }
        if (arrow.open()) {
            return secondHalf(arrow, id);
        }
        int behind = cursor.position();
        cursor.skipBlank();
        if (!cursor.take("|")) {
            cursor.moveTo(behind);
            return new Labelled(arrow, "", id);
        }
        int line = cursor.line();
        String text = FlowText.take(cursor, "|");
        if (text == null) {
            draft.problem(line, "the text of a link has no end '|'");
            cursor.moveTo(behind);
            cursor.takeLine();
            return new Labelled(arrow, "", id);
        }
        return new Labelled(arrow, Labels.of(text), id);
    }

    /** The id of {@code e1@-->}, which is taken; empty where none stands before an arrow. */
    private String id() {
        int start = cursor.position();
        String id = FlowId.take(cursor);
        if (!id.isEmpty() && cursor.take("@")) {
            int arrow = cursor.position();
            boolean follows = Arrow.take(cursor) != null;
            cursor.moveTo(arrow);
            if (follows) {
                return id;
            }
        }
        cursor.moveTo(start);
        return "";
    }

    /** The text and the rest of an arrow that is broken by its text; null where it has no rest. */
    private @Nullable Labelled secondHalf(Arrow begun, String id) {
        int line = cursor.line();
        int start = cursor.position();
        cursor.skipBlank();
        String quoted = cursor.peek() == '"' ? cursor.takeQuoted() : null;
        int from = quoted == null ? start : cursor.position();
        cursor.moveTo(from);
        for (int lines = 0; !cursor.atEnd() && lines <= FlowText.MAX_LINES; ) {
            char c = cursor.peek();
            lines += c == '\n' ? 1 : 0;
            int at = cursor.position();
            if (c == begun.sign() || c == '<' || tailHere(c, at, from) || dotted(c, begun)) {
                Arrow rest = Arrow.take(cursor);
                if (rest != null && !rest.open() && rest.stroke() == begun.stroke()) {
                    String text = quoted == null ? cursor.between(from, at) : quoted;
                    return new Labelled(rest.after(begun), Labels.of(text), id);
                }
                cursor.moveTo(at);
            }
            cursor.skip(1);
        }
        cursor.moveTo(start);
        draft.problem(line, "an arrow with a text has no end");
        cursor.takeLine();
        return null;
    }

    /** Whether this may be the {@code x} of {@code x-->}, and not a text's last letter. */
    private boolean tailHere(char c, int at, int from) {
        return (c == 'x' || c == 'o') && at > from && Cursor.isBlank(cursor.peek(-1));
    }

    private static boolean dotted(char c, Arrow begun) {
        return c == '-' && begun.stroke() == Arrow.Stroke.DOTTED;
    }
}
