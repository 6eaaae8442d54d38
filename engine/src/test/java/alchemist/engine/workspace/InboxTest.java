package alchemist.engine.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.engine.Ledgers;
import alchemist.engine.ledger.LedgerCommand.Deposit;
import alchemist.engine.thread.Threads;
import alchemist.engine.workspace.Inbox.Admission;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class InboxTest {
    private final Inbox inbox = new Inbox(3, Threads.SYSTEM);

    private static Task commands(int count) {
        return new Task.Commands(
                Collections.nCopies(count, Ledgers.of(new Deposit(Ledgers.A, 1))), (_, _) -> {});
    }

    private List<Task> take() {
        return inbox.take(new ArrayList<>());
    }

    @Test
    void takesAsManyCommandsAsMayWait() {
        assertEquals(Admission.ADMITTED, inbox.offer(commands(2)));
        assertEquals(Admission.FULL, inbox.offer(commands(2)));
        assertEquals(Admission.ADMITTED, inbox.offer(commands(1)));
        assertEquals(Admission.FULL, inbox.offer(commands(1)));
        assertEquals(2, take().size());
        assertEquals(Admission.ADMITTED, inbox.offer(commands(3)));
    }

    @Test
    void takesOneTaskOfWhateverSizeWhenNothingWaits() {
        assertEquals(Admission.ADMITTED, inbox.offer(commands(4)));
        assertEquals(Admission.FULL, inbox.offer(commands(1)));
    }

    @Test
    void takesWhatIsNoCommandAlsoWhenItIsFull() {
        inbox.offer(commands(3));

        assertEquals(Admission.ADMITTED, inbox.offer(new Task.Freeze(new CompletableFuture<>())));
    }

    @Test
    void givesOutWhatIsInItBeforeItIsFinished() {
        inbox.offer(commands(1));
        inbox.close();

        assertEquals(Admission.CLOSED, inbox.offer(commands(1)));
        assertFalse(inbox.isFinished());
        assertEquals(1, take().size());
        assertTrue(inbox.isFinished());
        assertEquals(0, take().size());
    }

    @Test
    void letsGoWhoWaitsWhenItIsWoken() {
        inbox.wake();

        assertEquals(0, take().size());
        assertFalse(inbox.isFinished());
    }
}
