package alchemist.gateway.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Percent-encoding (RFC 3986): what is no UTF-8 or holds a control character is refused. Bytes that
 * stand unescaped, as some programs send what was typed, are read as they are.
 */
final class Percent {
    private Percent() {}

    /**
     * The text of a path's segment or a query's part, or null when it is malformed.
     *
     * @param raw a character for each byte
     */
    static @Nullable String decode(String raw, boolean plusIsBlank) {
        int length = raw.length();
        byte[] bytes = new byte[length];
        int size = 0;
        for (int i = 0; i < length; i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                int high = i + 2 < length ? Character.digit(raw.charAt(i + 1), 16) : -1;
                int low = i + 2 < length ? Character.digit(raw.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    return null;
                }
                bytes[size++] = (byte) (high << 4 | low);
                i += 2;
            } else if (c > 0xff) {
                return null;
            } else {
                bytes[size++] = (byte) (c == '+' && plusIsBlank ? ' ' : c);
            }
        }
        return text(bytes, size);
    }

    private static @Nullable String text(byte[] bytes, int size) {
        for (int i = 0; i < size; i++) {
            if ((bytes[i] >= 0 && bytes[i] < 0x20) || bytes[i] == 0x7f) {
                return null;
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, size))
                    .toString();
        } catch (CharacterCodingException _) {
            return null;
        }
    }
}
