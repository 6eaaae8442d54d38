package alchemist.engine.workspace;

import static alchemist.engine.Ledgers.A;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.engine.Ledgers;
import alchemist.engine.ledger.LedgerCommand.Deposit;
import alchemist.engine.ledger.LedgerCommand.OpenAccount;
import alchemist.engine.ledger.LedgerDecider;
import alchemist.engine.ledger.LedgerEvent.AccountOpened;
import alchemist.engine.ledger.LedgerEvent.Booked;
import alchemist.engine.stream.Batch;
import alchemist.engine.stream.Recorded;
import alchemist.engine.workspace.Answer.Accepted;
import alchemist.kernel.Event;
import alchemist.kernel.Submission;
import alchemist.kernel.value.Value;
import alchemist.log.BlockBuilder;
import alchemist.log.CommitBlock;
import alchemist.log.Hash;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OpenBlockTest {
    private static final int PLENTY = 100_000;
    private static final Submission FIRST = Ledgers.of(Ledgers.ANN, 1, new Deposit(A, 5));
    private static final Submission SECOND = Ledgers.of(Ledgers.ANN, 2, new Deposit(A, 7));
    private static final Submission OTHERS = Ledgers.of(Ledgers.BEN, 1, new Deposit(A, 9));
    private static final List<Event> ONE = List.of(new Booked(A, 5));
    private static final List<Event> TWO = List.of(new Booked(A, 7), new Booked(A, 8));

    private static CommitBlock sealed(OpenBlock open) {
        return open.take().seal(new BlockBuilder(CommitBlock.MAX_BYTES), Hash.ZERO, 1, 0);
    }

    private static void assertHolds(List<Recorded> expected, OpenBlock open) {
        int lengthBytes = open.lengthBytes();
        CommitBlock block = sealed(open);
        assertEquals(expected, Batch.read(block, LedgerDecider.rules().contract()).commands());
        assertEquals(block.lengthBytes(), lengthBytes);
    }

    @Test
    void isAsIfWhatDidNotFitHadNeverBeenThere() {
        OpenBlock open = new OpenBlock(1_000);
        assertTrue(open.add(FIRST, 1, ONE));
        assertFalse(open.add(OTHERS, 2, Collections.nCopies(200, new Booked(A, 1))));
        assertTrue(open.add(SECOND, 2, TWO));

        assertHolds(List.of(new Recorded(FIRST, 1, ONE), new Recorded(SECOND, 2, TWO)), open);
    }

    @Test
    void isAsIfWhatWasTakenBackHadNeverBeenThere() {
        OpenBlock open = new OpenBlock(PLENTY);
        assertTrue(open.add(OTHERS, 1, TWO));
        open.rollback();
        assertFalse(open.hasEvents());
        assertTrue(open.add(FIRST, 1, ONE));
        assertTrue(open.add(OTHERS, 2, TWO));
        open.rollback();
        assertTrue(open.add(SECOND, 2, TWO));

        assertHolds(List.of(new Recorded(FIRST, 1, ONE), new Recorded(SECOND, 2, TWO)), open);
    }

    @Test
    void isAsIfWhatCannotBeEncodedHadNeverBeenThere() {
        OpenBlock open = new OpenBlock(PLENTY);
        assertTrue(open.add(FIRST, 1, ONE));
        Submission wrong = new Submission(SECOND.envelope().withCause(-1), new Deposit(A, 7));
        assertThrows(RuntimeException.class, () -> open.add(wrong, 2, TWO));
        assertTrue(open.add(SECOND, 2, TWO));

        assertHolds(List.of(new Recorded(FIRST, 1, ONE), new Recorded(SECOND, 2, TWO)), open);
    }

    /** Around them the length of a record takes a byte more. */
    @ParameterizedTest
    @ValueSource(ints = {0, 128, 16_384})
    void knowsHowLongItsBlockWillBeAndFillsItToTheLastByte(int around) {
        for (int letters = Math.max(0, around - 100); letters <= around + 2; letters++) {
            Value owner = Value.text("x".repeat(letters));
            Submission submission = Ledgers.of(Ledgers.ANN, 1, new OpenAccount(A, owner));
            List<Event> events = List.of(new AccountOpened(A, owner));
            OpenBlock open = new OpenBlock(PLENTY);
            assertTrue(open.add(submission, 1, events));
            int lengthBytes = open.lengthBytes();
            assertHolds(List.of(new Recorded(submission, 1, events)), open);

            assertTrue(new OpenBlock(lengthBytes).add(submission, 1, events));
            assertFalse(new OpenBlock(lengthBytes - 1).add(submission, 1, events));
        }
    }

    @Test
    void givesEachAnswerOutOnce() {
        OpenBlock open = new OpenBlock(PLENTY);
        Pending first = new Pending((_, _) -> {}, 0, new Accepted(0, 0, List.of(), false));
        Pending second = new Pending((_, _) -> {}, 1, new Accepted(0, 0, List.of(), false));
        open.answer(first);
        assertEquals(List.of(first), open.takeAnswers());
        assertFalse(open.hasAnswers());
        open.answer(second);
        assertEquals(List.of(second), open.take().answers());
        assertFalse(open.hasAnswers());
        assertEquals(List.of(), open.take().answers());
    }
}
