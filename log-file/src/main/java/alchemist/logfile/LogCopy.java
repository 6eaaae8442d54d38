package alchemist.logfile;

import alchemist.log.BlockCursor;
import alchemist.log.BlockCut;
import alchemist.log.BlockParser;
import alchemist.log.CommitBlock;
import alchemist.log.CorruptLog;
import alchemist.log.Disk;
import alchemist.log.Log;
import alchemist.log.LogException;
import alchemist.log.MalformedBlock;
import alchemist.log.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a log in a directory of its own: a backup that grows, or a log that is put back. It is
 * a log like any other, block by block the same, so everything that reads and checks a log does so
 * with a copy.
 *
 * <p>Its segments get their names when they are whole and durable; one that is small is replaced by
 * one that has more. So a crash leaves what was there before or more of it, and never a part of a
 * block. Copying goes on beside the process that writes the log. For one thread; nobody else may
 * write to the copy meanwhile.
 */
public final class LogCopy {
    /**
     * A last segment that is not this part of a full one is written again with what is new, so that
     * there are not many.
     */
    private static final int SMALL_PART = 16;

    private final Log from;
    private final LogDirectory to;
    private final long segmentBytes;
    private final BlockParser parser = new BlockParser();

    private LogCopy(Log from, LogDirectory to, long segmentBytes) {
        this.from = from;
        this.to = to;
        this.segmentBytes = segmentBytes;
    }

    /**
     * What was done.
     *
     * @param before where the copy ended before, or nothing when it was begun
     * @param head where it ends now
     * @param isPrefix whether it has the same blocks; else its last one was cut, and has a hash of
     *     its own
     */
    public record Result(Log.@Nullable Head before, Log.Head head, boolean isPrefix) {}

    /** A copy cannot go on: it is of another log, or has more than that; nothing was changed. */
    public static final class NotOfThisLog extends Exception {
        private static final long serialVersionUID = 1;

        NotOfThisLog(String message) {
            super(message);
        }
    }

    /**
     * Goes on with a copy, or begins it, up to a position. Every block is checked wholly before it
     * is written.
     *
     * @param path of the copy; it is made when it is missing
     * @param until the last position that is wanted; a command must end there
     * @throws IllegalArgumentException when no command ends there; the message says which do
     * @throws CorruptLog when the log or the copy is damaged; it names the file and the offset
     */
    public static Result run(Log from, Disk disk, Path path, long until, long segmentBytes)
            throws LogException, NotOfThisLog {
        LogDirectory to = new LogDirectory(disk, path);
        try {
            disk.createDirectories(path);
            return new LogCopy(from, to, segmentBytes).run(until);
        } catch (IOException e) {
            throw to.failure("could not write the copy of a log in", e);
        }
    }

    private Result run(long until) throws IOException, LogException, NotOfThisLog {
        to.removeUnfinished();
        Recovery copied = Segments.names(to).isEmpty() ? null : copied();
        Log.Head before = copied == null ? null : copied.extent().head();
        if (copied != null && before != null) {
            requireSame(copied.origin(), before, until);
            if (before.position() == until && copied.settled()) {
                return new Result(before, before, requireBlock(before));
            }
        }
        Progress progress = new Progress(begin(copied), before, until);
        try (BlockCursor cursor = from.read(Math.max(0, progress.at.position()))) {
            CommitBlock block = next(cursor);
            while (block != null) {
                progress.add(block);
                block = progress.at.position() < until ? next(cursor) : null;
            }
            progress.publish();
        } finally {
            progress.close();
        }
        new CleanEnd(progress.at.position(), progress.at.hash()).write(to);
        return new Result(before, progress.at, progress.isPrefix);
    }

    private Recovery copied() throws IOException, LogException {
        Recovery copied = Recovery.of(to);
        if (copied.damage() != null) {
            throw copied.damage();
        }
        if (copied.tornBytes() > 0) {
            throw copied.extent().last().corrupt(copied.extent().end(), "no copy ends like this");
        }
        return copied;
    }

    private void requireSame(Origin origin, Log.Head before, long until) throws NotOfThisLog {
        if (!origin.equals(from.origin())) {
            throw new NotOfThisLog(
                    to + " has a copy of another log, of workspace " + origin.workspace());
        }
        if (before.position() > until) {
            throw new NotOfThisLog(
                    to
                            + " ends with position "
                            + before.position()
                            + ", after "
                            + until
                            + ": it has more than the log and was left as it is");
        }
    }

    /**
     * The log must have the block that the copy ends with.
     *
     * @return whether it has it as it is; else the copy ends where it was cut
     */
    private boolean requireBlock(Log.Head end) throws LogException, NotOfThisLog {
        try (BlockCursor cursor = from.read(Math.max(0, end.position() - 1))) {
            CommitBlock block = cursor.next();
            while (block != null && block.lastPosition() < end.position()) {
                block = cursor.next();
            }
            requireBlock(end, block);
            return block != null && block.lastPosition() == end.position();
        }
    }

    /** A block that goes on after the end of the copy must begin with what the copy has of it. */
    private void requireBlock(Log.Head end, @Nullable CommitBlock block) throws NotOfThisLog {
        boolean comparable = block != null && BlockCut.isCommandsEnd(block, end.position());
        if (block == null
                || !comparable
                || !Log.Head.of(BlockCut.upTo(block, end.position())).equals(end)) {
            throw new NotOfThisLog(
                    to
                            + " has another block at position "
                            + end.position()
                            + " than the log: their histories differ from there or before; it was"
                            + " left as it is, make the copy in another place");
        }
    }

    /** Where the segment that is written first begins. */
    private SegmentHeader begin(@Nullable Recovery copied) {
        Origin origin = from.origin();
        if (copied == null) {
            return new SegmentHeader(
                    origin.workspace(), origin.firstPosition(), origin.parentBlock());
        }
        Extent extent = copied.extent();
        boolean small = extent.end() < segmentBytes / SMALL_PART || copied.isAsPublished();
        // Without the witness the last run has failed, perhaps before the segment's name was
        // durable; only a new one is certain to be.
        return small || !copied.settled()
                ? extent.last().header()
                : new SegmentHeader(
                        origin.workspace(), extent.head().position() + 1, extent.head().hash());
    }

    private @Nullable CommitBlock next(BlockCursor cursor) throws LogException {
        CommitBlock block = cursor.next();
        if (block != null) {
            try {
                parser.verify(block);
            } catch (MalformedBlock e) {
                throw new CorruptLog(
                        "the log of workspace " + from.origin().workspace(),
                        0,
                        "in the block at position "
                                + block.firstPosition()
                                + ", "
                                + e.getMessage());
            }
        }
        return block;
    }

    /** What is written, from the beginning of a segment on. */
    private final class Progress {
        private final Log.@Nullable Head before;
        private final long until;
        private SegmentCopy segment;
        private Log.Head at;
        private boolean isPrefix = true;

        /** Whether what is written now has all that the copy had before. */
        private boolean beyond;

        Progress(SegmentHeader first, Log.@Nullable Head before, long until) throws IOException {
            this.before = before;
            this.until = until;
            this.at = Log.Head.before(first.firstPosition(), first.previous());
            this.beyond = before == null || at.hash().equals(before.hash());
            this.segment = new SegmentCopy(to, first);
        }

        void add(CommitBlock whole) throws IOException, NotOfThisLog {
            CommitBlock block = cut(whole);
            String reason = at.whyNotNext(block.header());
            if (reason != null) {
                throw new NotOfThisLog(to + " does not go on as the log does: " + reason);
            }
            // What is replaced is replaced as a whole.
            if (beyond
                    && segment.hasBlocks()
                    && segment.lengthBytes() + block.lengthBytes() > segmentBytes) {
                segment.publish();
                segment =
                        new SegmentCopy(
                                to,
                                new SegmentHeader(
                                        from.origin().workspace(),
                                        block.firstPosition(),
                                        block.previous()));
            }
            segment.write(block);
            at = Log.Head.of(block);
            if (!beyond && before != null && at.position() >= before.position()) {
                requireBlock(before, block);
                beyond = true;
            }
        }

        private CommitBlock cut(CommitBlock block) {
            if (block.lastPosition() <= until) {
                return block;
            }
            if (!BlockCut.isCommandsEnd(block, until)) {
                throw new IllegalArgumentException(
                        "no command ends at position "
                                + until
                                + ": the one before ends at "
                                + BlockCut.commandsEndAtOrBefore(block, until));
            }
            isPrefix = false;
            return BlockCut.upTo(block, until);
        }

        void publish() throws IOException {
            if (at.position() != until) {
                throw new IllegalArgumentException(
                        "the log ends with position " + at.position() + ", before " + until);
            }
            segment.publish();
        }

        void close() throws IOException {
            Objects.requireNonNull(segment).close();
        }
    }
}
