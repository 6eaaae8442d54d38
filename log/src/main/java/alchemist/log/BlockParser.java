package alchemist.log;

import java.util.Arrays;
import java.util.zip.CRC32C;

/** Reads and checks blocks, with working space that is reused. For one thread. */
public final class BlockParser {
    private final CRC32C crc = new CRC32C();
    private final Sha256 sha256 = new Sha256();
    private final MerkleTree tree = new MerkleTree();

    /**
     * How long the block is that seems to begin at an offset. Needs 12 bytes, and believes them.
     *
     * @return its length, or -1 when there is no magic or the length is out of range
     */
    public static int lengthAt(byte[] bytes, int offset) {
        if (Bytes.i32(bytes, offset) != BlockHeader.MAGIC) {
            return -1;
        }
        int length = Bytes.i32(bytes, offset + BlockHeader.LENGTH_AT);
        return length < CommitBlock.MIN_BYTES || length > CommitBlock.MAX_BYTES ? -1 : length;
    }

    /** The hash in the trailer of a block of this length; believes it. */
    public static Hash hashAt(byte[] bytes, int offset, int length) {
        return Hash.read(bytes, offset + length - CommitBlock.TRAILER_BYTES);
    }

    /**
     * Reads a block, checks that it is whole, and keeps the array.
     *
     * @throws MalformedBlock when it is not
     */
    public CommitBlock parse(byte[] bytes) throws MalformedBlock {
        BlockHeader header = check(bytes, 0, bytes.length);
        if (header.lengthBytes() != bytes.length) {
            throw new MalformedBlock(
                    "the block says that it has "
                            + header.lengthBytes()
                            + " bytes, but "
                            + bytes.length
                            + " were given");
        }
        return new CommitBlock(bytes, header, hashAt(bytes, 0, bytes.length));
    }

    /**
     * Reads the block that begins at an offset, checks that it is whole, and copies it.
     *
     * <p>Whole means: checksum, hash and lengths hold, so it is what was written. That its records
     * are in order and lead to its Merkle root is for {@link #verify} to check.
     *
     * @param limit where the bytes end
     * @throws MalformedBlock when it is not
     */
    public CommitBlock parse(byte[] bytes, int offset, int limit) throws MalformedBlock {
        return copy(bytes, offset, check(bytes, offset, limit));
    }

    /** Copies the block that {@link #check} has answered this header for. */
    public static CommitBlock copy(byte[] bytes, int offset, BlockHeader header) {
        byte[] copy = Arrays.copyOfRange(bytes, offset, offset + header.lengthBytes());
        return new CommitBlock(copy, header, hashAt(copy, 0, copy.length));
    }

    /**
     * Checks that the block that begins at an offset is whole, without copying it.
     *
     * @param limit where the bytes end
     * @throws MalformedBlock when it is not
     */
    public BlockHeader check(byte[] b, int at, int limit) throws MalformedBlock {
        int available = limit - at;
        if (available < CommitBlock.MIN_BYTES) {
            throw new MalformedBlock("only " + available + " bytes where a block should be");
        }
        if (Bytes.i32(b, at) != BlockHeader.MAGIC) {
            throw new MalformedBlock("no block begins here: its first four bytes are not 'ALCB'");
        }
        int length = Bytes.i32(b, at + BlockHeader.LENGTH_AT);
        if (length < CommitBlock.MIN_BYTES || length > CommitBlock.MAX_BYTES) {
            throw new MalformedBlock(
                    "the block's length is out of range: " + Integer.toUnsignedString(length));
        }
        if (length > available) {
            throw new MalformedBlock(
                    "the block has " + length + " bytes, but only " + available + " are there");
        }
        if (Bytes.i32(b, at + length - 4) != length) {
            throw new MalformedBlock("the block's two lengths differ");
        }
        if (!CommitBlock.crcHolds(crc, b, at, length)) {
            throw new MalformedBlock("the block's checksum is wrong");
        }
        int version = Bytes.u16(b, at + BlockHeader.VERSION_AT);
        if (version > BlockHeader.VERSION) {
            throw new MalformedBlock(
                    "the block was written by a newer version (format "
                            + version
                            + ", this program reads up to "
                            + BlockHeader.VERSION
                            + ")",
                    version);
        }
        if (!sha256.hash(b, at, BlockHeader.BYTES).equals(hashAt(b, at, length))) {
            throw new MalformedBlock("the block's hash is not that of its header");
        }
        BlockHeader header = BlockHeader.read(b, at);
        checkSense(header);
        return header;
    }

    private static void checkSense(BlockHeader header) throws MalformedBlock {
        if (header.version() != BlockHeader.VERSION) {
            throw new MalformedBlock("the block has an unknown version " + header.version());
        }
        if ((header.flags() & ~BlockHeader.FIRST) != 0) {
            throw new MalformedBlock("the block has unknown flags " + header.flags());
        }
        if (header.firstPosition() < 1
                || header.firstPosition() > Long.MAX_VALUE - CommitBlock.MAX_BYTES) {
            throw new MalformedBlock(
                    "the block's first position is out of range: "
                            + Long.toUnsignedString(header.firstPosition()));
        }
        if (header.events() < (header.isFirst() ? 0 : 1)
                || header.records() < Math.max(1, header.events())) {
            throw new MalformedBlock(
                    "the block says that it has "
                            + Integer.toUnsignedString(header.events())
                            + " events in "
                            + Integer.toUnsignedString(header.records())
                            + " records");
        }
    }

    /**
     * Checks what {@link #parse} does not: that the records are well-formed and in order, are as
     * many as the header says, and lead to the Merkle root.
     *
     * @throws MalformedBlock when anything does not hold
     */
    public void verify(CommitBlock block) throws MalformedBlock {
        byte[] bytes = block.bytes();
        int limit = bytes.length - CommitBlock.TRAILER_BYTES;
        int events = 0;
        boolean inCommand = false;
        tree.clear();
        for (int at = BlockHeader.BYTES; at < limit; ) {
            int length = Varint.read(bytes, at, limit);
            int start = length < 0 ? at : at + Varint.bytes(length);
            if (length < 1 || length > limit - start) {
                throw malformed(tree.size(), "has no valid length");
            }
            int kind = bytes[start];
            if (!RecordKind.isKnown(kind)) {
                throw malformed(tree.size(), "is of the unknown kind " + (kind & 0xff));
            }
            switch (RecordKind.of(kind)) {
                case ORIGIN -> checkOrigin(block, start + 1, length - 1);
                case COMMAND -> inCommand = true;
                case EVENT -> {
                    if (!inCommand) {
                        throw malformed(tree.size(), "is an event without a command before it");
                    }
                    events++;
                }
            }
            tree.add(bytes, start, length);
            at = start + length;
        }
        checkTotals(block, events);
    }

    private void checkOrigin(CommitBlock block, int offset, int length) throws MalformedBlock {
        if (tree.size() > 0 || !block.isFirst() || length != Origin.BYTES) {
            throw malformed(tree.size(), "is an origin where none may be");
        }
        Origin origin;
        try {
            origin = Origin.read(block.bytes(), offset);
        } catch (IllegalArgumentException e) {
            throw new MalformedBlock("the origin is malformed: " + e.getMessage());
        }
        if (origin.firstPosition() != block.firstPosition()
                || !origin.parentBlock().equals(block.previous())) {
            throw new MalformedBlock("the block does not begin where its origin says");
        }
    }

    private void checkTotals(CommitBlock block, int events) throws MalformedBlock {
        if (block.isFirst() && RecordKind.of(firstKind(block)) != RecordKind.ORIGIN) {
            throw new MalformedBlock("the first block of a log must begin with its origin");
        }
        if (tree.size() != block.recordCount() || events != block.events()) {
            throw new MalformedBlock(
                    "the block says that it has "
                            + block.recordCount()
                            + " records with "
                            + block.events()
                            + " events, but there are "
                            + tree.size()
                            + " with "
                            + events);
        }
        if (!tree.root().equals(block.merkleRoot())) {
            throw new MalformedBlock("the records do not lead to the block's Merkle root");
        }
    }

    private static int firstKind(CommitBlock block) {
        Records records = block.records();
        records.next();
        return records.kind().code();
    }

    private static MalformedBlock malformed(int record, String what) {
        return new MalformedBlock("record " + record + " " + what);
    }
}
