package alchemist.exchange.blueprint;

import java.nio.charset.StandardCharsets;

/**
 * One kind of files that define something. Files are read one by one, and state together what they
 * say, when all have been read. One reading's, and one thread's.
 */
public interface FileKind {
    /** Bytes as a text to look at, of whatever encoding they are. */
    static String glance(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Whether a line of YAML begins with a name, as those of the outermost map do. */
    static boolean hasKey(String text, String name) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean begins = at == 0 || text.charAt(at - 1) == '\n' || isMark(text, at);
            if (begins && end < text.length() && text.charAt(end) == ':') {
                return true;
            }
        }
        return false;
    }

    /** Whether only the mark of UTF-8 stands before. */
    private static boolean isMark(String text, int at) {
        return at == 3 && text.charAt(0) == 0xEF;
    }

    /** Whether a file may be of this kind, by its path from the root. */
    boolean mayBe(String path);

    /**
     * Whether a file is of this kind for sure, by its path: then it is told when it is too long. It
     * is wherever no other kind has such paths.
     */
    default boolean isSure(String path) {
        return mayBe(path);
    }

    /** Whether a file that may be of this kind is, by what is in it; quick. */
    default boolean looksLike(String path, byte[] bytes) {
        return true;
    }

    /**
     * Reads a file that looks like this kind.
     *
     * @throws Malformed when it is none; what was read before stays
     */
    void read(SourceFile file) throws Malformed;

    /** States what all files say. */
    void state(Blueprint blueprint);
}
