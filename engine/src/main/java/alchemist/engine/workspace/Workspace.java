package alchemist.engine.workspace;

import alchemist.engine.snapshot.Snapshots;
import alchemist.engine.stream.Commits;
import alchemist.engine.stream.Events;
import alchemist.engine.thread.Threads;
import alchemist.engine.workspace.Answer.Refused;
import alchemist.engine.workspace.Answer.Why;
import alchemist.engine.workspace.Inbox.Admission;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import alchemist.log.Finding;
import alchemist.log.Log;
import alchemist.log.LogException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One log, one writer, one total order of events. Commands are decided one after the other; nothing
 * is answered before what it depends on is durable. For any thread.
 */
public final class Workspace implements AutoCloseable {
    private final String name;
    private final Log log;
    private final Commits commits;
    private final Events events;
    private final Sealer sealer;
    private final int capacity;
    private final Inbox inbox;
    private final @Nullable Refused readOnly;
    private final @Nullable Decisions<?> decisions;

    private <S> Workspace(
            String name,
            Log log,
            Rules<S> rules,
            Snapshots snapshots,
            Sealer sealer,
            WorkspaceOptions options) {
        this.name = name;
        this.log = log;
        this.sealer = sealer;
        this.capacity = options.queueCommands();
        Threads threads = options.threads();
        this.commits =
                new Commits(
                        log,
                        rules.contract(),
                        options.recentBytes(),
                        options.aheadEvents(),
                        threads);
        this.events = new Events(name, log, rules.contract(), commits);
        this.inbox = new Inbox(capacity, threads);
        if (log.readOnly()) {
            this.readOnly = readOnly(damages(log.findings()));
            this.decisions = null;
        } else if (sealer.isReadOnly()) {
            this.readOnly = readOnly(damages(sealer.findings()));
            this.decisions = null;
        } else {
            Restorer<S> restorer = new Restorer<>(rules, commits, snapshots);
            Past past = position -> events.commandOf(position).orElse(null);
            Delivery delivery = new Delivery(past, threads);
            Appender appender = appender(rules, delivery, options);
            Decisions<S> working =
                    new Decisions<>(
                            name,
                            restorer,
                            machine ->
                                    new Writer<>(
                                            inbox, log, rules, restorer, machine, appender,
                                            delivery, past, options),
                            inbox,
                            delivery,
                            commits,
                            options);
            this.readOnly = null;
            this.decisions = working;
        }
    }

    private Refused readOnly(String because) {
        return new Refused(Why.READ_ONLY, Decisions.canOnlyBeRead(name, because));
    }

    private static String damages(List<Finding> findings) {
        return findings.stream()
                .filter(Finding::isDamage)
                .map(Finding::text)
                .collect(Collectors.joining("; "));
    }

    private Appender appender(Rules<?> rules, Delivery delivery, WorkspaceOptions options) {
        return new Appender(
                name,
                log,
                rules.version(),
                options.clock(),
                commits,
                sealer::makeDurable,
                delivery,
                inbox::wake,
                options.threads());
    }

    /**
     * Opens a workspace. It can be read at once, and takes commands at once; they are decided when
     * its log is folded, which a thread of its own does. When the log cannot be folded or not be
     * written, it opens all the same, to be read; {@link #problem} says why, as soon as that is
     * known.
     *
     * @param name for messages, threads and subjects
     * @param log closed with the workspace
     * @param snapshots where the state is saved, a cache
     */
    public static <S> Workspace open(
            String name,
            Log log,
            Rules<S> rules,
            Snapshots snapshots,
            Sealer sealer,
            WorkspaceOptions options) {
        Workspace workspace = openToRead(name, log, rules, snapshots, sealer, options);
        workspace.decide();
        return workspace;
    }

    /** The same, but nothing is folded or decided before {@link #decide}. */
    public static <S> Workspace openToRead(
            String name,
            Log log,
            Rules<S> rules,
            Snapshots snapshots,
            Sealer sealer,
            WorkspaceOptions options) {
        return new Workspace(name, log, rules, snapshots, sealer, options);
    }

    /** Begins to fold its log, and then to decide what waits; to be called once. */
    public void decide() {
        if (decisions != null) {
            decisions.start();
        }
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** The last durable position. */
    public long position() {
        return commits.position();
    }

    /**
     * What was found in its log and its keys, in sentences for people; nothing when all is well as
     * far as is known.
     */
    public List<String> findings() {
        return found().map(Finding::text).toList();
    }

    /** Those of the findings by which something is lost or must be put back. */
    public List<String> damages() {
        return found().filter(Finding::isDamage).map(Finding::text).toList();
    }

    private Stream<Finding> found() {
        return Stream.concat(log.findings().stream(), sealer.findings().stream());
    }

    /** Its events. */
    public Events events() {
        return events;
    }

    /** What it commits, block by block, for views. */
    public Commits commits() {
        return commits;
    }

    /**
     * Why it takes no commands, or null when it does; also as long as its log is being folded, and
     * nothing is known against it.
     */
    public @Nullable Refused problem() {
        Decisions<?> working = decisions;
        return working == null ? readOnly : working.problem();
    }

    /**
     * Done when its log is folded, and so commands are decided; or when it is known that none will
     * be. It never fails: {@link #problem} has the reason.
     */
    public CompletableFuture<@Nullable Void> ready() {
        Decisions<?> working = decisions;
        return working == null ? CompletableFuture.completedFuture(null) : working.ready();
    }

    /** How many commands may be submitted together: as many as may wait at all. */
    public int maxTogether() {
        return capacity;
    }

    /** Submits one command. The future never fails: what goes wrong is a refusal. */
    public CompletableFuture<Answer> submit(Submission submission) {
        CompletableFuture<Answer> future = new CompletableFuture<>();
        submitAll(List.of(submission), (_, answer) -> future.complete(answer));
        return future;
    }

    /**
     * Submits many commands, to be decided one after the other, each for itself. One call costs the
     * writer little more than one command does.
     *
     * @param submissions at most {@link #maxTogether}
     * @param answers called once for each
     */
    public void submitAll(List<Submission> submissions, Answers answers) {
        if (submissions.size() > capacity) {
            throw new IllegalArgumentException(
                    submissions.size()
                            + " commands at once; at most "
                            + capacity
                            + " may be submitted together");
        }
        Refused refused = problem();
        if (refused == null) {
            List<Submission> sealed = new ArrayList<>(submissions.size());
            for (Submission submission : submissions) {
                sealed.add(sealer.seal(submission));
            }
            refused =
                    switch (inbox.offer(new Task.Commands(sealed, answers))) {
                        case ADMITTED -> null;
                        case FULL ->
                                new Refused(
                                        Why.BUSY,
                                        "more than "
                                                + capacity
                                                + " commands are waiting; send it again later");
                        case CLOSED -> closed();
                    };
        }
        if (refused != null) {
            for (int i = 0; i < submissions.size(); i++) {
                answers.answer(i, refused);
            }
        }
    }

    /** What is refused since nothing more is taken has its reason, where there is one. */
    private Refused closed() {
        Refused problem = problem();
        return problem == null ? new Refused(Why.CLOSED, "'" + name + "' is closed") : problem;
    }

    /**
     * The highest number of a client that was accepted, 0 for none: where one goes on after a crash
     * of its own.
     */
    public CompletableFuture<Long> lastSequence(Id client) {
        return sequenceBeforeLast(client, 0);
    }

    /**
     * The number of a client such that so many above it were accepted.
     *
     * @param before 0 to 255
     * @return 0 when there are not so many
     */
    public CompletableFuture<Long> sequenceBeforeLast(Id client, int before) {
        CompletableFuture<Long> sequence = new CompletableFuture<>();
        if (problem() != null
                || inbox.offer(new Task.LastSequence(client, before, sequence))
                        != Admission.ADMITTED) {
            sequence.completeExceptionally(
                    new IllegalStateException("'" + name + "' takes no commands now"));
        }
        return sequence;
    }

    /** Decides and appends what waits, and refuses what comes from now on. */
    public void stopWriting() {
        inbox.close();
        if (decisions != null) {
            decisions.awaitEnd();
        }
        commits.close();
    }

    /** Stops writing, saves the state where that is worth it, and closes the log. */
    @Override
    public void close() throws LogException {
        try (log) {
            stopWriting();
            if (decisions != null) {
                decisions.close();
            }
        }
    }
}
