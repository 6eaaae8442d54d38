package alchemist.exchange.mermaid;

/** The id of a node or link of a flowchart. */
final class FlowId {
    private FlowId() {}

    /** The id that stands here, which is taken; empty where none does. */
    static String take(Cursor cursor) {
        int start = cursor.position();
        while (isId(cursor.peek(), cursor)) {
            cursor.skip(1);
        }
        return Labels.asWritten(cursor.between(start, cursor.position()));
    }

    /** Whether a character belongs to an id; a dash does unless an arrow begins with it. */
    private static boolean isId(char c, Cursor cursor) {
        return switch (c) {
            case '-' -> {
                char next = cursor.peek(1);
                yield next != '-' && next != '>' && next != '.';
            }
            case '=' -> cursor.peek(1) != '=';
            case ':' -> !cursor.sees(":::");
            case '!', '#', '$', '%', '&', '\'', '*', '+', '.', '`', '?', '\\', '_', '/', ',' ->
                    true;
            default -> Character.isLetterOrDigit(c) || (c >= 0x80 && !Cursor.isBlank(c));
        };
    }
}
