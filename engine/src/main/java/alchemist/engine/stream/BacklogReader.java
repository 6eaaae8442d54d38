package alchemist.engine.stream;

import alchemist.log.BlockCursor;
import alchemist.log.CommitBlock;
import alchemist.log.LogException;
import org.jspecify.annotations.Nullable;

/**
 * One who goes through what a log holds after a position, without a gap and nothing twice. Together
 * with others it takes what was {@linkplain Backlog read ahead}; what is not there, and all that it
 * reads by itself, is read from the log. For one thread; to be closed.
 */
public final class BacklogReader implements AutoCloseable {
    private final Backlog backlog;
    private final boolean together;
    private @Nullable BlockCursor cursor;

    /** Changed by its thread alone; together, with the backlog's lock. */
    private long position;

    /** Whether it was too slow for the others; with the backlog's lock. */
    private boolean alone;

    BacklogReader(Backlog backlog, long after, boolean together) {
        this.backlog = backlog;
        this.position = after;
        this.together = together;
    }

    /**
     * The next batch; the first may hold events up to the position where it began.
     *
     * @return null when nothing more is in the log now
     */
    public @Nullable Batch next() throws LogException {
        Batch ahead = together ? backlog.take(this) : null;
        if (ahead != null) {
            closeCursor();
            return ahead;
        }
        Batch batch = read();
        if (batch != null && together) {
            backlog.passed(this, batch.lastPosition());
        } else if (batch != null) {
            position = batch.lastPosition();
        }
        return batch;
    }

    private @Nullable Batch read() throws LogException {
        BlockCursor open = cursor;
        if (open == null) {
            open = backlog.log().read(position);
            cursor = open;
        }
        CommitBlock block = open.next();
        while (block != null && block.lastPosition() <= position) {
            block = open.next();
        }
        return block == null ? null : Batch.read(block, backlog.contract());
    }

    long position() {
        return position;
    }

    void moveTo(long to) {
        position = to;
    }

    boolean isAlone() {
        return alone;
    }

    void leaveAlone() {
        alone = true;
    }

    void joinAgain() {
        alone = false;
    }

    @Override
    public void close() {
        closeCursor();
        if (together) {
            backlog.leave(this);
        }
    }

    private void closeCursor() {
        BlockCursor open = cursor;
        if (open != null) {
            cursor = null;
            open.close();
        }
    }
}
