package alchemist.engine.snapshot;

import static alchemist.engine.Ledgers.A;
import static alchemist.engine.Ledgers.accept;
import static alchemist.engine.Ledgers.openAccount;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.engine.Ledgers;
import alchemist.engine.OpenFiles;
import alchemist.engine.ScriptedLog;
import alchemist.engine.ledger.LedgerCommand.Deposit;
import alchemist.engine.snapshot.SnapshotStore.Snapshot;
import alchemist.engine.workspace.Workspace;
import alchemist.log.BlockCursor;
import alchemist.log.CommitBlock;
import alchemist.log.CorruptLog;
import alchemist.log.Disk.Mode;
import alchemist.log.Hash;
import alchemist.log.IoFailure;
import alchemist.testkit.disk.SimulatedDisk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SnapshotStoreTest {
    private static final Logger STORE = Logger.getLogger("alchemist.engine.snapshot");
    private static final Path DIRECTORY = Path.of("/snapshots");

    private final ScriptedLog log = new ScriptedLog();
    private SimulatedDisk disk = new SimulatedDisk(1);

    /** A log of five blocks, of one event each. */
    @BeforeEach
    void write() throws Exception {
        STORE.setLevel(Level.OFF);
        try (Workspace workspace = Ledgers.open(log)) {
            accept(workspace, openAccount(A));
            for (int i = 0; i < 4; i++) {
                accept(workspace, new Deposit(A, i + 1L));
            }
        }
    }

    @AfterEach
    void speak() {
        STORE.setLevel(Level.INFO);
    }

    private SnapshotStore store(String name, int version) {
        return new SnapshotStore(disk, DIRECTORY, name, version);
    }

    private Hash hash(long position) throws Exception {
        try (BlockCursor cursor = log.read(position - 1)) {
            CommitBlock block = cursor.next();
            return block == null ? Hash.ZERO : block.hash();
        }
    }

    private void save(SnapshotStore store, long position) throws Exception {
        store.save(position, hash(position), out -> out.text("at " + position));
    }

    private static String text(Optional<Snapshot> snapshot) {
        return snapshot.map(s -> s.content().text()).orElse("none");
    }

    @Test
    void answersTheNewest() throws Exception {
        SnapshotStore store = store("state", 1);
        assertEquals("none", text(store.newest(log)));
        save(store, 2);
        save(store, 5);

        assertEquals("at 5", text(store.newest(log)));
        assertEquals("at 2", text(store.newestBefore(log, 5)));
        assertEquals("none", text(store.newestBefore(log, 2)));
    }

    @Test
    void keepsTheLastTwo() throws Exception {
        SnapshotStore store = store("state", 1);
        for (long position = 1; position <= 5; position++) {
            save(store, position);
        }

        assertEquals(
                List.of("state-00000000000000000004.snap", "state-00000000000000000005.snap"),
                disk.list(DIRECTORY));
    }

    @Test
    void keepsTheLastTwoAlsoOfALogThatWasLonger() throws Exception {
        for (long position = 7; position <= 9; position++) {
            store("state", 1).save(position, hash(5), _ -> {});
        }
        save(store("state", 1), 3);
        save(store("state", 1), 4);
        assertEquals("at 4", text(store("state", 1).newest(log)));
        save(store("state", 1), 5);

        assertEquals("at 5", text(store("state", 1).newest(log)));
        assertEquals("at 4", text(store("state", 1).newestBefore(log, 5)));
        assertEquals(2, disk.list(DIRECTORY).size());
    }

    @Test
    void trustsNoNameBeyondTheEndOfTheLogAndLetsItGo() throws Exception {
        save(store("state", 1), 4);
        store("state", 1).save(999, hash(5), out -> out.text("at 999"));
        disk.delete(DIRECTORY.resolve("state-00000000000000000004.snap"));
        save(store("other", 1), 4);
        List<String> strange =
                List.of(
                        "state-09223372036854775806.snap",
                        "state-09223372036854775808.snap",
                        "state-99999999999999999999.snap",
                        "state-0000000000000000000x.snap");
        for (String name : strange) {
            disk.open(DIRECTORY.resolve(name), Mode.CREATE).close();
        }
        List<String> told = new ArrayList<>();
        Handler hears = hearing(told);
        STORE.setLevel(Level.WARNING);
        STORE.addHandler(hears);
        STORE.setUseParentHandlers(false);
        try {
            assertEquals("none", text(store("state", 1).newest(log)));
        } finally {
            STORE.removeHandler(hears);
            STORE.setUseParentHandlers(true);
            STORE.setLevel(Level.OFF);
        }
        assertEquals(2, told.size(), told::toString);
        assertTrue(told.getFirst().contains("state-09223372036854775806.snap"), told::toString);
        assertTrue(told.getLast().contains("state-00000000000000000999.snap"), told::toString);

        save(store("state", 1), 5);
        assertEquals("at 5", text(store("state", 1).newest(log)));
        List<String> left = disk.list(DIRECTORY);
        assertFalse(left.contains("state-00000000000000000999.snap"), left::toString);
        assertFalse(left.contains("state-09223372036854775806.snap"), left::toString);
    }

    private static Handler hearing(List<String> told) {
        return new Handler() {
            @Override
            public void publish(LogRecord entry) {
                told.add(MessageFormat.format(entry.getMessage(), entry.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    @Test
    void keepsWhatANewerProgramSavesBeforeItIsAsFarAsTheOneBefore() throws Exception {
        save(store("state", 1), 4);
        save(store("state", 1), 5);
        save(store("state", 2), 2);

        assertEquals("at 2", text(store("state", 2).newest(log)));
    }

    @Test
    void keepsFoldsOfOtherNamesApart() throws Exception {
        save(store("a", 1), 5);
        save(store("a-b", 1), 4);

        assertEquals("at 4", text(store("a-b", 1).newest(log)));
        assertEquals("at 5", text(store("a", 1).newest(log)));
    }

    @Test
    void keepsTheLastTwoOfEachOfTwoFoldsWithNamesOfTheSameLength() throws Exception {
        save(store("abc", 1), 1);
        save(store("xyz", 1), 4);
        save(store("abc", 1), 2);
        save(store("xyz", 1), 5);
        save(store("abc", 1), 3);

        assertEquals("at 3", text(store("abc", 1).newest(log)));
        assertEquals("at 2", text(store("abc", 1).newestBefore(log, 3)));
        assertEquals("at 5", text(store("xyz", 1).newest(log)));
        assertEquals("at 4", text(store("xyz", 1).newestBefore(log, 5)));
    }

    @Test
    void answersOneOfTheFirstEventOfALongerLog() throws Exception {
        store("state", 1).save(1, secondBlock().hash(), out -> out.text("at 1"));

        assertEquals("at 1", text(store("state", 1).newest(log)));
    }

    /** The first of a log has no events. */
    private CommitBlock secondBlock() throws Exception {
        try (BlockCursor cursor = log.read(0)) {
            cursor.next();
            return Objects.requireNonNull(cursor.next());
        }
    }

    @Test
    void keepsNothingOfOneThatCouldNotBeWrittenWhole() throws Exception {
        for (SimulatedDisk.Failure failure :
                List.of(SimulatedDisk.Failure.ERROR, SimulatedDisk.Failure.FULL)) {
            for (long call = 1; call <= 12; call++) {
                disk = new SimulatedDisk(call);
                save(store("state", 1), 2);
                String large = "at 5".repeat(200_000);
                disk.failAtCall(disk.calls() + call, failure);
                try {
                    store("state", 1).save(5, hash(5), out -> out.text(large));
                } catch (IOException _) {
                    assertTrue(call < 12, "the last call is beyond what saving does");
                    String found = text(store("state", 1).newest(log));
                    assertTrue(found.equals("at 2") || found.equals(large), "call " + call);
                    continue;
                }
                assertEquals(large, text(store("state", 1).newest(log)), "call " + call);
            }
        }
    }

    @Test
    void leavesNoFileOpen() throws Exception {
        OpenFiles files = new OpenFiles(disk);
        SnapshotStore store = new SnapshotStore(files, DIRECTORY, "state", 1);
        save(store, 1);
        save(store, 2);
        disk.flip(DIRECTORY.resolve("state-00000000000000000002.snap"), 70, 1);
        store.newest(log).ifPresent(Snapshot::close);
        store.save(3, hash(4), _ -> {});
        store.newest(log).ifPresent(Snapshot::close);
        store("state", 2).newest(log).ifPresent(Snapshot::close);
        assertThrows(
                IllegalStateException.class,
                () ->
                        store.save(
                                4,
                                hash(4),
                                _ -> {
                                    throw new IllegalStateException("on purpose");
                                }));
        log.failReadsFrom(1, new IoFailure("cannot read", new IOException("for now")));
        assertThrows(IoFailure.class, () -> store.newest(log));

        assertEquals(List.of(), files.open());
    }

    @Test
    void passesOverOneOfAPositionThatTheLogCannotBeReadAt() throws Exception {
        SnapshotStore store = store("state", 1);
        save(store, 2);
        save(store, 4);
        log.failReadsFrom(4, new CorruptLog("log", 0, "on purpose"));

        assertEquals("at 2", text(store.newest(log)));
    }

    @Test
    void passesOverWhatIsDamaged() throws Exception {
        SnapshotStore store = store("state", 1);
        save(store, 2);
        save(store, 5);
        Path newest = DIRECTORY.resolve("state-00000000000000000005.snap");
        for (int offset = 0; offset < disk.bytes(newest).length; offset++) {
            disk.flip(newest, offset, 4);
            assertEquals("at 2", text(store.newest(log)), "byte " + offset);
            disk.flip(newest, offset, 4);
        }
        assertEquals("at 5", text(store.newest(log)));

        store.save(5, hash(5), out -> out.text("at 5".repeat(200_000)));
        for (int offset = 1_000; offset < 800_000; offset += 99_999) {
            disk.flip(newest, offset, 4);
            assertEquals("at 2", text(store.newest(log)), "byte " + offset);
            disk.flip(newest, offset, 4);
        }
    }

    @Test
    void saysWhereADiskFailsWhileItIsRead() throws Exception {
        SnapshotStore store = store("state", 1);
        store.save(5, hash(5), out -> out.text("at 5".repeat(200_000)));
        try (Snapshot snapshot = store.newest(log).orElseThrow()) {
            disk.crash();
            assertThrows(UncheckedIOException.class, () -> snapshot.content().text());
        }
    }

    @Test
    void passesOverWhatIsOfAnotherVersionOrAnotherLog() throws Exception {
        save(store("state", 2), 4);
        assertEquals("none", text(store("state", 1).newest(log)));
        assertEquals("at 4", text(store("state", 2).newest(log)));

        store("state", 1).save(5, hash(4), _ -> {});
        store("state", 1).save(9, hash(5), _ -> {});
        assertEquals("none", text(store("state", 1).newest(log)));
    }

    @Test
    void ignoresOtherFiles() throws Exception {
        save(store("state", 1), 2);
        disk.open(DIRECTORY.resolve("state-x.snap"), Mode.CREATE).close();
        disk.open(DIRECTORY.resolve("state-00000000000000000003.tmp"), Mode.CREATE).close();
        disk.open(DIRECTORY.resolve("state-abcdefghijklmnopqrst.snap"), Mode.CREATE).close();
        disk.open(DIRECTORY.resolve("state-4.snap"), Mode.CREATE).close();

        assertEquals("at 2", text(store("state", 1).newest(log)));
    }

    @Test
    void neverLosesTheOlderWhileTheNewerIsWritten() throws Exception {
        for (long call = 1; call < 30; call++) {
            disk = new SimulatedDisk(call);
            save(store("state", 1), 2);
            save(store("state", 1), 3);
            disk.crashAtCall(disk.calls() + call);
            try {
                save(store("state", 1), 5);
            } catch (IOException _) {
                // the crash
            }
            disk = disk.crash();
            String found = text(store("state", 1).newest(log));
            assertTrue(found.equals("at 3") || found.equals("at 5"), found);
            save(store("state", 1), 5);
            assertEquals("at 5", text(store("state", 1).newest(log)));
        }
    }

    @Test
    void leavesNothingOfOneThatACrashBrokeOff() throws Exception {
        save(store("state", 1), 2);
        for (long position = 3; position <= 4; position++) {
            disk.failFromCall(disk.calls() + 2, SimulatedDisk.Failure.ERROR);
            long failing = position;
            assertThrows(IOException.class, () -> save(store("state", 1), failing));
            disk.failAtCall(-1, SimulatedDisk.Failure.ERROR);
        }
        assertThrows(
                IllegalStateException.class,
                () ->
                        store("state-b", 1)
                                .save(
                                        4,
                                        hash(4),
                                        _ -> {
                                            throw new IllegalStateException("on purpose");
                                        }));
        save(store("state", 1), 5);

        assertEquals(
                List.of(
                        "state-00000000000000000002.snap",
                        "state-00000000000000000005.snap",
                        "state-b-00000000000000000004.snap.tmp"),
                disk.list(DIRECTORY));
    }

    @Test
    void answersNothingFromADiskThatCannotBeRead() throws Exception {
        SnapshotStore store = store("state", 1);
        save(store, 2);
        disk.crash();

        assertEquals("none", text(store.newest(log)));
        assertThrows(IOException.class, () -> save(store, 3));
    }
}
