package alchemist.gateway.http;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The records of a binary body, as they arrive:
 *
 * <pre>
 * magic (3 bytes) | version u8 | { length of the record (varint, at most 31 bits) | record }
 * </pre>
 *
 * A record that is too long is passed over. For one thread.
 */
public final class Frames implements Pieces {
    private static final int BUFFER_BYTES = 64 << 10;
    private static final int HEAD_BYTES = 4;

    /** How many bytes a length of 31 bits takes at most. */
    private static final int LENGTH_BYTES = 5;

    private final @Nullable Inflow inflow;
    private final int maxBytes;
    private final byte[] head;
    private byte[] bytes;

    /** What stands behind here was not looked at yet. */
    private int start;

    private int end;

    /** The bytes of the body before the first byte of the buffer. */
    private long before;

    /** How many bytes from start on belong to a record that is passed over. */
    private long skipping;

    private boolean headRead;
    private boolean ended;
    private int recordStart;
    private int recordLength;
    private long at;
    private long number;
    private boolean tooLong;

    private Frames(
            @Nullable Inflow inflow,
            byte[] bytes,
            int end,
            byte[] magic,
            int version,
            int maxBytes) {
        this.inflow = inflow;
        this.bytes = bytes;
        this.end = end;
        this.ended = inflow == null;
        this.head = Arrays.copyOf(magic, HEAD_BYTES);
        this.head[HEAD_BYTES - 1] = (byte) version;
        this.maxBytes = maxBytes;
    }

    Frames(Inflow inflow, byte[] magic, int version, int maxBytes) {
        this(inflow, new byte[BUFFER_BYTES], 0, magic, version, maxBytes);
    }

    /** The records of a body that is there as a whole. */
    public static Frames of(byte[] body, byte[] magic, int version, int maxBytes) {
        return new Frames(null, body, body.length, magic, version, maxBytes);
    }

    @Override
    public boolean next() throws IOException {
        while (!take()) {
            if (ended) {
                checkEnd();
                return false;
            }
            fill();
        }
        return true;
    }

    @Override
    public boolean isReady() throws IOException {
        while (!isWhole() && !ended) {
            Inflow from = inflow;
            if (from == null) {
                return false;
            }
            if (end == bytes.length) {
                makeRoom();
            }
            int read = from.poll(bytes, end);
            if (read == 0) {
                return false;
            }
            arrived(read);
        }
        return true;
    }

    @Override
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public int offset() {
        return recordStart;
    }

    @Override
    public int length() {
        return recordLength;
    }

    @Override
    public boolean isTooLong() {
        return tooLong;
    }

    @Override
    public String where() {
        return "record " + number + " at byte " + at;
    }

    @Override
    public String telling(String message) {
        return where() + ": " + message;
    }

    /** Takes a record out of the buffer, if there is a whole one. */
    private boolean take() {
        skip();
        if (skipping > 0 || (!headRead && !takeHead())) {
            return false;
        }
        long length = length(start);
        if (length < 0) {
            return false;
        }
        int from = start + lengthBytes(length);
        boolean isLong = length > maxBytes;
        if (!isLong && length > end - from) {
            return false;
        }
        at = before + start;
        number++;
        tooLong = isLong;
        recordStart = from;
        recordLength = isLong ? 0 : (int) length;
        start = from + recordLength;
        skipping = isLong ? length : 0;
        return true;
    }

    private boolean isWhole() {
        skip();
        if (skipping > 0 || !headRead) {
            return false;
        }
        try {
            long length = length(start);
            return length >= 0
                    && (length > maxBytes || length <= end - start - lengthBytes(length));
        } catch (Problem _) {
            return true; // who goes there is told
        }
    }

    private void skip() {
        int passed = (int) Math.min(skipping, end - start);
        start += passed;
        skipping -= passed;
    }

    private boolean takeHead() {
        int there = Math.min(HEAD_BYTES, end - start);
        for (int i = 0; i < there; i++) {
            if (bytes[start + i] != head[i]) {
                throw i < HEAD_BYTES - 1
                        ? malformed(
                                0,
                                i,
                                "the body begins with other bytes than "
                                        + shown(head)
                                        + "; is its Content-Type right?")
                        : malformed(
                                0,
                                i,
                                "version "
                                        + (bytes[start + i] & 0xff)
                                        + " of this form is not known here, only "
                                        + head[i]);
            }
        }
        if (there < HEAD_BYTES) {
            return false;
        }
        start += HEAD_BYTES;
        headRead = true;
        return true;
    }

    private static String shown(byte[] head) {
        StringBuilder text = new StringBuilder();
        for (byte b : head) {
            text.append(text.isEmpty() ? "" : " ").append(String.format("%02x", b));
        }
        return text.toString();
    }

    /** The length that stands at a place; -1 when it has not arrived as a whole. */
    private long length(int from) {
        int to = lengthEnd(from);
        if (to < 0) {
            return -1;
        }
        long length = 0;
        for (int i = to - 1; i >= from; i--) {
            length = length << 7 | (bytes[i] & 0x7f);
        }
        if (length > Integer.MAX_VALUE) {
            throw badLength(from);
        }
        if (to - from != lengthBytes(length)) {
            throw malformed(number + 1, before + from, "its length takes more bytes than it needs");
        }
        return length;
    }

    private int lengthEnd(int from) {
        for (int i = from; i < end; i++) {
            if (bytes[i] >= 0) {
                return i + 1;
            }
            if (i - from == LENGTH_BYTES - 1) {
                throw badLength(from);
            }
        }
        return -1;
    }

    private Problem badLength(int from) {
        return malformed(number + 1, before + from, "its length is no number of at most 31 bits");
    }

    private static int lengthBytes(long length) {
        int count = 1;
        for (long rest = length >>> 7; rest != 0; rest >>>= 7) {
            count++;
        }
        return count;
    }

    private void checkEnd() {
        if (!headRead) {
            throw malformed(0, before + end, "the body ends inside its first 4 bytes");
        }
        if (skipping > 0 || start < end) {
            long record = skipping > 0 ? number : number + 1;
            long from = skipping > 0 ? at : before + start;
            throw malformed(record, from, "the body ends inside it");
        }
    }

    private void fill() throws IOException {
        Inflow from = inflow;
        if (from == null) {
            throw new IllegalStateException("a whole body does not grow");
        }
        makeRoom();
        arrived(from.read(bytes, end));
    }

    private void arrived(int read) {
        if (read < 0) {
            ended = true;
        } else {
            end += read;
        }
    }

    /** Makes room behind what has arrived of the record that begins at start. */
    private void makeRoom() {
        int size = end - start;
        byte[] to = size > bytes.length / 2 ? new byte[bytes.length * 2] : bytes;
        System.arraycopy(bytes, start, to, 0, size);
        before += start;
        bytes = to;
        start = 0;
        end = size;
    }

    private static Problem malformed(long record, long at, String what) {
        String where = record == 0 ? "byte " + at : "record " + record + " at byte " + at;
        Problem problem = Problem.of(Problem.Kind.MALFORMED_BODY, where + ": " + what);
        return (record == 0 ? problem : problem.with("record", record)).with("byte", at);
    }
}
