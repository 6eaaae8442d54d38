package alchemist.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class BlockCutTest {
    /** Commands with two, no, one and three events: positions 5 to 10. */
    private static CommitBlock block() {
        BlockBuilder builder = new BlockBuilder(4096);
        builder.begin(5, Hash.parse("ab".repeat(32)), 7);
        byte record = 0;
        for (int events : List.of(2, 0, 1, 3)) {
            builder.command(new byte[] {++record}, 0, 1);
            for (int i = 0; i < events; i++) {
                builder.event(new byte[] {++record, 0}, 0, 2);
            }
        }
        return builder.seal(1_000);
    }

    @Test
    void knowsWhereCommandsEnd() {
        CommitBlock block = block();
        List<Long> ends = List.of(4L, 6L, 7L, 10L);
        for (long position = 4; position <= 10; position++) {
            assertEquals(ends.contains(position), BlockCut.isCommandsEnd(block, position));
        }
        assertEquals(4, BlockCut.commandsEndAtOrBefore(block, 5));
        assertEquals(7, BlockCut.commandsEndAtOrBefore(block, 9));
    }

    @Test
    void keepsTheRecordsUpToThere() throws MalformedBlock {
        CommitBlock block = block();
        CommitBlock cut = BlockCut.upTo(block, 7);
        new BlockParser().verify(cut);
        assertEquals(7, cut.lastPosition());
        assertEquals(block.previous(), cut.previous());
        assertEquals(block.recordedAtMicros(), cut.recordedAtMicros());
        assertEquals(7, cut.rulesVersion());
        assertNotEquals(block.hash(), cut.hash());
        Records all = block.records();
        for (Records r = cut.records(); r.next(); ) {
            assertTrue(all.next());
            assertEquals(all.kind(), r.kind());
            assertArrayEquals(all.payload(), r.payload());
        }
        assertEquals(6, cut.recordCount(), "three commands, three events");
        assertSame(block, BlockCut.upTo(block, 10));
    }

    @Test
    void isMadeAtACommandsEndOnly() {
        for (long position : new long[] {3, 4, 5, 8, 9, 11}) {
            assertThrows(IllegalArgumentException.class, () -> BlockCut.upTo(block(), position));
        }
    }

    @Test
    void keepsTheOriginOfAFirstBlock() {
        BlockBuilder builder = new BlockBuilder(4096);
        builder.beginLog(Origin.root(new WorkspaceId(1, 2)), 0);
        for (int i = 0; i < 2; i++) {
            builder.command(new byte[3], 0, 3);
            builder.event(new byte[3], 0, 3);
        }
        CommitBlock block = builder.seal(1_000);
        CommitBlock cut = BlockCut.upTo(block, 1);
        assertTrue(cut.isFirst());
        assertEquals(block.origin(), cut.origin());
        assertEquals(3, cut.recordCount(), "the origin, a command and its event");
        assertFalse(cut.hash().equals(block.hash()));
    }
}
