package alchemist.exchange.mermaid;

import org.jspecify.annotations.Nullable;

/** Text up to a closing sign, quoted or not. */
final class FlowText {
    /** Over how many lines a text may go that is not quoted. */
    static final int MAX_LINES = 20;

    private FlowText() {}

    /**
     * Takes a text and the sign that closes it; null where it is not closed, and then the cursor
     * may have moved. A quoted text may go over lines and hold anything. One that is not quoted may
     * go over lines where it holds no bracket; in its line, it may hold brackets that are balanced.
     */
    static @Nullable String take(Cursor cursor, String close) {
        int start = cursor.position();
        cursor.skipBlank();
        if (cursor.peek() == '"') {
            String quoted = cursor.takeQuoted();
            if (quoted == null) {
                return null;
            }
            cursor.skipBlank();
            if (cursor.take(close)) {
                return quoted;
            }
            // goes on behind a quoted part, which Mermaid refuses
        }
        cursor.moveTo(start);
        return plain(cursor, close);
    }

    private static @Nullable String plain(Cursor cursor, String close) {
        int start = cursor.position();
        int depth = 0;
        boolean brackets = false;
        int lines = 0;
        while (!cursor.atEnd()) {
            if (depth <= 0 && cursor.sees(close)) {
                String text = cursor.between(start, cursor.position());
                cursor.skip(close.length());
                return text;
            }
            char c = cursor.peek();
            switch (c) {
                case '(', '[', '{' -> {
                    depth++;
                    brackets = true;
                }
                case ')', ']', '}' -> {
                    depth--;
                    brackets = true;
                }
                case '\n' -> lines++;
                default -> {}
            }
            if (lines > MAX_LINES || (brackets && lines > 0)) {
                return null;
            }
            cursor.skip(1);
        }
        return null;
    }
}
