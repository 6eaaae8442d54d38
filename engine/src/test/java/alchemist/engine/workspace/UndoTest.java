package alchemist.engine.workspace;

import static alchemist.engine.Ledgers.A;
import static alchemist.engine.Ledgers.ANN;
import static alchemist.engine.Ledgers.B;
import static alchemist.engine.Ledgers.BEN;
import static alchemist.engine.Ledgers.openAccount;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import alchemist.engine.Ledgers;
import alchemist.engine.ScriptedLog;
import alchemist.engine.ledger.LedgerCommand.CloseAccount;
import alchemist.engine.ledger.LedgerCommand.Deposit;
import alchemist.engine.ledger.LedgerCommand.Transfer;
import alchemist.engine.ledger.LedgerEvent.AccountClosed;
import alchemist.engine.ledger.LedgerEvent.Booked;
import alchemist.engine.workspace.Answer.Accepted;
import alchemist.engine.workspace.Answer.Rejected;
import alchemist.kernel.Command;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.Redo;
import alchemist.kernel.Undo;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class UndoTest {
    private static final Undo LAST = new Undo(0);
    private static final Redo AGAIN = new Redo(0);

    private final ScriptedLog log = new ScriptedLog();
    private Workspace workspace = Ledgers.open(log);

    @BeforeEach
    void openAccounts() {
        did(BEN, openAccount(A));
        did(BEN, openAccount(B));
    }

    @AfterEach
    void close() throws Exception {
        log.release();
        workspace.close();
    }

    private void reopen() throws Exception {
        workspace.close();
        workspace = Ledgers.open(log);
    }

    private Accepted did(Id client, Command command) {
        return assertInstanceOf(
                Accepted.class, workspace.submit(Ledgers.of(client, 0, command)).join());
    }

    private List<Event> events(Command command) {
        return did(ANN, command).events();
    }

    private String rejected(Id client, Command command) {
        return assertInstanceOf(
                        Rejected.class, workspace.submit(Ledgers.of(client, 0, command)).join())
                .code();
    }

    @Test
    void takesBackTheLastThatStandsThenTheOneBefore() {
        did(ANN, new Deposit(A, 5));
        did(ANN, new Transfer(A, B, 2));

        assertEquals(List.of(new Booked(B, -2), new Booked(A, 2)), events(LAST));
        assertEquals(List.of(new Booked(A, -5)), events(LAST));
        assertEquals("nothing-to-undo", rejected(ANN, LAST));
    }

    @Test
    void doesAgainWhatWasUndoneLastFirst() {
        did(ANN, new Deposit(A, 5));
        did(ANN, new Deposit(B, 7));
        events(LAST);
        events(LAST);

        assertEquals(List.of(new Booked(A, 5)), events(AGAIN));
        assertEquals(List.of(new Booked(B, 7)), events(AGAIN));
        assertEquals("nothing-to-redo", rejected(ANN, AGAIN));
        assertEquals(List.of(new Booked(B, -7)), events(LAST));
    }

    @Test
    void knowsAfterwardsWhatCanBeUndoneAndDoneAgain() throws Exception {
        did(ANN, new Deposit(A, 5));
        did(ANN, new Deposit(B, 7));
        events(LAST);
        reopen();

        assertEquals(List.of(new Booked(B, 7)), events(AGAIN));
        reopen();
        assertEquals(List.of(new Booked(B, -7)), events(LAST));
        reopen();
        assertEquals(List.of(new Booked(A, -5)), events(LAST));
    }

    @Test
    void forgetsWhatCouldBeDoneAgainWhenSomethingElseIsDone() {
        did(ANN, new Deposit(A, 5));
        events(LAST);
        did(ANN, new Deposit(A, 6));

        assertEquals("nothing-to-redo", rejected(ANN, AGAIN));
        assertEquals("already-undone", rejected(ANN, new Undo(3)));
    }

    @Test
    void recordsWhatIsTakenBackByItsPosition() throws Exception {
        long position = did(ANN, new Deposit(A, 5)).firstPosition();
        long undone = did(ANN, LAST).firstPosition();
        did(ANN, AGAIN);

        assertEquals(
                new Undo(position),
                workspace.events().commandOf(undone).orElseThrow().submission().command());
        assertEquals(
                new Redo(undone),
                workspace.events().commandOf(undone + 1).orElseThrow().submission().command());
    }

    @Test
    void takesBackACommandThatIsNamed() {
        long first = did(ANN, new Deposit(A, 5)).firstPosition();
        did(ANN, new Deposit(B, 7));

        assertEquals(List.of(new Booked(A, -5)), events(new Undo(first)));
        assertEquals("already-undone", rejected(ANN, new Undo(first)));
        assertEquals(List.of(new Booked(A, 5)), events(new Redo(first)));
        assertEquals(List.of(new Booked(A, -5)), events(new Undo(first)));
    }

    @Test
    void doesAgainAnUndoThatIsNamed() {
        did(ANN, new Deposit(A, 5));
        did(ANN, new Deposit(B, 7));
        events(LAST);
        long undone = did(ANN, LAST).firstPosition();

        assertEquals(List.of(new Booked(A, 5)), events(new Redo(undone)));
        assertEquals("no-such-command", rejected(ANN, new Redo(99)));
        assertEquals("nothing-to-redo", rejected(ANN, new Redo(3)));
    }

    @Test
    void leavesTheCommandsOfOthersAlone() {
        long ann = did(ANN, new Deposit(A, 5)).firstPosition();

        assertEquals("not-yours", rejected(BEN, new Undo(ann)));
        did(BEN, new Deposit(B, 1));
        assertEquals(List.of(new Booked(A, -5)), events(LAST));
    }

    @Test
    void saysWhenThereIsNoSuchCommand() {
        did(ANN, new Deposit(A, 5));
        long transfer = did(ANN, new Transfer(A, B, 1)).firstPosition();

        assertEquals("no-such-command", rejected(ANN, new Undo(99)));
        assertEquals("no-such-command", rejected(ANN, new Undo(transfer + 1)));
        assertEquals("nothing-to-undo", rejected(Id.of("client", "new"), LAST));
        assertEquals("nothing-to-redo", rejected(Id.of("client", "new"), AGAIN));
    }

    @Test
    void saysWhenACommandIsTooOld() {
        long first = did(ANN, new Deposit(A, 1)).firstPosition();
        for (int i = 0; i < History.SIZE; i++) {
            did(ANN, new Deposit(A, 1));
        }

        assertEquals("too-old-to-undo", rejected(ANN, new Undo(first)));
    }

    @Test
    void passesOverWhatHasNoEffectAnyMore() {
        did(ANN, new Deposit(A, 5));
        Id c = Id.of("account", "c");
        did(ANN, openAccount(c));
        did(BEN, new CloseAccount(c));

        assertEquals(List.of(new Booked(A, -5)), events(LAST));
    }

    @Test
    void keepsARejectionWithItsReason() {
        Id c = Id.of("account", "c");
        did(ANN, openAccount(c));
        did(BEN, new Deposit(c, 5));

        assertEquals("account-in-use", rejected(ANN, LAST));
        did(BEN, LAST);
        assertEquals(List.of(new AccountClosed(c)), events(LAST));
    }

    @Test
    void takesBackWhatIsNotDurableYet() throws Exception {
        log.hold();
        CompletableFuture<Answer> first = workspace.submit(Ledgers.of(ANN, 0, new Deposit(A, 1)));
        log.awaitAppend();
        CompletableFuture<Answer> second = workspace.submit(Ledgers.of(ANN, 0, new Deposit(A, 2)));
        CompletableFuture<Answer> third = workspace.submit(Ledgers.of(ANN, 0, LAST));
        CompletableFuture<Answer> fourth = workspace.submit(Ledgers.of(ANN, 0, LAST));
        log.release();

        first.join();
        second.join();
        assertEquals(
                List.of(new Booked(A, -2)),
                assertInstanceOf(Accepted.class, third.join()).events());
        assertEquals(
                List.of(new Booked(A, -1)),
                assertInstanceOf(Accepted.class, fourth.join()).events());
    }
}
