package alchemist.kernel;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Text as UTF-8 and back, alike on the JVM and in WebAssembly, whose own decoder passes what the
 * JVM's refuses.
 *
 * <p>Half of a surrogate pair, which is no character and which UTF-8 lacks, stands as WTF-8 has it,
 * in three bytes: so every string comes back as it was, and different strings have different bytes.
 *
 * @see <a href="https://simonsapin.github.io/wtf-8/">The WTF-8 encoding</a>
 */
public final class Utf8 {
    private static final char REPLACEMENT = '\uFFFD';

    /** The least that is written with one, two and three bytes more. */
    private static final int[] LEAST = {0, 0x80, 0x800, 0x10000};

    private Utf8() {}

    /** The bytes of a text. */
    public static byte[] bytes(String text) {
        byte[] bytes = new byte[length(text, 0, text.length())];
        write(text, 0, text.length(), bytes, 0);
        return bytes;
    }

    /** How many bytes the characters {@code from} to {@code to} take. */
    public static int length(String text, int from, int to) {
        int length = to - from;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                length++;
                if (c >= 0x800) {
                    length++;
                    i += isPair(text, i, to) ? 1 : 0; // two characters, four bytes
                }
            }
        }
        return length;
    }

    /** Writes the characters {@code from} to {@code to}; returns where the bytes end. */
    public static int write(String text, int from, int to, byte[] bytes, int at) {
        int end = at;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes[end++] = (byte) c;
            } else if (c < 0x800) {
                bytes[end++] = (byte) (0xC0 | (c >> 6));
                bytes[end++] = (byte) (0x80 | (c & 63));
            } else if (isPair(text, i, to)) {
                int point = Character.toCodePoint(c, text.charAt(++i));
                bytes[end++] = (byte) (0xF0 | (point >> 18));
                bytes[end++] = (byte) (0x80 | ((point >> 12) & 63));
                bytes[end++] = (byte) (0x80 | ((point >> 6) & 63));
                bytes[end++] = (byte) (0x80 | (point & 63));
            } else {
                bytes[end++] = (byte) (0xE0 | (c >> 12));
                bytes[end++] = (byte) (0x80 | ((c >> 6) & 63));
                bytes[end++] = (byte) (0x80 | (c & 63));
            }
        }
        return end;
    }

    /** The text of some bytes, or null where {@link #bytes} would not have written them. */
    public static @Nullable String read(byte[] bytes, int from, int length) {
        String text = new String(bytes, from, length, StandardCharsets.UTF_8);
        // As many characters as bytes: every byte is a character of ASCII, or was replaced.
        if (text.length() == length && text.indexOf(REPLACEMENT) < 0) {
            return text;
        }
        return readWide(bytes, from, from + length);
    }

    private static @Nullable String readWide(byte[] bytes, int from, int to) {
        char[] text = new char[to - from];
        int size = 0;
        int at = from;
        while (at < to) {
            int b = bytes[at++];
            if (b >= 0) {
                text[size++] = (char) b;
                continue;
            }
            int more = (b & 0xE0) == 0xC0 ? 1 : (b & 0xF0) == 0xE0 ? 2 : (b & 0xF8) == 0xF0 ? 3 : 0;
            if (more == 0 || to - at < more) {
                return null;
            }
            int point = b & (0x3F >> more);
            for (int i = 0; i < more; i++) {
                int next = bytes[at++];
                if ((next & 0xC0) != 0x80) {
                    return null;
                }
                point = point << 6 | (next & 63);
            }
            if (point < LEAST[more] || point > Character.MAX_CODE_POINT) {
                return null;
            }
            if (point >= 0x10000) {
                text[size++] = Character.highSurrogate(point);
                text[size++] = Character.lowSurrogate(point);
            } else if (Character.isLowSurrogate((char) point)
                    && size > 0
                    && Character.isHighSurrogate(text[size - 1])) {
                return null; // the two halves of a character
            } else {
                text[size++] = (char) point;
            }
        }
        return new String(text, 0, size);
    }

    private static boolean isPair(String text, int i, int to) {
        return i + 1 < to
                && Character.isHighSurrogate(text.charAt(i))
                && Character.isLowSurrogate(text.charAt(i + 1));
    }
}
