package alchemist.logfile;

import alchemist.log.BlockCursor;
import alchemist.log.BlockHeader;
import alchemist.log.CommitBlock;
import alchemist.log.CorruptLog;
import alchemist.log.Log;
import alchemist.log.LogException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Reads the blocks of a {@link FileLog}, each segment through its own open file. */
final class FileCursor implements BlockCursor {
    /** Where a cursor learns how far it may read. */
    interface Source {
        Extent extent();

        /** Whether another process may write to the log. */
        boolean isWrittenElsewhere();

        /** Looks whether another process has written more; answers the new extent, or null. */
        @Nullable Extent look() throws LogException;

        /** Hears of damage that a cursor came to. */
        void found(CorruptLog damage);
    }

    private final LogDirectory directory;
    private final Source source;
    private final long after;

    private int ordinal;
    private @Nullable SegmentWalk walk;
    private Log.@Nullable Head previous;
    private boolean closed;

    FileCursor(LogDirectory directory, Source source, long after) {
        if (after < 0) {
            throw new IllegalArgumentException("a position is at least 0, not " + after);
        }
        this.directory = directory;
        this.source = source;
        this.after = after;
        this.ordinal = source.extent().segmentOf(wanted());
    }

    private long wanted() {
        return after == Long.MAX_VALUE ? after : after + 1;
    }

    @Override
    public @Nullable CommitBlock next() throws LogException {
        if (closed) {
            throw new IllegalStateException("the cursor is closed");
        }
        try {
            CommitBlock block = nextIn(source.extent());
            if (block != null) {
                return block;
            }
            Extent later = source.look();
            return later == null ? null : nextIn(later);
        } catch (CorruptLog e) {
            source.found(e);
            throw e;
        } catch (IOException e) {
            throw directory.failure("could not read", e);
        }
    }

    private @Nullable CommitBlock nextIn(Extent extent) throws IOException, LogException {
        if (walk != null && source.isWrittenElsewhere()) {
            walk.reopen();
        }
        while (true) {
            boolean last = ordinal == extent.segments().size() - 1;
            SegmentWalk blocks = walk == null ? open(extent.segments().get(ordinal)) : walk;
            long limit = last ? extent.end() : blocks.fileSize();
            while (blocks.step(limit)) {
                if (isWanted(blocks.header())) {
                    return blocks.block();
                }
            }
            if (last) {
                return null;
            }
            previous = blocks.head();
            blocks.close();
            walk = null;
            ordinal++;
        }
    }

    private SegmentWalk open(Segment segment) throws IOException, LogException {
        SegmentWalk opened =
                previous == null
                        ? SegmentWalk.from(segment, wanted())
                        : SegmentWalk.begin(segment, previous);
        walk = opened;
        return opened;
    }

    private boolean isWanted(BlockHeader header) {
        return header.lastPosition() > after
                || (header.isFirst() && header.firstPosition() > after);
    }

    @Override
    public void close() {
        closed = true;
        try {
            if (walk != null) {
                walk.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not close a segment of " + directory, e);
        }
    }
}
