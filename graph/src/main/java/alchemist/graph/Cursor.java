package alchemist.graph;

import org.jspecify.annotations.Nullable;

/**
 * Where a page ended, as text: the last item of it, so that what is new does not shift the next.
 */
final class Cursor {
    private Cursor() {}

    static String after(int item) {
        return Integer.toString(item);
    }

    /** The item that a page ended with, or {@code absent} at the beginning. */
    static int item(String cursor, int absent) {
        if (cursor.isEmpty()) {
            return absent;
        }
        try {
            return Integer.parseInt(cursor);
        } catch (NumberFormatException e) {
            throw wrong(cursor, e);
        }
    }

    /** The number of the thing at which a list of things by number goes on. */
    static int next(String cursor) {
        int last = item(cursor, -1);
        if ((!cursor.isEmpty() && last < 0) || last == Integer.MAX_VALUE) {
            throw wrong(cursor, null); // no thing has such a number
        }
        return last + 1;
    }

    private static IllegalArgumentException wrong(String cursor, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "'" + cursor + "' is no cursor: give back the one of the page before", cause);
    }
}
