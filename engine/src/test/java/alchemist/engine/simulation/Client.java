package alchemist.engine.simulation;

import alchemist.engine.ledger.LedgerCommand.CloseAccount;
import alchemist.engine.ledger.LedgerCommand.Deposit;
import alchemist.engine.ledger.LedgerCommand.DepositOften;
import alchemist.engine.ledger.LedgerCommand.OpenAccount;
import alchemist.engine.ledger.LedgerCommand.Transfer;
import alchemist.engine.ledger.LedgerDecider;
import alchemist.engine.workspace.Answer;
import alchemist.engine.workspace.Answer.Accepted;
import alchemist.engine.workspace.Workspace;
import alchemist.kernel.Command;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Id;
import alchemist.kernel.Redo;
import alchemist.kernel.Submission;
import alchemist.kernel.Undo;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** One who sends commands, remembers what became of them, and outlives the processes. */
final class Client {
    private static final int ACCOUNTS = 5;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /** Fewer than the numbers of a client that are remembered. */
    private static final int AT_ONCE = 100;

    private final Id id;
    private final SplittableRandom random;
    private final Model model;
    private final List<Sent> all = new ArrayList<>();

    /** What was accepted last in this process: the order of answers is the order of sending. */
    private long lastTurn;

    private long lastPositionTurn;
    private long lastPosition;

    Client(String name, SplittableRandom random, Model model) {
        this.id = Id.of("client", name);
        this.random = random;
        this.model = model;
    }

    /** Sends, in one process, a number of groups; in the end all of it is answered. */
    void live(Workspace workspace, SimulatedThreads threads, Sabotage sabotage, int groups) {
        lastPosition = 0;
        lastPositionTurn = 0;
        send(unsettled(), workspace, threads, sabotage);
        for (int group = 0; group < groups; group++) {
            switch (random.nextInt(10)) {
                case 0 -> threads.pause(random.nextLong(TimeUnit.SECONDS.toNanos(3)));
                case 1 -> send(anyOf(all), workspace, threads, sabotage);
                case 2 -> send(anyOf(unsettled()), workspace, threads, sabotage);
                case 3 -> ask(workspace, threads);
                case 4 -> awaitAnswers(threads);
                default -> send(fresh(), workspace, threads, sabotage);
            }
        }
        awaitAnswers(threads);
    }

    /** Has so many commands to be sent. */
    void prepare(int commands) {
        while (all.size() < commands) {
            fresh();
        }
    }

    /**
     * Sends all of it, so much at a time that what is refused can be sent again before it is old.
     */
    void send(Workspace workspace, SimulatedThreads threads) {
        lastPosition = 0;
        lastPositionTurn = 0;
        for (List<Sent> left = unsettled();
                !left.isEmpty() && workspace.problem() == null;
                left = unsettled()) {
            send(
                    left.subList(0, Math.min(AT_ONCE, left.size())),
                    workspace,
                    threads,
                    Sabotage.NONE);
            awaitAnswers(threads);
        }
    }

    /** The first command of all opens the account that the reactor pays into. */
    void openTithes(Workspace workspace, SimulatedThreads threads) {
        if (all.isEmpty()) {
            all.add(numbered(new OpenAccount(Tithe.ACCOUNT, Value.text("the reactor"))));
        }
        while (!all.getFirst().settled && workspace.problem() == null) {
            send(List.of(all.getFirst()), workspace, threads, Sabotage.NONE);
            awaitAnswers(threads);
            threads.pause(PAUSE_NANOS);
        }
    }

    /** Sends until everything is settled. */
    void settle(Workspace workspace, SimulatedThreads threads, Sabotage sabotage) {
        lastPosition = 0;
        lastPositionTurn = 0;
        for (List<Sent> left = unsettled(); !left.isEmpty(); left = unsettled()) {
            send(left, workspace, threads, sabotage);
            awaitAnswers(threads);
            threads.pause(PAUSE_NANOS);
        }
    }

    private List<Sent> unsettled() {
        List<Sent> left = new ArrayList<>();
        for (Sent one : all) {
            if (!one.settled) {
                left.add(one);
            }
        }
        return left;
    }

    private List<Sent> anyOf(List<Sent> from) {
        List<Sent> some = new ArrayList<>();
        for (int left = random.nextInt(4); left > 0 && !from.isEmpty(); left--) {
            some.add(from.get(random.nextInt(from.size())));
        }
        return some;
    }

    private List<Sent> fresh() {
        List<Sent> group = new ArrayList<>();
        for (int left = 1 + random.nextInt(6); left > 0; left--) {
            Sent one = numbered(command());
            all.add(one);
            group.add(one);
        }
        return group;
    }

    private Sent numbered(Command command) {
        long sequence = all.size() + 1L;
        CommandEnvelope envelope =
                CommandEnvelope.of(id, id)
                        .withSequence(sequence)
                        .withCorrelation(Id.of(id.toString(), "" + sequence));
        return new Sent(new Submission(envelope, command));
    }

    private Command command() {
        return switch (random.nextInt(32)) {
            case 0, 1, 2, 3 -> new OpenAccount(account(), owner());
            case 4 -> new CloseAccount(account());
            case 5, 6, 7, 8, 9 -> new Transfer(account(), account(), random.nextInt(90));
            case 10, 11 -> new DepositOften(account(), random.nextInt(60), random.nextInt(1, 5));
            case 12 -> new DepositOften(account(), 1, random.nextInt(10, 200));
            case 13 -> new Deposit(account(), LedgerDecider.THROWS_IN_DECIDE);
            case 14, 15, 16 -> new Undo(0);
            case 17 -> new Undo(somePosition());
            case 18, 19 -> new Redo(0);
            case 20 -> new Redo(somePosition());
            default -> new Deposit(account(), random.nextInt(100));
        };
    }

    private Id account() {
        return Id.of("account", "" + random.nextInt(ACCOUNTS));
    }

    private Value owner() {
        int person = random.nextInt(20);
        return person < 10
                ? Value.text("someone")
                : new Value.Personal(Id.of("person", "" + person), "Person " + person);
    }

    private long somePosition() {
        if (all.isEmpty() || random.nextInt(8) == 0) {
            return random.nextInt(1, 100);
        }
        Accepted accepted = all.get(random.nextInt(all.size())).accepted;
        return accepted == null ? 1 : accepted.firstPosition();
    }

    /** Sends what it has; those who send together are decided in this order. */
    private void send(
            List<Sent> group, Workspace workspace, SimulatedThreads threads, Sabotage sabotage) {
        for (int from = 0; from < group.size(); from += World.MAX_GROUP) {
            List<Sent> part = group.subList(from, Math.min(from + World.MAX_GROUP, group.size()));
            List<Submission> submissions = new ArrayList<>();
            for (Sent one : part) {
                model.sends(one);
                submissions.add(sabotage.sent(one.submission));
            }
            long turn = lastTurn;
            lastTurn += part.size();
            workspace.submitAll(
                    submissions,
                    (i, answer) -> {
                        if (!threads.isDead()) {
                            hear(part.get(i), turn + i, answer, threads);
                        }
                    });
        }
    }

    private void hear(Sent one, long turn, Answer answer, SimulatedThreads threads) {
        try {
            model.answered(one, answer);
            if (answer instanceof Accepted accepted
                    && !accepted.duplicate()
                    && !accepted.unchanged()) {
                inOrder(turn, accepted, one);
            }
        } catch (Model.Broken e) {
            threads.fail(e);
        }
    }

    private void inOrder(long turn, Accepted accepted, Sent one) {
        if (accepted.firstPosition() <= lastPosition || turn < lastPositionTurn) {
            throw new Model.Broken(
                    "out of order: " + one + " at " + accepted + " after " + lastPosition);
        }
        lastPosition = accepted.position();
        lastPositionTurn = turn;
    }

    private void awaitAnswers(SimulatedThreads threads) {
        threads.await("answers", () -> all.stream().allMatch(one -> one.outstanding == 0));
    }

    /** Which of its numbers was accepted last: at least those that it was told of. */
    private void ask(Workspace workspace, SimulatedThreads threads) {
        long told = 0;
        for (Sent one : all) {
            told = one.accepted == null ? told : one.submission.envelope().sequence();
        }
        long last;
        try {
            last = threads.join(workspace.lastSequence(id));
        } catch (CompletionException _) {
            return; // it is full, failed or closed
        }
        if (last < told || last > all.size()) {
            threads.fail(new Model.Broken("the last number is " + last + " after " + told));
        }
    }
}
