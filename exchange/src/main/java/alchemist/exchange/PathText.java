package alchemist.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The names of files as text. A name is bytes; where these are no UTF-8, each byte that is none
 * stands as {@code \xHH}, so that different names stay different and nothing else is lost.
 */
public final class PathText {
    private static final String HEX = "0123456789ABCDEF";

    private PathText() {}

    /** The text of a path, with {@code /} between its names. */
    public static String of(Path path) {
        String text = path.toString();
        if (text.indexOf('\uFFFD') < 0) {
            return text;
        }
        // A URI holds the very bytes of the name.
        String bytes = path.toUri().getRawPath();
        String whole = of(percentDecoded(bytes));
        if (whole.length() > 1 && whole.endsWith("/")) {
            whole = whole.substring(0, whole.length() - 1);
        }
        int names = path.getNameCount();
        return path.isAbsolute() ? whole : lastNames(whole, names);
    }

    /** The text of a path's bytes. */
    public static String of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    /** The text of some bytes of an array. */
    public static String of(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return decoded(bytes, from, to);
            }
        }
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static String decoded(byte[] bytes, int from, int to) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return escaped(bytes, from, to);
        }
    }

    private static String escaped(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder(to - from + 16);
        int at = from;
        while (at < to) {
            int length = sequence(bytes, at, to);
            if (length > 0) {
                text.append(new String(bytes, at, length, StandardCharsets.UTF_8));
                at += length;
            } else {
                int b = bytes[at++] & 0xff;
                text.append("\\x").append(HEX.charAt(b >> 4)).append(HEX.charAt(b & 15));
            }
        }
        return text.toString();
    }

    /** How many bytes the character takes that begins here, or 0 when none does. */
    private static int sequence(byte[] bytes, int at, int to) {
        int first = bytes[at] & 0xff;
        int length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
        if (at + length > to) {
            return 0;
        }
        String one = new String(bytes, at, length, StandardCharsets.UTF_8);
        return one.indexOf('\uFFFD') < 0 || isReplacement(bytes, at, length) ? length : 0;
    }

    private static boolean isReplacement(byte[] bytes, int at, int length) {
        return length == 3
                && bytes[at] == (byte) 0xEF
                && bytes[at + 1] == (byte) 0xBF
                && bytes[at + 2] == (byte) 0xBD;
    }

    private static byte[] percentDecoded(String path) {
        byte[] bytes = new byte[path.length()];
        int size = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '%') {
                bytes[size++] = (byte) Integer.parseInt(path, i + 1, i + 3, 16);
                i += 2;
            } else {
                bytes[size++] = (byte) c;
            }
        }
        return java.util.Arrays.copyOf(bytes, size);
    }

    private static String lastNames(String whole, int names) {
        int at = whole.length();
        for (int i = 0; i < names; i++) {
            at = whole.lastIndexOf('/', at - 1);
        }
        return whole.substring(at + 1);
    }
}
