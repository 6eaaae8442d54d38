package alchemist.logfile;

import alchemist.log.BlockHeader;
import alchemist.log.BlockParser;
import alchemist.log.CorruptLog;
import alchemist.log.Disk;
import alchemist.log.DiskFile;
import alchemist.log.Log;
import alchemist.log.LogException;
import alchemist.log.MalformedBlock;
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
        return scan(whole, before, segments.damage()).witnessed(CleanEnd.read(directory));
    }

    /** Compares with where the log was closed in order. */
    private Recovery witnessed(@Nullable CleanEnd end) {
        Log.Head head = extent.head();
        if (damage != null || end == null) {
            return new Recovery(extent, lastBlock, tornBytes, false, damage);
        }
        if (end.isIn(head)) {
            boolean same = settled && end.position() == head.position();
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
        return lastBlock <= SegmentHeader.BYTES && (lastBlock < 0 || extent.last().first());
    }

    /** What the first block says. */
    Origin origin() throws IOException, LogException {
        Segment first = extent.segments().getFirst();
        try (SegmentWalk walk = SegmentWalk.begin(first, first.before())) {
            walk.step(walk.fileSize());
            return walk.block().origin();
        }
    }

    /** The end of a sealed segment by its last block; null when that is not whole. */
    private static Log.@Nullable Head end(Segment segment) throws IOException {
        try (DiskFile file = segment.directory().open(segment.name(), Disk.Mode.READ)) {
            long size = file.size();
            if (size < SegmentHeader.BYTES + 4) {
                return null;
            }
            ByteBuffer four = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
            file.readFully(four, size - 4);
            int length = four.getInt(0);
            if (length < 0 || length > size - SegmentHeader.BYTES) {
                return null;
            }
            byte[] block = new byte[length];
            file.readFully(ByteBuffer.wrap(block), size - length);
            BlockHeader header = new BlockParser().check(block, 0, length);
            return new Log.Head(
                    header.lastPosition(),
                    BlockParser.hashAt(block, 0, length),
                    header.recordedAtMicros());
        } catch (MalformedBlock e) {
            return null;
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
            while (stop == null && walk.next() < walk.fileSize()) {
                try {
                    walk.step(walk.fileSize());
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
