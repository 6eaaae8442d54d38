package alchemist.logfile;

import alchemist.log.Disk;
import alchemist.log.Log;
import alchemist.log.LogException;
import alchemist.log.WorkspaceId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose a log is and where it ends, found with a few reads where it was closed in order; else its
 * last segment is read, as for opening it. What is damaged before its end is not noticed.
 *
 * @param workspace whose log it is
 * @param position of the last event
 */
public record LogGlance(WorkspaceId workspace, long position) {
    /**
     * Looks at the log in a directory; it may run beside the process that writes.
     *
     * @throws alchemist.log.NoSuchLog when there is none
     * @throws alchemist.log.CorruptLog when even its beginning is damaged
     * @throws alchemist.log.NewerFormat when a newer program has written it
     */
    public static LogGlance of(Disk disk, Path path) throws LogException {
        LogDirectory directory = new LogDirectory(disk, path);
        try {
            LogGlance glance = closed(directory);
            return glance != null ? glance : read(Recovery.of(directory));
        } catch (IOException e) {
            throw directory.failure("could not look at the log in", e);
        }
    }

    /** Whether a file is a part of a log, by its name. */
    public static boolean isPart(String file) {
        return file.endsWith(SegmentHeader.SUFFIX) || file.equals(CleanEnd.NAME);
    }

    private static LogGlance read(Recovery recovery) {
        Extent extent = recovery.extent();
        return new LogGlance(extent.last().header().workspace(), extent.head().position());
    }

    /** What a log says that ends with the very block with which it was closed, or null. */
    private static @Nullable LogGlance closed(LogDirectory directory)
            throws IOException, LogException {
        CleanEnd end = CleanEnd.read(directory);
        List<String> names = Segments.names(directory);
        if (end == null || names.isEmpty()) {
            return null;
        }
        requireBeginning(directory, names.getFirst());
        SegmentHeader header = SegmentHeader.read(directory, names.getLast());
        Segment last = Segment.of(directory, header, names.size() == 1);
        Log.Head found = Recovery.end(last);
        return found != null
                        && found.position() == end.position()
                        && found.hash().equals(end.hash())
                ? new LogGlance(header.workspace(), end.position())
                : null;
    }

    /** Without its first block a log cannot be opened at all. */
    private static void requireBeginning(LogDirectory directory, String name)
            throws IOException, LogException {
        Segment first = Segment.of(directory, SegmentHeader.read(directory, name), true);
        try (SegmentWalk walk = SegmentWalk.begin(first, first.before())) {
            if (!walk.step(walk.fileSize())) {
                throw first.corrupt(walk.next(), "there is no first block");
            }
        }
    }
}
