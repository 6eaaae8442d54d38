package alchemist.kernel;

/**
 * What looks empty, alike on the JVM and in WebAssembly, whose own tables of characters are of
 * another Unicode. The characters are those of {@link Character#isWhitespace(char)} and are written
 * down, so that no later Unicode decides otherwise about what was decided before.
 */
public final class Whitespace {
    private Whitespace() {}

    /** Whether a text is empty or nothing but white space. */
    public static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isWhite(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWhite(char c) {
        if (c < 0x80) {
            return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f);
        }
        return switch (c) {
            case 0x1680, 0x2028, 0x2029, 0x205f, 0x3000 -> true;
            // A space that does not break a line is not white: 0x2007 is one.
            default -> c >= 0x2000 && c <= 0x200a && c != 0x2007;
        };
    }
}
