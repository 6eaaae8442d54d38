package alchemist.engine.workspace;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.engine.ScriptedLog;
import alchemist.engine.StartedThreads;
import alchemist.engine.ledger.Ledger;
import alchemist.engine.ledger.LedgerCommand.Deposit;
import alchemist.engine.ledger.LedgerCommand.DepositOften;
import alchemist.engine.ledger.LedgerCommand.OpenAccount;
import alchemist.engine.ledger.LedgerCommand.Transfer;
import alchemist.engine.ledger.LedgerDecider;
import alchemist.engine.ledger.LedgerEvent.Booked;
import alchemist.engine.snapshot.Snapshots;
import alchemist.engine.stream.EventCursor;
import alchemist.engine.workspace.Answer.Accepted;
import alchemist.engine.workspace.Answer.Refused;
import alchemist.engine.workspace.Answer.Rejected;
import alchemist.engine.workspace.Answer.Why;
import alchemist.kernel.Command;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import alchemist.kernel.collection.Lookahead;
import alchemist.kernel.value.Value;
import alchemist.log.IoFailure;
import alchemist.log.LogFailed;
import alchemist.log.LogFull;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WorkspaceTest {
    private static final Id ANN = Id.of("client", "ann");
    private static final Id A = Id.of("account", "a");
    private static final Id B = Id.of("account", "b");

    private final ScriptedLog log = new ScriptedLog();
    private Workspace workspace = open();

    private Workspace open() {
        return Workspace.open(
                "test",
                log,
                LedgerDecider.rules(),
                Snapshots.NONE,
                Sealer.NONE,
                WorkspaceOptions.DEFAULTS);
    }

    private void open(Wrapped decider, WorkspaceOptions options) {
        workspace =
                Workspace.open(
                        "test",
                        log,
                        Rules.of(decider, 1, LedgerDecider.rules().contract()),
                        Snapshots.NONE,
                        Sealer.NONE,
                        options);
    }

    private void reopen() throws Exception {
        workspace.close();
        workspace = open();
    }

    @AfterEach
    void close() throws Exception {
        log.release();
        workspace.close();
    }

    private static Submission submission(Command command) {
        return new Submission(CommandEnvelope.of(ANN, ANN), command);
    }

    private Answer submit(Command command) {
        return workspace.submit(submission(command)).join();
    }

    private static OpenAccount openAccount(Id id) {
        return new OpenAccount(id, Value.text("someone"));
    }

    @Test
    void answersAnAcceptedCommandWithItsEventsAndPositions() {
        submit(openAccount(A));
        submit(openAccount(B));
        submit(new Deposit(A, 10));

        assertEquals(
                new Accepted(4, 5, List.of(new Booked(A, -3), new Booked(B, 3)), false),
                submit(new Transfer(A, B, 3)));
        assertEquals(5, workspace.position());
    }

    @Test
    void answersARejectedCommandWithCodeReasonAndPosition() {
        submit(openAccount(A));

        assertEquals(
                new Rejected("account-not-open", "open both accounts before", 1),
                submit(new Transfer(A, B, 3)));
    }

    @Test
    void recordsNothingOfWhatIsAlreadySo() {
        submit(openAccount(A));

        Accepted answer = assertInstanceOf(Accepted.class, submit(openAccount(A)));

        assertTrue(answer.unchanged());
        assertEquals(1, answer.position());
        assertEquals(1, log.position());
    }

    @Test
    void knowsAfterwardsWhatItKnewBefore() throws Exception {
        submit(openAccount(A));
        submit(new Deposit(A, 10));
        reopen();
        submit(openAccount(B));

        assertInstanceOf(Accepted.class, submit(new Transfer(A, B, 10)));
        assertInstanceOf(Rejected.class, submit(new Transfer(A, B, 1)));
    }

    @Test
    void answersNothingBeforeItIsDurable() throws Exception {
        log.hold();
        CompletableFuture<Answer> accepted = workspace.submit(submission(openAccount(A)));
        log.awaitAppend();
        CompletableFuture<Answer> rejected = workspace.submit(submission(new Deposit(B, 1)));
        CompletableFuture<Answer> later = workspace.submit(submission(new Deposit(A, 1)));
        assertFalse(accepted.isDone());
        log.letOne();
        assertInstanceOf(Accepted.class, accepted.join());
        log.awaitAppend();
        assertInstanceOf(Rejected.class, rejected.join());
        assertFalse(later.isDone());
        log.release();
        assertInstanceOf(Accepted.class, later.join());
        assertEquals(2, log.size());
    }

    @Test
    void answersNothingBeforeWhatItDependsOnIsDurable() throws Exception {
        workspace.close();
        CountDownLatch folded = new CountDownLatch(3);
        open(
                new Wrapped() {
                    @Override
                    public Ledger evolve(Ledger ledger, Event event) {
                        folded.countDown();
                        return super.evolve(ledger, event);
                    }
                },
                WorkspaceOptions.DEFAULTS);
        log.hold();
        CompletableFuture<Answer> first = workspace.submit(submission(openAccount(A)));
        log.awaitAppend();
        CompletableFuture<Answer> rejected = workspace.submit(submission(new Transfer(A, B, 1)));
        CompletableFuture<Answer> second = workspace.submit(submission(new Deposit(A, 1)));
        CompletableFuture<Answer> third = workspace.submit(submission(new Deposit(A, 2)));
        folded.await();
        assertFalse(first.isDone());
        assertFalse(rejected.isDone());
        log.letOne();
        assertInstanceOf(Accepted.class, first.join());
        assertInstanceOf(Rejected.class, rejected.join());
        log.awaitAppend();
        assertFalse(second.isDone());
        assertFalse(third.isDone());
        log.release();
        assertInstanceOf(Accepted.class, second.join());
        assertInstanceOf(Accepted.class, third.join());
    }

    @Test
    void isClosedWhenWhatWasSubmittedBeforeIsDurable() throws Exception {
        log.hold();
        CompletableFuture<Answer> first = workspace.submit(submission(openAccount(A)));
        log.awaitAppend();
        CompletableFuture<Answer> second = workspace.submit(submission(openAccount(B)));
        Thread closing = Thread.ofPlatform().start(() -> assertDoesNotThrow(workspace::close));
        while (closing.getState() == Thread.State.RUNNABLE
                || closing.getState() == Thread.State.NEW) {
            Thread.onSpinWait();
        }
        log.letOne();
        assertInstanceOf(Accepted.class, first.join());
        log.awaitAppend();
        assertFalse(log.isClosed());
        log.release();
        closing.join();

        assertInstanceOf(Accepted.class, second.join());
        assertTrue(log.isClosed());
        assertEquals(Why.CLOSED, assertInstanceOf(Refused.class, submit(openAccount(A))).why());
    }

    @Test
    void recordsTheTimeInMicrosecondsAndNeverOneBeforeTheLast() throws Exception {
        workspace.close();
        Instant[] now = {Instant.ofEpochSecond(7, 123_456_789)};
        open(new Wrapped(), WorkspaceOptions.DEFAULTS.withClock(() -> now[0]));
        submit(openAccount(A));
        now[0] = Instant.ofEpochSecond(5);
        submit(new Deposit(A, 1));
        now[0] = Instant.ofEpochSecond(8);
        submit(new Deposit(A, 2));

        List<Long> recorded = new ArrayList<>();
        try (EventCursor events = workspace.events().read(1, 3)) {
            events.toList().forEach(event -> recorded.add(event.recordedAt()));
        }
        assertEquals(List.of(7_123_456L, 7_123_456L, 8_000_000L), recorded);
    }

    @Test
    void refusesTheBlocksBehindOneThatFailedAndGoesOn() throws Exception {
        workspace.close();
        open(new Wrapped(), WorkspaceOptions.DEFAULTS.withBlockBytes(1024));
        submit(openAccount(A));
        log.hold();
        log.failNext(new LogFull("/disk", new IOException("no space")));
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            answers.add(workspace.submit(submission(new Deposit(A, 1))));
        }
        log.awaitAppend();
        log.release();
        int accepted = 0;
        for (CompletableFuture<Answer> answer : answers) {
            switch (answer.join()) {
                case Accepted _ -> accepted++;
                case Refused refused -> assertEquals(Why.FULL, refused.why());
                case Rejected rejected -> throw new AssertionError(rejected);
            }
        }

        assertNull(workspace.problem());
        assertInstanceOf(Refused.class, answers.getFirst().join());
        submit(openAccount(B));
        assertInstanceOf(Rejected.class, submit(new Transfer(A, B, accepted + 1)));
        assertEquals(2 + accepted, workspace.position());
    }

    @Test
    void recordsWhatWasAcceptedBeforeAnEventThatCannotBeFolded() throws Exception {
        submit(openAccount(A));
        log.hold();
        CompletableFuture<Answer> first = workspace.submit(submission(new Deposit(A, 1)));
        log.awaitAppend();
        CompletableFuture<Answer> second = workspace.submit(submission(new Deposit(A, 2)));
        CompletableFuture<Answer> wrong =
                workspace.submit(submission(new Deposit(A, LedgerDecider.THROWS_IN_EVOLVE)));
        log.release();

        assertInstanceOf(Accepted.class, first.join());
        assertInstanceOf(Accepted.class, second.join());
        assertInstanceOf(Refused.class, wrong.join());
        reopen();
        submit(openAccount(B));
        assertInstanceOf(Accepted.class, submit(new Transfer(A, B, 3)));
        assertEquals(6, workspace.position());
    }

    @Test
    void leavesNoThreadWhenItIsClosed() throws Exception {
        workspace.close();
        StartedThreads threads = new StartedThreads();
        open(new Wrapped(), WorkspaceOptions.DEFAULTS.withThreads(threads));
        submit(openAccount(A));
        workspace.close();

        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> threads.join(""));
    }

    @Test
    void beginsAnotherBlockWhenOneIsFull() throws Exception {
        workspace.close();
        open(new Wrapped(), WorkspaceOptions.DEFAULTS.withBlockBytes(1024));
        submit(openAccount(A));
        log.hold();
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            answers.add(workspace.submit(submission(new Deposit(A, 1))));
        }
        log.awaitAppend();
        log.release();
        for (CompletableFuture<Answer> answer : answers) {
            assertInstanceOf(Accepted.class, answer.join());
        }

        assertTrue(log.size() > 3, "blocks: " + log.size());
        reopen();
        assertInstanceOf(Accepted.class, submit(openAccount(B)));
        assertInstanceOf(Accepted.class, submit(new Transfer(A, B, 100)));
    }

    @Test
    void takesAsManyTogetherAsMayWaitAndNoMore() throws Exception {
        workspace.close();
        open(new Wrapped(), WorkspaceOptions.DEFAULTS.withQueueCommands(3));
        List<Submission> three =
                List.of(
                        submission(openAccount(A)),
                        submission(openAccount(B)),
                        submission(new Deposit(A, 1)));
        List<Submission> four = new ArrayList<>(three);
        four.add(submission(new Deposit(A, 1)));

        assertThrows(IllegalArgumentException.class, () -> workspace.submitAll(four, (_, _) -> {}));
        List<CompletableFuture<Answer>> answers =
                three.stream().map(_ -> new CompletableFuture<Answer>()).toList();
        workspace.submitAll(three, (i, answer) -> answers.get(i).complete(answer));
        answers.forEach(answer -> assertInstanceOf(Accepted.class, answer.join()));
        assertEquals(3, workspace.position());
    }

    @Test
    void refusesEachOfWhatIsSubmittedTogetherOnce() throws Exception {
        workspace.close();
        List<Integer> refused = new ArrayList<>();
        workspace.submitAll(
                List.of(submission(openAccount(A)), submission(openAccount(B))),
                (i, answer) -> {
                    assertInstanceOf(Refused.class, answer);
                    refused.add(i);
                });

        assertEquals(List.of(0, 1), refused);
    }

    @Test
    void refusesWhatWaitedWhileItsLogWasFoldedInVain() throws Exception {
        submit(openAccount(A));
        workspace.close();
        CountDownLatch submitted = new CountDownLatch(1);
        open(
                new Wrapped() {
                    @Override
                    public Ledger evolve(Ledger ledger, Event event) {
                        try {
                            submitted.await();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                        throw new IllegalStateException("on purpose");
                    }
                },
                WorkspaceOptions.DEFAULTS);
        List<CompletableFuture<Answer>> answers =
                List.of(new CompletableFuture<>(), new CompletableFuture<>());
        workspace.submitAll(
                List.of(submission(openAccount(B)), submission(new Deposit(A, 1))),
                (i, answer) -> assertTrue(answers.get(i).complete(answer)));
        CompletableFuture<Answer> other = workspace.submit(submission(new Deposit(A, 1)));
        CompletableFuture<Long> last = workspace.lastSequence(ANN);
        assertNull(workspace.problem());
        submitted.countDown();

        for (CompletableFuture<Answer> answer : List.of(answers.get(0), answers.get(1), other)) {
            Refused refused = assertInstanceOf(Refused.class, answer.get(1, TimeUnit.MINUTES));
            assertTrue(refused.reason().contains("on purpose"), refused.reason());
        }
        assertThrows(ExecutionException.class, () -> last.get(1, TimeUnit.MINUTES));
        workspace.ready().join();
        assertInstanceOf(Refused.class, submit(openAccount(B)));
    }

    @Test
    void refusesWhatWasDecidedSinceAnAppendFailedAndGoesOn() throws Exception {
        submit(openAccount(A));
        log.hold();
        log.failNext(new LogFull("/disk", new IOException("no space")));
        CompletableFuture<Answer> first = workspace.submit(submission(new Deposit(A, 5)));
        log.awaitAppend();
        CompletableFuture<Answer> second = workspace.submit(submission(openAccount(B)));
        log.release();

        assertEquals(Why.FULL, assertInstanceOf(Refused.class, first.join()).why());
        second.join();
        submit(openAccount(B));
        assertEquals(
                "not-enough",
                assertInstanceOf(Rejected.class, submit(new Transfer(A, B, 5))).code());
        assertNull(workspace.problem());
    }

    /** The thread that would answer had ended, and whoever asked waited for ever. */
    @Test
    void refusesEverythingWhereItCannotFoldAgainWhateverTheReason() throws Exception {
        workspace.close();
        AtomicBoolean isFull = new AtomicBoolean();
        Wrapped decider =
                new Wrapped() {
                    @Override
                    public Ledger evolve(Ledger ledger, Event event) {
                        if (isFull.get()) {
                            throw new StackOverflowError("on purpose");
                        }
                        return super.evolve(ledger, event);
                    }
                };
        open(decider, WorkspaceOptions.DEFAULTS);
        submit(openAccount(A));
        log.hold();
        log.failNext(new IoFailure("cannot write", new IOException("for now")));
        CompletableFuture<Answer> first = workspace.submit(submission(new Deposit(A, 5)));
        log.awaitAppend();
        isFull.set(true);
        log.release();
        assertInstanceOf(Refused.class, first.join());
        Answer later = workspace.submit(submission(new Deposit(A, 5))).get(1, TimeUnit.MINUTES);
        assertEquals(Why.FAILED, assertInstanceOf(Refused.class, later).why());
        assertNotNull(workspace.problem());
    }

    @Test
    void refusesWhatWaitsAndWhatComesWhereItsThreadMeetsAnError() throws Exception {
        workspace.close();
        Wrapped decider =
                new Wrapped() {
                    @Override
                    public void lookAhead(Lookahead ids, Ledger ledger) {
                        throw new OutOfMemoryError("on purpose");
                    }
                };
        open(decider, WorkspaceOptions.DEFAULTS);
        List<Submission> many = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            many.add(submission(openAccount(Id.of("account", "" + i))));
        }
        List<CompletableFuture<Answer>> answers =
                many.stream().map(_ -> new CompletableFuture<Answer>()).toList();
        workspace.submitAll(many, (i, answer) -> answers.get(i).complete(answer));

        for (CompletableFuture<Answer> answer : answers) {
            Refused refused = assertInstanceOf(Refused.class, answer.get(1, TimeUnit.MINUTES));
            assertEquals(Why.FAILED, refused.why());
        }
        Answer later = workspace.submit(submission(openAccount(A))).get(1, TimeUnit.MINUTES);
        assertEquals(Why.FAILED, assertInstanceOf(Refused.class, later).why());
        assertNotNull(workspace.problem());
    }

    @Test
    void saysWhyItDecidesNothingWhereFoldingItsLogMeetsAnError() throws Exception {
        submit(openAccount(A));
        workspace.close();
        Wrapped decider =
                new Wrapped() {
                    @Override
                    public Ledger evolve(Ledger ledger, Event event) {
                        throw new AssertionError("on purpose");
                    }
                };
        open(decider, WorkspaceOptions.DEFAULTS);
        workspace.ready().get(1, TimeUnit.MINUTES);

        assertTrue(String.valueOf(workspace.problem()).contains("on purpose"));
    }

    @Test
    void retriesNothingAfterAFailedForce() {
        submit(openAccount(A));
        log.failNext(new LogFailed("/disk", new IOException("broken")));

        assertEquals(Why.FAILED, assertInstanceOf(Refused.class, submit(new Deposit(A, 5))).why());
        assertEquals(Why.FAILED, assertInstanceOf(Refused.class, submit(new Deposit(A, 5))).why());
        assertNotNull(workspace.problem());
        assertEquals(1, log.position());
        assertEquals(1, workspace.position());
    }

    @Test
    void goesOnAfterAnIoFailure() {
        submit(openAccount(A));
        log.failNext(new IoFailure("cannot write", new IOException("for now")));

        assertInstanceOf(Refused.class, submit(new Deposit(A, 5)));
        assertInstanceOf(Accepted.class, submit(new Deposit(A, 5)));
    }

    @Test
    void refusesACommandLargerThanABlockAndKeepsItsState() {
        submit(openAccount(A));

        Refused refused = assertInstanceOf(Refused.class, submit(new DepositOften(A, 1, 100_000)));

        assertEquals(Why.TOO_LARGE, refused.why());
        submit(openAccount(B));
        assertInstanceOf(Rejected.class, submit(new Transfer(A, B, 1)));
    }

    @Test
    void refusesOnlyTheCommandThatTheRulesThrowAt() {
        submit(openAccount(A));

        Refused refused =
                assertInstanceOf(
                        Refused.class, submit(new Deposit(A, LedgerDecider.THROWS_IN_DECIDE)));

        assertEquals(Why.BUG, refused.why());
        assertInstanceOf(Accepted.class, submit(new Deposit(A, 1)));
    }

    @Test
    void stopsAtAnEventThatCannotBeFoldedAndDoesNotRecordIt() throws Exception {
        submit(openAccount(A));

        Answer answer = submit(new Deposit(A, LedgerDecider.THROWS_IN_EVOLVE));

        assertEquals(Why.FAILED, assertInstanceOf(Refused.class, answer).why());
        assertInstanceOf(Refused.class, submit(new Deposit(A, 1)));
        reopen();
        assertEquals(1, workspace.position());
        assertInstanceOf(Accepted.class, submit(new Deposit(A, 1)));
    }

    @Test
    void decidesManyCommandsInOrder() {
        submit(openAccount(A));
        submit(openAccount(B));
        List<Submission> many =
                java.util.stream.IntStream.range(0, 10_000)
                        .mapToObj(
                                i ->
                                        submission(
                                                i % 2 == 0
                                                        ? new Deposit(A, 1)
                                                        : new Transfer(A, B, 1)))
                        .toList();
        List<CompletableFuture<Answer>> answers =
                many.stream().map(_ -> new CompletableFuture<Answer>()).toList();

        workspace.submitAll(many, (i, answer) -> answers.get(i).complete(answer));

        for (CompletableFuture<Answer> answer : answers) {
            assertInstanceOf(Accepted.class, answer.join());
        }
        assertEquals(2 + 15_000, workspace.position());
    }
}
