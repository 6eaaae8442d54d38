package alchemist.logfile;

import alchemist.log.BlockHeader;
import alchemist.log.BlockParser;
import alchemist.log.CommitBlock;
import alchemist.log.CorruptLog;
import alchemist.log.Disk;
import alchemist.log.DiskFile;
import alchemist.log.Hash;
import alchemist.log.Log;
import alchemist.log.LogException;
import alchemist.log.NewerFormat;
import alchemist.log.NoSuchLog;
import alchemist.log.Origin;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a log is provably good. To find out, the last segment is read wholly, and of every older
 * one the last block, which its successor names by hash.
 *
 * @param extent what may be read
 * @param lastBlock where the last block of the last segment begins, or -1 when it has none
 * @param tornBytes how much of an unacknowledged block follows the extent
 * @param settled whether it is certain that the disk has what was read, since it was closed so
 * @param damage what ends the extent before its time
 */
record Recovery(
        Extent extent,
        long lastBlock,
        long tornBytes,
        boolean settled,
        @Nullable CorruptLog damage) {
    static Recovery of(LogDirectory directory) throws IOException, LogException {
        // Before anything else: a writer beside may append and close the log meanwhile, and then
        // it ends after what is read here.
        CleanEnd closed = CleanEnd.read(directory);
        Segments segments = Segments.read(directory);
        List<Segment> whole = segments.whole();
        if (whole.isEmpty()) {
            if (segments.damage() != null) {
                throw segments.damage();
            }
            throw new NoSuchLog(directory.toString());
        }
        Log.Head before = whole.getFirst().before();
        for (int i = 0; i < whole.size() - 1; i++) {
            Segment next = whole.get(i + 1);
            Log.Head end = end(whole.get(i));
            if (end == null || !next.follows(end)) {
                return scan(whole.subList(0, i + 1), before, next.gap(end));
            }
            before = end;
        }
        return scan(whole, before, segments.damage()).witnessed(closed);
    }

    /** Compares with where the log was closed in order. */
    private Recovery witnessed(@Nullable CleanEnd end) {
        Log.Head head = extent.head();
        if (damage != null || end == null) {
            return new Recovery(extent, lastBlock, tornBytes, false, damage);
        }
        if (end.isIn(head)) {
            // A later segment that has no event yet may have got its name after the log was closed,
            // and nobody knows whether durably.
            boolean named = extent.last().first() || !isAsPublished();
            boolean same = settled && named && end.position() == head.position();
            return new Recovery(extent, lastBlock, tornBytes, same, null);
        }
        CorruptLog lost =
                extent.last()
                        .corrupt(
                                extent.end(),
                                "the log was closed with position "
                                        + end.position()
                                        + " and block "
                                        + end.hash()
                                        + ", but what can be read ends with position "
                                        + head.position()
                                        + " and block "
                                        + head.hash());
        return new Recovery(extent, lastBlock, 0, false, lost);
    }

    /** Whether the last segment has nothing but what it was given before it had its name. */
    boolean isAsPublished() {
        return extent.last().isAsPublished(extent.head());
    }

    /** What the first block says. */
    Origin origin() throws IOException, LogException {
        Segment first = extent.segments().getFirst();
        try (SegmentWalk walk = SegmentWalk.begin(first, first.before())) {
            walk.step(walk.fileSize());
            return walk.block().origin();
        }
    }

    /**
     * The end of a sealed segment; null when it has none that is whole. A header and its hash are
     * enough: the hash covers everything that is asked for.
     */
    static Log.@Nullable Head end(Segment segment) throws IOException {
        try (DiskFile file = segment.directory().open(segment.name(), Disk.Mode.READ)) {
            long size = file.size();
            if (size < SegmentHeader.BYTES + CommitBlock.MIN_BYTES) {
                return null;
            }
            ByteBuffer trailer = ByteBuffer.allocate(CommitBlock.TRAILER_BYTES);
            file.readFully(trailer.order(ByteOrder.LITTLE_ENDIAN), size - trailer.capacity());
            int length = trailer.getInt(trailer.capacity() - 4);
            if (length < CommitBlock.MIN_BYTES || length > size - SegmentHeader.BYTES) {
                return null;
            }
            ByteBuffer bytes = ByteBuffer.allocate(BlockHeader.BYTES);
            file.readFully(bytes, size - length);
            BlockHeader header = BlockHeader.read(bytes.array(), 0);
            Hash hash = Hash.read(trailer.array(), 0);
            return BlockParser.lengthAt(bytes.array(), 0) == length && header.hash().equals(hash)
                    ? new Log.Head(header.lastPosition(), hash, header.recordedAtMicros())
                    : null;
        }
    }

    /** Walks over the last of some segments. What it finds there comes before later damage. */
    private static Recovery scan(
            List<Segment> segments, Log.Head before, @Nullable CorruptLog later)
            throws IOException, LogException {
        Segment segment = segments.getLast();
        try (SegmentWalk walk = SegmentWalk.begin(segment, before)) {
            long lastBlock = -1;
            CorruptLog stop = null;
            Tail tail = Tail.NONE;
            long size = walk.fileSize();
            while (stop == null && walk.next() < size) {
                try {
                    walk.step(size);
                    lastBlock = walk.offset();
                } catch (CorruptLog e) {
                    tail = walk.tail();
                    if (tail.isDamage(walk.head()) && isWholeNow(walk)) {
                        lastBlock = walk.offset();
                    } else {
                        stop = e;
                    }
                }
            }
            if (lastBlock < 0 && segment.first()) {
                throw stop != null ? stop : segment.corrupt(walk.next(), "there is no first block");
            }
            Extent extent = new Extent(List.copyOf(segments), walk.next(), walk.head());
            boolean exact = walk.fileSize() == walk.next();
            if (stop == null || tail.bytes() == 0) {
                return new Recovery(extent, lastBlock, 0, exact, later);
            }
            if (later != null || tail.isDamage(walk.head())) {
                return new Recovery(extent, lastBlock, 0, exact, stop);
            }
            return new Recovery(extent, lastBlock, tail.bytes(), exact, null);
        }
    }

    /** Whether another process was in the middle of writing the block, and now is not. */
    private static boolean isWholeNow(SegmentWalk walk) throws IOException, NewerFormat {
        walk.reread();
        try {
            return walk.step(walk.fileSize());
        } catch (CorruptLog e) {
            return false; // damage it is; the caller has it already
        }
    }
}
