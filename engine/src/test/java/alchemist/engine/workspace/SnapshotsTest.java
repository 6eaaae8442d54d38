package alchemist.engine.workspace;

import static alchemist.engine.Ledgers.A;
import static alchemist.engine.Ledgers.ANN;
import static alchemist.engine.Ledgers.B;
import static alchemist.engine.Ledgers.BEN;
import static alchemist.engine.Ledgers.accept;
import static alchemist.engine.Ledgers.openAccount;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
import alchemist.log.LogFull;
import alchemist.testkit.disk.SimulatedDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class SnapshotsTest {
    private static final Path DIRECTORY = Path.of("/snapshots");

    private final ScriptedLog log = new ScriptedLog();
    private final SimulatedDisk disk = new SimulatedDisk(1);
    private final Counting decider = new Counting();

    /** Counts what it folds. */
    private static final class Counting extends Wrapped {
        final AtomicLong folded = new AtomicLong();

        @Override
        public Ledger evolve(Ledger ledger, Event event) {
            folded.incrementAndGet();
            return super.evolve(ledger, event);
        }
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
            Restorer<Ledger> restorer = new Restorer<>(rules, history, snapshots);
            for (int i = 0; i < 200; i++) {
                Id client = random.nextBoolean() ? ANN : BEN;
                workspace.submit(Ledgers.of(client, random.nextInt(60), command(random))).join();
                if (random.nextInt(50) == 0) {
                    restorer.saveCopy();
                }
            }
        }
        byte[] folded = saved(new Restorer<>(rules, history, Snapshots.NONE).restore());
        byte[] restored = saved(new Restorer<>(rules, history, snapshots).restore());
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
