package alchemist.log;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * What one append writes: accepted commands, each followed by its events, with everything that is
 * needed to know that they are whole, in order and what they were. Immutable; for any thread.
 *
 * <p>The same bytes are a block on every medium, for ever. All numbers are little-endian and
 * unsigned, except recordedAt; hashes and ids are plain bytes.
 *
 * <pre>
 *  header
 *    0  u32   magic 'ALCB'
 *    4  u16   format version, 1
 *    6  u16   flags: bit 0 = first block of the log; all others 0
 *    8  u32   length of the whole block in bytes, trailer included; 146 to 999 999
 *   12  u32   version of the rules: of the deciders that decided what is inside
 *   16  u64   first position: of the first event inside; positions count events, from 1
 *   24  u32   how many events; 0 only in a first block
 *   28  u32   how many records; at least 1
 *   32  i64   recordedAt, µs since 1970-01-01T00:00:00Z; never less than in the block before
 *   40  32 B  hash of the block before; in a first block the parent block's hash, or zeros
 *   72  32 B  Merkle root: the RFC 6962 tree hash over all records in order
 *             leaf = SHA-256(0x00 ‖ record)   node = SHA-256(0x01 ‖ left ‖ right)
 *  records, each
 *        varint  length of the record in bytes: unsigned LEB128 in its shortest form
 *        record  kind u8 ‖ payload; this is what its Merkle leaf covers
 *                0 origin   first record of a first block and nowhere else ({@link Origin})
 *                1 command  followed by the events that it caused, all in this block
 *                2 event    each has the next position
 *  trailer
 *       32 B  hash of the block: SHA-256 of header bytes 0 to 103
 *       u32   CRC-32C of everything before it
 *       u32   length again, so that one can walk backwards
 * </pre>
 *
 * <p>Magic, version, length, CRC-32C and the second length stay where they are in every later
 * version, so that a program can always tell a newer block from a damaged one.
 */
public final class CommitBlock {
    /** The greatest length of a block: it must fit into one message of NATS. */
    public static final int MAX_BYTES = 999_999;

    /** How many bytes follow the last record. */
    public static final int TRAILER_BYTES = Hash.BYTES + 8;

    /** The least length of a block: one record without payload. */
    public static final int MIN_BYTES = BlockHeader.BYTES + 2 + TRAILER_BYTES;

    private final byte[] bytes;
    private final BlockHeader header;
    private final Hash hash;

    CommitBlock(byte[] bytes, BlockHeader header, Hash hash) {
        this.bytes = bytes;
        this.header = header;
        this.hash = hash;
    }

    /**
     * Reads a block and checks all of it: checksum, hash, records and Merkle root.
     *
     * @param bytes the block and nothing else; kept, so they must not be changed afterwards
     * @throws MalformedBlock when anything does not hold
     */
    public static CommitBlock of(byte[] bytes) throws MalformedBlock {
        BlockParser parser = new BlockParser();
        CommitBlock block = parser.parse(bytes);
        parser.verify(block);
        return block;
    }

    /** The header. */
    public BlockHeader header() {
        return header;
    }

    /** The hash that the next block must name as its previous. */
    public Hash hash() {
        return hash;
    }

    /** The RFC 6962 tree hash of the records. */
    public Hash merkleRoot() {
        return header.merkleRoot();
    }

    /** The hash of the block before. */
    public Hash previous() {
        return header.previous();
    }

    /** Whether it is the first of its log; then its first record is the {@link Origin}. */
    public boolean isFirst() {
        return header.isFirst();
    }

    /** The position of the first event in it, or that the next event will have. */
    public long firstPosition() {
        return header.firstPosition();
    }

    /** The position of the last event in it, or that the last event before it had. */
    public long lastPosition() {
        return header.lastPosition();
    }

    /** How many events are in it. */
    public int events() {
        return header.events();
    }

    /** How many records are in it. */
    public int recordCount() {
        return header.records();
    }

    /** When it was written, in microseconds since 1970-01-01T00:00:00Z. */
    public long recordedAtMicros() {
        return header.recordedAtMicros();
    }

    /** The version of the deciders that decided what is in it. */
    public int rulesVersion() {
        return header.rulesVersion();
    }

    /** The length of the whole block in bytes. */
    public int lengthBytes() {
        return bytes.length;
    }

    /**
     * The bytes of the whole block, not copied: {@link Records#offset} points into them. They must
     * not be changed.
     */
    public byte[] bytes() {
        return bytes;
    }

    /** The whole block as a new read-only buffer over the same bytes. */
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    /** Begins to walk over the records. */
    public Records records() {
        return new Records(bytes, header);
    }

    /** The origin, when it is the first block of a log. */
    public Origin origin() {
        if (!isFirst()) {
            throw new IllegalStateException("only the first block of a log has an origin");
        }
        Records records = records();
        records.next();
        return Origin.read(bytes, records.offset());
    }

    /** Whether the trailer's checksum is right for a block that fills this range. */
    static boolean crcHolds(CRC32C crc, byte[] bytes, int offset, int length) {
        crc.reset();
        crc.update(bytes, offset, length - 8);
        return (int) crc.getValue() == Bytes.i32(bytes, offset + length - 8);
    }

    @Override
    public String toString() {
        return "block of positions "
                + firstPosition()
                + " to "
                + lastPosition()
                + " ("
                + lengthBytes()
                + " bytes, "
                + hash
                + ")";
    }
}
