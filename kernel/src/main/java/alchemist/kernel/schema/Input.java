package alchemist.kernel.schema;

import alchemist.kernel.Id;
import alchemist.kernel.Utf8;
import java.util.Arrays;

/**
 * Reads what {@link Output} wrote. Every read is checked against the end; what is malformed throws
 * {@link MalformedBytes}.
 */
public final class Input {
    private byte[] bytes;
    private int at;
    private int end;
    private int passedOver;

    /** Reads a whole array. */
    public Input(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    /** Reads a part of an array. */
    public Input(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.at = offset;
        this.end = offset + length;
    }

    /** Reads another part, so that one reader can serve many records. */
    public void reset(byte[] other, int offset, int length) {
        this.bytes = other;
        this.at = offset;
        this.end = offset + length;
        this.passedOver = 0;
    }

    /** How many fields were passed over, because no schema that was read by knows their tags. */
    public int passedOver() {
        return passedOver;
    }

    /** Where the next byte is. */
    public int position() {
        return at;
    }

    /** The array that is read. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many bytes are left. */
    public int remaining() {
        return end - at;
    }

    /** Whether nothing is left. */
    public boolean atEnd() {
        return at >= end;
    }

    /** One byte, 0 to 255. */
    public int u8() {
        need(1);
        return bytes[at++] & 0xff;
    }

    /** An unsigned LEB128 number of 64 bits. */
    public long varint() {
        if (at < end && bytes[at] >= 0) {
            return bytes[at++];
        }
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            need(1);
            byte b = bytes[at++];
            value |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                if (shift == 63 && b > 1) {
                    break;
                }
                return value;
            }
        }
        throw new MalformedBytes("a number of more than 64 bits ends at " + at);
    }

    /** A number that is not negative and has at most 31 bits. */
    public int small() {
        long value = varint();
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new MalformedBytes("a number of more than 31 bits ends at " + at);
        }
        return (int) value;
    }

    /** A signed number. */
    public long zigzag() {
        long value = varint();
        return (value >>> 1) ^ -(value & 1);
    }

    /** A number of bytes or things that must fit into what is left. */
    public int length() {
        long length = varint();
        if (length < 0 || length > end - at) {
            throw new MalformedBytes(
                    "a length of "
                            + Long.toUnsignedString(length)
                            + " at "
                            + at
                            + " where "
                            + (end - at)
                            + " bytes are left");
        }
        return (int) length;
    }

    /** Eight bytes, little-endian. */
    public long fixed64() {
        need(8);
        long value = 0;
        for (int i = 7; i >= 0; i--) {
            value = (value << 8) | (bytes[at + i] & 0xff);
        }
        at += 8;
        return value;
    }

    /** Four bytes, little-endian. */
    public int fixed32() {
        need(4);
        int value = 0;
        for (int i = 3; i >= 0; i--) {
            value = (value << 8) | (bytes[at + i] & 0xff);
        }
        at += 4;
        return value;
    }

    /** Sixteen bytes. */
    public Id id() {
        need(16);
        long high = bigEndian(at);
        long low = bigEndian(at + 8);
        at += 16;
        return (high | low) == 0 ? Id.NONE : new Id(high, low);
    }

    /** Bytes that are preceded by their number. */
    public byte[] block() {
        int length = length();
        byte[] part = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return part;
    }

    /** A text that is preceded by its length. */
    public String text() {
        int length = length();
        String text = Utf8.read(bytes, at, length);
        if (text == null) {
            throw new MalformedBytes("the text of " + length + " bytes at " + at + " is not UTF-8");
        }
        at += length;
        return text;
    }

    /** Passes over some bytes. */
    public void skip(int length) {
        need(length);
        at += length;
    }

    /**
     * Limits reading to the next {@code length} bytes; returns the former end for {@link #leave}.
     */
    public int enter(int length) {
        int former = end;
        if (length < 0 || length > end - at) {
            throw new MalformedBytes(
                    "a part of "
                            + length
                            + " bytes at "
                            + at
                            + " where "
                            + (end - at)
                            + " are left");
        }
        end = at + length;
        return former;
    }

    /** Goes on after a nested part, which must have been read whole. */
    public void leave(int formerEnd) {
        if (at != end) {
            throw new MalformedBytes((end - at) + " bytes too many at " + at);
        }
        end = formerEnd;
    }

    /** Passes over a field of a wire type. */
    void skipField(int wireType) {
        passedOver++;
        switch (wireType) {
            case Wire.VARINT -> varint();
            case Wire.FIXED64 -> skip(8);
            case Wire.LENGTH -> skip(length());
            default ->
                    throw new MalformedBytes(
                            "wire type " + wireType + " at " + at + " is none of ours");
        }
    }

    private long bigEndian(int from) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = (value << 8) | (bytes[from + i] & 0xff);
        }
        return value;
    }

    private void need(int length) {
        if (length < 0 || end - at < length) {
            throw new MalformedBytes(
                    "the bytes end at " + end + " where " + length + " more are needed at " + at);
        }
    }
}
