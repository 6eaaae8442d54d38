package alchemist.graph;

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
            throw new IllegalArgumentException(
                    "'" + cursor + "' is no cursor: give back the one of the page before", e);
        }
    }
}
