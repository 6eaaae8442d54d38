package alchemist.kernel.json;

import org.jspecify.annotations.Nullable;

/**
 * Bytes as base64 (RFC 4648, section 4, with padding) and back: strictly, and alike on the JVM and
 * in WebAssembly, whose own decoder reads anything.
 */
final class Base64 {
    private static final String DIGITS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private Base64() {}

    static String text(byte[] bytes) {
        StringBuilder text = new StringBuilder((bytes.length + 2) / 3 * 4);
        for (int i = 0; i < bytes.length; i += 3) {
            int there = Math.min(3, bytes.length - i);
            int group = (bytes[i] & 0xff) << 16;
            group |= there > 1 ? (bytes[i + 1] & 0xff) << 8 : 0;
            group |= there > 2 ? bytes[i + 2] & 0xff : 0;
            text.append(DIGITS.charAt(group >>> 18));
            text.append(DIGITS.charAt((group >>> 12) & 63));
            text.append(there > 1 ? DIGITS.charAt((group >>> 6) & 63) : '=');
            text.append(there > 2 ? DIGITS.charAt(group & 63) : '=');
        }
        return text.toString();
    }

    /** The bytes, or null where {@link #text} would not have written this. */
    static byte @Nullable [] bytes(String text) {
        int length = text.length();
        if (length % 4 != 0) {
            return null;
        }
        int padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
        byte[] bytes = new byte[length / 4 * 3 - padding];
        int size = 0;
        for (int i = 0; i < length; i += 4) {
            int there = i + 4 < length ? 4 : 4 - padding;
            int group = 0;
            for (int j = 0; j < 4; j++) {
                int digit = j < there ? digit(text.charAt(i + j)) : 0;
                if (digit < 0) {
                    return null;
                }
                group = group << 6 | digit;
            }
            for (int shift = 16; shift >= 0; shift -= 8) {
                if (size < bytes.length) {
                    bytes[size++] = (byte) (group >>> shift);
                } else if ((group >>> shift & 0xff) != 0) {
                    return null; // bits behind the last byte
                }
            }
        }
        return bytes;
    }

    private static int digit(char c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        if (c >= '0' && c <= '9') {
            return c - '0' + 52;
        }
        return c == '+' ? 62 : c == '/' ? 63 : -1;
    }
}
