package alchemist.logfile;

import alchemist.log.BlockHeader;
import alchemist.log.CorruptLog;
import alchemist.log.Log;
import alchemist.log.MalformedBlock;
import alchemist.log.NewerFormat;
import org.jspecify.annotations.Nullable;

/**
 * One file of the log.
 *
 * @param directory that it is in
 * @param name of the file
 * @param header what it begins with
 * @param first whether it is the first of the log
 * @param index where its blocks are
 */
record Segment(
        LogDirectory directory,
        String name,
        SegmentHeader header,
        boolean first,
        SparseIndex index) {
    /** A segment that is about to be written. */
    static Segment of(LogDirectory directory, SegmentHeader header, boolean first) {
        String name = SegmentHeader.name(header.firstPosition());
        return new Segment(directory, name, header, first, new SparseIndex());
    }

    long firstPosition() {
        return header.firstPosition();
    }

    /** What the header says of the end of the segment before. */
    Log.Head before() {
        return Log.Head.before(header.firstPosition(), header.previous());
    }

    /** Whether the segment before may end like this. */
    boolean follows(Log.Head end) {
        return header.previous().equals(end.hash()) && firstPosition() == end.position() + 1;
    }

    /**
     * Whether a log that ends so, in this segment, has nothing in it but what it was given before
     * it had its name: no block, or the first block of the log. Only these have no event.
     */
    boolean isAsPublished(Log.Head end) {
        return end.position() < firstPosition();
    }

    /** The damage that it does not follow, because a file between is missing or was swapped. */
    CorruptLog gap(Log.@Nullable Head end) {
        String what =
                end == null
                        ? "the segment before it does not end with a whole block"
                        : "the segment before it ends with position "
                                + end.position()
                                + " and block "
                                + end.hash();
        return corrupt(
                32,
                "the segment begins after position "
                        + (firstPosition() - 1)
                        + " and block "
                        + header.previous()
                        + ", but "
                        + what
                        + "; perhaps a file between them is missing");
    }

    CorruptLog ofAnotherWorkspace() {
        return corrupt(16, "the segment belongs to another workspace, " + header.workspace());
    }

    /** That what is malformed in it was not written by a newer program. */
    void requireKnown(MalformedBlock e) throws NewerFormat {
        if (e.newerVersion() != 0) {
            throw new NewerFormat(directory.named(name), e.newerVersion(), BlockHeader.VERSION);
        }
    }

    CorruptLog corrupt(long offset, String reason) {
        return new CorruptLog(directory.named(name), offset, reason);
    }
}
