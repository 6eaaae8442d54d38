package alchemist.engine;

import static alchemist.engine.Ledgers.A;
import static alchemist.engine.Ledgers.accept;
import static alchemist.engine.Ledgers.openAccount;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.engine.ledger.BalancesView;
import alchemist.engine.ledger.LedgerCommand.Deposit;
import alchemist.engine.ledger.LedgerCommand.DepositOften;
import alchemist.engine.ledger.LedgerDecider;
import alchemist.engine.stream.EventCursor;
import alchemist.engine.view.ViewRunner;
import alchemist.engine.workspace.Answer;
import alchemist.engine.workspace.Workspace;
import alchemist.engine.workspace.WorkspaceOptions;
import alchemist.kernel.Id;
import alchemist.log.LogExists;
import alchemist.log.NoSuchLog;
import alchemist.logfile.FileDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkspacesTest {
    private final OpenFiles disk = new OpenFiles(new FileDisk());

    @TempDir private Path data;
    private Workspaces workspaces;

    @BeforeEach
    void open() throws Exception {
        workspaces =
                Workspaces.open(
                        disk,
                        data,
                        new FileLogs(disk),
                        Wiring.of(LedgerDecider.rules()).withView(BalancesView::new),
                        WorkspaceOptions.DEFAULTS,
                        new SecureRandom(),
                        1 << 20);
    }

    @AfterEach
    void close() throws Exception {
        workspaces.close();
    }

    @Test
    void keepsWhatWasDoneInAWorkspace() throws Exception {
        OpenWorkspace acme = workspaces.create("acme");
        accept(acme.workspace(), openAccount(A));
        accept(acme.workspace(), new Deposit(A, 5));
        close();
        open();

        OpenWorkspace again = workspaces.open("acme");
        assertEquals(acme.id(), again.id());
        assertEquals("acme", again.name());
        assertTrue(again.view(BalancesView.class).atLeast(2, Duration.ofMinutes(1)));
        assertEquals(Map.of(A, 5L), again.view(BalancesView.class).view().balances());
        assertEquals(2, again.events().position());
    }

    @Test
    void leavesNoFileOpenWhenAWorkspaceIsClosed() throws Exception {
        for (int round = 1; round <= 3; round++) {
            OpenWorkspace acme = workspaces.openOrCreate("acme");
            accept(acme.workspace(), openAccount(Id.of("account", "" + round)));
            for (int i = 0; i < 6; i++) {
                accept(acme.workspace(), new DepositOften(Id.of("account", "" + round), 1, 1_000));
            }
            long position = acme.events().position();
            ViewRunner<BalancesView> view = acme.view(BalancesView.class);
            assertTrue(view.atLeast(position, Duration.ofMinutes(1)));
            try (EventCursor cursor = acme.events().read(1, 10)) {
                assertNotNull(cursor.next());
            }
            assertTrue(acme.events().commandOf(1).isPresent());
            workspaces.close("acme");

            assertEquals(List.of(), disk.open());
        }
    }

    @Test
    void listsWorkspacesWhetherOpenOrNot() throws Exception {
        workspaces.create("zoo");
        OpenWorkspace acme = workspaces.create("acme");
        accept(acme.workspace(), openAccount(A));
        workspaces.close("acme");

        List<Workspaces.Listed> listed = workspaces.list();

        assertEquals(List.of("acme", "zoo"), listed.stream().map(w -> w.name()).toList());
        assertEquals(1, listed.getFirst().position());
        assertEquals(acme.id(), listed.getFirst().id());
        assertNotEquals(acme.id(), listed.getLast().id());
    }

    @Test
    void takesBackAWorkspaceToWhichNothingHasHappened() throws Exception {
        OpenWorkspace acme = workspaces.create("acme");
        accept(acme.workspace(), openAccount(A));
        workspaces.create("zoo");

        assertTrue(workspaces.takeBack("zoo"));
        assertFalse(workspaces.takeBack("acme"), "it holds an event");

        assertEquals(List.of("acme"), workspaces.list().stream().map(w -> w.name()).toList());
        assertFalse(workspaces.exists("zoo"));
        assertFalse(disk.exists(data.resolve("keys").resolve("zoo")));
        assertThrows(NoSuchLog.class, () -> workspaces.takeBack("zoo"));
        assertEquals(0, workspaces.create("zoo").workspace().position());
    }

    @Test
    void opensAWorkspaceOnce() throws Exception {
        assertSame(workspaces.create("acme"), workspaces.open("acme"));
        assertSame(workspaces.open("acme"), workspaces.openOrCreate("acme"));
        assertThrows(LogExists.class, () -> workspaces.create("acme"));
    }

    @Test
    void closesAllAlthoughOneFails() throws Exception {
        OpenWorkspace acme = workspaces.create("acme");
        OpenWorkspace zoo = workspaces.create("zoo");
        accept(acme.workspace(), openAccount(A));
        accept(zoo.workspace(), openAccount(A));
        Path log = data.resolve("workspaces/acme/log");
        Files.move(log, data.resolve("elsewhere"));
        assertThrows(alchemist.log.LogException.class, this::close);
        Files.move(data.resolve("elsewhere"), log);
        assertEquals(
                Answer.Why.CLOSED,
                ((Answer.Refused) Ledgers.submit(zoo.workspace(), openAccount(A))).why());
        open();
        assertEquals(1, workspaces.open("acme").workspace().position());
        assertEquals(1, workspaces.open("zoo").workspace().position());
    }

    @Test
    void refusesNamesThatAreNoNames() {
        for (String name : List.of("", "-a", "Acme", "a/b", "..", "a".repeat(64))) {
            assertThrows(IllegalArgumentException.class, () -> workspaces.create(name), name);
        }
    }

    @Test
    void saysThatThereIsNoSuchWorkspaceOrOneAlready() throws Exception {
        assertThrows(NoSuchLog.class, () -> workspaces.open("acme"));
        assertFalse(workspaces.exists("acme"));
        workspaces.create("acme");
        workspaces.close("acme");
        assertThrows(LogExists.class, () -> workspaces.create("acme"));
        assertTrue(workspaces.exists("acme"));
    }

    @Test
    void refusesADirectoryThatIsInUse() {
        DirectoryInUse refusal = assertThrows(DirectoryInUse.class, this::open);

        assertTrue(String.valueOf(refusal.getMessage()).contains(data.toString()));
    }

    @Test
    void saysThatAWorkspaceHasNoSuchView() throws Exception {
        OpenWorkspace acme = workspaces.create("acme");

        assertThrows(IllegalArgumentException.class, () -> acme.view(Other.class));
    }

    /** Lets something happen to a file of a workspace with one account and two deposits. */
    private OpenWorkspace after(String file, UnaryOperator<byte[]> harm) throws Exception {
        OpenWorkspace acme = workspaces.create("acme");
        accept(acme.workspace(), openAccount(A));
        accept(acme.workspace(), new Deposit(A, 5));
        accept(acme.workspace(), new Deposit(A, 6));
        close();
        Path path = data.resolve(file);
        Files.write(path, harm.apply(Files.readAllBytes(path)));
        open();
        return workspaces.open("acme");
    }

    private static byte[] flipped(byte[] bytes, int at) {
        bytes[at] ^= 1;
        return bytes;
    }

    @Test
    void canOnlyBeReadWhenNothingCanBeSealed() throws Exception {
        OpenWorkspace acme = after("keys/acme/subjects.keys", bytes -> flipped(bytes, 10));
        Answer.Refused problem = Objects.requireNonNull(acme.workspace().problem());
        assertEquals(Answer.Why.READ_ONLY, problem.why());
        assertTrue(problem.reason().contains("subjects.keys is damaged at byte 0"));
        assertEquals(acme.workspace().findings(), acme.workspace().damages());
        assertTrue(acme.view(BalancesView.class).atLeast(3, Duration.ofMinutes(1)));
    }

    @Test
    void saysThatItsKeysWereLost() throws Exception {
        OpenWorkspace acme = workspaces.create("acme");
        accept(acme.workspace(), openAccount(A));
        close();
        Files.delete(data.resolve("keys/acme/subjects.keys"));
        open();
        Workspace again = workspaces.open("acme").workspace();
        assertNull(again.problem());
        assertTrue(
                again.damages().getFirst().contains("was begun anew"), again.damages()::toString);
    }

    @Test
    void canBeReadUpToDamageInTheMidst() throws Exception {
        // The first deposit's block comes after the origin's and the account's.
        OpenWorkspace acme =
                after(
                        "workspaces/acme/log/00000000000000000001.alog",
                        bytes -> flipped(bytes, bytes.length - 420));
        Answer.Refused problem = Objects.requireNonNull(acme.workspace().problem());
        assertEquals(Answer.Why.READ_ONLY, problem.why());
        assertTrue(problem.reason().contains(".alog is damaged at byte "), problem::reason);
        long position = acme.workspace().position();
        assertTrue(position > 0 && position < 3);
        assertTrue(acme.view(BalancesView.class).atLeast(position, Duration.ofMinutes(1)));
    }

    private static final class Other extends BalancesView {}
}
