package alchemist.testkit.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.log.BlockBuilder;
import alchemist.log.BlockCursor;
import alchemist.log.CommitBlock;
import alchemist.log.EventProof;
import alchemist.log.Hash;
import alchemist.log.Log;
import alchemist.log.LogCat;
import alchemist.log.LogException;
import alchemist.log.Origin;
import alchemist.log.RecordKind;
import alchemist.log.Records;
import alchemist.log.WorkspaceId;
import alchemist.log.WrongPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every log keeps, on whatever medium. A log's test inherits it. */
public abstract class LogContract {
    private static final Origin ROOT = Origin.root(new WorkspaceId(0x1122334455667788L, 7));

    private final Blocks blocks = new Blocks(42);

    private Log log = new MemoryLog(ROOT, 0);

    /** For those who inherit. */
    protected LogContract() {}

    /** Begins a log that has nothing but its first block. */
    protected abstract Log create(Origin origin) throws Exception;

    /** Closes the log that was created and opens it again. */
    protected abstract Log reopen(Log open) throws Exception;

    @BeforeEach
    final void createRoot() throws Exception {
        log = create(ROOT);
    }

    @AfterEach
    final void close() throws Exception {
        log.close();
    }

    private CommitBlock append(int events) throws LogException {
        CommitBlock block = blocks.after(log.head(), events);
        log.append(log.position(), block);
        return block;
    }

    private List<CommitBlock> appendMany(int count) throws LogException {
        List<CommitBlock> appended = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            appended.add(append(1 + i % 5));
        }
        return appended;
    }

    private static List<CommitBlock> rest(BlockCursor cursor) throws LogException {
        List<CommitBlock> found = new ArrayList<>();
        for (CommitBlock b = cursor.next(); b != null; b = cursor.next()) {
            found.add(b);
        }
        return found;
    }

    private List<CommitBlock> read(long after) throws LogException {
        try (BlockCursor cursor = log.read(after)) {
            return rest(cursor);
        }
    }

    private static void assertSame(List<CommitBlock> expected, List<CommitBlock> found) {
        assertEquals(expected.size(), found.size());
        for (int i = 0; i < expected.size(); i++) {
            assertArrayEquals(expected.get(i).bytes(), found.get(i).bytes());
        }
    }

    @Test
    final void beginsWithItsOriginAndNoEvent() throws Exception {
        assertEquals(ROOT, log.origin());
        assertEquals(0, log.position());
        assertFalse(log.readOnly());
        List<CommitBlock> found = read(0);
        assertEquals(1, found.size());
        assertEquals(ROOT, found.getFirst().origin());
        assertEquals(found.getFirst().hash(), log.headHash());
    }

    @Test
    final void movesItsHeadWithEachAppend() throws Exception {
        for (int events = 1; events < 20; events++) {
            long before = log.position();
            CommitBlock block = append(events);
            assertEquals(before + events, log.position());
            assertEquals(block.hash(), log.headHash());
            assertEquals(block.recordedAtMicros(), log.head().recordedAtMicros());
        }
    }

    @Test
    final void tellsTheHashOfTheBlockThatEndsWithAPosition() throws Exception {
        Hash first = log.headHash();
        assertEquals(first, log.hashAt(0));
        Hash[] ends = new Hash[61];
        for (CommitBlock block : appendMany(20)) {
            ends[(int) block.lastPosition()] = block.hash();
        }
        ends[0] = first;
        log = reopen(log);
        for (int position = 0; position < ends.length; position++) {
            assertEquals(ends[position], log.hashAt(position), "at " + position);
        }
        assertNull(log.hashAt(61));
        assertNull(log.hashAt(Long.MAX_VALUE));
        assertNull(log.hashAt(-1));
    }

    @Test
    final void refusesAnAppendAtAnotherPosition() throws Exception {
        append(3);
        Log.Head head = log.head();
        CommitBlock block = blocks.after(head, 1);
        for (long expected : new long[] {0, 2, 4}) {
            WrongPosition e = assertThrows(WrongPosition.class, () -> log.append(expected, block));
            assertEquals(expected, e.expected());
            assertEquals(3, e.actual());
        }
        assertEquals(head, log.head());
        log.append(3, block);
        assertEquals(4, log.position());
    }

    @Test
    final void refusesABlockThatDoesNotFollow() throws Exception {
        append(3);
        Log.Head head = log.head();
        List<Log.Head> others =
                List.of(
                        new Log.Head(2, head.hash(), head.recordedAtMicros()),
                        new Log.Head(3, Hash.ZERO, head.recordedAtMicros()),
                        new Log.Head(3, head.hash(), head.recordedAtMicros() - 5000));
        for (Log.Head other : others) {
            CommitBlock block = blocks.after(other, 1);
            assertThrows(IllegalArgumentException.class, () -> log.append(3, block));
        }
        BlockBuilder builder = new BlockBuilder(2000);
        builder.beginLog(ROOT, 0);
        CommitBlock first = builder.seal(head.recordedAtMicros());
        assertThrows(IllegalArgumentException.class, () -> log.append(3, first));
        assertEquals(head, log.head());
        assertEquals(2, read(0).size());
    }

    @Test
    final void readsBackTheSameBytes() throws Exception {
        List<CommitBlock> appended = appendMany(200);
        List<CommitBlock> found = read(0);
        assertSame(appended, found.subList(1, found.size()));
        for (CommitBlock block : found) {
            CommitBlock.of(block.bytes()); // everything in it holds
        }
    }

    @Test
    final void readsFromTheBlockThatHoldsTheEventAfterAPosition() throws Exception {
        List<CommitBlock> appended = appendMany(60);
        for (long after = 1; after <= log.position(); after++) {
            long wanted = after;
            assertSame(
                    appended.stream().filter(b -> b.lastPosition() > wanted).toList(), read(after));
        }
    }

    @Test
    final void refusesToReadAfterANegativePosition() {
        assertThrows(IllegalArgumentException.class, () -> log.read(-1).close());
    }

    @Test
    final void letsACursorFollowWhatIsAppended() throws Exception {
        try (BlockCursor cursor = log.read(0)) {
            assertEquals(1, rest(cursor).size());
            for (int i = 0; i < 100; i++) {
                assertNull(cursor.next());
                CommitBlock block = append(1 + i % 3);
                CommitBlock next = cursor.next();
                assertNotNull(next);
                assertEquals(block.hash(), next.hash());
            }
        }
    }

    @Test
    final void letsACursorWaitForAPositionThatIsNotThereYet() throws Exception {
        try (BlockCursor cursor = log.read(10)) {
            assertNull(cursor.next());
            append(10);
            assertNull(cursor.next());
            CommitBlock block = append(2);
            CommitBlock next = cursor.next();
            assertNotNull(next);
            assertEquals(block.hash(), next.hash());
        }
    }

    @Test
    final void keepsTheLargestBlockAndGoesOn() throws Exception {
        append(1);
        CommitBlock large = blocks.largestAfter(log.head());
        assertEquals(CommitBlock.MAX_BYTES, large.lengthBytes());
        log.append(1, large);
        CommitBlock small = append(1);
        assertSame(List.of(large, small), read(1));
    }

    @Test
    final void keepsEverythingWhenItIsReopened() throws Exception {
        List<CommitBlock> appended = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            appended.addAll(appendMany(20));
            Log.Head head = log.head();
            log = reopen(log);
            assertEquals(head, log.head());
            assertEquals(ROOT, log.origin());
            assertSame(appended, read(0).subList(1, appended.size() + 1));
        }
    }

    @Test
    final void countsOnWhereTheParentOfABranchEnded() throws Exception {
        appendMany(10);
        Origin origin =
                new Origin(new WorkspaceId(1, 2), ROOT.workspace(), log.position(), log.headHash());
        log.close();
        log = create(origin);
        assertEquals(origin, log.origin());
        assertEquals(origin.parentPosition(), log.position());
        CommitBlock block = append(4);
        assertEquals(origin.parentPosition() + 1, block.firstPosition());
        log = reopen(log);
        assertEquals(origin, log.origin());
        assertSame(List.of(block), read(origin.parentPosition()).subList(1, 2));
        assertSame(List.of(block), read(origin.parentPosition() + 1));
        assertEquals(2, read(0).size());
    }

    @Test
    final void showsReadersAGrowingPrefixWhileItIsWritten() throws Exception {
        long last = 600;
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Hash>> ends = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                long after = 50L * i;
                Callable<Hash> reader = () -> follow(log, after, last);
                ends.add(readers.submit(reader));
            }
            while (log.position() < last) {
                append((int) Math.min(3, last - log.position()));
            }
            for (Future<Hash> end : ends) {
                assertEquals(log.headHash(), end.get());
            }
        }
    }

    private static Hash follow(Log log, long after, long last) throws LogException {
        long position = after;
        Hash hash = Hash.ZERO;
        try (BlockCursor cursor = log.read(after)) {
            while (position < last) {
                CommitBlock block = cursor.next();
                if (block == null) {
                    Thread.onSpinWait();
                    continue;
                }
                assertTrue(block.lastPosition() <= log.position(), "only what is durable");
                assertTrue(hash.equals(Hash.ZERO) || block.previous().equals(hash), "in one chain");
                hash = block.hash();
                position = block.lastPosition();
            }
        }
        return hash;
    }

    @Test
    final void provesEachEventToWhoeverTrustsTheHead() throws Exception {
        List<CommitBlock> appended = appendMany(12);
        Hash head = log.headHash();
        for (CommitBlock block : appended) {
            for (Records r = block.records(); r.next(); ) {
                if (r.kind() == RecordKind.EVENT) {
                    EventProof proof = EventProof.parse(EventProof.of(log, r.position()).bytes());
                    assertTrue(proof.verify(head));
                    assertArrayEquals(r.payload(), proof.payload());
                    assertEquals(block.header(), proof.block());
                    assertFalse(proof.verify(block.previous()));
                }
            }
        }
        assertThrows(IllegalArgumentException.class, () -> EventProof.of(log, 0));
        assertThrows(IllegalArgumentException.class, () -> EventProof.of(log, log.position() + 1));
    }

    @Test
    final void listsTheRecordsOfARange() throws Exception {
        appendMany(12);
        for (long from = 0; from <= log.position(); from += 3) {
            long to = Math.min(log.position(), from + 7);
            long expected = Math.max(1, from);
            try (LogCat cat = new LogCat(log, from, to)) {
                while (cat.next()) {
                    Records record = cat.record();
                    assertTrue(record.position() >= from && record.position() <= to);
                    assertTrue(cat.block().lastPosition() >= record.position() || from == 0);
                    if (record.kind() == RecordKind.EVENT) {
                        assertEquals(expected++, record.position());
                    }
                }
            }
            assertEquals(to + 1, expected);
        }
    }
}
