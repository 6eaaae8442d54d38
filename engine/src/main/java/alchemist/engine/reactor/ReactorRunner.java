package alchemist.engine.reactor;

import alchemist.engine.reactor.PositionFile.Mark;
import alchemist.engine.stream.Batch;
import alchemist.engine.stream.Follower;
import alchemist.engine.thread.Running;
import alchemist.engine.thread.Threads;
import alchemist.engine.workspace.Answer.Refused;
import alchemist.engine.workspace.Workspace;
import alchemist.kernel.Command;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Envelope;
import alchemist.kernel.Id;
import alchemist.kernel.Reactor;
import alchemist.kernel.Submission;
import alchemist.log.Disk;
import alchemist.log.Log;
import alchemist.log.LogException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Gives a reactor every durable event once, in order, and submits its commands.
 *
 * <p>What a reactor has done is known from the log: its commands' client derives from its name, and
 * their number from the event and the command's place. So an event that is delivered again is
 * answered as a duplicate. A file remembers the position, only to spare looking at old events; when
 * it is lost, or of what the log was before it was put back to an earlier position, the reactor
 * goes back as far as there can have been commands that were sent together with its last one, since
 * of those some may have been refused. Rebuilding a view or a state never comes here.
 */
public final class ReactorRunner implements AutoCloseable {
    /** How many commands one event may call for. */
    public static final int MAX_COMMANDS = 1023;

    private static final int SAVED_EVERY_EVENTS = 10_000;
    private static final System.Logger LOGGER = System.getLogger(ReactorRunner.class.getName());

    private final Reactor reactor;
    private final Workspace workspace;
    private final Id client;
    private final PositionFile file;
    private final long since;
    private final boolean isRemembered;
    private final Threads threads;
    private final Submitter submitter;
    private @Nullable Running thread;
    private volatile @Nullable Follower follower;
    private volatile long position;

    /** The last block of which all is done; null as long as it is none that was seen. */
    private @Nullable Mark done;

    private long saved;
    private volatile @Nullable String problem;

    private ReactorRunner(Reactor reactor, Workspace workspace, PositionFile file, long since) {
        this.reactor = reactor;
        this.workspace = workspace;
        this.client = clientOf(reactor.name());
        this.file = file;
        this.since = Math.min(since, workspace.position());
        long known = remembered(reactor, file, workspace.commits().log());
        this.isRemembered = known >= 0;
        this.position = Math.max(0, known);
        this.saved = position;
        this.threads = workspace.commits().threads();
        this.submitter = new Submitter(workspace);
    }

    /**
     * Begins to run a reactor where it stopped.
     *
     * @param directory of the files that remember positions
     * @param since the position after which it reacts when it has never run here: 0 to react to all
     *     that happened, the present one to let the past rest
     */
    public static ReactorRunner start(
            Reactor reactor, Workspace workspace, Disk disk, Path directory, long since) {
        PositionFile file = new PositionFile(disk, directory, reactor.name());
        ReactorRunner runner = new ReactorRunner(reactor, workspace, file, since);
        runner.start();
        return runner;
    }

    /**
     * Behind which position, by the log alone, there may be commands that were not accepted. The
     * workspace answers once its log is folded.
     */
    private long positionByLog() {
        long settled = threads.join(workspace.sequenceBeforeLast(client, Submitter.MAX_TOGETHER));
        if (settled > 0) {
            return Math.min(eventOf(settled) - 1, workspace.position());
        }
        long last = threads.join(workspace.lastSequence(client));
        return last == 0 ? since : Math.min(since, eventOf(last) - 1);
    }

    private static long eventOf(long sequence) {
        return (sequence - 1) / (MAX_COMMANDS + 1);
    }

    /**
     * What the file says, or -1 for nothing: one that cannot be read is as good as lost, and so is
     * one of another history. At the position of that there are other events now, and what was done
     * about those before it may be gone.
     */
    private static long remembered(Reactor reactor, PositionFile file, Log log) {
        try {
            Mark mark = file.read().orElse(null);
            return mark != null && mark.hash().equals(log.hashAt(mark.position()))
                    ? mark.position()
                    : -1;
        } catch (IOException | LogException e) {
            LOGGER.log(
                    System.Logger.Level.WARNING,
                    "the position of reactor '" + reactor.name() + "' cannot be read",
                    e);
            return -1;
        }
    }

    private void start() {
        thread = threads.startVirtual(workspace.name() + "-" + reactor.name(), this::run);
    }

    /** The client that the commands of a reactor come from. */
    public static Id clientOf(String reactor) {
        return Id.of("reactor", reactor);
    }

    /** The last position whose event it has reacted to. */
    public long position() {
        return position;
    }

    /** Why it goes on no more, or null; it goes on behind {@link #position} when started again. */
    public @Nullable String problem() {
        return problem;
    }

    /** That it goes on no more, why, and what to do; empty while it does. */
    public Optional<String> stopped() {
        String why = problem;
        return why == null
                ? Optional.empty()
                : Optional.of(
                        "reactor '"
                                + reactor.name()
                                + "' stopped behind position "
                                + position
                                + "; started again, the server goes on there: "
                                + why);
    }

    private void run() {
        try {
            if (isRemembered || findPosition()) {
                follow();
            }
        } catch (InterruptedException _) {
            // Nobody does; close() wakes it instead.
        } catch (LogException | RuntimeException | Error e) {
            stop(String.valueOf(e.getMessage() == null ? e : e.getMessage()), e);
        }
    }

    /** Asks the workspace, again when it is busy; false when it will not answer. */
    private boolean findPosition() throws InterruptedException {
        for (int tried = 1; !submitter.isEnded(); tried++) {
            try {
                position = positionByLog();
                saved = position;
                return true;
            } catch (CompletionException e) {
                Refused refused = workspace.problem();
                if (refused != null) {
                    problem = refused.reason();
                    return false;
                }
            }
            submitter.pause(tried);
        }
        return false;
    }

    private void follow() throws InterruptedException, LogException {
        try (Follower commits = workspace.commits().follow(position)) {
            follower = commits;
            while (!submitter.isEnded() && !commits.isAtEnd()) {
                Batch batch = commits.next();
                if (batch != null && !react(batch)) {
                    return;
                }
            }
        }
    }

    private boolean react(Batch batch) throws InterruptedException {
        List<Submission> together = new ArrayList<>();
        boolean worthSaving = batch.lastPosition() - saved > SAVED_EVERY_EVENTS;
        for (Envelope envelope : batch.envelopes()) {
            if (envelope.position() <= position) {
                continue;
            }
            List<Submission> commands = commandsFor(envelope);
            if (together.size() + commands.size() > Submitter.MAX_TOGETHER) {
                if (!submit(together)) {
                    return false;
                }
                position = envelope.position() - 1;
                together.clear();
            }
            together.addAll(commands);
            worthSaving |= !commands.isEmpty();
        }
        if (!submit(together)) {
            return false;
        }
        position = batch.lastPosition();
        done = Mark.of(batch.block());
        if (worthSaving) {
            save();
        }
        return true;
    }

    private List<Submission> commandsFor(Envelope envelope) {
        List<? extends Command> commands = reactor.react(envelope);
        if (commands.isEmpty()) {
            return List.of();
        }
        if (commands.size() > MAX_COMMANDS) {
            throw new IllegalStateException(
                    commands.size()
                            + " commands for the event at "
                            + envelope.position()
                            + "; at most "
                            + MAX_COMMANDS
                            + " can be told apart");
        }
        CommandEnvelope cause = envelope.cause().envelope();
        List<Submission> submissions = new ArrayList<>(commands.size());
        for (int i = 0; i < commands.size(); i++) {
            long sequence = envelope.position() * (MAX_COMMANDS + 1) + i + 1;
            submissions.add(
                    new Submission(
                            new CommandEnvelope(
                                    client,
                                    sequence,
                                    cause.actor(),
                                    envelope.position(),
                                    cause.correlation(),
                                    0,
                                    envelope.position(),
                                    cause.effectiveAt()),
                            commands.get(i)));
        }
        return submissions;
    }

    private boolean submit(List<Submission> together) throws InterruptedException {
        boolean decided = submitter.submit(together);
        String obstacle = submitter.obstacle();
        if (obstacle != null) {
            stop(obstacle, null);
        }
        return decided;
    }

    private void stop(String why, @Nullable Throwable cause) {
        problem = why;
        LOGGER.log(
                System.Logger.Level.ERROR,
                "reactor '" + reactor.name() + "' stopped behind position " + position + ": " + why,
                cause);
    }

    /** Without it, more events are looked at again when it is started the next time. */
    private void save() {
        Mark mark = done;
        if (mark == null || mark.position() == saved) {
            return;
        }
        try {
            file.write(mark);
            saved = mark.position();
        } catch (IOException e) {
            LOGGER.log(
                    System.Logger.Level.WARNING,
                    "the position of reactor '" + reactor.name() + "' could not be saved",
                    e);
        }
    }

    /** Stops it; what it has submitted is decided all the same. */
    @Override
    public void close() {
        submitter.end();
        Follower waiting = follower;
        if (waiting != null) {
            waiting.wake();
        }
        if (thread != null) {
            thread.join();
        }
        save();
    }
}
