package alchemist.engine.workspace;

import alchemist.engine.stream.Commits;
import alchemist.engine.stream.Follower;
import alchemist.engine.thread.Uninterruptibly;
import alchemist.log.LogException;

/**
 * Makes a snapshot each time that so many events were committed. It folds a copy of its own from
 * the last snapshot, so the writer never stops for it.
 */
final class Snapshotter {
    private static final System.Logger LOGGER = System.getLogger(Snapshotter.class.getName());

    private final Restorer<?> restorer;
    private final Commits commits;
    private final long everyEvents;
    private final Thread thread;
    private volatile boolean stopping;
    private volatile Follower waiting;

    Snapshotter(String name, Restorer<?> restorer, Commits commits, long everyEvents) {
        this.restorer = restorer;
        this.commits = commits;
        this.everyEvents = everyEvents;
        this.waiting = commits.follow(due());
        this.thread = Thread.ofPlatform().daemon().name(name + "-snapshots").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void stop() {
        stopping = true;
        waiting.wake();
        Uninterruptibly.join(thread);
    }

    private long due() {
        return restorer.saved() + everyEvents - 1;
    }

    private void run() {
        try {
            while (!stopping && !waiting.isAtEnd()) {
                boolean isDue = waiting.next() != null;
                waiting.close();
                if (isDue && !stopping) {
                    restorer.saveCopy();
                    waiting = commits.follow(Math.max(due(), commits.position()));
                }
            }
        } catch (InterruptedException _) {
            // Nobody does; snapshots are only a cache.
        } catch (LogException | UnknownFact | RuntimeException e) {
            LOGGER.log(System.Logger.Level.WARNING, "no more snapshots are made", e);
        }
    }
}
