package alchemist.engine.workspace;

import alchemist.engine.stream.Commits;
import alchemist.engine.stream.Follower;
import alchemist.engine.thread.Running;
import alchemist.log.LogException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Makes a snapshot after so many events, as soon as the workspace is quiet, or at the latest after
 * several times as many. The writer hands over its state at the end of a block, and goes on. The
 * longer the log, the more events lie between two snapshots, so that all of them together are no
 * longer than a few of the last.
 */
final class Snapshotter {
    private static final System.Logger LOGGER = System.getLogger(Snapshotter.class.getName());
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final int AT_LATEST_TIMES = 16;

    /** A snapshot is worth it when at least this part of the log has come since the last. */
    private static final int AT_LEAST_PART = 16;

    private final Restorer<?> restorer;
    private final Inbox inbox;
    private final Commits commits;
    private final long everyEvents;
    private final String name;
    private @Nullable Running thread;
    private volatile boolean stopping;
    private volatile Follower waiting;

    Snapshotter(String name, Restorer<?> restorer, Inbox inbox, Commits commits, long everyEvents) {
        this.restorer = restorer;
        this.inbox = inbox;
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
                    save();
                }
            }
        } catch (InterruptedException _) {
            // Nobody does; snapshots are only a cache.
        } catch (LogException | RuntimeException e) {
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

    private void save() {
        Task.Freeze task = new Task.Freeze(new CompletableFuture<>());
        if (stopping || inbox.offer(task) != Inbox.Admission.ADMITTED) {
            return;
        }
        Frozen frozen = commits.threads().join(task.frozen());
        if (frozen != null) {
            restorer.save(frozen);
            waiting.close();
            waiting = commits.follow(Math.max(due(1) - 1, commits.position()));
        }
    }

    private long due(int times) {
        long saved = restorer.saved();
        return saved + Math.max(everyEvents, saved / AT_LEAST_PART) * times;
    }
}
