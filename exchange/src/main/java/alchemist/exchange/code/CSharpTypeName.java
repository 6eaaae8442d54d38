package alchemist.exchange.code;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The name of a type of C# as it is written without blanks, such as {@code A.B<C,D>[]}.
 *
 * @param parts what stands between the points
 * @param isArray whether it is of many of them
 */
record CSharpTypeName(List<Part> parts, boolean isArray) {
    /** So deep arguments stand in each other at most. */
    private static final int MAX_DEPTH = 40;

    /**
     * A name with the types that it takes.
     *
     * @param arguments as they are written, each empty where only their number is told
     */
    record Part(String name, List<String> arguments) {
        /** The name with the number of types that it takes: what differs in that is another. */
        String key() {
            return key(name, arguments.size());
        }

        static String key(String name, int arguments) {
            return name + "`" + arguments;
        }
    }

    /** What is written, or null where it is no name. */
    static @Nullable CSharpTypeName of(String written) {
        String text = written;
        boolean array = false;
        while (text.endsWith("?") || text.endsWith("]")) {
            if (text.endsWith("]")) {
                array = true;
                text = text.substring(0, Math.max(0, text.lastIndexOf('[')));
            } else {
                text = text.substring(0, text.length() - 1);
            }
        }
        int alias = text.indexOf("::");
        text = alias < 0 ? text : text.substring(alias + 2);
        List<Part> parts = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int end = from;
            while (end < text.length() && isOfName(text.charAt(end))) {
                end++;
            }
            String name = text.substring(from, end);
            List<String> arguments = List.of();
            if (end < text.length() && text.charAt(end) == '<') {
                int close = close(text, end);
                if (close < 0) {
                    return null;
                }
                arguments = arguments(text.substring(end + 1, close));
                end = close + 1;
            }
            if (name.isEmpty() || (end < text.length() && text.charAt(end) != '.')) {
                return null;
            }
            parts.add(new Part(name, arguments));
            from = end + 1;
        }
        return new CSharpTypeName(List.copyOf(parts), array);
    }

    /** The last of its names. */
    Part last() {
        return parts.getLast();
    }

    static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    /** Where what opens at a place is closed, or -1. */
    static int close(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '<', '(', '[', '{' -> depth++;
                case '>', ')', ']', '}' -> depth--;
                default -> {}
            }
            if (depth == 0) {
                return i;
            }
            if (depth > MAX_DEPTH) {
                return -1;
            }
        }
        return -1;
    }

    private static List<String> arguments(String inside) {
        List<String> arguments = new ArrayList<>();
        int from = 0;
        int depth = 0;
        for (int i = 0; i <= inside.length(); i++) {
            char c = i == inside.length() ? ',' : inside.charAt(i);
            depth += "<([{".indexOf(c) >= 0 ? 1 : ">)]}".indexOf(c) >= 0 ? -1 : 0;
            if (c == ',' && depth <= 0) {
                arguments.add(inside.substring(from, i));
                from = i + 1;
            }
        }
        return arguments;
    }
}
