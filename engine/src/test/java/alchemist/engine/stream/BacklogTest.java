package alchemist.engine.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.engine.Ledgers;
import alchemist.engine.ScriptedLog;
import alchemist.engine.ledger.LedgerDecider;
import alchemist.engine.thread.Monitor;
import alchemist.engine.thread.Running;
import alchemist.engine.thread.Threads;
import alchemist.kernel.schema.MalformedBytes;
import alchemist.log.BlockBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is read ahead, and by whom it is taken. */
final class BacklogTest {
    private static final int EVENTS = 50;

    private final ScriptedLog log = new ScriptedLog();
    private final Started threads = new Started();

    /** The machine's threads; it is known which were started. */
    private static final class Started implements Threads {
        private final List<Running> all = new ArrayList<>();

        @Override
        public Monitor monitor() {
            return SYSTEM.monitor();
        }

        @Override
        public Running start(String name, Runnable work) {
            Running started = SYSTEM.start(name, work);
            all.add(started);
            return started;
        }

        @Override
        public Running startVirtual(String name, Runnable work) {
            return start(name, work);
        }

        @Override
        public <T extends @Nullable Object> T join(CompletableFuture<T> future) {
            return future.join();
        }
    }

    /** A block for each event. */
    @BeforeEach
    void fill() throws Exception {
        Ledgers.fill(log, EVENTS);
        assertEquals(EVENTS, log.size());
    }

    private Commits commits(long aheadEvents) {
        return new Commits(log, LedgerDecider.CONTRACT, 1024, aheadEvents, threads);
    }

    private static Batch next(BacklogReader reader) throws Exception {
        Batch batch = reader.next();
        if (batch == null) {
            throw new AssertionError("the log is longer");
        }
        return batch;
    }

    @Test
    void isDecodedOnceForThoseAtTheSamePlace() throws Exception {
        Commits commits = commits(EVENTS);
        try (BacklogReader one = commits.read(0);
                BacklogReader other = commits.read(0)) {
            for (int i = 1; i <= EVENTS; i++) {
                Batch batch = next(one);
                assertEquals(i, batch.firstPosition());
                assertSame(batch, next(other));
            }
            assertNull(one.next());
            assertNull(other.next());
        }
        assertEquals(1, threads.all.size());
        assertFalse(threads.all.getFirst().isAlive(), "it ended before the last reader was closed");
    }

    @Test
    void startsNoThreadForLittle() throws Exception {
        try (BacklogReader reader = commits(EVENTS + 1).read(0)) {
            for (int i = 1; i <= EVENTS; i++) {
                assertEquals(i, next(reader).firstPosition());
            }
            assertNull(reader.next());
        }
        assertEquals(List.of(), threads.all);
    }

    @Test
    void whoIsElsewhereReadsByItself() throws Exception {
        Commits commits = commits(10);
        try (BacklogReader one = commits.read(0)) {
            next(one);
            try (BacklogReader behind = commits.read(EVENTS)) {
                assertNull(behind.next());
            }
        }
        assertEquals(1, threads.all.size());
    }

    @Test
    void whoFollowsTakesNothingThatWasReadForOthers() throws Exception {
        Commits commits = commits(10);
        try (BacklogReader one = commits.read(0);
                BacklogReader late = commits.read(0);
                Follower follower = commits.follow(0)) {
            Batch first = next(one);
            assertNotSame(first, follower.poll());
            assertSame(first, next(late));
        }
    }

    @Test
    void whatNobodyWantsIsReadNoFurther() throws Exception {
        Commits commits = commits(10);
        BacklogReader one = commits.read(0);
        BacklogReader other = commits.read(0);
        next(one);
        one.close();
        assertTrue(threads.all.getFirst().isAlive(), "it ended although somebody is left");
        other.close();
        assertFalse(threads.all.getFirst().isAlive(), "it goes on for nobody");
    }

    @Test
    void isReadAheadAnewForThoseWhoComeLater() throws Exception {
        Commits commits = commits(10);
        try (BacklogReader early = commits.read(0)) {
            next(early);
        }
        try (BacklogReader one = commits.read(20);
                BacklogReader other = commits.read(20)) {
            for (int i = 21; i <= EVENTS; i++) {
                Batch batch = next(one);
                assertEquals(i, batch.firstPosition());
                assertSame(batch, next(other));
            }
        }
        assertEquals(2, threads.all.size());
    }

    @Test
    void whoStandsStillIsNotWaitedForLongAndMissesNothing() throws Exception {
        Commits commits = commits(10);
        try (BacklogReader one = commits.read(0);
                BacklogReader late = commits.read(0)) {
            for (int i = 1; i <= 20; i++) {
                assertEquals(i, next(one).firstPosition());
            }
            for (int i = 1; i <= EVENTS; i++) {
                assertEquals(i, next(late).firstPosition());
            }
            assertEquals(21, next(one).firstPosition());
        }
    }

    @Test
    void goesOnAfterItsEndWithWhatCameMeanwhile() throws Exception {
        Commits commits = commits(10);
        try (BacklogReader reader = commits.read(0)) {
            for (int i = 1; i <= EVENTS; i++) {
                next(reader);
            }
            assertNull(reader.next());
            append(new byte[] {0, 1, 0});
            assertEquals(EVENTS + 1, next(reader).firstPosition());
        }
    }

    @Test
    void whatCannotBeDecodedIsThereForThoseWhoReadItsBytes() throws Exception {
        append(new byte[] {0});
        try (BacklogReader reader = commits(1).read(0)) {
            for (int i = 1; i <= EVENTS; i++) {
                next(reader);
            }
            Batch broken = next(reader);
            assertEquals(EVENTS + 1, broken.lastPosition());
            assertThrows(MalformedBytes.class, broken::envelopes);
            assertNull(reader.next());
        }
        assertEquals(1, threads.all.size(), "it is tried again");
        assertFalse(threads.all.getFirst().isAlive());
    }

    private void append(byte[] event) throws Exception {
        BlockBuilder builder = new BlockBuilder(1024);
        builder.begin(log.position() + 1, log.headHash(), 0);
        builder.command(new byte[] {0}, 0, 1);
        builder.event(event, 0, event.length);
        log.append(log.position(), builder.seal(log.head().recordedAtMicros()));
    }
}
