package alchemist.engine.view;

import alchemist.engine.snapshot.Handover;
import alchemist.engine.snapshot.SnapshotStore;
import alchemist.engine.snapshot.SnapshotStore.Snapshot;
import alchemist.engine.stream.Ahead;
import alchemist.engine.stream.Batch;
import alchemist.engine.stream.Commits;
import alchemist.engine.stream.Follower;
import alchemist.engine.thread.Running;
import alchemist.kernel.Envelope;
import alchemist.kernel.View;
import alchemist.kernel.schema.UnknownEvent;
import alchemist.log.Hash;
import alchemist.log.LogException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One copy of a view, folded by a thread of its own for as long as it is wanted. */
final class Folding<V extends View> {
    private static final System.Logger LOGGER = System.getLogger(Folding.class.getName());

    /** Without anything to fold for so long; having caught up for a moment is no reason to stop. */
    private static final Duration QUIET = Duration.ofSeconds(1);

    private static final Duration FOR_EVER = Duration.ofDays(365);

    /** A checkpoint is worth it when at least this part of the log has come since the last. */
    private static final int AT_LEAST_PART = 4;

    private final V view;
    private final Parking parking = new Parking();
    private final Commits commits;
    private final Follower follower;
    private final @Nullable SnapshotStore checkpoints;
    private final ViewOptions options;
    private final Progress<V> progress;
    private volatile @Nullable Running thread;

    private final Ahead ahead = new Ahead();
    private long position;
    private Hash hash;
    private long saved;
    private @Nullable Running saving;
    private volatile boolean keepsCheckpoints;
    private volatile boolean stopping;
    private volatile @Nullable String problem;

    /** Hears how far a folding is; called by its thread. */
    interface Progress<V extends View> {
        void published(Folding<V> folding, long position);

        void stalled(Folding<V> folding);
    }

    private Folding(
            V view,
            long position,
            Hash hash,
            Commits commits,
            @Nullable SnapshotStore checkpoints,
            ViewOptions options,
            Progress<V> progress) {
        this.view = view;
        this.position = position;
        this.saved = position;
        this.hash = hash;
        this.commits = commits;
        this.follower = commits.followAll(position);
        this.checkpoints = checkpoints;
        this.options = options;
        this.progress = progress;
    }

    /** Begins before the first event. */
    static <V extends View> Folding<V> fresh(
            V view,
            Commits commits,
            @Nullable SnapshotStore checkpoints,
            ViewOptions options,
            Progress<V> progress) {
        long before = commits.log().origin().parentPosition();
        return new Folding<>(view, before, Hash.ZERO, commits, checkpoints, options, progress);
    }

    /**
     * Begins with the newest checkpoint that can be read and lacks no event: what could not be
     * folded is tried again in its place, as this program may be a mended or newer one.
     */
    static <V extends View> Folding<V> restored(
            Supplier<? extends V> make,
            Commits commits,
            @Nullable SnapshotStore checkpoints,
            ViewOptions options,
            Progress<V> progress)
            throws LogException {
        long before = Long.MAX_VALUE;
        while (checkpoints != null) {
            Snapshot snapshot = checkpoints.newestBefore(commits.log(), before).orElse(null);
            if (snapshot == null) {
                break;
            }
            V view = make.get();
            try (snapshot) {
                if (!Parking.load(snapshot.content()).events().isEmpty()) {
                    before = snapshot.position();
                    continue;
                }
                view.load(snapshot.content());
                return new Folding<>(
                        view,
                        snapshot.position(),
                        snapshot.hash(),
                        commits,
                        checkpoints,
                        options,
                        progress);
            } catch (RuntimeException e) {
                LOGGER.log(
                        System.Logger.Level.WARNING,
                        "the checkpoint of view '"
                                + view.name()
                                + "' cannot be read; it is folded"
                                + " again",
                        e);
                before = snapshot.position();
            }
        }
        return fresh(make.get(), commits, checkpoints, options, progress);
    }

    V view() {
        return view;
    }

    List<ParkedEvent> parked() {
        return parking.events();
    }

    /** Why it goes on no more, or null. */
    @Nullable String problem() {
        return problem;
    }

    void start() {
        thread = commits.threads().start("view-" + view.name(), this::run);
    }

    /** From now on it is this one whose checkpoints are kept. */
    void keepCheckpoints() {
        keepsCheckpoints = true;
    }

    /** Ends it, with a checkpoint where that is worth it, and waits for that. */
    void stop() {
        abandon();
        Running started = thread;
        if (started != null) {
            started.join();
        }
    }

    /** Ends it when it next looks up, without a checkpoint: another is there in its place. */
    void giveWay() {
        keepsCheckpoints = false;
        abandon();
    }

    /** Ends it when it next looks up. */
    void abandon() {
        stopping = true;
        follower.wake();
    }

    private void run() {
        try {
            publish();
            Duration patience = QUIET;
            while (!stopping && !follower.isAtEnd()) {
                // One wait a turn: it may be ended by a wake-up, and what that is for is seen above
                // and below.
                Batch batch = follower.next(patience);
                if (batch != null) {
                    fold(batch);
                }
                checkpointAfter(
                        batch == null ? options.whenQuietEvents() : options.atLatestEvents());
                patience = batch == null ? FOR_EVER : QUIET;
            }
            awaitSaving();
            checkpointAfter(options.whenQuietEvents());
            awaitSaving();
        } catch (InterruptedException _) {
            stall("its thread was interrupted");
        } catch (LogException | RuntimeException | Error e) {
            LOGGER.log(System.Logger.Level.ERROR, "view '" + view.name() + "' stopped", e);
            stall(String.valueOf(e.getMessage() == null ? e : e.getMessage()));
        } finally {
            follower.close();
        }
    }

    private void stall(String why) {
        problem = why;
        progress.stalled(this);
    }

    private void fold(Batch batch) {
        List<Envelope> envelopes = batch.envelopes();
        for (int i = 0; i < envelopes.size(); i++) {
            if (ahead.isDue(i)) {
                ahead.ofEnvelopes(envelopes, i, view::lookAhead);
            }
            Envelope envelope = envelopes.get(i);
            if (envelope.position() > position) {
                fold(envelope);
                position = envelope.position();
            }
        }
        hash = batch.block().hash();
        publish();
    }

    private void fold(Envelope envelope) {
        Long blocker = parking.blocker(envelope.event());
        String reason = blocker == null ? apply(envelope) : "waits behind the event at " + blocker;
        if (reason != null) {
            if (parking.isFull()) {
                throw new IllegalStateException(
                        Parking.MAX
                                + " events are parked already, since position "
                                + parking.events().getFirst().position());
            }
            parking.park(envelope.position(), envelope.event(), reason);
        }
    }

    /** Folds one event; says why it cannot be, or null. */
    private @Nullable String apply(Envelope envelope) {
        if (envelope.event() instanceof UnknownEvent unknown) {
            return unknown.ignorable()
                    ? null
                    : "a newer program wrote '" + unknown.schema() + "', unknown to this one";
        }
        try {
            view.apply(envelope);
            return null;
        } catch (RuntimeException | StackOverflowError e) {
            LOGGER.log(
                    System.Logger.Level.WARNING,
                    "view '" + view.name() + "' parked the event at " + envelope.position(),
                    e);
            return e.toString();
        }
    }

    private void publish() {
        parking.publish();
        view.publish(position);
        progress.published(this, position);
    }

    private void checkpointAfter(long events) {
        SnapshotStore store = checkpoints;
        boolean busy = saving != null && saving.isAlive();
        if (store == null
                || !keepsCheckpoints
                || busy
                || !parking.events().isEmpty()
                || position - saved < Math.max(events, saved / AT_LEAST_PART)) {
            return;
        }
        Handover content = new Handover(commits.threads());
        long at = position;
        Hash blockHash = hash;
        saved = position;
        try {
            saving =
                    commits.threads()
                            .start(
                                    "checkpoint-" + view.name(),
                                    () -> save(store, at, blockHash, content));
            content.write(
                    out -> {
                        parking.save(out);
                        view.save(out);
                    });
        } catch (RuntimeException | VirtualMachineError e) {
            // It is only a cache, and no reason to answer no more.
            LOGGER.log(
                    System.Logger.Level.WARNING,
                    "view '" + view.name() + "' could not write its checkpoint at " + at,
                    e);
        }
    }

    private void save(SnapshotStore store, long at, Hash blockHash, Handover content) {
        try (content) {
            store.save(at, blockHash, content::read);
        } catch (IOException | CancellationException e) {
            LOGGER.log(
                    System.Logger.Level.WARNING,
                    "no checkpoint of view '" + view.name() + "' at " + at,
                    e);
        }
    }

    private void awaitSaving() {
        Running busy = saving;
        if (busy != null) {
            busy.join();
        }
    }
}
