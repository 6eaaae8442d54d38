package alchemist.engine.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import alchemist.engine.ledger.LedgerDecider;
import alchemist.engine.thread.Running;
import alchemist.engine.thread.Threads;
import alchemist.log.LogException;
import alchemist.log.Origin;
import alchemist.log.WorkspaceId;
import alchemist.testkit.log.MemoryLog;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Waking one who is about to wait: a wake-up that is lost would leave it asleep for ever. */
final class FollowerWakeTest {
    private static final int ROUNDS = 3_000;

    @Test
    void aWakeUpIsNeverLost() {
        Commits commits =
                new Commits(
                        new MemoryLog(Origin.root(new WorkspaceId(1, 2)), 0),
                        LedgerDecider.CONTRACT,
                        1024,
                        1_000,
                        Threads.SYSTEM);
        int ended = 0;
        for (int round = 0; round < ROUNDS; round++) {
            AtomicBoolean stopping = new AtomicBoolean();
            try (Follower follower = commits.follow(0)) {
                Running waiting =
                        Threads.SYSTEM.startVirtual(
                                "waiting", () -> followUntil(stopping, follower));
                stopping.set(true);
                follower.wake();
                waiting.join();
                ended++;
            }
        }
        assertEquals(ROUNDS, ended);
    }

    private static void followUntil(AtomicBoolean stopping, Follower follower) {
        try {
            while (!stopping.get()) {
                follower.next();
            }
        } catch (InterruptedException | LogException e) {
            throw new IllegalStateException(e);
        }
    }
}
