package alchemist.logfile;

import alchemist.log.BlockHeader;
import alchemist.log.BlockParser;
import alchemist.log.CorruptLog;
import alchemist.log.Disk;
import alchemist.log.DiskFile;
import alchemist.log.Log;
import alchemist.log.LogException;
import alchemist.log.MalformedBlock;
import alchemist.log.NoSuchLog;
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
 * @param damage what ends the extent before its time
 */
record Recovery(Extent extent, long lastBlock, long tornBytes, @Nullable CorruptLog damage) {
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
                return scan(whole.subList(0, i + 1), before, gap(whole.get(i), next));
            }
            before = end;
        }
        Recovery found = scan(whole, before, segments.damage());
        CleanEnd cleanEnd = CleanEnd.read(directory);
        if (found.damage == null && cleanEnd != null && !cleanEnd.isIn(found.extent.head())) {
            return found.damagedBy(
                    "the log was closed with position "
                            + cleanEnd.position()
                            + ", but it ends with position "
                            + found.extent.head().position());
        }
        return found;
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

    private static CorruptLog gap(Segment segment, Segment next) {
        return next.corrupt(
                32,
                "the segment does not follow "
                        + segment.name()
                        + "; perhaps a file between them is missing");
    }

    /** Walks over the last of some segments. What it finds there comes before later damage. */
    private static Recovery scan(
            List<Segment> segments, Log.Head before, @Nullable CorruptLog later)
            throws IOException, LogException {
        Segment segment = segments.getLast();
        try (SegmentWalk walk = SegmentWalk.begin(segment, before)) {
            long lastBlock = -1;
            CorruptLog stop = null;
            long size = walk.fileSize();
            try {
                while (walk.step(size)) {
                    lastBlock = walk.offset();
                }
            } catch (CorruptLog e) {
                stop = e;
            }
            if (lastBlock < 0 && segment.first()) {
                throw stop != null ? stop : segment.corrupt(walk.next(), "there is no first block");
            }
            Extent extent = new Extent(List.copyOf(segments), walk.next(), walk.head());
            if (stop == null) {
                return new Recovery(extent, lastBlock, 0, later);
            }
            Tail tail = Tail.read(walk, size);
            boolean damaged = tail.bytes() > 0 && (later != null || tail.isDamage(walk.head()));
            CorruptLog damage = damaged ? stop : later;
            return new Recovery(extent, lastBlock, damage == null ? tail.bytes() : 0, damage);
        }
    }

    private Recovery damagedBy(String reason) {
        CorruptLog lost = extent.last().corrupt(extent.end(), reason);
        return new Recovery(extent, lastBlock, 0, lost);
    }
}
