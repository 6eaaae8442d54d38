package alchemist.logfile;

import alchemist.log.Disk;
import alchemist.log.Log;
import alchemist.log.LogException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The numbers of a log that lies in files. To count blocks it reads all of it.
 *
 * @param segments each file's own numbers, in order
 * @param blocks how many
 * @param events how many
 * @param blockBytes of all blocks; the files have headers and zeros besides
 * @param fileBytes of all segment files
 * @param firstRecordedAtMicros of the first block, µs since 1970-01-01T00:00:00Z
 * @param head the end of the log, with the last block's hash and time
 */
public record LogStat(
        List<SegmentStat> segments,
        long blocks,
        long events,
        long blockBytes,
        long fileBytes,
        long firstRecordedAtMicros,
        Log.Head head) {
    /**
     * The numbers of one file.
     *
     * @param name of the file
     * @param firstPosition of the first event in it
     * @param blocks how many
     * @param events how many
     * @param blockBytes of its blocks
     * @param fileBytes of the file
     */
    public record SegmentStat(
            String name,
            long firstPosition,
            long blocks,
            long events,
            long blockBytes,
            long fileBytes) {}

    /** How many bytes of blocks an event takes with its share of everything; 0 without events. */
    public double bytesPerEvent() {
        return events == 0 ? 0 : (double) blockBytes / events;
    }

    /**
     * Counts what is in the log in a directory; it may run beside the process that writes.
     *
     * @throws alchemist.log.NoSuchLog when there is none
     * @throws alchemist.log.CorruptLog when it comes to damage; {@link LogVerify} finds all of it
     */
    public static LogStat of(Disk disk, Path path) throws LogException {
        LogDirectory directory = new LogDirectory(disk, path);
        try {
            return of(Recovery.of(directory));
        } catch (IOException e) {
            throw directory.failure("could not read the log in", e);
        }
    }

    private static LogStat of(Recovery recovery) throws IOException, LogException {
        if (recovery.damage() != null) {
            throw recovery.damage();
        }
        List<SegmentStat> stats = new ArrayList<>();
        Extent extent = recovery.extent();
        Log.Head head = extent.segments().getFirst().before();
        long firstRecordedAt = 0;
        for (Segment segment : extent.segments()) {
            try (SegmentWalk walk = SegmentWalk.begin(segment, head)) {
                long size = walk.fileSize();
                long blocks = 0;
                long events = 0;
                while (walk.step(segment.equals(extent.last()) ? extent.end() : size)) {
                    if (stats.isEmpty() && blocks == 0) {
                        firstRecordedAt = walk.header().recordedAtMicros();
                    }
                    blocks++;
                    events += walk.header().events();
                }
                long bytes = walk.next() - SegmentHeader.BYTES;
                stats.add(
                        new SegmentStat(
                                segment.name(),
                                segment.firstPosition(),
                                blocks,
                                events,
                                bytes,
                                size));
                head = walk.head();
            }
        }
        return new LogStat(
                List.copyOf(stats),
                stats.stream().mapToLong(SegmentStat::blocks).sum(),
                stats.stream().mapToLong(SegmentStat::events).sum(),
                stats.stream().mapToLong(SegmentStat::blockBytes).sum(),
                stats.stream().mapToLong(SegmentStat::fileBytes).sum(),
                firstRecordedAt,
                head);
    }
}
