package alchemist.exchange.mermaid;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The brackets around a label of a flowchart, and what they mean. */
enum FlowShape {
    DOUBLE_CIRCLE("double circle", "(((", ")))"),
    CIRCLE("circle", "((", "))"),
    ELLIPSE("ellipse", "(-", "-)"),
    STADIUM("stadium", "([", "])"),
    SUBROUTINE("subroutine", "[[", "]]"),
    CYLINDER("cylinder", "[(", ")]"),
    PARALLELOGRAM("parallelogram", "[/", "/]"),
    TRAPEZOID("trapezoid", "[/", "\\]"),
    PARALLELOGRAM_ALT("parallelogram alt", "[\\", "\\]"),
    TRAPEZOID_ALT("trapezoid alt", "[\\", "/]"),
    PROPERTIES("rectangle", "[|", "]"),
    ROUND("rounded", "(", ")"),
    RECTANGLE("rectangle", "[", "]"),
    HEXAGON("hexagon", "{{", "}}"),
    DIAMOND("diamond", "{", "}"),
    FLAG("flag", ">", "]");

    /** Names that Mermaid has for shapes of which the type of a node tells. */
    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("diamond", "Decision"),
                    Map.entry("diam", "Decision"),
                    Map.entry("decision", "Decision"),
                    Map.entry("question", "Decision"),
                    Map.entry("cylinder", "Database"),
                    Map.entry("cyl", "Database"),
                    Map.entry("db", "Database"),
                    Map.entry("database", "Database"));

    /** A label in its brackets. */
    record Bracketed(FlowShape shape, String label) {}

    private static final List<FlowShape> ALL = List.of(values());

    final String shown;
    private final String open;
    private final String close;

    FlowShape(String shown, String open, String close) {
        this.shown = shown;
        this.open = open;
        this.close = close;
    }

    /** What a node of a shape is. */
    static String typeOf(String shape) {
        return TYPES.getOrDefault(shape, "Step");
    }

    /** Takes brackets and what is between them; null and unmoved where they do not end. */
    static @Nullable Bracketed take(Cursor cursor) {
        int start = cursor.position();
        for (FlowShape shape : ALL) {
            if (cursor.sees(shape.open)) {
                cursor.skip(shape.open.length());
                String label = FlowText.take(cursor, shape.close);
                if (label != null) {
                    return new Bracketed(shape, shape == PROPERTIES ? behindBar(label) : label);
                }
                cursor.moveTo(start);
            }
        }
        return null;
    }

    static boolean opens(char c) {
        return c == '(' || c == '[' || c == '{' || c == '>';
    }

    /** The label of {@code [|border:red|label]}. */
    private static String behindBar(String text) {
        return text.substring(text.indexOf('|') + 1);
    }
}
