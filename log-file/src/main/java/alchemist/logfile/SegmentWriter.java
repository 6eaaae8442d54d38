package alchemist.logfile;

import alchemist.log.CommitBlock;
import alchemist.log.Disk;
import alchemist.log.DiskFile;
import alchemist.log.DiskFull;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Writes the last segment of a log. For one thread.
 *
 * <p>The file is filled with zeros a step ahead of its blocks. Then most appends neither lengthen
 * it nor allocate anything in it, so that forcing it needs no commit of the file system's journal:
 * the bytes are overwritten where they are. Filling ahead is part of the force that follows, so it
 * costs its bytes and no force of its own. A block that is large against the step pays for its
 * journal commit by its size, and is not padded.
 *
 * <p>Where the disk can, what is written passes the system's cache by. Then every write begins and
 * ends where a sector does: before a block come the bytes that share its first sector, once more
 * and unchanged, and after it zeros.
 */
final class SegmentWriter implements Closeable {
    private static final ByteBuffer ZEROS =
            room(256 * 1024, OpenFile.MAX_ALIGNMENT).asReadOnlyBuffer();

    private final Segment segment;
    private final DiskFile file;
    private final int stepBytes;
    private final long maxBytes;
    private final int alignment;

    /** Begins with the bytes before the end that share a sector with it. */
    private ByteBuffer buffer;

    private long end;
    private long filledTo;

    private SegmentWriter(
            Segment segment, DiskFile file, FileLogOptions options, long end, long filledTo) {
        this.segment = segment;
        this.file = file;
        this.stepBytes = options.preallocateBytes();
        this.maxBytes = options.segmentBytes();
        this.alignment = file.alignment();
        this.buffer = room(16 * 1024, alignment);
        this.end = end;
        this.filledTo = filledTo;
    }

    /** Goes on with a segment whose blocks end at an offset; after that there are only zeros. */
    static SegmentWriter open(Segment segment, FileLogOptions options, long end)
            throws IOException {
        DiskFile file = segment.directory().open(segment.name(), Disk.Mode.DIRECT);
        boolean done = false;
        try {
            SegmentWriter writer = new SegmentWriter(segment, file, options, end, file.size());
            int shared = writer.shared(end);
            writer.read(end - shared, writer.buffer.slice(0, shared));
            done = true;
            return writer;
        } finally {
            if (!done) {
                file.close();
            }
        }
    }

    /** Memory that may be written past the system's cache. */
    private static ByteBuffer room(int bytes, int alignment) {
        return ByteBuffer.allocateDirect(bytes + alignment).alignedSlice(alignment);
    }

    /** How many bytes before an offset are in the same sector. */
    private int shared(long offset) {
        return (int) (offset & (alignment - 1));
    }

    /** The end of the sector that an offset is in, or itself where one ends there. */
    private long roundedUp(long offset) {
        return (offset + alignment - 1) & -alignment;
    }

    /** Reads what the system knows of the file. */
    private void read(long offset, ByteBuffer target) throws IOException {
        if (target.hasRemaining()) {
            try (DiskFile from = segment.directory().open(segment.name(), Disk.Mode.READ)) {
                from.readFully(target, offset);
            }
        }
    }

    /**
     * Writes a segment under a name that does not count yet, and makes it durable: so no crash
     * leaves a segment without its header.
     */
    static void prepare(Segment segment, CommitBlock... blocks) throws IOException {
        try (DiskFile f = segment.directory().prepare(segment.name())) {
            f.writeFully(ByteBuffer.wrap(segment.header().bytes()), 0);
            long at = SegmentHeader.BYTES;
            for (CommitBlock block : blocks) {
                f.writeFully(block.buffer(), at);
                at += block.lengthBytes();
            }
            f.force(true);
        }
    }

    /** Gives a prepared segment its name. When this fails nobody knows whether it has it. */
    static void publish(Segment segment) throws IOException {
        segment.directory().publish(segment.name());
    }

    Segment segment() {
        return segment;
    }

    /** Where the blocks end. */
    long end() {
        return end;
    }

    /** Whether a block of this length must begin another segment. */
    boolean isFullFor(int lengthBytes) {
        return end > SegmentHeader.BYTES && end + lengthBytes > maxBytes;
    }

    /** Writes a block after the last; it counts only when {@link #force} returns. */
    void write(CommitBlock block) throws IOException {
        int length = block.lengthBytes();
        fillAhead(length);
        int shared = shared(end);
        int padded = (int) roundedUp(shared + length);
        reserve(shared, padded);
        buffer.clear().position(shared).put(block.bytes());
        buffer.put(ZEROS.slice(0, padded - buffer.position())).flip();
        file.writeFully(buffer, end - shared);
        filledTo = Math.max(filledTo, end - shared + padded);
    }

    private void reserve(int kept, int bytes) {
        if (bytes > buffer.capacity()) {
            int most = CommitBlock.MAX_BYTES + 2 * alignment;
            ByteBuffer larger = room(Math.min(most, Integer.highestOneBit(bytes) << 1), alignment);
            buffer = larger.put(0, buffer, 0, kept);
        }
    }

    /** Makes the block that was written durable. */
    void force(CommitBlock block) throws IOException {
        file.force(false);
        int written = shared(end) + block.lengthBytes();
        end += block.lengthBytes();
        buffer.put(0, buffer, written - shared(end), shared(end));
    }

    private void fillAhead(int length) throws IOException {
        long needed = roundedUp(end + length);
        if (needed <= filledTo || length > stepBytes / 4) {
            return;
        }
        long to = roundedUp(Math.min(needed + stepBytes, Math.max(needed, maxBytes)));
        try {
            long at = roundedUp(Math.max(filledTo, end));
            while (at < to) {
                ByteBuffer zeros = ZEROS.duplicate();
                zeros.limit((int) Math.min(zeros.capacity(), to - at));
                file.writeFully(zeros, at);
                at += zeros.limit();
            }
            filledTo = to;
        } catch (DiskFull e) {
            // There may still be room for the block itself; if not, its own write says so. What
            // was filled are zeros after the end, as they should be.
            return;
        }
    }

    /**
     * Makes sure that what recovery has read is what the disk has. After a force that failed, the
     * system's cache may show bytes that the disk does not have and that it believes to be clean: a
     * later force would say yes without writing them. Only the last block can be so, since any
     * later one was forced after it. So it is written once more, the same bytes to the same place.
     *
     * @param lastBlock where it begins, or -1 when the segment has none
     */
    void settle(long lastBlock) throws IOException {
        if (lastBlock >= 0) {
            long from = lastBlock - shared(lastBlock);
            ByteBuffer block = ByteBuffer.allocate((int) (roundedUp(end) - from));
            read(from, block.slice(0, (int) (end - from)));
            file.writeFully(block, from);
        }
        cutBack();
    }

    /**
     * Gives a segment its name again that has nothing yet but what it was published with: in the
     * same way as with bytes, its name may be seen without being durable. Once it has more, its
     * name was forced before.
     *
     * @param end where that ends
     */
    static void republish(Segment segment, long end) throws IOException {
        LogDirectory directory = segment.directory();
        byte[] bytes = new byte[(int) end];
        try (DiskFile from = directory.open(segment.name(), Disk.Mode.READ)) {
            from.readFully(ByteBuffer.wrap(bytes), 0);
        }
        directory.replace(segment.name(), bytes);
    }

    /** Takes away what follows the last block, durably: the rest of a write that failed. */
    void cutBack() throws IOException {
        file.truncate(end);
        file.force(true);
        filledTo = end;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
