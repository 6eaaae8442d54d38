package alchemist.engine.workspace;

import static alchemist.engine.Ledgers.A;
import static alchemist.engine.Ledgers.ANN;
import static alchemist.engine.Ledgers.B;
import static alchemist.engine.Ledgers.BEN;
import static alchemist.engine.Ledgers.accept;
import static alchemist.engine.Ledgers.openAccount;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.engine.Ledgers;
import alchemist.engine.ScriptedLog;
import alchemist.engine.ledger.Ledger;
import alchemist.engine.ledger.LedgerCommand.Deposit;
import alchemist.engine.ledger.LedgerCommand.DepositOften;
import alchemist.engine.ledger.LedgerCommand.Transfer;
import alchemist.engine.ledger.LedgerDecider;
import alchemist.engine.snapshot.SnapshotStore;
import alchemist.engine.snapshot.Snapshots;
import alchemist.engine.workspace.Answer.Accepted;
import alchemist.engine.workspace.Answer.Rejected;
import alchemist.kernel.Command;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.Redo;
import alchemist.kernel.Undo;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import alchemist.log.Log;
import alchemist.log.LogFull;
import alchemist.testkit.disk.SimulatedDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SnapshotsTest {
    private static final Path DIRECTORY = Path.of("/snapshots");

    private final ScriptedLog log = new ScriptedLog();
    private final SimulatedDisk disk = new SimulatedDisk(1);
    private final Counting decider = new Counting();

    /** Counts what it folds. */
    private static final class Counting extends Wrapped {
        final AtomicLong folded = new AtomicLong();
        final AtomicLong saved = new AtomicLong();
        final Semaphore writing = new Semaphore(1);
        volatile boolean unsavable;

        @Override
        public Ledger evolve(Ledger ledger, Event event) {
            folded.incrementAndGet();
            return super.evolve(ledger, event);
        }

        @Override
        public void save(Ledger ledger, Output out) {
            if (unsavable) {
                throw new IllegalStateException("not now");
            }
            writing.acquireUninterruptibly();
            super.save(ledger, out);
            writing.release();
            saved.incrementAndGet();
        }
    }

    @AfterEach
    void leavesNoCursorOpen() {
        assertEquals(0, log.openCursors());
    }

    private Workspace open(long snapshotEvents) {
        return Workspace.open(
                "test",
                log,
                Rules.of(decider, 1, LedgerDecider.CONTRACT),
                Snapshots.in(disk, DIRECTORY),
                Sealer.NONE,
                WorkspaceOptions.DEFAULTS.withSnapshotEvents(snapshotEvents));
    }

    @Test
    void foldsOnlyWhatCameAfterTheSnapshotThatWasSavedAtClose() throws Exception {
        try (Workspace workspace = open(1_000_000)) {
            accept(workspace, openAccount(A));
            accept(workspace, new DepositOften(A, 1, 6_000));
        }
        decider.folded.set(0);
        try (Workspace workspace = open(1_000_000)) {
            assertEquals(0, decider.folded.get());
            accept(workspace, openAccount(B));
            assertInstanceOf(Accepted.class, Ledgers.submit(workspace, new Transfer(A, B, 6_000)));
        }
    }

    @Test
    void savesInTheBackgroundWhenItIsQuiet() throws Exception {
        try (Workspace workspace = open(100)) {
            accept(workspace, openAccount(A));
            accept(workspace, new DepositOften(A, 1, 200));
            while (new SnapshotStore(disk, DIRECTORY, "state", version()).newest(log).isEmpty()) {
                Thread.onSpinWait();
            }
        }
        decider.folded.set(0);
        try (Workspace workspace = open(100)) {
            assertEquals(0, decider.folded.get());
            assertEquals(201, workspace.position());
        }
    }

    /**
     * The writer's state is saved, at the end of a block, while more comes: nothing is folded
     * again.
     */
    @Test
    void savesWhileItIsBusyAndFoldsNothingForIt() throws Exception {
        int commands = 0;
        try (Workspace workspace = open(10)) {
            accept(workspace, openAccount(A));
            while (new SnapshotStore(disk, DIRECTORY, "state", version()).newest(log).isEmpty()) {
                accept(workspace, new Deposit(A, 1));
                commands++;
            }
            accept(workspace, new Deposit(A, 1));
            assertEquals(commands + 2, decider.folded.get());
        }
        decider.folded.set(0);
        try (Workspace workspace = open(1_000_000)) {
            workspace.ready().join();
            assertTrue(decider.folded.get() < commands + 2);
            accept(workspace, openAccount(B));
            accept(workspace, new Transfer(A, B, commands + 1));
            assertInstanceOf(Rejected.class, Ledgers.submit(workspace, new Transfer(A, B, 1)));
        }
    }

    @Test
    void savesNothingAtCloseThatIsSavedAlready() throws Exception {
        try (Workspace workspace = open(100)) {
            accept(workspace, openAccount(A));
            accept(workspace, new DepositOften(A, 1, 6_000));
            while (new SnapshotStore(disk, DIRECTORY, "state", version()).newest(log).isEmpty()) {
                Thread.onSpinWait();
            }
        }
        assertEquals(1, decider.saved.get());
        open(1_000_000).close();
        assertEquals(1, decider.saved.get());
    }

    @Test
    void isNotClosedBeforeASnapshotThatIsBeingWrittenIsThere() throws Exception {
        decider.writing.acquire();
        Workspace workspace = open(10);
        accept(workspace, openAccount(A));
        accept(workspace, new DepositOften(A, 1, 20));
        while (!decider.writing.hasQueuedThreads()) {
            Thread.onSpinWait();
        }
        Thread closing = Thread.ofPlatform().start(() -> assertDoesNotThrow(workspace::close));
        decider.writing.release();
        closing.join();

        assertTrue(new SnapshotStore(disk, DIRECTORY, "state", version()).newest(log).isPresent());
    }

    @Test
    void goesOnWhereItsStateCannotBeWritten() throws Exception {
        decider.unsavable = true;
        try (Workspace workspace = open(10)) {
            accept(workspace, openAccount(A));
            for (int i = 0; i < 500; i++) {
                accept(workspace, new Deposit(A, 1));
            }
        }
        decider.unsavable = false;
        assertTrue(new SnapshotStore(disk, DIRECTORY, "state", version()).newest(log).isEmpty());
        try (Workspace workspace = open(10)) {
            accept(workspace, openAccount(B));
            accept(workspace, new Transfer(A, B, 500));
        }
    }

    @Test
    void closesItsLogAlsoWhereItsStateCannotBeWritten() throws Exception {
        decider.unsavable = true;
        Workspace workspace = open(1_000_000);
        accept(workspace, openAccount(A));
        accept(workspace, new DepositOften(A, 1, 6_000));
        workspace.close();

        assertTrue(log.isClosed());
    }

    @Test
    void savesNothingOfAStateThatCannotBeTrusted() throws Exception {
        Workspace workspace = open(1_000_000);
        accept(workspace, openAccount(A));
        accept(workspace, new DepositOften(A, 1, 6_000));
        Ledgers.submit(workspace, new Deposit(A, LedgerDecider.THROWS_IN_EVOLVE));
        workspace.close();

        assertTrue(new SnapshotStore(disk, DIRECTORY, "state", version()).newest(log).isEmpty());
    }

    @Test
    void foldsAllWhenTheSnapshotCannotBeRead() throws Exception {
        try (Workspace workspace = open(1_000_000)) {
            accept(workspace, openAccount(A));
            accept(workspace, new DepositOften(A, 1, 6_000));
        }
        new SnapshotStore(disk, DIRECTORY, "state", version())
                .save(log.position(), log.headHash(), _ -> {});
        decider.folded.set(0);
        try (Workspace workspace = open(1_000_000)) {
            workspace.ready().join();
            assertEquals(6_001, decider.folded.get());
            accept(workspace, openAccount(B));
            accept(workspace, new Transfer(A, B, 6_000));
        }
    }

    @Test
    void rebuildsFromTheSnapshotAfterAFailedAppend() throws Exception {
        try (Workspace workspace = open(1_000_000)) {
            accept(workspace, openAccount(A));
            accept(workspace, new DepositOften(A, 1, 6_000));
        }
        decider.folded.set(0);
        try (Workspace workspace = open(1_000_000)) {
            log.failNext(new LogFull("/disk", new IOException("full")));
            Ledgers.submit(workspace, openAccount(B));
            assertInstanceOf(Rejected.class, Ledgers.submit(workspace, new Transfer(A, B, 1)));
            assertEquals(1, decider.folded.get());
        }
    }

    private int version() {
        return Machine.version(Rules.of(decider, 1, LedgerDecider.CONTRACT));
    }

    @Property(tries = 50)
    void knowsTheSameHoweverItCameToKnowIt(@ForAll long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        ScriptedLog history = new ScriptedLog();
        SimulatedDisk cache = new SimulatedDisk(seed);
        Rules<Ledger> rules = LedgerDecider.rules();
        Snapshots snapshots = Snapshots.in(cache, DIRECTORY);
        try (Workspace workspace =
                Workspace.open(
                        "test",
                        history,
                        rules,
                        Snapshots.NONE,
                        Sealer.NONE,
                        WorkspaceOptions.DEFAULTS)) {
            Restorer<Ledger> restorer = Folds.restorer(rules, history, snapshots);
            for (int i = 0; i < 200; i++) {
                Id client = random.nextBoolean() ? ANN : BEN;
                workspace.submit(Ledgers.of(client, random.nextInt(60), command(random))).join();
                if (random.nextInt(50) == 0) {
                    Log.Head head = history.head();
                    restorer.save(
                            new Frozen(head.position(), head.hash(), restorer.restore().freeze()));
                }
            }
        }
        byte[] folded = saved(Folds.restorer(rules, history, Snapshots.NONE).restore());
        byte[] restored = saved(Folds.restorer(rules, history, snapshots).restore());
        assertArrayEquals(folded, restored);
        Machine<Ledger> loaded = Machine.load(rules, history.position(), new Input(folded));
        assertArrayEquals(folded, saved(loaded));
        assertTrue(history.position() > 0);
    }

    private static Command command(SplittableRandom random) {
        Id account = random.nextBoolean() ? A : B;
        return switch (random.nextInt(6)) {
            case 0 -> openAccount(account);
            case 1 -> new Deposit(account, random.nextInt(100));
            case 2 -> new Transfer(A, B, random.nextInt(20));
            case 3 -> new Undo(random.nextInt(3) == 0 ? random.nextInt(1, 100) : 0);
            case 4 -> new Redo(0);
            default -> new DepositOften(account, 1, random.nextInt(1, 5));
        };
    }

    private static byte[] saved(Machine<?> machine) {
        Output out = new Output(1024);
        machine.save(out);
        return out.toBytes();
    }
}
