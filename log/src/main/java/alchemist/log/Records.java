package alchemist.log;

import java.util.Arrays;

/**
 * A walk over the records of a block, without copying them. For one thread.
 *
 * <pre>{@code
 * for (Records r = block.records(); r.next(); ) {
 *     if (r.kind() == RecordKind.EVENT) {
 *         decode(r.bytes(), r.offset(), r.length(), r.position());
 *     }
 * }
 * }</pre>
 */
public final class Records {
    private final byte[] bytes;
    private final int limit;
    private int at = BlockHeader.BYTES;
    private int index = -1;
    private int offset;
    private int length;
    private long nextPosition;

    Records(byte[] bytes, BlockHeader header) {
        this.bytes = bytes;
        this.limit = bytes.length - CommitBlock.TRAILER_BYTES;
        this.nextPosition = header.firstPosition();
    }

    /**
     * Steps to the next record.
     *
     * @return false when there is none
     * @throws IllegalStateException when the bytes are not the records of a block, which {@link
     *     BlockParser#verify} would have said
     */
    public boolean next() {
        if (at == limit) {
            return false;
        }
        int record = Varint.read(bytes, at, limit);
        int start = record < 0 ? at : at + Varint.bytes(record);
        if (record < 1 || record > limit - start || !RecordKind.isKnown(bytes[start])) {
            throw new IllegalStateException("record " + (index + 1) + " is malformed");
        }
        if (index >= 0 && kind() == RecordKind.EVENT) {
            nextPosition++;
        }
        index++;
        offset = start + 1;
        length = record - 1;
        at = start + record;
        return true;
    }

    /** The number of the record in its block, from 0. */
    public int index() {
        return index;
    }

    /** What the record is. */
    public RecordKind kind() {
        return RecordKind.of(bytes[offset - 1]);
    }

    /** The bytes of the whole block; the payload is a range of them. They must not be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where the payload begins in {@link #bytes}; the kind is the byte before it. */
    public int offset() {
        return offset;
    }

    /** The length of the payload in bytes. */
    public int length() {
        return length;
    }

    /** A copy of the payload. */
    public byte[] payload() {
        return Arrays.copyOfRange(bytes, offset, offset + length);
    }

    /** The position of an event; of a command, the one that its first event has. */
    public long position() {
        return nextPosition;
    }
}
