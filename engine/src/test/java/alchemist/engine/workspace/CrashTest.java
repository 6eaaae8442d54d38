package alchemist.engine.workspace;

import static alchemist.engine.Ledgers.A;
import static alchemist.engine.Ledgers.ANN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.engine.FileLogs;
import alchemist.engine.Ledgers;
import alchemist.engine.keys.KeyStore;
import alchemist.engine.keys.PersonalSealer;
import alchemist.engine.ledger.LedgerCommand.Deposit;
import alchemist.engine.ledger.LedgerCommand.OpenAccount;
import alchemist.engine.ledger.LedgerDecider;
import alchemist.engine.ledger.LedgerEvent.AccountOpened;
import alchemist.engine.ledger.LedgerEvent.Booked;
import alchemist.engine.snapshot.Snapshots;
import alchemist.engine.stream.EventCursor;
import alchemist.engine.workspace.Answer.Accepted;
import alchemist.engine.workspace.Answer.Refused;
import alchemist.kernel.Command;
import alchemist.kernel.Envelope;
import alchemist.kernel.Event;
import alchemist.kernel.Submission;
import alchemist.kernel.value.Value;
import alchemist.log.Log;
import alchemist.log.LogException;
import alchemist.log.Origin;
import alchemist.log.WorkspaceId;
import alchemist.testkit.disk.SimulatedDisk;
import alchemist.testkit.disk.SimulatedDisk.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The power fails, or the disk, at any call: what was acknowledged is there, and nothing twice. */
final class CrashTest {
    private static final Path LOG = Path.of("/data/log");
    private static final int COMMANDS = 60;
    private static final List<Failure> FAILURES =
            List.of(Failure.ERROR, Failure.FULL, Failure.SHORT);

    private final Map<Long, Accepted> acknowledged = new HashMap<>();
    private SimulatedDisk disk = new SimulatedDisk(0);

    /** Kept, else its level is forgotten. */
    private static final Logger ENGINE = Logger.getLogger("alchemist.engine");

    @BeforeAll
    static void silence() {
        ENGINE.setLevel(Level.OFF);
    }

    @AfterAll
    static void speak() {
        ENGINE.setLevel(Level.INFO);
    }

    static List<Long> seeds() {
        int count = Boolean.getBoolean("alchemist.long") ? 3000 : 60;
        return new SplittableRandom(7).longs(count).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepsWhatWasAcknowledgedExactlyOnce(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        disk = new SimulatedDisk(seed);
        new FileLogs(disk).create(LOG, Origin.root(new WorkspaceId(1, 2))).close();

        for (int crash = 0; crash < 4; crash++) {
            disk.crashAtCall(disk.calls() + random.nextInt(1, 80));
            live(random, false);
            disk = disk.crash();
        }
        live(random, true);
        assertEquals(COMMANDS, acknowledged.size());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void goesOnAfterTheDiskFailedForATime(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        disk = new SimulatedDisk(seed);
        new FileLogs(disk).create(LOG, Origin.root(new WorkspaceId(1, 2))).close();

        for (int failure = 0; failure < 4; failure++) {
            Failure how = FAILURES.get(random.nextInt(FAILURES.size()));
            disk.failAtCall(disk.calls() + random.nextInt(1, 80), how);
            live(random, false);
            disk = disk.crash();
        }
        live(random, true);
        assertEquals(COMMANDS, acknowledged.size());
    }

    /** Opens, sends everything again in groups, remembers what was acknowledged, and closes. */
    private void live(SplittableRandom random, boolean healthy) throws Exception {
        try (KeyStore keys = KeyStore.open(disk, Path.of("/keys"), random)) {
            live(keys, random);
        } catch (IOException | LogException e) {
            assertTrue(!healthy, () -> "on a healthy disk: " + e);
        }
    }

    private void live(KeyStore keys, SplittableRandom random) throws Exception {
        Log log = new FileLogs(disk).open(LOG);
        WorkspaceOptions options =
                WorkspaceOptions.DEFAULTS.withSnapshotEvents(10).withBlockBytes(1024);
        Snapshots snapshots = Snapshots.in(disk, Path.of("/data/snapshots"));
        try (Workspace workspace =
                Workspace.open(
                        "test",
                        log,
                        LedgerDecider.rules(),
                        snapshots,
                        new PersonalSealer(keys),
                        options)) {
            for (long sequence = 1; sequence <= COMMANDS; ) {
                List<CompletableFuture<Answer>> group = new ArrayList<>();
                long first = sequence;
                for (int left = random.nextInt(1, 8); left > 0 && sequence <= COMMANDS; left--) {
                    group.add(workspace.submit(submission(sequence++)));
                }
                for (int i = 0; i < group.size(); i++) {
                    remember(first + i, group.get(i).join());
                }
            }
            check(workspace);
        }
    }

    private static Submission submission(long sequence) {
        Command command =
                sequence == 1
                        ? new OpenAccount(A, new Value.Personal(ANN, "Ann"))
                        : new Deposit(A, sequence);
        return Ledgers.of(ANN, sequence, command);
    }

    private void remember(long sequence, Answer answer) {
        Accepted before = acknowledged.get(sequence);
        if (answer instanceof Accepted(long first, long last, List<Event> events, boolean _)) {
            if (before != null) {
                assertEquals(before.firstPosition(), first);
                assertEquals(before.events(), events);
            }
            acknowledged.put(sequence, new Accepted(first, last, events, false));
        } else if (answer instanceof Answer.Rejected rejected) {
            // It depends on the first command, which was refused for the disk's sake.
            assertEquals("account-not-open", rejected.code());
            assertEquals(null, before);
        } else {
            assertInstanceOf(Refused.class, answer);
        }
    }

    /**
     * Every acknowledged command is in the log where it was said to be, and none is there twice.
     */
    private void check(Workspace workspace) throws Exception {
        Map<Long, Long> seen = new HashMap<>();
        try (EventCursor cursor = workspace.events().read(1, Long.MAX_VALUE)) {
            for (Envelope e = cursor.next(); e != null; e = cursor.next()) {
                long sequence = e.cause().envelope().sequence();
                assertEquals(null, seen.put(sequence, e.position()), "twice");
                if (e.event() instanceof Booked booked) {
                    assertEquals(new Booked(A, sequence), booked);
                } else {
                    AccountOpened opened = assertInstanceOf(AccountOpened.class, e.event());
                    assertInstanceOf(Value.Sealed.class, opened.owner());
                }
            }
        } catch (LogException e) {
            return; // the disk has crashed meanwhile
        }
        acknowledged.forEach(
                (sequence, answer) -> assertEquals(answer.position(), seen.get(sequence)));
    }
}
