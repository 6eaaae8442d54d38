package alchemist.exchange.mermaid;

import alchemist.kernel.value.Value;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * How a link of a flowchart is drawn.
 *
 * @param open whether it only begins here, and its text and its other half follow
 */
record Arrow(char head, char tail, Stroke stroke, boolean open) {
    /** What its line is made of. */
    enum Stroke {
        NORMAL,
        DOTTED,
        THICK,
        INVISIBLE
    }

    /** No head, or no tail. */
    static final char NONE = ' ';

    /** Takes the arrow that stands here; null and unmoved where none does. */
    static @Nullable Arrow take(Cursor cursor) {
        int tailed = isTail(cursor.peek()) ? 1 : 0;
        char tail = tailed == 1 ? cursor.peek() : NONE;
        int dashes = run(cursor, tailed, '-');
        if (dashes >= 2) {
            return line(cursor, tail, tailed + dashes, dashes, Stroke.NORMAL);
        }
        int equals = run(cursor, tailed, '=');
        if (equals >= 2) {
            return line(cursor, tail, tailed + equals, equals, Stroke.THICK);
        }
        int dots = run(cursor, tailed + dashes, '.');
        if (dots >= 1) {
            return dotted(cursor, tail, tailed, dashes, dots);
        }
        int waves = run(cursor, 0, '~');
        if (waves >= 3) {
            cursor.skip(waves);
            return new Arrow(NONE, NONE, Stroke.INVISIBLE, false);
        }
        return null;
    }

    private static Arrow line(Cursor cursor, char tail, int length, int signs, Stroke stroke) {
        char head = cursor.peek(length);
        if (isHead(head)) {
            cursor.skip(length + 1);
            return new Arrow(head, tail, stroke, false);
        }
        cursor.skip(length);
        return new Arrow(NONE, tail, stroke, signs == 2);
    }

    private static @Nullable Arrow dotted(
            Cursor cursor, char tail, int tailed, int dashes, int dots) {
        int length = tailed + dashes + dots;
        if (cursor.peek(length) == '-') {
            char head = cursor.peek(length + 1);
            cursor.skip(length + (isHead(head) ? 2 : 1));
            return new Arrow(isHead(head) ? head : NONE, tail, Stroke.DOTTED, false);
        }
        if (dashes == 1) {
            cursor.skip(tailed + 2);
            return new Arrow(NONE, tail, Stroke.DOTTED, true);
        }
        return null;
    }

    private static int run(Cursor cursor, int from, char sign) {
        int count = 0;
        while (cursor.peek(from + count) == sign) {
            count++;
        }
        return count;
    }

    private static boolean isTail(char c) {
        return c == '<' || c == 'x' || c == 'o';
    }

    private static boolean isHead(char c) {
        return c == '>' || c == 'x' || c == 'o';
    }

    /** The sign that its line ends with, by which the second half of an open one is found. */
    char sign() {
        return switch (stroke) {
            case NORMAL -> '-';
            case THICK -> '=';
            case DOTTED -> '.';
            case INVISIBLE -> '~';
        };
    }

    /** This, which began with another half. */
    Arrow after(Arrow begun) {
        return new Arrow(head, begun.tail == NONE ? tail : begun.tail, begun.stroke, false);
    }

    /** What is special about it, as properties; of an ordinary arrow nothing. */
    SortedMap<String, Value> properties() {
        boolean both =
                switch (head) {
                    case '>' -> tail == '<';
                    case 'x' -> tail == 'x';
                    case 'o' -> tail == 'o';
                    default -> false;
                };
        String ends =
                switch (head) {
                    case '>' -> "";
                    case 'x' -> "cross";
                    case 'o' -> "circle";
                    default -> "none";
                };
        String line =
                switch (stroke) {
                    case DOTTED -> "dotted";
                    case THICK -> "thick";
                    case NORMAL, INVISIBLE -> "";
                };
        String arrow = both ? (ends.isEmpty() ? "both" : ends + " both") : ends;
        return Draft.texts("arrow", arrow, "line", line);
    }
}
