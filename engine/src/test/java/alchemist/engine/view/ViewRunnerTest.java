package alchemist.engine.view;

import static alchemist.engine.Ledgers.A;
import static alchemist.engine.Ledgers.B;
import static alchemist.engine.Ledgers.accept;
import static alchemist.engine.Ledgers.openAccount;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.engine.Ledgers;
import alchemist.engine.ScriptedLog;
import alchemist.engine.StartedThreads;
import alchemist.engine.ledger.BalancesView;
import alchemist.engine.ledger.LedgerCommand.Deposit;
import alchemist.engine.ledger.LedgerCommand.DepositOften;
import alchemist.engine.ledger.LedgerCommand.Transfer;
import alchemist.engine.ledger.LedgerEvent.Booked;
import alchemist.engine.snapshot.Snapshots;
import alchemist.engine.workspace.Workspace;
import alchemist.engine.workspace.WorkspaceOptions;
import alchemist.kernel.Envelope;
import alchemist.kernel.Id;
import alchemist.kernel.schema.Output;
import alchemist.logfile.FileDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ViewRunnerTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final long UNLUCKY = 13;

    private final ScriptedLog log = new ScriptedLog();
    private final StartedThreads threads = new StartedThreads();
    private final Workspace workspace =
            Ledgers.open(log, WorkspaceOptions.DEFAULTS.withThreads(threads));
    private final List<ViewRunner<?>> runners = new ArrayList<>();

    @TempDir private Path directory;

    private ViewRunner<BalancesView> run(Supplier<BalancesView> make) throws Exception {
        return run(make, Snapshots.NONE, ViewOptions.DEFAULTS);
    }

    private ViewRunner<BalancesView> run(
            Supplier<BalancesView> make, Snapshots checkpoints, ViewOptions options)
            throws Exception {
        ViewRunner<BalancesView> runner =
                ViewRunner.start(make, workspace.commits(), checkpoints, options);
        runners.add(runner);
        return runner;
    }

    private static Map<Id, Long> balances(ViewRunner<BalancesView> runner, long at)
            throws Exception {
        assertTrue(runner.atLeast(at, LONG));
        return runner.view().balances();
    }

    @AfterEach
    void close() throws Exception {
        log.release();
        runners.forEach(ViewRunner::close);
        workspace.close();
        threads.join("");
        assertEquals(0, log.openCursors());
    }

    @Test
    void answersWithWhatIsCommitted() throws Exception {
        ViewRunner<BalancesView> runner = run(BalancesView::new);
        accept(workspace, openAccount(A));
        accept(workspace, openAccount(B));
        accept(workspace, new Deposit(A, 5));
        long position = accept(workspace, new Transfer(A, B, 2)).position();

        assertEquals(Map.of(A, 3L, B, 2L), balances(runner, position));
        assertEquals(position, runner.position());
        assertEquals(position, runner.view().position());
    }

    @Test
    void foldsWhatWasCommittedBeforeItStarted() throws Exception {
        accept(workspace, openAccount(A));
        long position = accept(workspace, new Deposit(A, 5)).position();

        assertEquals(Map.of(A, 5L), balances(run(BalancesView::new), position));
    }

    @Test
    void saysWhenAPositionWasNotReachedInTime() throws Exception {
        assertFalse(run(BalancesView::new).atLeast(1, Duration.ofMillis(1)));
    }

    @Test
    void parksWhatCannotBeFoldedAndWhatMentionsTheSame() throws Exception {
        ViewRunner<BalancesView> runner = run(() -> new Superstitious(new CountDownLatch(1)));
        accept(workspace, openAccount(A));
        accept(workspace, openAccount(B));
        accept(workspace, new Deposit(A, UNLUCKY));
        accept(workspace, new Deposit(A, 1));
        long position = accept(workspace, new Deposit(B, 4)).position();

        assertEquals(Map.of(A, 0L, B, 4L), balances(runner, position));
        assertEquals(List.of(3L, 4L), runner.parked().stream().map(ParkedEvent::position).toList());
        assertEquals("waits behind the event at 3", runner.parked().getLast().reason());
        assertNull(runner.problem());
    }

    @Test
    void triesAgainWhenItIsStartedWhatWasParked() throws Exception {
        Snapshots checkpoints = Snapshots.in(new FileDisk(), directory);
        CountDownLatch fixed = new CountDownLatch(1);
        ViewRunner<BalancesView> first =
                run(() -> new Superstitious(fixed), checkpoints, new ViewOptions(1, 1));
        accept(workspace, openAccount(A));
        long position = accept(workspace, new Deposit(A, UNLUCKY)).position();
        assertTrue(first.atLeast(position, LONG));
        first.close();

        ViewRunner<BalancesView> second =
                run(() -> new Superstitious(fixed), checkpoints, new ViewOptions(1, 1));
        assertTrue(second.atLeast(position, LONG));
        assertEquals(Map.of(A, 0L), second.view().balances());
        assertEquals(List.of(2L), second.parked().stream().map(ParkedEvent::position).toList());
        second.close();

        fixed.countDown();
        ViewRunner<BalancesView> third =
                run(() -> new Superstitious(fixed), checkpoints, new ViewOptions(1, 1));
        assertTrue(third.atLeast(position, LONG));
        assertEquals(Map.of(A, 13L), third.view().balances());
        assertEquals(List.of(), third.parked());
    }

    @Test
    void passesOverACheckpointThatLacksAnEvent() throws Exception {
        Snapshots checkpoints = Snapshots.in(new FileDisk(), directory);
        accept(workspace, openAccount(A));
        long position = accept(workspace, new Deposit(A, 5)).position();
        BalancesView empty = new BalancesView();
        Parking parking = new Parking();
        parking.park(1, new Booked(A, 5), "not understood then");
        Objects.requireNonNull(checkpoints.of(empty.name(), empty.version()))
                .save(
                        position,
                        log.headHash(),
                        out -> {
                            parking.save(out);
                            empty.save(out);
                        });

        assertEquals(
                Map.of(A, 5L),
                balances(run(BalancesView::new, checkpoints, ViewOptions.DEFAULTS), position));
    }

    @Test
    void goesOnFromItsCheckpoint() throws Exception {
        Snapshots checkpoints = Snapshots.in(new FileDisk(), directory);
        ViewRunner<BalancesView> first = run(BalancesView::new, checkpoints, new ViewOptions(1, 1));
        accept(workspace, openAccount(A));
        long position = accept(workspace, new Deposit(A, 5)).position();
        assertTrue(first.atLeast(position, LONG));
        first.close();
        long later = accept(workspace, new Deposit(A, 2)).position();

        ViewRunner<BalancesView> second =
                run(BalancesView::new, checkpoints, new ViewOptions(1, 1));
        assertEquals(Map.of(A, 7L), balances(second, later));
        assertEquals(1, second.view().applied());
    }

    @Test
    void foldsAgainWhenItsCheckpointIsOfAnotherVersionOrDamaged() throws Exception {
        Snapshots checkpoints = Snapshots.in(new FileDisk(), directory);
        ViewRunner<BalancesView> first = run(BalancesView::new, checkpoints, new ViewOptions(1, 1));
        accept(workspace, openAccount(A));
        long position = accept(workspace, new Deposit(A, 5)).position();
        assertTrue(first.atLeast(position, LONG));
        first.close();

        ViewRunner<BalancesView> second =
                run(() -> new BalancesView(2), checkpoints, ViewOptions.DEFAULTS);
        assertEquals(Map.of(A, 5L), balances(second, position));
        assertEquals(2, second.view().applied());

        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 1;
                Files.write(file, bytes);
            }
        }
        ViewRunner<BalancesView> third = run(BalancesView::new, checkpoints, ViewOptions.DEFAULTS);
        assertEquals(Map.of(A, 5L), balances(third, position));
        assertEquals(2, third.view().applied());
    }

    @Test
    void foldsAgainWhenItsCheckpointCannotBeRead() throws Exception {
        Snapshots checkpoints = Snapshots.in(new FileDisk(), directory);
        ViewRunner<BalancesView> first = run(BalancesView::new, checkpoints, new ViewOptions(1, 1));
        accept(workspace, openAccount(A));
        assertTrue(first.atLeast(1, LONG));
        first.close();

        ViewRunner<BalancesView> second =
                run(
                        () ->
                                new BalancesView() {
                                    @Override
                                    public void load(alchemist.kernel.schema.Input in) {
                                        throw new IllegalStateException("on purpose");
                                    }
                                },
                        checkpoints,
                        ViewOptions.DEFAULTS);
        assertEquals(Map.of(A, 0L), balances(second, 1));
    }

    @Test
    void stopsWhenItWouldParkMoreThanOneLooksThrough() throws Exception {
        ViewRunner<BalancesView> runner = run(() -> new Superstitious(new CountDownLatch(1)));
        accept(workspace, openAccount(A));
        accept(workspace, new Deposit(A, UNLUCKY));
        accept(workspace, new DepositOften(A, 1, Parking.MAX / 2));
        long position = accept(workspace, new DepositOften(A, 1, Parking.MAX / 2 - 1)).position();
        assertEquals(Map.of(A, 0L), balances(runner, position));
        assertEquals(Parking.MAX, runner.parked().size());
        long later = accept(workspace, new Deposit(A, 1)).position();

        assertFalse(runner.atLeast(later, LONG));
        assertTrue(String.valueOf(runner.problem()).contains("since position 2"));
    }

    @Test
    void goesOnWhereItsCheckpointCannotBeWritten() throws Exception {
        Snapshots checkpoints = Snapshots.in(new FileDisk(), directory);
        CountDownLatch tried = new CountDownLatch(1);
        ViewRunner<BalancesView> runner =
                run(
                        () ->
                                new BalancesView() {
                                    @Override
                                    public void save(Output out) {
                                        tried.countDown();
                                        throw new IllegalStateException("on purpose");
                                    }
                                },
                        checkpoints,
                        new ViewOptions(1, 1));
        accept(workspace, openAccount(A));
        tried.await();
        long position = accept(workspace, new Deposit(A, 5)).position();

        assertEquals(Map.of(A, 5L), balances(runner, position));
        assertNull(runner.problem());
    }

    /** What was wrong in the old copy would be back at the next start. */
    @Test
    void keepsNoCheckpointOfACopyThatAnotherTookThePlaceOf() throws Exception {
        Snapshots checkpoints = Snapshots.in(new FileDisk(), directory);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ViewRunner<BalancesView> runner =
                run(() -> new Wrong(begun, goOn), checkpoints, new ViewOptions(1, 1));
        accept(workspace, openAccount(A));
        assertTrue(runner.atLeast(1, LONG));
        long position = accept(workspace, new Deposit(A, UNLUCKY)).position();
        begun.await();
        runner.rebuild(BalancesView::new).join();
        assertEquals(Map.of(A, UNLUCKY), balances(runner, position));
        runner.close();
        goOn.countDown();
        threads.join("view-");

        ViewRunner<BalancesView> later = run(BalancesView::new, checkpoints, new ViewOptions(1, 1));
        assertEquals(Map.of(A, UNLUCKY), balances(later, position));
    }

    @Test
    void answersFromTheOldCopyUntilTheRebuiltOneHasCaughtUp() throws Exception {
        ViewRunner<BalancesView> runner = run(BalancesView::new);
        // What has folded nothing is no older than the copy that is made, and would give way at
        // once.
        assertEquals(Map.of(A, 0L), balances(runner, accept(workspace, openAccount(A)).position()));
        CountDownLatch goOn = new CountDownLatch(1);

        CompletableFuture<?> done = runner.rebuild(() -> new Slow(2, goOn));
        long position = accept(workspace, new Deposit(A, 5)).position();
        assertEquals(Map.of(A, 5L), balances(runner, position));
        assertEquals(1, runner.view().version());
        assertTrue(runner.isRebuilding());
        goOn.countDown();
        done.join();

        assertEquals(2, runner.view().version());
        assertEquals(position, runner.position());
        assertEquals(Map.of(A, 5L), runner.view().balances());
        assertFalse(runner.isRebuilding());
        long later = accept(workspace, new Deposit(A, 1)).position();
        assertEquals(Map.of(A, 6L), balances(runner, later));
    }

    @Test
    void givesUpARebuildForAnother() throws Exception {
        ViewRunner<BalancesView> runner = run(BalancesView::new);
        long position = accept(workspace, openAccount(A)).position();
        assertEquals(Map.of(A, 0L), balances(runner, position));
        CountDownLatch never = new CountDownLatch(1);
        CompletableFuture<?> first = runner.rebuild(() -> new Slow(2, never));
        runner.rebuild(() -> new BalancesView(3)).join();
        never.countDown();

        assertThrows(ExecutionException.class, first::get);
        assertEquals(3, runner.view().version());
        runner.rebuild().join();
        assertEquals(3, runner.view().version());
    }

    @Test
    void givesUpARebuildThatStops() throws Exception {
        ViewRunner<BalancesView> runner = run(BalancesView::new);
        long position = accept(workspace, openAccount(A)).position();
        assertEquals(Map.of(A, 0L), balances(runner, position));
        CompletableFuture<?> done =
                runner.rebuild(
                        () ->
                                new BalancesView(2) {
                                    @Override
                                    public void publish(long at) {
                                        throw new IllegalStateException("on purpose");
                                    }
                                });

        ExecutionException failed = assertThrows(ExecutionException.class, done::get);
        assertTrue(String.valueOf(failed.getMessage()).contains("on purpose"));
        assertFalse(runner.isRebuilding());
        long later = accept(workspace, new Deposit(A, 5)).position();
        assertEquals(Map.of(A, 5L), balances(runner, later));
        assertEquals(1, runner.view().version());
        assertNull(runner.problem());
    }

    @Test
    void rebuildsAsItBeganUntilItIsClosed() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        ViewRunner<BalancesView> runner = run(BalancesView::new);
        long position = accept(workspace, openAccount(A)).position();
        assertEquals(Map.of(A, 0L), balances(runner, position));
        BalancesView before = runner.view();
        runner.rebuild().join();
        assertNotSame(before, runner.view());
        assertEquals(Map.of(A, 0L), balances(runner, position));

        CompletableFuture<?> done = runner.rebuild(() -> new Slow(2, never));
        runner.close();
        assertThrows(ExecutionException.class, done::get);
        assertThrows(IllegalStateException.class, () -> runner.rebuild());
        never.countDown();
    }

    @Test
    void stopsWhenItCannotPublishAndAnswersAtTheOldPosition() throws Exception {
        ViewRunner<BalancesView> runner =
                run(
                        () ->
                                new BalancesView() {
                                    @Override
                                    public void publish(long at) {
                                        if (at == 2) {
                                            throw new IllegalStateException("on purpose");
                                        }
                                        super.publish(at);
                                    }
                                });
        accept(workspace, openAccount(A));
        assertTrue(runner.atLeast(1, LONG));
        accept(workspace, openAccount(B));

        assertFalse(runner.atLeast(2, LONG));
        assertNotNull(runner.problem());
        assertEquals(1, runner.position());
        runner.rebuild(BalancesView::new).join();
        assertTrue(runner.atLeast(2, LONG));
        assertNull(runner.problem());
    }

    /** Cannot fold one amount until it is told otherwise. */
    private static final class Superstitious extends BalancesView {
        private final CountDownLatch fixed;

        Superstitious(CountDownLatch fixed) {
            this.fixed = fixed;
        }

        @Override
        public void apply(Envelope envelope) {
            if (envelope.event() instanceof Booked booked
                    && booked.amount() == UNLUCKY
                    && fixed.getCount() > 0) {
                throw new IllegalStateException("an unlucky amount");
            }
            super.apply(envelope);
        }
    }

    /** Counts one amount twice, when it may. */
    private static final class Wrong extends BalancesView {
        private final CountDownLatch begun;
        private final CountDownLatch goOn;

        Wrong(CountDownLatch begun, CountDownLatch goOn) {
            this.begun = begun;
            this.goOn = goOn;
        }

        @Override
        public void apply(Envelope envelope) {
            super.apply(envelope);
            if (envelope.event() instanceof Booked booked && booked.amount() == UNLUCKY) {
                begun.countDown();
                await(goOn);
                super.apply(envelope);
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Folds nothing before it may. */
    private static final class Slow extends BalancesView {
        private final CountDownLatch goOn;

        Slow(int version, CountDownLatch goOn) {
            super(version);
            this.goOn = goOn;
        }

        @Override
        public void apply(Envelope envelope) {
            await(goOn);
            super.apply(envelope);
        }
    }
}
