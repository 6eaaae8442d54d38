package alchemist.exchange.mermaid;

import org.jspecify.annotations.Nullable;

/**
 * The name of a class.
 *
 * @param generic what stands in {@code ~T~} behind it, with angle brackets inside; may be empty
 */
record ClassName(String id, String generic) {
    /** Takes the name that stands here; null and unmoved where none does. */
    static @Nullable ClassName take(Cursor cursor) {
        int start = cursor.position();
        StringBuilder id = new StringBuilder();
        while (true) {
            char c = cursor.peek();
            if (c == '`' && quoted(cursor, id)) {
                continue;
            }
            boolean dash = c == '-' && cursor.peek(1) != '-' && cursor.peek(1) != '>';
            boolean dot = c == '.' && cursor.peek(1) != '.' && !id.isEmpty();
            boolean letter = Cursor.isWord(c) || (c >= 0x80 && !Cursor.isBlank(c));
            if (!dash && !dot && !letter) {
                break;
            }
            id.append(c);
            cursor.skip(1);
        }
        String name = Labels.asWritten(id.toString());
        if (name.isEmpty()) {
            cursor.moveTo(start);
            return null;
        }
        return new ClassName(name, generic(cursor));
    }

    private static boolean quoted(Cursor cursor, StringBuilder id) {
        int start = cursor.position();
        cursor.skip(1);
        while (!cursor.atLineEnd() && cursor.peek() != '`') {
            cursor.skip(1);
        }
        if (cursor.peek() != '`') {
            cursor.moveTo(start);
            return false;
        }
        id.append(cursor.between(start + 1, cursor.position()));
        cursor.skip(1);
        return true;
    }

    private static String generic(Cursor cursor) {
        if (cursor.peek() != '~') {
            return "";
        }
        int end = cursor.lineEnd();
        int length = 1;
        int last = 0;
        for (; cursor.position() + length < end; length++) {
            char c = cursor.peek(length);
            if (c == '~') {
                last = length;
                if (cursor.peek(length + 1) != '~' && !Cursor.isWord(cursor.peek(length + 1))) {
                    break;
                }
            }
        }
        if (last == 0) {
            return "";
        }
        String inner = cursor.between(cursor.position() + 1, cursor.position() + last);
        cursor.skip(last + 1);
        return Labels.of(ClassMember.generics(inner));
    }
}
