package alchemist.exchange.imports;

import alchemist.domain.sources.SourcesCommand.StateBatch;
import alchemist.kernel.Command;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Submits the commands of one import in order, several before the first is answered. One thread.
 *
 * <p>A workspace that is too busy may have refused a command and taken a later one. Then that one
 * and all behind it are submitted again: each states its things wholly, so what was taken already
 * changes nothing.
 */
final class Pipeline {
    /** How many commands may be unanswered: so many that nobody waits for a turn of a thread. */
    static final int WINDOW = 512;

    /** How many statements they may hold together: more are not kept in memory for it. */
    static final int WINDOW_STATEMENTS = 32 * Parcels.MAX_STATEMENTS;

    /** How often a command is submitted to a busy workspace, waiting longer each time. */
    static final int MAX_TRIES = 12;

    private static final long FIRST_WAIT_NANOS = 5_000_000;

    private record Sent(Command command, long effectiveAt, CompletableFuture<Verdict> verdict) {}

    private final Submitter submitter;
    private final CommandEnvelope envelope;
    private final Consumer<List<Event>> events;
    private final Deque<Sent> unanswered = new ArrayDeque<>();
    private final boolean numbered;
    private long sequence;

    /** What is unanswered holds. */
    private int statements;

    private Pipeline(
            Submitter submitter,
            CommandEnvelope envelope,
            Consumer<List<Event>> events,
            boolean numbered) {
        this.submitter = submitter;
        this.envelope = envelope;
        this.events = events;
        this.numbered = numbered;
    }

    /**
     * The pipeline of an import that begins.
     *
     * @param envelope of every command, but for its number and its time
     * @param events told of what came of each command
     */
    static Pipeline numbered(
            Submitter submitter, CommandEnvelope envelope, Consumer<List<Event>> events) {
        return new Pipeline(submitter, envelope, events, true);
    }

    /** The pipeline of an import whose last number is not known here: the workspace counts on. */
    static Pipeline unnumbered(
            Submitter submitter, CommandEnvelope envelope, Consumer<List<Event>> events) {
        return new Pipeline(submitter, envelope, events, false);
    }

    /** The envelope of an import's commands. */
    static CommandEnvelope envelope(Id importId, Id actor) {
        return CommandEnvelope.of(Id.of("import", importId.toString()), actor)
                .withCorrelation(importId);
    }

    /**
     * Submits a command behind the others; waits while too many are unanswered.
     *
     * @throws SubmissionFailed when an earlier one was not taken
     */
    void submit(Command command, long effectiveAt) {
        send(command, effectiveAt);
        while (isFull() || isAnswered()) {
            takeAnswer();
        }
    }

    /**
     * Submits a command, and waits until all are answered.
     *
     * @throws SubmissionFailed when one was not taken
     */
    void submitAndWait(Command command) {
        drain();
        send(command, CommandEnvelope.WHEN_RECORDED);
        drain();
    }

    /**
     * Waits until all are answered.
     *
     * @throws SubmissionFailed when one was not taken
     */
    void drain() {
        while (!unanswered.isEmpty()) {
            takeAnswer();
        }
    }

    /**
     * Submits a command, once all are answered whatever they were answered, and hands its answer
     * over.
     */
    Verdict ask(Command command) {
        while (!unanswered.isEmpty()) {
            remove().verdict.join();
        }
        send(command, CommandEnvelope.WHEN_RECORDED);
        Verdict verdict = firstAnswer();
        if (verdict instanceof Verdict.Accepted(long _, List<Event> happened)) {
            events.accept(happened);
        }
        return verdict;
    }

    private void send(Command command, long effectiveAt) {
        CommandEnvelope own =
                envelope.withSequence(numbered ? ++sequence : 0).withEffectiveAt(effectiveAt);
        unanswered.add(
                new Sent(command, effectiveAt, submitter.submit(new Submission(own, command))));
        statements += statements(command);
    }

    private Sent remove() {
        Sent first = unanswered.remove();
        statements -= statements(first.command);
        return first;
    }

    private boolean isFull() {
        return unanswered.size() >= WINDOW || statements >= WINDOW_STATEMENTS;
    }

    private static int statements(Command command) {
        return command instanceof StateBatch batch
                ? batch.nodes().size() + batch.edges().size() + batch.withdrawn().size()
                : 0;
    }

    private boolean isAnswered() {
        Sent first = unanswered.peek();
        return first != null && first.verdict.isDone();
    }

    private void takeAnswer() {
        switch (firstAnswer()) {
            case Verdict.Accepted(long _, List<Event> happened) -> events.accept(happened);
            case Verdict.Rejected(String code, String reason) ->
                    throw new SubmissionFailed(reason + " (" + code + ")");
            case Verdict.Unable(String reason) -> throw new SubmissionFailed(reason);
            case Verdict.Busy() ->
                    throw new SubmissionFailed(
                            "the workspace was too busy for too long: import again later");
        }
    }

    /** The answer of the first command, which is submitted again while the workspace is busy. */
    private Verdict firstAnswer() {
        Verdict verdict = unanswered.element().verdict.join();
        for (int tries = 1; verdict instanceof Verdict.Busy && tries < MAX_TRIES; tries++) {
            LockSupport.parkNanos(FIRST_WAIT_NANOS << tries);
            submitAllAgain();
            verdict = unanswered.element().verdict.join();
        }
        remove();
        return verdict;
    }

    private void submitAllAgain() {
        List<Sent> again = new ArrayList<>(unanswered);
        unanswered.clear();
        statements = 0;
        for (Sent sent : again) {
            // Only when nothing is under way does the order hold.
            if (sent.verdict.join() instanceof Verdict.Accepted(long _, List<Event> happened)) {
                events.accept(happened);
            }
        }
        for (Sent sent : again) {
            send(sent.command, sent.effectiveAt);
        }
    }
}
