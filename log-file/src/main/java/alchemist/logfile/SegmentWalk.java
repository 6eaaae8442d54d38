package alchemist.logfile;

import alchemist.log.BlockHeader;
import alchemist.log.CommitBlock;
import alchemist.log.CorruptLog;
import alchemist.log.Log;
import alchemist.log.MalformedBlock;
import alchemist.log.NewerFormat;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A walk over the blocks of a segment that checks each to be whole and to follow. */
final class SegmentWalk implements Closeable {
    static final String FIRST_AND_NO_OTHER =
            "the first block of the log, and no other, must be marked as such";

    private final Segment segment;
    private final BlockScanner scanner;
    private Log.@Nullable Head head;

    private SegmentWalk(Segment segment, BlockScanner scanner, Log.@Nullable Head head) {
        this.segment = segment;
        this.scanner = scanner;
        this.head = head;
    }

    /**
     * From the beginning of the segment.
     *
     * @param before the end of the segment before; of the first one, {@link Segment#before}
     * @throws CorruptLog when the segment does not follow
     */
    static SegmentWalk begin(Segment segment, Log.Head before) throws IOException, CorruptLog {
        if (!segment.follows(before)) {
            throw segment.gap(before);
        }
        BlockScanner scanner = BlockScanner.open(segment, SegmentHeader.BYTES);
        return new SegmentWalk(segment, scanner, before);
    }

    /** From the last block that is known to begin at or before a position. */
    static SegmentWalk from(Segment segment, long position) throws IOException {
        long offset = segment.index().floor(position);
        BlockScanner scanner = BlockScanner.open(segment, offset);
        return new SegmentWalk(
                segment, scanner, offset == SegmentHeader.BYTES ? segment.before() : null);
    }

    /** From a known end of blocks, which are those that are written next. */
    static SegmentWalk after(Segment segment, long offset, Log.Head head) throws IOException {
        return new SegmentWalk(segment, BlockScanner.open(segment, offset), head);
    }

    Segment segment() {
        return segment;
    }

    /**
     * Steps to the next block.
     *
     * @param limit where the blocks end, in bytes
     * @return false when the limit is reached
     * @throws CorruptLog when there is no whole block that follows; the walk stays where it is
     */
    boolean step(long limit) throws IOException, CorruptLog, NewerFormat {
        long offset = scanner.next();
        try {
            if (!scanner.step(limit)) {
                return false;
            }
        } catch (MalformedBlock e) {
            segment.requireKnown(e);
            throw segment.corrupt(offset, String.valueOf(e.getMessage()));
        }
        BlockHeader header = scanner.header();
        if (header.isFirst() != (segment.first() && offset == SegmentHeader.BYTES)) {
            throw stay(offset, FIRST_AND_NO_OTHER);
        }
        String reason = head == null ? null : head.whyNotNext(header);
        if (reason != null) {
            throw stay(offset, reason);
        }
        head = new Log.Head(header.lastPosition(), scanner.hash(), header.recordedAtMicros());
        segment.index().offer(header.firstPosition(), offset);
        return true;
    }

    private CorruptLog stay(long offset, String reason) {
        scanner.seek(offset);
        return segment.corrupt(offset, reason);
    }

    /** Where the next step looks, in bytes. */
    long next() {
        return scanner.next();
    }

    /** Where the block of the last step begins. */
    long offset() {
        return scanner.offset();
    }

    BlockHeader header() {
        return scanner.header();
    }

    CommitBlock block() {
        return scanner.block();
    }

    /** The end of what was walked over. */
    Log.Head head() {
        if (head == null) {
            throw new IllegalStateException("step over a block first");
        }
        return head;
    }

    /** What follows the last block, once no other follows. */
    Tail tail() throws IOException {
        return Tail.read(scanner);
    }

    /** Whether something begins here that is more than zeros filled ahead. */
    boolean isBegun() throws IOException {
        for (byte b : scanner.read(scanner.next(), Integer.BYTES)) {
            if (b != 0) {
                return true;
            }
        }
        return false;
    }

    long fileSize() throws IOException {
        return scanner.fileSize();
    }

    /**
     * Opens the file again when it may be another by now: a writer that opens the log replaces a
     * last segment that is as it was published.
     */
    void reopen() throws IOException {
        if (head != null && segment.isAsPublished(head)) {
            scanner.reopen(segment);
        }
    }

    /** Forgets what was read ahead, since it may have been written meanwhile. */
    void reread() {
        scanner.seek(scanner.next());
    }

    void force() throws IOException {
        scanner.file().force(false);
    }

    @Override
    public void close() throws IOException {
        scanner.close();
    }
}
