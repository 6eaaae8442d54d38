package alchemist.log;

import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32C;

/**
 * Fills a commit block, record by record. Its buffers are reused from block to block and nothing is
 * allocated per record; records are hashed as they come, so that sealing is quick. A sealed block
 * has its own bytes: the next one may be begun at once, while the last is still being forced to the
 * disk. For one thread.
 *
 * <pre>{@code
 * builder.begin(log.position() + 1, log.headHash(), rules);
 * if (!builder.command(c) || !builder.event(e1) || !builder.event(e2)) {
 *     builder.rollback();              // the command and its events go into the next block
 * }
 * log.append(log.position(), builder.seal(now));
 * }</pre>
 */
public final class BlockBuilder {
    private final int maxBytes;
    private final MerkleTree tree = new MerkleTree();
    private final Sha256 sha256 = new Sha256();
    private final CRC32C crc = new CRC32C();

    private byte[] buffer;
    private boolean open;
    private int end;
    private int events;
    private int flags;
    private int rulesVersion;
    private long firstPosition;
    private Hash previous = Hash.ZERO;

    private boolean inCommand;
    private int commandEnd;
    private int commandEvents;
    private int commandRecords;

    /**
     * A builder of blocks up to a size.
     *
     * @param maxBytes the greatest length of a block, from 1024 to {@link CommitBlock#MAX_BYTES}
     */
    public BlockBuilder(int maxBytes) {
        if (maxBytes < 1024 || maxBytes > CommitBlock.MAX_BYTES) {
            throw new IllegalArgumentException(
                    "a block may have 1024 to "
                            + CommitBlock.MAX_BYTES
                            + " bytes, not "
                            + maxBytes);
        }
        this.maxBytes = maxBytes;
        this.buffer = new byte[Math.min(maxBytes, 64 * 1024)];
    }

    /**
     * Begins a block. What was begun before and not sealed is dropped.
     *
     * @param firstPosition the position of the first event that will be added, ≥ 1
     * @param previous the hash of the block before it
     * @param rulesVersion of the deciders, unsigned
     */
    public void begin(long firstPosition, Hash previous, int rulesVersion) {
        if (firstPosition < 1) {
            throw new IllegalArgumentException("positions count from 1, not " + firstPosition);
        }
        this.firstPosition = firstPosition;
        this.previous = previous;
        this.rulesVersion = rulesVersion;
        flags = 0;
        end = BlockHeader.BYTES;
        events = 0;
        tree.clear();
        inCommand = false;
        open = true;
    }

    /** Begins the first block of a log: with its origin as the first record. */
    public void beginLog(Origin origin, int rulesVersion) {
        begin(origin.firstPosition(), origin.parentBlock(), rulesVersion);
        flags = BlockHeader.FIRST;
        byte[] bytes = new byte[Origin.BYTES];
        origin.write(bytes, 0);
        if (!add(RecordKind.ORIGIN, bytes, 0, bytes.length)) {
            throw new IllegalStateException("an origin must fit into any block");
        }
    }

    /**
     * Adds a command; the events that it caused are added after it.
     *
     * @return false when it does not fit; then nothing was added
     */
    public boolean command(byte[] bytes, int offset, int length) {
        requireOpen();
        int mark = end;
        int records = tree.size();
        if (!add(RecordKind.COMMAND, bytes, offset, length)) {
            return false;
        }
        inCommand = true;
        commandEnd = mark;
        commandEvents = events;
        commandRecords = records;
        return true;
    }

    /**
     * Adds an event of the command that was added last.
     *
     * @return false when it does not fit; then nothing was added, and the command must be taken
     *     back with {@link #rollback}
     */
    public boolean event(byte[] bytes, int offset, int length) {
        requireOpen();
        if (!inCommand) {
            throw new IllegalStateException("an event follows the command that caused it");
        }
        if (!add(RecordKind.EVENT, bytes, offset, length)) {
            return false;
        }
        events++;
        return true;
    }

    /** Takes the last command and its events back out, since they are never split over blocks. */
    public void rollback() {
        requireOpen();
        if (!inCommand) {
            throw new IllegalStateException("there is no command to take back");
        }
        end = commandEnd;
        events = commandEvents;
        tree.truncate(commandRecords);
        inCommand = false;
    }

    /** How many events were added. */
    public int events() {
        return events;
    }

    /** How many records were added. */
    public int records() {
        return open ? tree.size() : 0;
    }

    /** How long the block would be if it were sealed now. */
    public int lengthBytes() {
        return end + CommitBlock.TRAILER_BYTES;
    }

    /**
     * Seals the block. The builder may begin the next one at once.
     *
     * @param recordedAtMicros when it is written, in microseconds since 1970-01-01T00:00:00Z
     * @throws IllegalStateException when no event was added; only the first block of a log may have
     *     none
     */
    public CommitBlock seal(long recordedAtMicros) {
        requireOpen();
        if (events == 0 && flags == 0) {
            throw new IllegalStateException("a block must hold an event");
        }
        BlockHeader header =
                new BlockHeader(
                        BlockHeader.VERSION,
                        flags,
                        lengthBytes(),
                        rulesVersion,
                        firstPosition,
                        events,
                        tree.size(),
                        recordedAtMicros,
                        previous,
                        tree.root());
        byte[] block = Arrays.copyOf(buffer, header.lengthBytes());
        header.write(block, 0);
        Hash hash = sha256.hash(block, 0, BlockHeader.BYTES);
        hash.write(block, end);
        crc.reset();
        crc.update(block, 0, end + Hash.BYTES);
        Bytes.i32(block, end + Hash.BYTES, (int) crc.getValue());
        Bytes.i32(block, end + Hash.BYTES + 4, block.length);
        open = false;
        return new CommitBlock(block, header, hash);
    }

    private boolean add(RecordKind kind, byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length > maxBytes) {
            return false;
        }
        int record = 1 + length;
        int total = Varint.bytes(record) + record;
        if (total > maxBytes - CommitBlock.TRAILER_BYTES - end) {
            return false;
        }
        room(end + total);
        int at = end + total - record;
        buffer[at - 1] = MerkleTree.LEAF; // till its length is written there
        buffer[at] = (byte) kind.code();
        System.arraycopy(bytes, offset, buffer, at + 1, length);
        tree.addPrefixed(buffer, at - 1, 1 + record);
        Varint.write(buffer, end, record);
        end += total;
        return true;
    }

    private void room(int needed) {
        if (needed > buffer.length) {
            int doubled = Math.min(maxBytes, Math.max(needed, 2 * buffer.length));
            buffer = Arrays.copyOf(buffer, doubled);
        }
    }

    private void requireOpen() {
        if (!open) {
            throw new IllegalStateException("begin a block first");
        }
    }
}
