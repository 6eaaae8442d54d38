package alchemist.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LogTest {
    private static final CommitBlock ROOT = block("root.hex");
    private static final CommitBlock SECOND = block("block.hex");

    private static CommitBlock block(String name) {
        try {
            return CommitBlock.of(Hex.resource(name));
        } catch (MalformedBlock e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void letsABlockFollowItsPredecessorOnly() throws Exception {
        Log.Head head = Log.Head.of(ROOT);
        head.requireNext(0, SECOND);
        assertNull(Log.Head.before(1, ROOT.hash()).whyNotNext(SECOND.header()));
        long time = SECOND.recordedAtMicros();
        assertNull(new Log.Head(0, ROOT.hash(), time).whyNotNext(SECOND.header()));
        assertRefused(new Log.Head(0, ROOT.hash(), time + 1), 0, SECOND, "was recorded at");
        WrongPosition wrong = assertThrows(WrongPosition.class, () -> head.requireNext(1, SECOND));
        assertEquals(1, wrong.expected());
        assertEquals(0, wrong.actual());
        Log.Head later = Log.Head.of(SECOND);
        assertEquals(
                3, assertThrows(WrongPosition.class, () -> later.requireNext(4, SECOND)).actual());
        assertRefused(new Log.Head(0, Hash.ZERO, 0), 0, SECOND, "as the block before it");
        assertRefused(new Log.Head(7, ROOT.hash(), 0), 7, SECOND, "begins with position 1");
        assertRefused(new Log.Head(0, ROOT.hash(), Long.MAX_VALUE), 0, SECOND, "was recorded at");
        assertRefused(Log.Head.before(1, Hash.ZERO), 0, ROOT, "can only begin a log");
    }

    private static void assertRefused(
            Log.Head head, long expected, CommitBlock block, String reason) {
        IllegalArgumentException e =
                assertThrows(
                        IllegalArgumentException.class, () -> head.requireNext(expected, block));
        assertTrue(String.valueOf(e.getMessage()).contains(reason), e::getMessage);
    }

    @Test
    void listsTheRecordsOfARange() throws Exception {
        assertEquals(
                List.of(
                        "ORIGIN 1",
                        "COMMAND 1",
                        "EVENT 1",
                        "EVENT 2",
                        "COMMAND 3",
                        "EVENT 3",
                        "COMMAND 4",
                        "EVENT 4"),
                list(0, Long.MAX_VALUE));
        assertEquals(List.of("EVENT 2"), list(2, 2));
        assertEquals(List.of("EVENT 2", "COMMAND 3", "EVENT 3"), list(2, 3));
        assertEquals(List.of("COMMAND 4", "EVENT 4"), list(4, 4));
        assertEquals(List.of(), list(5, 9));
    }

    private static List<String> list(long from, long to) throws Exception {
        List<String> found = new ArrayList<>();
        try (Log log = SampleLog.ofFiveRecordsAndMore();
                LogCat cat = new LogCat(log, from, to)) {
            assertThrows(IllegalStateException.class, cat::record);
            assertThrows(IllegalStateException.class, cat::block);
            while (cat.next()) {
                assertFalse(cat.block().firstPosition() > cat.record().position());
                found.add(cat.record().kind() + " " + cat.record().position());
            }
        }
        return found;
    }

    @Test
    void readsNoLongerThanTheWalkOrTheProofTakes() throws Exception {
        SampleLog log = SampleLog.ofFiveRecordsAndMore();
        try (LogCat cat = new LogCat(log, 1, 2)) {
            assertTrue(cat.next());
            assertEquals(1, log.reading());
        }
        assertTrue(EventProof.of(log, 1).verify(log.headHash()));
        assertEquals(0, log.reading());
        assertEquals(List.of(), log.findings());
    }

    @Test
    void describesABlockInOneLine() {
        assertEquals(
                "block of positions 1 to 3 (373 bytes, " + SECOND.hash() + ")", SECOND.toString());
    }
}
