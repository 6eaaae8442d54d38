package alchemist.engine.view;

import alchemist.engine.snapshot.SnapshotStore;
import alchemist.engine.snapshot.Snapshots;
import alchemist.engine.stream.Commits;
import alchemist.engine.thread.Monitor;
import alchemist.engine.thread.Threads;
import alchemist.kernel.View;
import alchemist.log.LogException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a view: keeps one copy of it folded up to what is committed, and answers with it. Another
 * copy can be folded beside it, from the beginning, and takes its place when it has caught up. For
 * any thread.
 *
 * @param <V> the view
 */
public final class ViewRunner<V extends View> implements AutoCloseable {
    private final Commits commits;
    private final Snapshots checkpoints;
    private final ViewOptions options;
    private final Threads threads;
    private final Monitor monitor;
    private final PositionGate gate;
    private final Folding.Progress<V> progress = new Reports();
    private Supplier<? extends V> make;
    private volatile Folding<V> answering;
    private @Nullable Folding<V> rebuilding;
    private @Nullable CompletableFuture<@Nullable Void> rebuilt;
    private boolean closed;

    private ViewRunner(
            Supplier<? extends V> make, Commits commits, Snapshots checkpoints, ViewOptions options)
            throws LogException {
        this.make = make;
        this.commits = commits;
        this.checkpoints = checkpoints;
        this.options = options;
        this.threads = commits.threads();
        this.monitor = threads.monitor();
        this.gate = new PositionGate(threads);
        V probe = make.get();
        SnapshotStore store = checkpoints.of(probe.name(), probe.version());
        this.answering = Folding.restored(make, commits, store, options, progress);
    }

    /**
     * Begins to run a view, from its newest checkpoint.
     *
     * @param make makes an empty copy
     */
    public static <V extends View> ViewRunner<V> start(
            Supplier<? extends V> make, Commits commits, Snapshots checkpoints, ViewOptions options)
            throws LogException {
        ViewRunner<V> runner = new ViewRunner<>(make, commits, checkpoints, options);
        runner.answering.keepCheckpoints();
        runner.answering.start();
        return runner;
    }

    /** The copy that answers now; ask again for each answer, since another may take its place. */
    public V view() {
        return answering.view();
    }

    /** The position that answers are true at; it never falls. */
    public long position() {
        return gate.position();
    }

    /**
     * Waits until answers are true at a position or later.
     *
     * @return false when the time was over first, or the view folds no more
     */
    public boolean atLeast(long position, Duration timeout) throws InterruptedException {
        return gate.await(position, timeout);
    }

    /** The events that are missing in answers, because they could not be folded. */
    public List<ParkedEvent> parked() {
        return answering.parked();
    }

    /** Why the view folds no more, or null when it does. */
    public @Nullable String problem() {
        return answering.problem();
    }

    /** Whether another copy is being folded to take the place of this one. */
    public boolean isRebuilding() {
        monitor.lock();
        try {
            return rebuilding != null;
        } finally {
            monitor.unlock();
        }
    }

    /** Folds the view again from the beginning; the old copy answers until it is done. */
    public CompletableFuture<@Nullable Void> rebuild() {
        monitor.lock();
        try {
            return rebuild(make);
        } finally {
            monitor.unlock();
        }
    }

    /**
     * Folds another version of the view from the beginning; the old one answers until it is done. A
     * rebuild that was under way is given up.
     *
     * @return done when the new copy answers; failed when it stopped before
     */
    public CompletableFuture<@Nullable Void> rebuild(Supplier<? extends V> other) {
        monitor.lock();
        try {
            return rebuildLocked(other);
        } finally {
            monitor.unlock();
        }
    }

    private CompletableFuture<@Nullable Void> rebuildLocked(Supplier<? extends V> other) {
        if (closed) {
            throw new IllegalStateException("the view '" + view().name() + "' is closed");
        }
        giveUpRebuild("another rebuild was asked for");
        V view = other.get();
        make = other;
        Folding<V> folding =
                Folding.fresh(
                        view,
                        commits,
                        checkpoints.of(view.name(), view.version()),
                        options,
                        progress);
        CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
        rebuilding = folding;
        rebuilt = done;
        folding.start();
        return done;
    }

    private void giveUpRebuild(String why) {
        Folding<V> folding = rebuilding;
        CompletableFuture<@Nullable Void> done = rebuilt;
        rebuilding = null;
        rebuilt = null;
        if (folding != null) {
            folding.abandon();
        }
        if (done != null) {
            // Whoever waits for it shall not run here, under the lock.
            threads.startVirtual(
                    "given-up", () -> done.completeExceptionally(new IllegalStateException(why)));
        }
    }

    /** Stops folding, with a last checkpoint where it is worth it. */
    @Override
    public void close() {
        monitor.lock();
        try {
            closed = true;
            giveUpRebuild("the view was closed");
        } finally {
            monitor.unlock();
        }
        answering.stop();
        gate.end(true);
    }

    /** Hears how far the copies are. */
    private final class Reports implements Folding.Progress<V> {
        @Override
        public void published(Folding<V> folding, long position) {
            monitor.lock();
            try {
                if (isSame(folding, answering)) {
                    gate.raise(position);
                } else if (isSame(folding, rebuilding) && position >= gate.position()) {
                    switchTo(folding, position);
                }
            } finally {
                monitor.unlock();
            }
        }

        @Override
        public void stalled(Folding<V> folding) {
            monitor.lock();
            try {
                if (isSame(folding, answering)) {
                    gate.end(true);
                } else if (isSame(folding, rebuilding)) {
                    giveUpRebuild("the rebuild stopped: " + folding.problem());
                }
            } finally {
                monitor.unlock();
            }
        }

        private void switchTo(Folding<V> folding, long position) {
            answering.giveWay();
            answering = folding;
            folding.keepCheckpoints();
            gate.end(false);
            gate.raise(position);
            CompletableFuture<@Nullable Void> done = rebuilt;
            rebuilding = null;
            rebuilt = null;
            if (done != null) {
                threads.startVirtual("rebuilt", () -> done.complete(null));
            }
        }

        @SuppressWarnings("ReferenceEquality") // copies are told apart, not compared
        private boolean isSame(Folding<V> one, @Nullable Folding<V> other) {
            return one == other;
        }
    }
}
