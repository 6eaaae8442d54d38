package alchemist.engine.stream;

import static alchemist.engine.Ledgers.A;
import static alchemist.engine.Ledgers.ANN;
import static alchemist.engine.Ledgers.B;
import static alchemist.engine.Ledgers.accept;
import static alchemist.engine.Ledgers.openAccount;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.engine.Ledgers;
import alchemist.engine.ScriptedLog;
import alchemist.engine.ledger.LedgerCommand.Deposit;
import alchemist.engine.ledger.LedgerCommand.DepositOften;
import alchemist.engine.ledger.LedgerCommand.Transfer;
import alchemist.engine.ledger.LedgerEvent.Booked;
import alchemist.engine.workspace.Workspace;
import alchemist.engine.workspace.WorkspaceOptions;
import alchemist.kernel.Envelope;
import alchemist.log.Hash;
import alchemist.log.Origin;
import alchemist.log.WorkspaceId;
import alchemist.testkit.log.MemoryLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class EventsTest {
    /** So little that followers must read the log as soon as they are two blocks behind. */
    private static final long FORGETFUL_BYTES = 500;

    private final ScriptedLog log = new ScriptedLog();
    private final Workspace workspace =
            Ledgers.open(
                    log,
                    WorkspaceOptions.DEFAULTS
                            .withClock(() -> Instant.ofEpochSecond(1000))
                            .withRecentBytes(FORGETFUL_BYTES));

    @AfterEach
    void close() throws Exception {
        workspace.close();
    }

    private List<Long> positions(long from, long to) throws Exception {
        return positions(workspace, from, to);
    }

    private static List<Long> positions(Workspace workspace, long from, long to) throws Exception {
        try (EventCursor cursor = workspace.events().read(from, to)) {
            return cursor.toList().stream().map(Envelope::position).toList();
        }
    }

    @Test
    void readsARangeOfEvents() throws Exception {
        accept(workspace, openAccount(A));
        accept(workspace, new DepositOften(A, 1, 5));
        accept(workspace, new Deposit(A, 2));

        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L), positions(0, Long.MAX_VALUE));
        assertEquals(List.of(3L, 4L), positions(3, 4));
        assertEquals(List.of(), positions(8, 100));
        assertEquals(List.of(), positions(5, 4));
    }

    @Test
    void aBranchHasNoEventsOfItsParent() throws Exception {
        Origin origin =
                new Origin(new WorkspaceId(1, 2), new WorkspaceId(3, 4), 100, new Hash(5, 6, 7, 8));
        try (Workspace branch = Ledgers.open(new MemoryLog(origin, 0))) {
            accept(branch, openAccount(A));
            accept(branch, new DepositOften(A, 1, 5));

            assertEquals(List.of(), positions(branch, 50, 60));
            assertEquals(List.of(), positions(branch, 50, 100));
            assertEquals(List.of(101L), positions(branch, 50, 101));
            assertEquals(List.of(102L, 103L), positions(branch, 102, 103));
            assertTrue(branch.events().commandOf(50).isEmpty());
            assertTrue(branch.events().commandOf(100).isEmpty());
            assertEquals(101, branch.events().commandOf(101).orElseThrow().lastPosition());
        }
    }

    @Test
    void tellsWhatAnEventSharesWithItsCommand() throws Exception {
        accept(workspace, openAccount(A));
        accept(workspace, openAccount(B));
        accept(workspace, new Deposit(A, 2));
        accept(workspace, new Transfer(A, B, 1));

        try (EventCursor cursor = workspace.events().read(5, 5)) {
            Envelope envelope = cursor.toList().getFirst();
            assertEquals(new Booked(B, 1), envelope.event());
            assertEquals(4, envelope.firstOfCommand());
            assertEquals(5, envelope.lastOfCommand());
            assertEquals(7, envelope.rules());
            assertEquals(1_000_000_000, envelope.recordedAt());
            assertEquals(1_000_000_000, envelope.effectiveAt());
            assertEquals(new Transfer(A, B, 1), envelope.cause().command());
            assertEquals(ANN, envelope.cause().envelope().actor());
        }
    }

    @Test
    void findsTheCommandOfAPosition() throws Exception {
        accept(workspace, openAccount(A));
        accept(workspace, new DepositOften(A, 1, 50));
        accept(workspace, new Deposit(A, 2));

        Recorded command = workspace.events().commandOf(20).orElseThrow();
        assertEquals(new DepositOften(A, 1, 50), command.submission().command());
        assertEquals(2, command.firstPosition());
        assertEquals(51, command.lastPosition());
        assertEquals(command.events(), command.decided().events());
        assertEquals(
                new Deposit(A, 2),
                workspace.events().commandOf(52).orElseThrow().submission().command());
        assertTrue(workspace.events().commandOf(53).isEmpty());
        assertTrue(workspace.events().commandOf(0).isEmpty());
    }

    @Test
    void findsTheCommandOfEveryPositionInTheLogAsInMemory() throws Exception {
        accept(workspace, openAccount(A));
        accept(workspace, new DepositOften(A, 1, 3));
        accept(workspace, new Deposit(A, 2));
        accept(workspace, new DepositOften(A, 1, 50));
        accept(workspace, new DepositOften(A, 1, 2));
        List<Long> firsts = new ArrayList<>();
        for (long position = 1; position <= workspace.events().position(); position++) {
            firsts.add(workspace.events().commandOf(position).orElseThrow().firstPosition());
        }

        List<Long> expected = new ArrayList<>(List.of(1L, 2L, 2L, 2L, 5L));
        expected.addAll(Collections.nCopies(50, 6L));
        expected.addAll(List.of(56L, 56L));
        assertEquals(expected, firsts);
    }

    @Test
    void followsWithoutAGapAndNothingTwiceWhileOthersWrite() throws Exception {
        int writers = 4;
        int each = 500;
        accept(workspace, openAccount(A));
        List<Subscription> subscriptions = new ArrayList<>();
        List<Collected> collected = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int w = 0; w < writers; w++) {
            threads.add(
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        for (int i = 0; i < each; i++) {
                                            accept(workspace, new Deposit(A, 1));
                                        }
                                    }));
            Collected handler = new Collected(1 + writers * each);
            collected.add(handler);
            subscriptions.add(
                    workspace
                            .events()
                            .subscribe(workspace.position() / 2, SubjectPattern.ALL, handler));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        for (int i = 0; i < writers; i++) {
            collected.get(i).complete.await();
            subscriptions.get(i).close();
            subscriptions.get(i).awaitEnd();
            List<Long> seen = collected.get(i).positions;
            assertEquals(
                    LongStream.rangeClosed(seen.getFirst(), 1 + writers * each).boxed().toList(),
                    seen);
        }
    }

    @Test
    void followsFromTheMidstOfACommandAndHandsNothingOnOnceItIsClosed() throws Exception {
        accept(workspace, openAccount(A));
        accept(workspace, new DepositOften(A, 1, 50));
        CompletableFuture<Subscription> subscription = new CompletableFuture<>();
        CompletableFuture<String> end = new CompletableFuture<>();
        List<Long> seen = new ArrayList<>();
        EventHandler handler =
                new EventHandler() {
                    @Override
                    public void handle(Envelope envelope) {
                        seen.add(envelope.position());
                        if (seen.size() == 3) {
                            subscription.join().close();
                        }
                    }

                    @Override
                    public void reached(long position) {
                        seen.add(-position);
                    }

                    @Override
                    public void ended(@Nullable Throwable problem) {
                        end.complete("ended with " + problem);
                    }
                };
        subscription.complete(workspace.events().subscribe(20, SubjectPattern.ALL, handler));
        subscription.join().awaitEnd();

        assertEquals("ended with null", end.getNow("is not ended"));
        assertEquals(List.of(21L, 22L, 23L), seen);
    }

    @Test
    void letsASlowHandlerReadTheLogInsteadOfKeepingEventsForIt() throws Exception {
        BlockingQueue<Long> narrow = new ArrayBlockingQueue<>(1);
        accept(workspace, openAccount(A));
        try (Subscription subscription =
                workspace
                        .events()
                        .subscribe(0, SubjectPattern.ALL, e -> narrow.put(e.position()))) {
            for (int i = 0; i < 100; i++) {
                accept(workspace, new Deposit(A, 1));
            }
            for (long expected = 1; expected <= 101; expected++) {
                assertEquals(expected, narrow.take());
            }
            assertEquals("test", workspace.events().workspace());
            end(subscription);
        }
    }

    @Test
    void handsOnOnlyWhatThePatternSelectsAndSaysHowFarItIs() throws Exception {
        Collected handler = new Collected(2);
        try (Subscription subscription =
                workspace
                        .events()
                        .subscribe(0, SubjectPattern.parse("ws.*.ledger.*.booked"), handler)) {
            accept(workspace, openAccount(A));
            accept(workspace, new Deposit(A, 1));
            handler.complete.await();
            assertEquals(List.of(2L), handler.positions);
            end(subscription);
        }
        assertNull(handler.ended.join().problem());
    }

    @Test
    void endsASubscriptionWithWhatItsHandlerThrew() throws Exception {
        accept(workspace, openAccount(A));
        Collected handler =
                new Collected(1) {
                    @Override
                    public void handle(Envelope envelope) {
                        throw new IllegalStateException("on purpose");
                    }
                };
        try (Subscription subscription =
                workspace.events().subscribe(0, SubjectPattern.ALL, handler)) {
            assertInstanceOf(IllegalStateException.class, handler.ended.join().problem());
            subscription.awaitEnd();
        }
    }

    @Test
    void endsASubscriptionWithTheErrorThatItsHandlerMet() throws Exception {
        accept(workspace, openAccount(A));
        Collected handler =
                new Collected(1) {
                    @Override
                    public void handle(Envelope envelope) {
                        throw new StackOverflowError("on purpose");
                    }
                };
        try (Subscription subscription =
                workspace.events().subscribe(0, SubjectPattern.ALL, handler)) {
            Ended ended = handler.ended.get(1, TimeUnit.MINUTES);
            assertInstanceOf(StackOverflowError.class, ended.problem());
            subscription.awaitEnd();
        }
    }

    @Test
    void endsSubscriptionsWhenTheWorkspaceIsClosed() throws Exception {
        Collected handler = new Collected(1);
        try (Subscription subscription =
                workspace.events().subscribe(0, SubjectPattern.ALL, handler)) {
            assertFalse(handler.ended.isDone());
            workspace.close();
            assertNull(handler.ended.join().problem());
            subscription.awaitEnd();
        }
    }

    private record Ended(@Nullable Throwable problem) {}

    private static class Collected implements EventHandler {
        final List<Long> positions = new ArrayList<>();
        final CountDownLatch complete = new CountDownLatch(1);
        final CompletableFuture<Ended> ended = new CompletableFuture<>();
        private final long until;

        Collected(long until) {
            this.until = until;
        }

        @Override
        public void handle(Envelope envelope) {
            positions.add(envelope.position());
        }

        @Override
        public void reached(long position) {
            if (position >= until) {
                complete.countDown();
            }
        }

        @Override
        public void ended(@Nullable Throwable problem) {
            ended.complete(new Ended(problem));
        }
    }

    private static void end(AutoCloseable subscription) throws Exception {
        subscription.close();
        if (subscription instanceof Subscription one) {
            one.awaitEnd();
        }
    }
}
