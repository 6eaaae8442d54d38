package alchemist.exchange.graphfile;

import alchemist.exchange.ReadingFailed;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The text of a file, and where in it something is. */
public final class FileText {
    private FileText() {}

    /**
     * Bytes as text: UTF-8, or what a byte order mark says.
     *
     * @throws ReadingFailed when they are not; says where
     */
    public static String of(byte[] bytes, String where) throws ReadingFailed {
        return of(bytes, StandardCharsets.UTF_8, where);
    }

    /**
     * Bytes as text: in an encoding that the file names, or what a byte order mark says.
     *
     * @throws ReadingFailed when they are not; says where
     */
    public static String of(byte[] bytes, Charset named, String where) throws ReadingFailed {
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            return decoded(bytes, 3, StandardCharsets.UTF_8, where);
        }
        if (begins(bytes, 0xFE, 0xFF)) {
            return decoded(bytes, 2, StandardCharsets.UTF_16BE, where);
        }
        if (begins(bytes, 0xFF, 0xFE)) {
            return decoded(bytes, 2, StandardCharsets.UTF_16LE, where);
        }
        return decoded(bytes, 0, named, where);
    }

    /** The same as UTF-8 bytes without a mark, for who reads bytes. */
    public static byte[] utf8(byte[] bytes, String where) throws ReadingFailed {
        return of(bytes, where).getBytes(StandardCharsets.UTF_8);
    }

    /** Where a place in a text is, for people: line and column, both from 1. */
    public static String place(CharSequence text, int at) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < at && i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
                column = 1;
            } else if (!Character.isLowSurrogate(c)) {
                column++;
            }
        }
        return "line " + line + ", column " + column;
    }

    private static String decoded(byte[] bytes, int from, Charset charset, String where)
            throws ReadingFailed {
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        CharBuffer out = CharBuffer.allocate(bytes.length - from + 1);
        CoderResult result =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(in, out, true);
        out.flip();
        if (result.isError()) {
            throw new ReadingFailed(
                    where
                            + " is no "
                            + charset.name()
                            + ": the byte "
                            + (bytes[in.position()] & 0xff)
                            + " stands there for no character ("
                            + place(out, out.length())
                            + "); save it as UTF-8");
        }
        return out.toString();
    }

    private static boolean begins(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
