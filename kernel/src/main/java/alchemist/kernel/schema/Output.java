package alchemist.kernel.schema;

import alchemist.kernel.Id;
import alchemist.kernel.Utf8;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A growing run of bytes in the wire format of Protocol Buffers: keys are {@code tag << 3 | wire
 * type}, integers are LEB128 varints, fixed numbers are little-endian, what has a length is
 * preceded by it. One thread at a time.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">Protocol Buffers: encoding</a>
 */
public final class Output {
    /** So many numbers are written at once. */
    private static final int PART = 2048;

    /** Few runs into a sink are long. */
    private static final int FIRST_PART_BYTES = 1 << 16;

    private byte[] bytes;
    private int size;

    /** Where full parts go; null keeps all. */
    private final @Nullable Sink sink;

    private int partBytes;

    /** What is long goes there, to be written later; null writes all at once. */
    private @Nullable Deferred deferred;

    /** How many parts are begun whose length is not known yet: till then nothing goes. */
    private int nested;

    /** An empty run with room for some bytes. */
    public Output(int capacityBytes) {
        bytes = new byte[Math.max(16, capacityBytes)];
        sink = null;
    }

    /**
     * A run that goes into a sink, part by part; {@link #finish} it. What was written cannot be
     * looked at, nor taken back.
     *
     * @param partBytes how many bytes are kept until they go
     */
    public Output(Sink sink, int partBytes) {
        this.bytes = new byte[Math.min(partBytes, FIRST_PART_BYTES)];
        this.sink = sink;
        this.partBytes = partBytes;
    }

    /** A run of which what is long is written later. */
    Output(Deferred deferred) {
        this(1 << 12);
        this.deferred = deferred;
    }

    /** Whether this is within a part whose length is not known yet. */
    boolean isNested() {
        return nested > 0;
    }

    /** What is written later of all this; null where all is written at once. */
    public @Nullable Deferred deferred() {
        return deferred;
    }

    /**
     * Writes a part: now, or in its place later, and then the same as it would be now. Not within
     * what has a length before it.
     */
    public void defer(Consumer<Output> part) {
        if (deferred == null) {
            part.accept(this);
        } else {
            deferred.add(this, part);
        }
    }

    /** Lets the rest go to the sink. */
    public void finish() {
        if (sink != null && size > 0) {
            bytes = sink.write(bytes, size);
            size = 0;
        }
    }

    /**
     * The bytes written so far are {@code bytes()[0 .. size()]}; the array is replaced as it grows.
     */
    public byte[] bytes() {
        return bytes;
    }

    /** How many bytes are written. */
    public int size() {
        return size;
    }

    /** Forgets what was written, keeps the room. */
    public void clear() {
        size = 0;
    }

    /** Forgets what was written after {@code to}. */
    public void truncate(int to) {
        if (to < 0 || to > size || sink != null) {
            throw new IllegalArgumentException("cannot truncate " + size + " bytes to " + to);
        }
        size = to;
    }

    /** A copy of what was written. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** One byte. */
    public void u8(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    /** An unsigned LEB128 number; negative values take ten bytes. */
    public void varint(long value) {
        room(10);
        byte[] to = bytes;
        int at = size;
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            to[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        to[at++] = (byte) rest;
        size = at;
    }

    /** A signed number, small in both directions. */
    public void zigzag(long value) {
        varint((value << 1) ^ (value >> 63));
    }

    /** Eight bytes, little-endian. */
    public void fixed64(long value) {
        room(8);
        byte[] to = bytes;
        int at = size;
        to[at] = (byte) value;
        to[at + 1] = (byte) (value >>> 8);
        to[at + 2] = (byte) (value >>> 16);
        to[at + 3] = (byte) (value >>> 24);
        to[at + 4] = (byte) (value >>> 32);
        to[at + 5] = (byte) (value >>> 40);
        to[at + 6] = (byte) (value >>> 48);
        to[at + 7] = (byte) (value >>> 56);
        size = at + 8;
    }

    /** Four bytes, little-endian. */
    public void fixed32(int value) {
        room(4);
        for (int i = 0; i < 4; i++) {
            bytes[size++] = (byte) (value >>> (8 * i));
        }
    }

    /** Little-endian numbers of four bytes each, as they lie. */
    public void ints(int[] from, int offset, int count) {
        for (int done = 0; done < count; ) {
            int part = Math.min(count - done, PART);
            int start = extend(4 * part);
            for (int i = 0, b = start; i < part; i++, b += 4) {
                int value = from[offset + done + i];
                bytes[b] = (byte) value;
                bytes[b + 1] = (byte) (value >>> 8);
                bytes[b + 2] = (byte) (value >>> 16);
                bytes[b + 3] = (byte) (value >>> 24);
            }
            done += part;
        }
    }

    /** Little-endian numbers of eight bytes each, as they lie. */
    public void longs(long[] from, int offset, int count) {
        for (int i = 0; i < count; i++) {
            fixed64(from[offset + i]);
        }
    }

    /** Sixteen bytes, big-endian, so that bytes sort as ids do. */
    public void id(Id id) {
        room(16);
        bigEndian(bytes, size, id.high());
        bigEndian(bytes, size + 8, id.low());
        size += 16;
    }

    /** Bytes as they are. */
    public void raw(byte[] from, int offset, int length) {
        int done = 0;
        while (sink != null && nested == 0 && length - done > partBytes) {
            one(from, offset + done, partBytes);
            done += partBytes;
        }
        one(from, offset + done, length - done);
    }

    private void one(byte[] from, int offset, int length) {
        room(length);
        System.arraycopy(from, offset, bytes, size, length);
        size += length;
    }

    /**
     * Makes room for bytes that the caller writes into {@link #bytes} itself, and counts them as
     * written; returns where they begin.
     */
    public int extend(int length) {
        room(length);
        int start = size;
        size += length;
        return start;
    }

    /** Bytes, preceded by their number. */
    public void block(byte[] from) {
        varint(from.length);
        raw(from, 0, from.length);
    }

    /**
     * A text in UTF-8, preceded by its length in bytes.
     *
     * @see Utf8
     */
    public void text(String text) {
        int length = text.length();
        room(length + 10);
        int start = size;
        varint(length);
        int at = size;
        byte[] to = bytes;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                size = start;
                varint(Utf8.length(text, 0, length));
                utf8(text, 0, length);
                return;
            }
            to[at++] = (byte) c;
        }
        size = at;
    }

    /** The characters {@code from} to {@code to} of a text in UTF-8, without their length. */
    public void utf8(String text, int from, int to) {
        room(Utf8.length(text, from, to));
        size = Utf8.write(text, from, to, bytes, size);
    }

    /** Begins a nested part whose length is not known yet; {@link #close} it with the mark. */
    public int open() {
        u8(0);
        nested++;
        return size;
    }

    /** Ends the nested part begun at the mark, and writes its length before it. */
    public void close(int mark) {
        int length = size - mark;
        if (length < 0x80) {
            bytes[mark - 1] = (byte) length;
        } else {
            widen(mark, length);
        }
        nested--; // only now: a full part goes with its lengths
    }

    private void widen(int mark, int length) {
        int more = 0;
        for (int rest = length >>> 7; rest != 0; rest >>>= 7) {
            more++;
        }
        room(more);
        System.arraycopy(bytes, mark, bytes, mark + more, length);
        size = mark - 1;
        varint(length);
        size += length;
    }

    void key(int tag, int wireType) {
        int key = (tag << 3) | wireType;
        room(2);
        if (key < 0x80) {
            bytes[size++] = (byte) key;
        } else {
            bytes[size++] = (byte) (key | 0x80);
            bytes[size++] = (byte) (key >>> 7);
        }
    }

    /** A field of an id: its key, the number of its bytes, the bytes. */
    void idField(int tag, Id id) {
        room(2 + 1 + 16);
        key(tag, Wire.LENGTH);
        byte[] to = bytes;
        int at = size;
        to[at] = 16;
        bigEndian(to, at + 1, id.high());
        bigEndian(to, at + 9, id.low());
        size = at + 17;
    }

    private static void bigEndian(byte[] to, int at, long value) {
        to[at] = (byte) (value >>> 56);
        to[at + 1] = (byte) (value >>> 48);
        to[at + 2] = (byte) (value >>> 40);
        to[at + 3] = (byte) (value >>> 32);
        to[at + 4] = (byte) (value >>> 24);
        to[at + 5] = (byte) (value >>> 16);
        to[at + 6] = (byte) (value >>> 8);
        to[at + 7] = (byte) value;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            if (sink != null && nested == 0 && bytes.length >= partBytes) {
                finish();
                if (bytes.length >= more) {
                    return;
                }
            }
            if (more > Integer.MAX_VALUE - 8 - size) {
                throw new IllegalStateException("an output holds less than 2 GiB");
            }
            int doubled = (int) Math.min(2L * bytes.length, Integer.MAX_VALUE - 8);
            bytes = Arrays.copyOf(bytes, Math.max(doubled, size + more));
        }
    }
}
