package alchemist.engine.workspace;

import alchemist.engine.stream.Ahead;
import alchemist.engine.stream.Recorded;
import alchemist.engine.workspace.Answer.Accepted;
import alchemist.engine.workspace.Answer.Refused;
import alchemist.engine.workspace.Answer.Rejected;
import alchemist.engine.workspace.Answer.Why;
import alchemist.engine.workspace.Appender.Failure;
import alchemist.engine.workspace.Clients.Client;
import alchemist.engine.workspace.Undoing.Outcome;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Decision;
import alchemist.kernel.Event;
import alchemist.kernel.Redo;
import alchemist.kernel.Submission;
import alchemist.kernel.Undo;
import alchemist.kernel.schema.Deferred;
import alchemist.log.Log;
import alchemist.log.LogException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that decides. It fills a block while the appender forces the one before, so what
 * it knows is ahead of what is durable; answers wait until they are true. If an append fails, it
 * throws away what it knows and folds the log again.
 */
final class Writer<S> {
    private static final System.Logger LOGGER = System.getLogger(Writer.class.getName());

    /** A block that is longer is handed over although more is waiting, when the disk has time. */
    private static final int WORTH_A_FORCE_BYTES = 16 * 1024;

    /** Folding so many events takes longer than reading a snapshot. */
    private static final int WORTH_A_SNAPSHOT_EVENTS = 5_000;

    private final Inbox inbox;
    private final Log log;
    private final Rules<S> rules;
    private final Restorer<S> restorer;
    private final Appender appender;
    private final Delivery delivery;
    private final Past past;
    private final OpenBlock open;
    private final Undoing<S> undoing;
    private final Ahead ahead = new Ahead();

    /** What was taken out of the inbox, at which of it it is, and how much of that is answered. */
    private List<Task> tasks = new ArrayList<>();

    private int current;
    private int answered;

    private Machine<S> machine;
    private volatile @Nullable Refused refusal;

    Writer(
            Inbox inbox,
            Log log,
            Rules<S> rules,
            Restorer<S> restorer,
            Machine<S> machine,
            Appender appender,
            Delivery delivery,
            Past past,
            WorkspaceOptions options) {
        this.inbox = inbox;
        this.log = log;
        this.rules = rules;
        this.restorer = restorer;
        this.machine = machine;
        this.appender = appender;
        this.delivery = delivery;
        this.past = past;
        this.open = new OpenBlock(options.blockBytes());
        this.undoing = new Undoing<>(rules, this::commandOf);
    }

    /** Why everything is refused from now on, or null. */
    @Nullable Refused refusal() {
        return refusal;
    }

    /** Saves what it knows, so that it need not be folded again; when its thread has ended. */
    void saveAtClose() {
        boolean isTrue =
                refusal == null
                        && appender.failure() == null
                        && machine.position() == log.position();
        if (isTrue && machine.position() - restorer.saved() >= WORTH_A_SNAPSHOT_EVENTS) {
            Log.Head head = log.head();
            try {
                restorer.save(new Frozen(head.position(), head.hash(), machine.freeze()));
            } catch (RuntimeException | VirtualMachineError e) {
                LOGGER.log(System.Logger.Level.WARNING, "no snapshot can be made", e);
            }
        }
    }

    /** Works until the inbox is closed and empty, or, for what is then told, it cannot. */
    void run() {
        appender.start();
        try {
            work();
        } catch (Throwable e) {
            giveUp(e);
        } finally {
            appender.stop();
        }
    }

    private void work() {
        while (!inbox.isFinished()) {
            tasks.clear();
            tasks = inbox.take(tasks);
            for (current = 0; current < tasks.size(); current++) {
                answered = 0;
                switch (tasks.get(current)) {
                    case Task.Commands commands -> process(commands);
                    case Task.LastSequence question -> answer(question);
                    case Task.Freeze freeze -> freeze(freeze);
                }
            }
            recoverAfterFailure();
            handOverIfIdle(0);
        }
        if (open.hasEvents()) {
            appender.handOver(open.take());
        }
        appender.awaitIdle();
        recoverAfterFailure();
        handOverIfIdle(0);
    }

    /** Who waits is refused, and does not wait for a thread that ended. */
    private void giveUp(Throwable e) {
        Refused refused =
                new Refused(
                        Why.FAILED,
                        "the thread that decides met an error ("
                                + e
                                + "); nothing more is decided until the workspace is opened again");
        refusal = refused;
        LOGGER.log(System.Logger.Level.ERROR, refused.reason(), e);
        appender.awaitIdle();
        delivery.refuse(open.take().answers(), refused);
        for (; current < tasks.size(); current++) {
            tasks.get(current).refuse(answered, refused, delivery);
            answered = 0;
        }
    }

    private void process(Task.Commands task) {
        List<Submission> submissions = task.submissions();
        for (int i = 0; i < submissions.size(); i++) {
            if (ahead.isDue(i)) {
                ahead.ofCommands(
                        submissions, i, ids -> rules.decider().lookAhead(ids, machine.state()));
            }
            recoverAfterFailure();
            Refused refused = refusal;
            Submission submission = submissions.get(i);
            Answer answer = refused == null ? process(submission) : refused;
            boolean isAgain = answer instanceof Accepted accepted && accepted.duplicate();
            open.answer(
                    new Pending(task.answers(), i, answer, isAgain ? submission.command() : null));
            answered = i + 1;
            handOverIfIdle(WORTH_A_FORCE_BYTES);
        }
    }

    private Answer process(Submission submission) {
        CommandEnvelope envelope = submission.envelope();
        Client client = machine.client(envelope.client());
        long sequence = envelope.sequence();
        if (sequence != 0 && client != null) {
            Window window = client.window();
            int entry = window.find(sequence);
            if (entry >= 0) {
                return again(window, entry);
            }
            if (window.isTooOld(sequence)) {
                return tooOld(sequence);
            }
        }
        if (sequence != 0) {
            return decide(submission);
        }
        long next = client == null ? 1 : client.window().highest() + 1;
        return decide(new Submission(envelope.withSequence(next), submission.command()));
    }

    private Answer decide(Submission submission) {
        try {
            Outcome outcome =
                    switch (submission.command()) {
                        case Undo undo -> undoing.undo(submission, undo, machine);
                        case Redo redo -> undoing.redo(submission, redo, machine);
                        default ->
                                new Outcome(
                                        submission,
                                        rules.decider().decide(submission, machine.state()));
                    };
            return switch (outcome.decision()) {
                case Decision.Accepted<? extends Event>(var events) ->
                        accept(outcome.submission(), List.copyOf(events));
                case Decision.Rejected<? extends Event>(String code, String reason) ->
                        new Rejected(code, reason, machine.position());
            };
        } catch (LogException e) {
            return new Refused(Why.FAILED, e.getMessage() + "; nothing was recorded");
        } catch (Throwable e) {
            // Deciding and encoding changed nothing: only this command suffers from the bug.
            return new Refused(
                    Why.BUG,
                    "a bug: the rules failed on '"
                            + submission.command().schema().name()
                            + "': "
                            + e);
        }
    }

    private Answer accept(Submission submission, List<Event> events) {
        if (events.isEmpty()) {
            return new Accepted(machine.position(), machine.position(), events, false);
        }
        long first = machine.position() + 1;
        if (!open.hasEvents() && open.hasAnswers()) {
            // They were decided before these events, and so need not wait for them.
            appender.answerAfterLast(open.takeAnswers());
        }
        if (!open.add(submission, first, events)) {
            if (open.hasEvents()) {
                appender.handOver(open.take());
            }
            if (!open.add(submission, first, events)) {
                return new Refused(
                        Why.TOO_LARGE,
                        "'"
                                + submission.command().schema().name()
                                + "' and its "
                                + events.size()
                                + " events do not fit into one block; send it in parts");
            }
        }
        try {
            machine.accept(submission, events);
        } catch (Throwable e) {
            open.rollback();
            return failStop(submission, e);
        }
        return new Accepted(first, machine.position(), events, false);
    }

    /** What was folded in part cannot be trusted; what was accepted before is still appended. */
    private Refused failStop(Submission submission, Throwable e) {
        Refused refused =
                new Refused(
                        Why.FAILED,
                        "a bug: an event of '"
                                + submission.command().schema().name()
                                + "' could not be folded ("
                                + e
                                + "); it was not recorded, and nothing more is until the workspace"
                                + " is opened again");
        refusal = refused;
        return refused;
    }

    private static Accepted again(Window window, int entry) {
        return new Accepted(window.first(entry), window.last(entry), List.of(), true);
    }

    private static Refused tooOld(long sequence) {
        return new Refused(
                Why.TOO_OLD,
                "the client's number "
                        + sequence
                        + " is too old to know whether it was accepted; look at the events before"
                        + " sending it under a new number");
    }

    /** Answered like a command that changes nothing: when what was accepted is durable. */
    private void answer(Task.LastSequence question) {
        Client client = machine.client(question.client());
        long found = client == null ? 0 : client.window().highest(question.before());
        long at = machine.position();
        Answers answers =
                (_, answer) -> {
                    if (answer instanceof Refused refused) {
                        question.sequence()
                                .completeExceptionally(new IllegalStateException(refused.reason()));
                    } else {
                        question.sequence().complete(found);
                    }
                };
        open.answer(new Pending(answers, 0, new Accepted(at, at, List.of(), false)));
    }

    /**
     * Hands over the state at the end of the block that is being filled, as soon as it is durable.
     */
    private void freeze(Task.Freeze task) {
        recoverAfterFailure();
        if (refusal != null) {
            task.frozen().complete(null);
            return;
        }
        if (open.hasEvents()) {
            appender.handOver(open.take());
        }
        long at = machine.position();
        Deferred content;
        try {
            content = machine.freeze();
        } catch (RuntimeException | VirtualMachineError e) {
            LOGGER.log(System.Logger.Level.WARNING, "no snapshot can be made", e);
            task.frozen().complete(null);
            return;
        }
        Answers whenDurable =
                (_, answer) -> {
                    Log.Head head = log.head();
                    boolean isTrue = answer instanceof Accepted && head.position() == at;
                    task.frozen().complete(isTrue ? new Frozen(at, head.hash(), content) : null);
                    if (!isTrue) {
                        content.close();
                    }
                };
        Accepted nothing = new Accepted(at, at, List.of(), false);
        appender.answerAfterLast(List.of(new Pending(whenDurable, 0, nothing)));
    }

    /**
     * Answers leave when all that they may depend on is durable: with the block that is being
     * filled, or, when nothing is in it, as soon as the blocks before are done.
     */
    private void handOverIfIdle(int atLeastBytes) {
        if (!appender.isIdle() || appender.failure() != null) {
            return;
        }
        if (!open.hasEvents()) {
            if (open.hasAnswers()) {
                delivery.deliver(open.take().answers());
            }
        } else if (open.lengthBytes() >= atLeastBytes) {
            appender.handOver(open.take());
        }
    }

    private void recoverAfterFailure() {
        Failure failure = appender.failure();
        if (failure == null) {
            return;
        }
        appender.awaitIdle();
        delivery.refuse(open.take().answers(), failure.refusal());
        if (refusal == null && failure.isFinal()) {
            refusal = failure.refusal();
        } else if (refusal == null) {
            rebuild();
        }
        appender.resume();
    }

    private void rebuild() {
        try {
            machine = restorer.restore();
        } catch (Throwable e) {
            // Also an Error: who asks later is refused, and does not wait for a thread that ended.
            String why = e.getMessage() == null ? e.toString() : e.getMessage();
            refusal =
                    new Refused(
                            Why.FAILED,
                            "the state could not be rebuilt after a failed append: "
                                    + why
                                    + "; open the workspace again");
        }
    }

    /** Finds a command, also one that is not durable yet. */
    private @Nullable Recorded commandOf(long position) throws LogException {
        for (Sheet sheet : appender.unfinished()) {
            Recorded found = find(sheet.commands(), position);
            if (found != null) {
                return found;
            }
        }
        Recorded found = find(open.commands(), position);
        return found != null ? found : past.commandOf(position);
    }

    private static @Nullable Recorded find(List<Recorded> commands, long position) {
        for (Recorded command : commands) {
            if (command.firstPosition() <= position && position <= command.lastPosition()) {
                return command;
            }
        }
        return null;
    }
}
