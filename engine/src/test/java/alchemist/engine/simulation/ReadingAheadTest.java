package alchemist.engine.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import alchemist.engine.Ledgers;
import alchemist.engine.ScriptedLog;
import alchemist.engine.ledger.LedgerDecider;
import alchemist.engine.stream.BacklogReader;
import alchemist.engine.stream.Batch;
import alchemist.engine.stream.Commits;
import alchemist.log.LogException;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Those who go through a log together: whoever is quick, slow, comes late, goes early or stands
 * still, each reads all that it asks for, in order, without a gap.
 */
final class ReadingAheadTest {
    private static final int EVENTS = 60;
    private static final int SEEDS = 300;
    private static final ScriptedLog LOG = new ScriptedLog();

    @BeforeAll
    static void fill() throws Exception {
        Ledgers.fill(LOG, EVENTS);
    }

    @Test
    void eachReadsAllWithoutAGapInAnyOrderOfSteps() throws Exception {
        for (long seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            SimulatedThreads threads =
                    new SimulatedThreads(random.split(), new SimulatedClock(), new Trace());
            Commits commits =
                    new Commits(LOG, LedgerDecider.CONTRACT, 1, random.nextInt(1, EVENTS), threads);
            AtomicInteger ended = new AtomicInteger();
            int readers = random.nextInt(1, 5);
            threads.run(
                    () -> {
                        for (int i = 0; i < readers; i++) {
                            SplittableRandom own = random.split();
                            threads.start(
                                    "reader-" + i,
                                    () -> {
                                        read(commits, own, threads);
                                        ended.incrementAndGet();
                                    });
                        }
                    });
            assertEquals(readers, ended.get(), "seed " + seed);
        }
    }

    private static void read(Commits commits, SplittableRandom random, SimulatedThreads threads) {
        int from = random.nextInt(3) == 0 ? random.nextInt(EVENTS) : 0;
        int to = random.nextInt(3) == 0 ? random.nextInt(from, EVENTS) : EVENTS;
        int steps = 1 + random.nextInt(20) * random.nextInt(2);
        try (BacklogReader reader = commits.read(from)) {
            for (int position = from; position < to; ) {
                for (int i = 0; i < steps; i++) {
                    threads.pass("folds");
                }
                Batch batch = reader.next();
                if (batch == null || batch.firstPosition() != position + 1) {
                    throw new AssertionError("not what follows " + position);
                }
                position = (int) batch.lastPosition();
            }
        } catch (LogException e) {
            throw new AssertionError(e);
        }
    }
}
