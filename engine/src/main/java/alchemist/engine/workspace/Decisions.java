package alchemist.engine.workspace;

import alchemist.engine.stream.Commits;
import alchemist.engine.thread.Running;
import alchemist.engine.thread.Threads;
import alchemist.engine.workspace.Answer.Refused;
import alchemist.engine.workspace.Answer.Why;
import alchemist.log.CorruptLog;
import alchemist.log.LogException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that decides in a workspace: the log is folded first, in the thread that then decides. So
 * what only reads need not wait for it; what is submitted meanwhile waits in the inbox. For any
 * thread.
 *
 * @param <S> the decider's state
 */
final class Decisions<S> {
    private final String name;
    private final Restorer<S> restorer;
    private final Function<Machine<S>, Writer<S>> writers;
    private final Inbox inbox;
    private final Delivery delivery;
    private final Commits commits;
    private final WorkspaceOptions options;
    private final CompletableFuture<@Nullable Void> ready = new CompletableFuture<>();
    private volatile @Nullable Writer<S> writer;
    private volatile @Nullable Refused unable;
    private @Nullable Snapshotter snapshotter;
    private @Nullable Running thread;

    /**
     * Nothing is decided before {@link #start}.
     *
     * @param writers makes the one who decides from what was folded
     */
    Decisions(
            String name,
            Restorer<S> restorer,
            Function<Machine<S>, Writer<S>> writers,
            Inbox inbox,
            Delivery delivery,
            Commits commits,
            WorkspaceOptions options) {
        this.name = name;
        this.restorer = restorer;
        this.writers = writers;
        this.inbox = inbox;
        this.delivery = delivery;
        this.commits = commits;
        this.options = options;
    }

    void start() {
        Threads threads = options.threads();
        thread = threads.start(name + "-writer", this::run);
    }

    /** Why nothing is decided, or null where it is, or will be as far as is known. */
    @Nullable Refused problem() {
        Writer<S> working = writer;
        return working == null ? unable : working.refusal();
    }

    /** Done when it is known whether anything will be decided. */
    CompletableFuture<@Nullable Void> ready() {
        return ready;
    }

    /** Waits until the inbox is closed, and all that was in it is answered. */
    void awaitEnd() {
        if (thread != null) {
            thread.join();
        }
    }

    /** Saves what it knows where that is worth it; after its end. */
    void close() {
        if (snapshotter != null) {
            snapshotter.stop();
        }
        Writer<S> ended = writer;
        if (ended != null) {
            ended.saveAtClose();
        }
    }

    private void run() {
        Writer<S> working = begin();
        ready.complete(null);
        if (working != null) {
            working.run();
        }
        inbox.close();
        refuseWhatWaits();
    }

    /** The one who decides, or null when nobody can; then it is known why. */
    private @Nullable Writer<S> begin() {
        try {
            Machine<S> machine = restorer.restore();
            if (restorer.keepsSnapshots()) {
                Snapshotter background =
                        new Snapshotter(name, restorer, inbox, commits, options.snapshotEvents());
                background.start();
                snapshotter = background;
            }
            Writer<S> working = writers.apply(machine);
            writer = working;
            return working;
        } catch (UnknownFact e) {
            unable = new Refused(Why.READ_ONLY, String.valueOf(e.getMessage()));
        } catch (CorruptLog e) {
            unable = new Refused(Why.READ_ONLY, canOnlyBeRead(name, e.getMessage()));
        } catch (LogException | RuntimeException | Error e) {
            String what = "the state of '" + name + "' could not be folded from its log: ";
            unable = new Refused(Why.FAILED, what + e);
        }
        return null;
    }

    static String canOnlyBeRead(String name, @Nullable String because) {
        String what = "the workspace '" + name + "' can only be read";
        return because == null || because.isEmpty() ? what : what + ": " + because;
    }

    private void refuseWhatWaits() {
        Refused refused = problem();
        List<Task> tasks = new ArrayList<>();
        while (refused != null && !inbox.isFinished()) {
            tasks.clear();
            tasks = inbox.take(tasks);
            for (Task task : tasks) {
                task.refuse(0, refused, delivery);
            }
        }
    }
}
