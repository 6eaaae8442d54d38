package alchemist.engine.workspace;

import alchemist.engine.stream.Commits;
import alchemist.engine.stream.Follower;
import alchemist.engine.thread.Running;
import alchemist.log.LogException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Makes a snapshot after so many events, as soon as the workspace is quiet, or at the latest after
 * several times as many. It folds a copy of its own from the last snapshot, so the writer never
 * stops for it. The longer the log, the more events lie between two snapshots, so that all of them
 * together cost no more than a few passes over it.
 */
final class Snapshotter {
    private static final System.Logger LOGGER = System.getLogger(Snapshotter.class.getName());
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final int AT_LATEST_TIMES = 16;

    /** A snapshot is worth it when at least this part of the log has come since the last. */
    private static final int AT_LEAST_PART = 16;

    private final Restorer<?> restorer;
    private final Commits commits;
    private final long everyEvents;
    private final String name;
    private @Nullable Running thread;
    private volatile boolean stopping;
    private volatile Follower waiting;

    Snapshotter(String name, Restorer<?> restorer, Commits commits, long everyEvents) {
        this.restorer = restorer;
        this.commits = commits;
        this.everyEvents = everyEvents;
        this.waiting = commits.follow(due(1) - 1);
        this.name = name;
    }

    void start() {
        thread = commits.threads().start(name + "-snapshots", this::run);
    }

    void stop() {
        stopping = true;
        waiting.wake();
        if (thread != null) {
            thread.join();
        }
    }

    private void run() {
        try {
            while (!stopping && !waiting.isAtEnd()) {
                if (waiting.next() != null) {
                    awaitQuiet();
                    saveCopy();
                }
            }
        } catch (InterruptedException _) {
            // Nobody does; snapshots are only a cache.
        } catch (LogException | UnknownFact | RuntimeException e) {
            LOGGER.log(System.Logger.Level.WARNING, "no more snapshots are made", e);
        } finally {
            waiting.close();
        }
    }

    private void awaitQuiet() throws InterruptedException, LogException {
        long latest = due(AT_LATEST_TIMES);
        while (!stopping && waiting.position() < latest && waiting.next(QUIET) != null) {
            // Something came; it is not quiet yet.
        }
    }

    private void saveCopy() throws LogException, UnknownFact {
        if (!stopping) {
            restorer.saveCopy();
            waiting.close();
            waiting = commits.follow(Math.max(due(1) - 1, commits.position()));
        }
    }

    private long due(int times) {
        long saved = restorer.saved();
        return saved + Math.max(everyEvents, saved / AT_LEAST_PART) * times;
    }
}
