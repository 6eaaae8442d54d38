package alchemist.engine.stream;

import alchemist.log.LogException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One who follows the commits: first what was, from the log, then what comes, from memory; without
 * a gap and nothing twice. For one thread.
 */
public final class Follower implements AutoCloseable {
    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final Commits commits;
    private long position;
    private final boolean all;
    private @Nullable BacklogReader backlog;
    private volatile boolean woken;

    /**
     * Begins after a position.
     *
     * @param all whether it goes through all that is there already
     */
    Follower(Commits commits, long afterPosition, boolean all) {
        this.commits = commits;
        this.position = afterPosition;
        this.all = all;
        this.backlog = all ? commits.read(afterPosition) : null;
    }

    /** The last position that was given out, or where it began. */
    public long position() {
        return position;
    }

    /**
     * The next batch; waits until there is one. The first may hold events up to the position where
     * it began.
     *
     * @return null when nothing more will come, or {@link #wake} was called
     */
    public @Nullable Batch next() throws InterruptedException, LogException {
        return next(FOR_EVER);
    }

    /** The next batch, or null when there was none in this time or {@link #wake} was called. */
    public @Nullable Batch next(Duration timeout) throws InterruptedException, LogException {
        Batch batch = poll();
        if (batch == null) {
            commits.await(this, timeout);
            batch = poll();
        }
        return batch;
    }

    /** Ends waiting, now or the next time; the only method for other threads. */
    public void wake() {
        woken = true;
        commits.wake();
    }

    /** Whether nothing more will come than what is there. */
    public boolean isAtEnd() {
        return commits.isClosed() && position >= commits.position();
    }

    /** Writes nothing where there is none: one that comes just now would be lost. */
    boolean takeWakeUp() {
        if (!woken) {
            return false;
        }
        woken = false;
        return true;
    }

    /** The next batch if there is one now, or null. */
    public @Nullable Batch poll() throws LogException {
        if (position >= commits.position()) {
            return null;
        }
        Batch batch = commits.find(position);
        if (batch == null) {
            batch = read();
        } else {
            close();
        }
        if (batch != null) {
            position = batch.lastPosition();
        }
        return batch;
    }

    private @Nullable Batch read() throws LogException {
        BacklogReader open = backlog;
        if (open == null) {
            open = all ? commits.read(position) : commits.backlog().readAlone(position);
            backlog = open;
        }
        return open.next();
    }

    @Override
    public void close() {
        BacklogReader open = backlog;
        if (open != null) {
            backlog = null;
            open.close();
        }
    }
}
