package alchemist.engine.workspace;

import static alchemist.engine.Ledgers.A;
import static alchemist.engine.Ledgers.ANN;
import static alchemist.engine.Ledgers.B;
import static alchemist.engine.Ledgers.BEN;
import static alchemist.engine.Ledgers.openAccount;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.engine.Ledgers;
import alchemist.engine.ScriptedLog;
import alchemist.engine.ledger.LedgerCommand.Deposit;
import alchemist.engine.ledger.LedgerEvent.Booked;
import alchemist.engine.workspace.Answer.Accepted;
import alchemist.engine.workspace.Answer.Refused;
import alchemist.engine.workspace.Answer.Rejected;
import alchemist.engine.workspace.Answer.Why;
import alchemist.kernel.Command;
import alchemist.kernel.Id;
import alchemist.log.LogFailed;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DuplicatesTest {
    private final ScriptedLog log = new ScriptedLog();
    private Workspace workspace = Ledgers.open(log);

    private Answer submit(Id client, long sequence, Command command) {
        return workspace.submit(Ledgers.of(client, sequence, command)).join();
    }

    private void reopen() throws Exception {
        workspace.close();
        workspace = Ledgers.open(log);
    }

    @AfterEach
    void close() throws Exception {
        log.release();
        workspace.close();
    }

    @Test
    void answersTheSameAgainAndRecordsItOnce() throws Exception {
        submit(ANN, 1, openAccount(A));
        submit(ANN, 2, new Deposit(A, 5));
        Accepted again = new Accepted(2, 2, List.of(new Booked(A, 5)), true);

        assertEquals(again, submit(ANN, 2, new Deposit(A, 5)));
        assertTrue(assertInstanceOf(Accepted.class, submit(ANN, 1, openAccount(A))).duplicate());
        reopen();
        assertTrue(assertInstanceOf(Accepted.class, submit(ANN, 1, openAccount(A))).duplicate());
        assertEquals(again, submit(ANN, 2, new Deposit(A, 5)));
        assertEquals(2, workspace.position());
    }

    @Test
    void answersADuplicateOnlyWhenTheFirstIsDurable() throws Exception {
        submit(ANN, 1, openAccount(A));
        log.hold();
        CompletableFuture<Answer> first = workspace.submit(Ledgers.of(ANN, 2, new Deposit(A, 5)));
        log.awaitAppend();
        CompletableFuture<Answer> second = workspace.submit(Ledgers.of(ANN, 2, new Deposit(A, 5)));
        CompletableFuture<Long> last = workspace.lastSequence(ANN);
        assertFalse(second.isDone());
        assertFalse(last.isDone());
        log.release();

        assertFalse(assertInstanceOf(Accepted.class, first.join()).duplicate());
        assertTrue(assertInstanceOf(Accepted.class, second.join()).duplicate());
        assertEquals(2, last.join());
        assertEquals(2, workspace.position());
    }

    @Test
    void countsTheNumbersOfEachClientForItself() {
        submit(ANN, 1, openAccount(A));

        assertFalse(assertInstanceOf(Accepted.class, submit(BEN, 1, openAccount(B))).duplicate());
    }

    @Test
    void decidesARejectedCommandAgain() {
        assertInstanceOf(Rejected.class, submit(ANN, 1, new Deposit(A, 5)));
        submit(BEN, 1, openAccount(A));

        assertInstanceOf(Accepted.class, submit(ANN, 1, new Deposit(A, 5)));
    }

    @Test
    void refusesWhatIsTooOldToKnow() {
        submit(ANN, 1, openAccount(A));
        for (int i = 2; i <= Window.SIZE + 1; i++) {
            submit(ANN, i, new Deposit(A, 1));
        }

        Answer answer = submit(ANN, 1, openAccount(A));

        assertEquals(Why.TOO_OLD, assertInstanceOf(Refused.class, answer).why());
        assertTrue(assertInstanceOf(Accepted.class, submit(ANN, 2, new Deposit(A, 1))).duplicate());
    }

    @Test
    void refusesAnotherKindOfCommandUnderANumberThatIsTaken() throws Exception {
        submit(ANN, 1, openAccount(A));
        submit(ANN, 0, new Deposit(A, 1));

        Answer answer = submit(ANN, 2, openAccount(B));

        Refused refused = assertInstanceOf(Refused.class, answer);
        assertEquals(Why.NUMBER_TAKEN, refused.why());
        assertTrue(refused.reason().contains("at position 2"), refused.reason());
        assertEquals(2, workspace.position());
        assertTrue(assertInstanceOf(Accepted.class, submit(ANN, 2, new Deposit(A, 1))).duplicate());
        assertFalse(assertInstanceOf(Accepted.class, submit(ANN, 3, openAccount(B))).duplicate());
        reopen();
        assertEquals(Why.NUMBER_TAKEN, ((Refused) submit(ANN, 3, new Deposit(B, 1))).why());
    }

    @Test
    void givesTheNextNumberToACommandWithoutOne() throws Exception {
        submit(ANN, 7, openAccount(A));
        submit(ANN, 0, new Deposit(A, 1));

        assertEquals(8, workspace.lastSequence(ANN).join());
        assertEquals(0, workspace.lastSequence(BEN).join());
        assertTrue(assertInstanceOf(Accepted.class, submit(ANN, 8, new Deposit(A, 1))).duplicate());
        assertEquals(
                8, workspace.events().read(2, 2).toList().getFirst().cause().envelope().sequence());
    }

    @Test
    void tellsANumberBeforeTheLast() {
        submit(ANN, 7, openAccount(A));
        submit(ANN, 9, new Deposit(A, 1));
        submit(ANN, 12, new Deposit(A, 1));

        assertEquals(12, workspace.sequenceBeforeLast(ANN, 0).join());
        assertEquals(7, workspace.sequenceBeforeLast(ANN, 2).join());
        assertEquals(0, workspace.sequenceBeforeLast(ANN, 3).join());
        assertEquals(0, workspace.sequenceBeforeLast(BEN, 1).join());
    }

    @Test
    void tellsNoLastNumberThatIsNotDurable() throws Exception {
        submit(ANN, 1, openAccount(A));
        log.hold();
        log.failNext(new LogFailed("/disk", new IOException("broken")));
        CompletableFuture<Answer> lost = workspace.submit(Ledgers.of(ANN, 2, new Deposit(A, 5)));
        log.awaitAppend();
        CompletableFuture<Long> last = workspace.lastSequence(ANN);
        log.release();

        assertInstanceOf(Refused.class, lost.join());
        assertThrows(CompletionException.class, last::join);
    }

    @Test
    void tellsNoLastNumberWhenItIsClosed() throws Exception {
        workspace.close();

        assertThrows(CompletionException.class, () -> workspace.lastSequence(ANN).join());
    }
}
