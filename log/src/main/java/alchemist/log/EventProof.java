package alchemist.log;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The proof that an event is in a log that ends with a certain block: whoever trusts that block's
 * hash needs nothing else to check it, neither the log nor the rest of the event's block.
 *
 * <p>It proves that the record was in its block, at which place, and when the block was recorded.
 * That leaves the position within bounds, which are one where the block has a single command.
 *
 * <pre>
 *   0  u32       magic 'ALCP'
 *   4  u16       format version, 1
 *   6  u16       how many hashes the path has
 *   8  u32       number of the record in its block, from 0
 *  12  u32       how many block headers there are
 *  16  u32       length of the record in bytes
 *  20  record    kind u8 ‖ payload
 *      32 B ...  path: the hashes beside the way from the record to the Merkle root, lowest first
 *      104 B ... headers: of the block that has the record, and of every block after it to the head
 * </pre>
 */
public final class EventProof {
    /** "ALCP", as a little-endian number. */
    private static final int MAGIC = 0x50434c41;

    private static final int VERSION = 1;
    private static final int FIXED_BYTES = 20;

    private final byte[] record;
    private final MerkleProof path;
    private final List<BlockHeader> headers;

    private EventProof(byte[] record, MerkleProof path, List<BlockHeader> headers) {
        this.record = record;
        this.path = path;
        this.headers = List.copyOf(headers);
    }

    /**
     * Makes the proof of the event at a position, up to the log's present head. Reads every block
     * from there on.
     *
     * @throws IllegalArgumentException when the log has no event at this position
     */
    public static EventProof of(Log log, long position) throws LogException {
        if (position < log.origin().firstPosition() || position > log.position()) {
            throw new IllegalArgumentException("the log has no event at position " + position);
        }
        try (BlockCursor cursor = log.read(position - 1)) {
            CommitBlock block = cursor.next();
            while (block != null && block.lastPosition() < position) {
                block = cursor.next(); // the first block of a log may have no event
            }
            Objects.requireNonNull(block, "an event that is durable is in a block");
            Records event = find(block, position);
            List<BlockHeader> headers = new ArrayList<>();
            for (CommitBlock b = block; b != null; b = cursor.next()) {
                headers.add(b.header());
            }
            byte[] record =
                    Arrays.copyOfRange(
                            event.bytes(), event.offset() - 1, event.offset() + event.length());
            return new EventProof(record, MerkleProof.of(block, event.index()), headers);
        }
    }

    private static Records find(CommitBlock block, long position) {
        Records records = block.records();
        while (records.next()) {
            if (records.kind() == RecordKind.EVENT && records.position() == position) {
                return records;
            }
        }
        throw new IllegalStateException(block + " has no event at position " + position);
    }

    /** The payload of the event. */
    public byte[] payload() {
        return Arrays.copyOfRange(record, 1, record.length);
    }

    /** The header of the block that has the event: its positions, time and rules. */
    public BlockHeader block() {
        return headers.getFirst();
    }

    /**
     * The least position that the event can have: the records before it in its block are events but
     * for the commands, and how many of these there are its header says.
     */
    public long leastPosition() {
        int others = block().records() - block().events();
        return block().firstPosition() + Math.max(0, path.index() - others);
    }

    /** The greatest position that the event can have: at least one command comes before it. */
    public long greatestPosition() {
        return Math.min(block().lastPosition(), block().firstPosition() + path.index() - 1);
    }

    /** The hash of the head that the proof leads to. */
    public Hash head() {
        return headers.getLast().hash();
    }

    /**
     * Whether it holds.
     *
     * @param head the hash of a block that the caller trusts
     */
    public boolean verify(Hash head) {
        if (record[0] != RecordKind.EVENT.code() || !path.verify(block().merkleRoot(), record)) {
            return false;
        }
        Hash hash = block().hash();
        for (BlockHeader next : headers.subList(1, headers.size())) {
            if (!next.previous().equals(hash)) {
                return false;
            }
            hash = next.hash();
        }
        return hash.equals(head);
    }

    /** The proof as bytes. */
    public byte[] bytes() {
        int hashes = path.path().size();
        int pathAt = FIXED_BYTES + record.length;
        int headersAt = pathAt + hashes * Hash.BYTES;
        byte[] bytes = new byte[headersAt + headers.size() * BlockHeader.BYTES];
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(MAGIC)
                .putShort((short) VERSION)
                .putShort((short) hashes)
                .putInt(path.index())
                .putInt(headers.size())
                .putInt(record.length)
                .put(record);
        for (int i = 0; i < hashes; i++) {
            path.path().get(i).write(bytes, pathAt + i * Hash.BYTES);
        }
        for (int i = 0; i < headers.size(); i++) {
            headers.get(i).write(bytes, headersAt + i * BlockHeader.BYTES);
        }
        return bytes;
    }

    /**
     * Reads a proof; whether it holds is for {@link #verify} to say.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static EventProof parse(byte[] bytes) {
        require(bytes.length >= FIXED_BYTES && Bytes.i32(bytes, 0) == MAGIC, "no 'ALCP' begins it");
        require(Bytes.u16(bytes, 4) == VERSION, "its version is " + Bytes.u16(bytes, 4));
        int hashes = Bytes.u16(bytes, 6);
        int index = Bytes.i32(bytes, 8);
        int blocks = Bytes.i32(bytes, 12);
        int length = Bytes.i32(bytes, 16);
        require(index >= 0 && blocks > 0 && length > 0, "a number is out of range");
        long total =
                FIXED_BYTES
                        + (long) length
                        + (long) hashes * Hash.BYTES
                        + (long) blocks * BlockHeader.BYTES;
        require(total == bytes.length, "it has " + bytes.length + " bytes, not " + total);
        int at = FIXED_BYTES + length;
        List<Hash> path = new ArrayList<>();
        for (int i = 0; i < hashes; i++, at += Hash.BYTES) {
            path.add(Hash.read(bytes, at));
        }
        List<BlockHeader> headers = new ArrayList<>();
        for (int i = 0; i < blocks; i++, at += BlockHeader.BYTES) {
            require(Bytes.i32(bytes, at) == BlockHeader.MAGIC, "no header of a block at " + at);
            headers.add(BlockHeader.read(bytes, at));
        }
        int records = headers.getFirst().records();
        require(index < records, "its block has no record " + index);
        byte[] record = Arrays.copyOfRange(bytes, FIXED_BYTES, FIXED_BYTES + length);
        return new EventProof(record, new MerkleProof(index, records, path), headers);
    }

    private static void require(boolean holds, String reason) {
        if (!holds) {
            throw new IllegalArgumentException("not a proof of an event: " + reason);
        }
    }
}
