package alchemist.graph.column;

import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.MalformedBytes;
import alchemist.kernel.schema.Output;
import alchemist.kernel.value.Value;
import alchemist.kernel.value.ValueCodec;
import java.util.Arrays;

/**
 * Values, each as one int: small integers and flags within the int itself, all else as the place of
 * its stored form ({@link ValueCodec}) among chunks of bytes. What stood lately is not written
 * again. One writer; readers as the package says.
 *
 * <pre>
 * reference &lt; 0          the integer (reference &amp; 0x7fffffff) - 2^30
 * reference &gt;= FIRST     chunk = (reference - FIRST) &gt;&gt;&gt; 16, offset = (reference - FIRST) &amp; 0xffff
 * 0 .. FIRST - 1         never given: free for the marks of those who keep references
 * </pre>
 *
 * A value never crosses chunks; one that is larger than a chunk has a chunk of its own.
 */
public final class ValueHeap {
    /** Below this, and not negative, are no references. */
    public static final int FIRST = 16;

    private static final int SHIFT = 16;
    private static final int CHUNK = 1 << SHIFT;
    private static final int INLINE = 1 << 30;
    private static final int RECENT = 1 << 13;
    private static final int LONGEST_RECENT = 64;

    private byte[][] chunks = new byte[4][];
    private int used;
    private int at = CHUNK;
    private final Output scratch = new Output(256);
    private final int[] recent = new int[RECENT];

    /** The reference of a value, which is written where it did not stand lately. */
    public int add(Value value) {
        if (value instanceof Value.Int(long number) && number >= -INLINE && number < INLINE) {
            return (int) (number + INLINE) | Integer.MIN_VALUE;
        }
        scratch.clear();
        ValueCodec.write(value, scratch);
        int length = scratch.size();
        byte[] bytes = scratch.bytes();
        if (length > LONGEST_RECENT) {
            return append(bytes, length);
        }
        int slot = hash(bytes, length) & (RECENT - 1);
        int former = recent[slot];
        if (former != 0 && equal(former, bytes, 0, length)) {
            return former;
        }
        int reference = append(bytes, length);
        recent[slot] = reference;
        return reference;
    }

    /** The value of a reference. */
    public Value value(int reference) {
        if (reference < 0) {
            return new Value.Int((reference & Integer.MAX_VALUE) - (long) INLINE);
        }
        byte[] chunk = chunk(reference);
        int offset = offset(reference);
        return ValueCodec.read(new Input(chunk, offset, chunk.length - offset));
    }

    /** Whether two references are of equal values. */
    public boolean equal(int one, int other) {
        if (one == other || one < 0 || other < 0 || one < FIRST || other < FIRST) {
            return one == other;
        }
        byte[] left = chunk(one);
        int length = length(one);
        int offset = offset(one);
        return equal(other, left, offset, length);
    }

    /**
     * The chunk in which the stored form of a reference (not negative) begins at {@link #offset}.
     */
    public byte[] chunk(int reference) {
        return chunks[(reference - FIRST) >>> SHIFT];
    }

    /** Where in its chunk the stored form of a reference begins. */
    public static int offset(int reference) {
        return (reference - FIRST) & (CHUNK - 1);
    }

    /** Writes the bytes for a checkpoint. */
    public void save(Output out) {
        out.varint(used);
        for (int i = 0; i < used; i++) {
            byte[] chunk = chunks[i];
            int length = i == used - 1 && chunk.length == CHUNK ? at : chunk.length;
            out.varint(chunk.length);
            out.varint(length);
            out.raw(chunk, 0, length);
        }
    }

    /** Reads what {@link #save} wrote, into an empty heap; a part of a chunk is read as one. */
    public void load(Input in) {
        int count = Math.toIntExact(in.varint());
        for (int i = 0; i < count; i++) {
            int room = Math.toIntExact(in.varint());
            int length = in.length();
            if (length != room && (room != CHUNK || length > room || i < count - 1)) {
                throw new MalformedBytes("a chunk of " + room + " bytes with " + length);
            }
            byte[] chunk = new byte[room];
            in.require(length);
            System.arraycopy(in.bytes(), in.position(), chunk, 0, length);
            in.skip(length);
            open(chunk);
            at = room == CHUNK ? length : CHUNK;
        }
    }

    /** The memory that the values take. */
    public long bytes() {
        long bytes = 4L * chunks.length + 4L * RECENT;
        for (int i = 0; i < used; i++) {
            bytes += chunks[i].length + 16L;
        }
        return bytes;
    }

    private int append(byte[] bytes, int length) {
        if (length > CHUNK) {
            open(Arrays.copyOf(bytes, length));
            at = CHUNK;
            return reference(used - 1, 0);
        }
        if (at + length > CHUNK) {
            open(new byte[CHUNK]);
            at = 0;
        }
        int reference = reference(used - 1, at);
        System.arraycopy(bytes, 0, chunks[used - 1], at, length);
        at += length;
        return reference;
    }

    private static int reference(int chunk, int offset) {
        if (chunk >= (Integer.MAX_VALUE >>> SHIFT)) {
            throw new IllegalStateException("the graph holds more than 2 GB of values");
        }
        return (chunk << SHIFT) + offset + FIRST;
    }

    private void open(byte[] chunk) {
        if (used == chunks.length) {
            chunks = Arrays.copyOf(chunks, used * 2);
        }
        chunks[used++] = chunk;
    }

    /**
     * Whether the stored form of a reference is these bytes; no stored form is the beginning of
     * another.
     */
    private boolean equal(int reference, byte[] bytes, int from, int length) {
        byte[] chunk = chunk(reference);
        int offset = offset(reference);
        return offset + length <= chunk.length
                && Arrays.equals(chunk, offset, offset + length, bytes, from, from + length);
    }

    private int length(int reference) {
        byte[] chunk = chunk(reference);
        int offset = offset(reference);
        Input in = new Input(chunk, offset, chunk.length - offset);
        ValueCodec.read(in);
        return in.position() - offset;
    }

    private static int hash(byte[] bytes, int length) {
        int h = length;
        for (int i = 0; i < length; i++) {
            h = h * 31 + bytes[i];
        }
        h *= 0x9E3779B9;
        return h ^ (h >>> 15);
    }
}
