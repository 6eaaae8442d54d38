package alchemist.engine.reactor;

import static alchemist.engine.Ledgers.A;
import static alchemist.engine.Ledgers.ANN;
import static alchemist.engine.Ledgers.B;
import static alchemist.engine.Ledgers.accept;
import static alchemist.engine.Ledgers.openAccount;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.engine.Ledgers;
import alchemist.engine.ScriptedLog;
import alchemist.engine.ledger.LedgerCommand.Deposit;
import alchemist.engine.ledger.LedgerCommand.DepositOften;
import alchemist.engine.ledger.LedgerDecider;
import alchemist.engine.ledger.LedgerEvent.Booked;
import alchemist.engine.workspace.Answer;
import alchemist.engine.workspace.Workspace;
import alchemist.engine.workspace.WorkspaceOptions;
import alchemist.kernel.Command;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Envelope;
import alchemist.kernel.Id;
import alchemist.kernel.Reactor;
import alchemist.kernel.Submission;
import alchemist.log.Hash;
import alchemist.log.IoFailure;
import alchemist.log.Log;
import alchemist.log.LogFailed;
import alchemist.log.LogFull;
import alchemist.testkit.disk.SimulatedDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ReactorRunnerTest {
    private static final Logger REACTORS = Logger.getLogger("alchemist.engine.reactor");
    private static final Path DIRECTORY = Path.of("/reactors");
    private static final Id PART_OF = Id.of("import", "one");

    private ScriptedLog log = new ScriptedLog();
    private SimulatedDisk disk = new SimulatedDisk(1);
    private Workspace workspace = Ledgers.open(log);

    /** Gives a tenth of what is paid into A to B. */
    private static final class WhenPaidInThenTithe implements Reactor {
        @Override
        public String name() {
            return "when-paid-in-then-tithe";
        }

        @Override
        public List<? extends Command> react(Envelope envelope) {
            return envelope.event() instanceof Booked(Id account, long amount) && account.equals(A)
                    ? List.of(new Deposit(B, amount / 10), new Deposit(B, 0))
                    : List.of();
        }
    }

    /** Pays a thousand times into B for one event. */
    private static final class Generous implements Reactor {
        @Override
        public String name() {
            return "generous";
        }

        @Override
        public List<? extends Command> react(Envelope envelope) {
            return envelope.position() == 2
                    ? Collections.nCopies(1000, new Deposit(B, 1))
                    : List.of();
        }
    }

    @BeforeEach
    void openAccounts() {
        REACTORS.setLevel(Level.OFF);
        accept(workspace, openAccount(A));
        accept(workspace, openAccount(B));
    }

    @AfterEach
    void close() throws Exception {
        workspace.close();
        REACTORS.setLevel(Level.INFO);
    }

    private void reopen() throws Exception {
        workspace.close();
        workspace = Ledgers.open(log);
    }

    private ReactorRunner run(Reactor reactor, long since) throws IOException {
        return ReactorRunner.start(reactor, workspace, disk, DIRECTORY, since);
    }

    private static void awaitPosition(ReactorRunner runner, long position) {
        while (runner.position() < position && runner.problem() == null) {
            Thread.onSpinWait();
        }
        assertNull(runner.problem());
    }

    private static void awaitProblem(ReactorRunner runner) {
        while (runner.problem() == null) {
            Thread.onSpinWait();
        }
    }

    /** What was paid into B, in order. */
    private List<Long> tithes() throws Exception {
        List<Long> amounts = new ArrayList<>();
        for (Envelope e : workspace.events().read(1, Long.MAX_VALUE).toList()) {
            if (e.event() instanceof Booked(Id account, long amount) && account.equals(B)) {
                amounts.add(amount);
            }
        }
        return amounts;
    }

    @Test
    void submitsTheCommandsOfEachEventWithItsCauseAndActor() throws Exception {
        CommandEnvelope envelope =
                CommandEnvelope.of(Id.of("client", "x"), ANN)
                        .withCorrelation(PART_OF)
                        .withEffectiveAt(77);
        try (ReactorRunner runner = run(new WhenPaidInThenTithe(), 0)) {
            workspace.submit(new Submission(envelope, new Deposit(A, 50))).join();
            awaitPosition(runner, 5);
            assertEquals(Optional.empty(), runner.stopped());
        }

        assertEquals(List.of(5L, 0L), tithes());
        CommandEnvelope tithe =
                workspace.events().read(5, 5).toList().getFirst().cause().envelope();
        assertEquals(ReactorRunner.clientOf("when-paid-in-then-tithe"), tithe.client());
        assertEquals(3 * 1024 + 2, tithe.sequence());
        assertEquals(3, tithe.cause());
        assertEquals(ANN, tithe.actor());
        assertEquals(PART_OF, tithe.correlation());
        assertEquals(77, tithe.effectiveAt());
    }

    @Test
    void reactsToAllThatHappenedSinceOrOnlyToWhatComes() throws Exception {
        accept(workspace, new Deposit(A, 100));
        try (ReactorRunner runner = run(new WhenPaidInThenTithe(), workspace.position())) {
            long at = accept(workspace, new Deposit(A, 200)).position();
            awaitPosition(runner, at + 2);
        }
        assertEquals(List.of(20L, 0L), tithes());
    }

    @Test
    void reactsOnceWhenItsPositionIsLost() throws Exception {
        for (int i = 0; i < 300; i++) {
            accept(workspace, new Deposit(A, 10L * i));
        }
        try (ReactorRunner runner = run(new WhenPaidInThenTithe(), 0)) {
            awaitPosition(runner, 2 + 300 + 600);
        }
        List<Long> before = tithes();
        assertEquals(600, before.size());

        disk = new SimulatedDisk(2);
        reopen();
        try (ReactorRunner runner = run(new WhenPaidInThenTithe(), 0)) {
            awaitPosition(runner, workspace.position());
        }
        assertEquals(before, tithes());
    }

    @Test
    void reactsOnceWhenItsPositionIsOld() throws Exception {
        try (ReactorRunner runner = run(new WhenPaidInThenTithe(), 0)) {
            accept(workspace, new Deposit(A, 10));
            awaitPosition(runner, 5);
        }
        remember(1, log);
        try (ReactorRunner runner = run(new WhenPaidInThenTithe(), 0)) {
            awaitPosition(runner, 5);
        }
        assertEquals(List.of(1L, 0L), tithes());
    }

    /** Keeps a position of a log, as the reactor does. */
    private void remember(long position, Log history) throws Exception {
        Hash hash = Objects.requireNonNull(history.hashAt(position));
        new PositionFile(disk, DIRECTORY, "when-paid-in-then-tithe")
                .write(new PositionFile.Mark(position, hash));
    }

    @Test
    void doesAgainWhatWasDoneInAHistoryThatIsNoMore() throws Exception {
        try (ReactorRunner runner = run(new WhenPaidInThenTithe(), 0)) {
            accept(workspace, new Deposit(A, 10));
            awaitPosition(runner, 5);
        }
        putBackTo(3);
        assertEquals(List.of(), tithes());
        try (ReactorRunner runner = run(new WhenPaidInThenTithe(), 0)) {
            awaitPosition(runner, 5);
        }
        assertEquals(List.of(1L, 0L), tithes());
    }

    @Test
    void passesOverNoEventOfALogThatWentOnOtherwiseAndLonger() throws Exception {
        try (ReactorRunner runner = run(new WhenPaidInThenTithe(), 0)) {
            accept(workspace, new Deposit(A, 10));
            awaitPosition(runner, 5);
        }
        putBackTo(2);
        for (int i = 0; i < 4; i++) {
            accept(workspace, new Deposit(A, 100));
        }
        try (ReactorRunner runner = run(new WhenPaidInThenTithe(), 0)) {
            awaitPosition(runner, 2 + 4 + 8);
        }
        assertEquals(List.of(10L, 0L, 10L, 0L, 10L, 0L, 10L, 0L), tithes());
    }

    @Test
    void goesOnWhereItStoppedInWhatBothHistoriesHave() throws Exception {
        List<Long> seen = new ArrayList<>();
        Reactor looking =
                new Reactor() {
                    @Override
                    public String name() {
                        return "when-paid-in-then-tithe";
                    }

                    @Override
                    public List<? extends Command> react(Envelope envelope) {
                        seen.add(envelope.position());
                        return List.of();
                    }
                };
        remember(2, log);
        accept(workspace, new Deposit(A, 10));
        accept(workspace, new Deposit(A, 20));
        putBackTo(3);
        try (ReactorRunner runner = run(looking, 0)) {
            awaitPosition(runner, 3);
        }
        assertEquals(List.of(3L), seen);
    }

    /** Another log in the place of this: the reactor's file stays. */
    private void putBackTo(long position) throws Exception {
        workspace.close();
        log = new ScriptedLog(log, position);
        workspace = Ledgers.open(log);
    }

    @Test
    void goesOnWhereItStopped() throws Exception {
        try (ReactorRunner runner = run(new WhenPaidInThenTithe(), 0)) {
            accept(workspace, new Deposit(A, 10));
            awaitPosition(runner, 5);
        }
        accept(workspace, new Deposit(A, 20));
        reopen();
        try (ReactorRunner runner = run(new WhenPaidInThenTithe(), 0)) {
            awaitPosition(runner, 8);
        }
        assertEquals(List.of(1L, 0L, 2L, 0L), tithes());
    }

    @Test
    void sendsAgainWhatWasRefusedForWantOfRoom() throws Exception {
        accept(workspace, new Deposit(A, 10));
        log.failNext(new LogFull("/disk", new IOException("full")));
        log.failNext(new LogFull("/disk", new IOException("full")));
        try (ReactorRunner runner = run(new WhenPaidInThenTithe(), 0)) {
            awaitPosition(runner, 5);
        }
        assertEquals(List.of(1L, 0L), tithes());
    }

    /** Submits what a reactor sent and was accepted, before the process ended. */
    private void wasAccepted(String reactor, long event, int command, Command what) {
        Id client = ReactorRunner.clientOf(reactor);
        long sequence = event * (ReactorRunner.MAX_COMMANDS + 1) + command + 1;
        Answer answer = workspace.submit(Ledgers.of(client, sequence, what)).join();
        assertInstanceOf(Answer.Accepted.class, answer);
    }

    @Test
    void sendsWhatWasRefusedOfAnEventAlsoWhenItsPositionIsLost() throws Exception {
        accept(workspace, new Deposit(A, 10));
        wasAccepted("when-paid-in-then-tithe", 3, 0, new Deposit(B, 1));
        try (ReactorRunner runner = run(new WhenPaidInThenTithe(), workspace.position())) {
            awaitPosition(runner, 4);
        }
        assertEquals(List.of(1L, 0L), tithes());
    }

    @Test
    void sendsWhatWasRefusedOfAnEventWithManyCommandsAlsoWhenItsPositionIsLost() throws Exception {
        for (int i = 0; i < 201; i++) {
            wasAccepted("generous", 2, i, new Deposit(B, 1));
        }
        try (ReactorRunner runner = run(new Generous(), workspace.position())) {
            awaitPosition(runner, 203);
        }
        assertEquals(1000, tithes().size());
    }

    /** What is submitted together is less than the commands of a block's events. */
    @Test
    void goesOnBehindTheLastEventWhoseCommandsAreAllDecided() throws Exception {
        Reactor failing =
                new Reactor() {
                    private final Reactor tithe = new WhenPaidInThenTithe();

                    @Override
                    public String name() {
                        return tithe.name();
                    }

                    @Override
                    public List<? extends Command> react(Envelope envelope) {
                        if (envelope.position() == 2 + 102) {
                            log.failNext(new LogFailed("/disk", new IOException("broken")));
                        }
                        return tithe.react(envelope);
                    }
                };
        accept(workspace, new DepositOften(A, 10, 150));
        try (ReactorRunner runner = run(failing, 0)) {
            awaitProblem(runner);
        }
        assertEquals(200, tithes().size());
        reopen();
        try (ReactorRunner runner = run(new WhenPaidInThenTithe(), 0)) {
            awaitPosition(runner, workspace.position());
        }
        assertEquals(300, tithes().size());
    }

    @Test
    void isNotBehindAnEventWhoseCommandsAreNotDecidedWhenItIsClosed() throws Exception {
        accept(workspace, new Deposit(A, 10));
        log.hold();
        ReactorRunner runner = run(new WhenPaidInThenTithe(), 0);
        log.awaitAppend();
        runner.close();
        assertEquals(2, runner.position());
        log.failNext(new LogFull("/disk", new IOException("full")));
        log.release();
        reopen();
        try (ReactorRunner again = run(new WhenPaidInThenTithe(), 0)) {
            awaitPosition(again, 5);
        }
        assertEquals(List.of(1L, 0L), tithes());
    }

    @Test
    void saysWhyItDoesNotBeginWhereTheLogCannotBeFolded() throws Exception {
        log.failReadsFrom(1, new IoFailure("cannot read", new IOException("for now")));
        reopen();
        try (ReactorRunner runner = run(new WhenPaidInThenTithe(), 0)) {
            awaitProblem(runner);
            assertTrue(String.valueOf(runner.problem()).contains("cannot read"));
            assertEquals(0, runner.position());
        }
    }

    @Test
    void stopsWhenTheWorkspaceFails() throws Exception {
        accept(workspace, new Deposit(A, 10));
        log.failNext(new LogFailed("/disk", new IOException("broken")));
        try (ReactorRunner runner = run(new WhenPaidInThenTithe(), 0)) {
            awaitProblem(runner);
            assertTrue(runner.position() < 3, "it stops before the event that it could not serve");
        }
        reopen();
        try (ReactorRunner runner = run(new WhenPaidInThenTithe(), 0)) {
            awaitPosition(runner, 5);
        }
        assertEquals(List.of(1L, 0L), tithes());
    }

    @Test
    void stopsBehindTheLastEventThatItCouldReactTo() throws Exception {
        Reactor throwing =
                new Reactor() {
                    @Override
                    public String name() {
                        return "throwing";
                    }

                    @Override
                    public List<? extends Command> react(Envelope envelope) {
                        throw new IllegalStateException("on purpose");
                    }
                };
        try (ReactorRunner runner = run(throwing, 2)) {
            accept(workspace, new Deposit(A, 10));
            awaitProblem(runner);
            assertEquals(2, runner.position());
            assertEquals("on purpose", runner.problem());
            String stopped = runner.stopped().orElse("");
            assertTrue(stopped.contains("'throwing' stopped behind position 2"), stopped);
        }
    }

    @Test
    void saysThatItStoppedWhateverTheReason() throws Exception {
        Reactor deep =
                new Reactor() {
                    @Override
                    public String name() {
                        return "deep";
                    }

                    @Override
                    public List<? extends Command> react(Envelope envelope) {
                        throw new StackOverflowError();
                    }
                };
        try (ReactorRunner runner = run(deep, 2)) {
            accept(workspace, new Deposit(A, 10));
            awaitProblem(runner);
            assertEquals(2, runner.position());
        }
    }

    @Test
    void stopsAtACommandThatIsABugOrTooMany() throws Exception {
        List<Command> bug = List.of(new Deposit(B, LedgerDecider.THROWS_IN_DECIDE));
        List<Command> tooMany = Collections.nCopies(1024, new Deposit(B, 1));
        for (List<Command> commands : List.of(bug, tooMany)) {
            Reactor reactor =
                    new Reactor() {
                        @Override
                        public String name() {
                            return "reckless-" + commands.size();
                        }

                        @Override
                        public List<? extends Command> react(Envelope envelope) {
                            return commands;
                        }
                    };
            try (ReactorRunner runner = run(reactor, 0)) {
                awaitProblem(runner);
                assertNotNull(runner.problem());
            }
        }
    }

    @Test
    void sendsManyCommandsOfOneEvent() throws Exception {
        try (ReactorRunner runner = run(new Generous(), 0)) {
            awaitPosition(runner, 1002);
        }
        assertEquals(1000, tithes().size());
    }

    @Test
    void isNotMisledByAPositionOfAnotherLogOrADamagedOne() throws Exception {
        new PositionFile(disk, DIRECTORY, "when-paid-in-then-tithe")
                .write(new PositionFile.Mark(99, log.headHash()));
        try (ReactorRunner runner = run(new WhenPaidInThenTithe(), 0)) {
            accept(workspace, new Deposit(A, 10));
            awaitPosition(runner, 5);
        }
        disk.flip(DIRECTORY.resolve("when-paid-in-then-tithe.position"), 5, 1);
        try (ReactorRunner runner = run(new WhenPaidInThenTithe(), 0)) {
            awaitPosition(runner, 5);
        }
        assertEquals(List.of(1L, 0L), tithes());
    }

    @Test
    void goesOnWhenItsPositionCannotBeReadOrSaved() throws Exception {
        accept(workspace, new Deposit(A, 10));
        remember(1, log);
        disk.failFromCall(1, SimulatedDisk.Failure.ERROR);
        ReactorRunner runner = run(new WhenPaidInThenTithe(), 0);
        awaitPosition(runner, 5);
        runner.close();
        disk.crash();
        reopen();
        try (ReactorRunner again = run(new WhenPaidInThenTithe(), 0)) {
            awaitPosition(again, 5);
        }
        assertEquals(List.of(1L, 0L), tithes());
    }

    @Test
    void sendsNoMoreTogetherThanTheWorkspaceTakes() throws Exception {
        for (int i = 0; i < 20; i++) {
            accept(workspace, new Deposit(A, 10));
        }
        workspace.close();
        workspace = Ledgers.open(log, WorkspaceOptions.DEFAULTS.withQueueCommands(3));
        try (ReactorRunner runner = run(new WhenPaidInThenTithe(), 0)) {
            awaitPosition(runner, 62);
        }
        assertEquals(40, tithes().size());
    }
}
