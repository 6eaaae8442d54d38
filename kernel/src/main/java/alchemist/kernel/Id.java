package alchemist.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a thing, an actor, a client or a source: 128 bits, written as 26 digits of
 * Crockford's base32 in lower case (digits sort as the bits do). {@link #NONE} stands for "no such
 * thing".
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 */
public record Id(long high, long low) implements Comparable<Id> {
    /** No thing: all bits zero. */
    public static final Id NONE = new Id(0, 0);

    /** Digits of the written form. */
    public static final int TEXT_LENGTH = 26;

    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

    /** The value of each ASCII character as a digit, or -1. */
    private static final byte[] VALUES = values();

    /**
     * The id of what a namespace calls {@code key}: the first 128 bits of SHA-256 over namespace, a
     * zero byte and key, in UTF-8. The same key is the same thing, whoever reads it.
     *
     * @throws IllegalArgumentException when the namespace has a zero character, which would let two
     *     pairs run together
     */
    public static Id of(String namespace, String key) {
        if (namespace.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a namespace has no zero character");
        }
        int spaceBytes = Utf8.length(namespace, 0, namespace.length());
        byte[] joined = new byte[spaceBytes + 1 + Utf8.length(key, 0, key.length())];
        Utf8.write(namespace, 0, namespace.length(), joined, 0);
        Utf8.write(key, 0, key.length(), joined, spaceBytes + 1);
        byte[] hash = Sha256.of(joined);
        return new Id(bigEndian(hash, 0), bigEndian(hash, 8));
    }

    /**
     * Reads the written form, in either case.
     *
     * @throws IllegalArgumentException when the text is not 26 base32 digits of a 128-bit number
     */
    public static Id parse(String text) {
        if (text.length() != TEXT_LENGTH) {
            throw new IllegalArgumentException(
                    "an id has 26 base32 digits, this has " + text.length());
        }
        long high = 0;
        long low = 0;
        for (int i = 0; i < TEXT_LENGTH; i++) {
            int digit = digit(text.charAt(i));
            if (digit < 0 || (i == 0 && digit > 7)) {
                throw new IllegalArgumentException(
                        "'" + text.charAt(i) + "' at " + i + " is no digit of an id");
            }
            high = (high << 5) | (low >>> 59);
            low = (low << 5) | digit;
        }
        return new Id(high, low);
    }

    /**
     * Reads the written form from ASCII, of which there must be enough; null when it is none.
     *
     * @param from where its first digit stands
     */
    public static @Nullable Id read(byte[] ascii, int from) {
        long high = 0;
        int bad = digit((char) ascii[from]) > 7 ? -1 : 0;
        for (int i = from; i < from + 13; i++) {
            int digit = digit((char) ascii[i]);
            bad |= digit;
            high = (high << 5) | digit;
        }
        // One bit of the middle digit belongs to the upper half.
        int middle = digit((char) ascii[from + 13]);
        bad |= middle;
        high = (high << 1) | (middle >>> 4);
        long low = middle & 15;
        for (int i = from + 14; i < from + TEXT_LENGTH; i++) {
            int digit = digit((char) ascii[i]);
            bad |= digit;
            low = (low << 5) | digit;
        }
        return bad < 0 ? null : new Id(high, low);
    }

    /** Whether {@link #parse} accepts the text. */
    public static boolean isId(String text) {
        if (text.length() != TEXT_LENGTH || digit(text.charAt(0)) > 7) {
            return false;
        }
        for (int i = 0; i < TEXT_LENGTH; i++) {
            if (digit(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether this is {@link #NONE}. */
    public boolean isNone() {
        return (high | low) == 0;
    }

    @Override
    public int compareTo(Id other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Id id && id.high == high && id.low == low;
    }

    @Override
    public int hashCode() {
        long mixed = (high ^ (low >>> 32)) * 0x9E3779B97F4A7C15L + low;
        return (int) (mixed ^ (mixed >>> 32));
    }

    /** Writes the written form as ASCII. */
    public void write(byte[] to, int from) {
        long h = high;
        long l = low;
        for (int i = from + TEXT_LENGTH - 1; i >= from; i--) {
            to[i] = (byte) DIGITS.charAt((int) (l & 31));
            l = (l >>> 5) | (h << 59);
            h >>>= 5;
        }
    }

    @Override
    public String toString() {
        char[] text = new char[TEXT_LENGTH];
        long h = high;
        long l = low;
        for (int i = TEXT_LENGTH - 1; i >= 0; i--) {
            text[i] = DIGITS.charAt((int) (l & 31));
            l = (l >>> 5) | (h << 59);
            h >>>= 5;
        }
        return new String(text);
    }

    private static int digit(char c) {
        return c < VALUES.length ? VALUES[c] : -1;
    }

    private static byte[] values() {
        byte[] values = new byte[128];
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < DIGITS.length(); i++) {
            char digit = DIGITS.charAt(i);
            values[digit] = (byte) i;
            if (digit >= 'a') {
                values[digit - 'a' + 'A'] = (byte) i;
            }
        }
        return values;
    }

    private static long bigEndian(byte[] bytes, int offset) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = (value << 8) | (bytes[offset + i] & 0xff);
        }
        return value;
    }
}
