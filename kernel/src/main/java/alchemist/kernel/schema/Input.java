package alchemist.kernel.schema;

import alchemist.kernel.Id;
import alchemist.kernel.Utf8;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link Output} wrote. Every read is checked against the end; what is malformed throws
 * {@link MalformedBytes}.
 */
public final class Input {
    /** So many numbers are read at once: more would not get quicker. */
    private static final int PART = 2048;

    private static final Slots[] NO_SLOTS = {};
    private static final KnownTexts NAMES = new KnownTexts();

    private byte[] bytes;
    private int at;
    private int end;
    private int passedOver;

    /** Where what comes behind the array is read from, and how much that is. */
    private @Nullable Source source;

    private long behind;
    private int nested;

    /** What records are read into, by how deep they are nested; the same for each that follows. */
    private Slots[] slots = NO_SLOTS;

    private int borrowed;

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

    /**
     * Reads from a source, a part at a time.
     *
     * @param length of all in bytes
     * @param partBytes how many bytes lie in memory at once, but where a single record needs more
     */
    public Input(Source source, long length, int partBytes) {
        this(new byte[partBytes], 0, 0);
        this.source = source;
        this.behind = length;
    }

    /** Reads another part, so that one reader can serve many records. */
    public void reset(byte[] other, int offset, int length) {
        this.bytes = other;
        this.at = offset;
        this.end = offset + length;
        this.passedOver = 0;
        this.source = null;
        this.behind = 0;
        this.nested = 0;
    }

    /** How many fields were passed over, because no schema that was read by knows their tags. */
    public int passedOver() {
        return passedOver;
    }

    /** Where the next byte is in the array that is read now. */
    public int position() {
        return at;
    }

    /** The array that is read now. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many bytes are left, as far as an int tells. */
    public int remaining() {
        return (int) Math.min(Integer.MAX_VALUE, left());
    }

    /** Whether nothing is left. */
    public boolean atEnd() {
        return left() <= 0;
    }

    private long left() {
        return nested > 0 ? end - at : end - at + behind;
    }

    /**
     * Sees to it that so many bytes lie in the array at {@link #position}; pass over them with
     * {@link #skip}.
     */
    public void require(int length) {
        need(length);
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
        if (length < 0 || length > left() || length > Integer.MAX_VALUE) {
            throw new MalformedBytes(
                    "a length of "
                            + Long.toUnsignedString(length)
                            + " at "
                            + at
                            + " where "
                            + left()
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
        need(length);
        byte[] part = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return part;
    }

    /** A text that is preceded by its length. */
    public String text() {
        int length = length();
        need(length);
        return passed(length, Utf8.read(bytes, at, length));
    }

    /** A text that is likely to have come before, as a name of a property or of a type. */
    public String name() {
        int length = length();
        need(length);
        return passed(
                length,
                length <= KnownTexts.MAX_BYTES
                        ? NAMES.read(bytes, at, length)
                        : Utf8.read(bytes, at, length));
    }

    private String passed(int length, @Nullable String text) {
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
        if (length > end - at && length <= left()) {
            need(length);
        }
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
        nested++;
        return former;
    }

    /** Goes on after a nested part, which must have been read whole. */
    public void leave(int formerEnd) {
        if (at != end) {
            throw new MalformedBytes((end - at) + " bytes too many at " + at);
        }
        end = formerEnd;
        nested--;
    }

    /** Slots for one record, until {@link #giveBack}; those of records inside it are others. */
    Slots borrow(Slots absent) {
        if (borrowed == slots.length) {
            slots = Arrays.copyOf(slots, borrowed + 1);
            slots[borrowed] = Slots.none();
        }
        Slots lent = slots[borrowed++];
        lent.become(absent);
        return lent;
    }

    /** Takes back what was lent last. */
    void giveBack() {
        borrowed--;
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

    /** Little-endian numbers of four bytes each, as they lie. */
    public void ints(int[] to, int offset, int count) {
        for (int done = 0; done < count; ) {
            int part = Math.min(count - done, PART);
            need(4 * part);
            ints(bytes, at, to, offset + done, part);
            at += 4 * part;
            done += part;
        }
    }

    private static void ints(byte[] from, int start, int[] to, int offset, int count) {
        for (int i = 0, b = start; i < count; i++, b += 4) {
            to[offset + i] =
                    (from[b] & 0xff)
                            | (from[b + 1] & 0xff) << 8
                            | (from[b + 2] & 0xff) << 16
                            | from[b + 3] << 24;
        }
    }

    /** Little-endian numbers of eight bytes each, as they lie. */
    public void longs(long[] to, int offset, int count) {
        for (int done = 0; done < count; ) {
            int part = Math.min(count - done, PART);
            need(8 * part);
            longs(bytes, at, to, offset + done, part);
            at += 8 * part;
            done += part;
        }
    }

    private static void longs(byte[] from, int start, long[] to, int offset, int count) {
        for (int i = 0, b = start; i < count; i++, b += 8) {
            int low =
                    (from[b] & 0xff)
                            | (from[b + 1] & 0xff) << 8
                            | (from[b + 2] & 0xff) << 16
                            | from[b + 3] << 24;
            int high =
                    (from[b + 4] & 0xff)
                            | (from[b + 5] & 0xff) << 8
                            | (from[b + 6] & 0xff) << 16
                            | from[b + 7] << 24;
            to[offset + i] = (low & 0xFFFF_FFFFL) | (long) high << 32;
        }
    }

    private void need(int length) {
        if (length >= 0 && end - at >= length) {
            return;
        }
        if (length < 0 || left() < length) {
            throw new MalformedBytes(
                    "the bytes end at " + end + " where " + length + " more are needed at " + at);
        }
        fill(length);
    }

    /** Moves what is left to the front, and reads on. */
    private void fill(int length) {
        Source more = source;
        if (more == null) {
            throw new MalformedBytes("the bytes end at " + end);
        }
        byte[] room = length <= bytes.length ? bytes : new byte[length];
        int kept = end - at;
        System.arraycopy(bytes, at, room, 0, kept);
        bytes = room;
        at = 0;
        end = kept;
        while (end < length) {
            int count = more.read(room, end, (int) Math.min(room.length - end, behind));
            end += count;
            behind -= count;
        }
    }
}
