package alchemist.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class BlockBuilderTest {
    private static final byte[] BYTES = new byte[CommitBlock.MAX_BYTES];

    private static BlockBuilder begun(int maxBytes) {
        BlockBuilder builder = new BlockBuilder(maxBytes);
        builder.begin(1, Hash.ZERO, 1);
        return builder;
    }

    @Test
    void takesTheLastCommandAndItsEventsBackOut() {
        BlockBuilder builder = begun(4096);
        assertTrue(builder.command(BYTES, 0, 3));
        assertTrue(builder.event(BYTES, 0, 5));
        CommitBlock without = builder.seal(9);

        builder.begin(1, Hash.ZERO, 1);
        assertTrue(builder.command(BYTES, 0, 3));
        assertTrue(builder.event(BYTES, 0, 5));
        int length = builder.lengthBytes();
        assertTrue(builder.command(BYTES, 0, 100));
        for (int i = 0; i < 9; i++) {
            assertTrue(builder.event(BYTES, 0, i));
        }
        assertEquals(10, builder.events());
        builder.rollback();
        assertEquals(1, builder.events());
        assertEquals(2, builder.records());
        assertEquals(length, builder.lengthBytes());
        assertArrayEquals(without.bytes(), builder.seal(9).bytes());
    }

    @Test
    void makesTheSameBlockWhateverWasTakenBackBefore() throws Exception {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 200; round++) {
            BlockBuilder plain = begun(60_000);
            BlockBuilder other = begun(60_000);
            int commands = 1 + random.nextInt(20);
            for (int c = 0; c < commands; c++) {
                int length = random.nextInt(300);
                while (random.nextInt(3) == 0) {
                    assertTrue(other.command(BYTES, 0, random.nextInt(50)));
                    for (int e = random.nextInt(5); e > 0; e--) {
                        assertTrue(other.event(BYTES, 0, random.nextInt(50)));
                    }
                    other.rollback();
                }
                for (BlockBuilder b : new BlockBuilder[] {plain, other}) {
                    assertTrue(b.command(BYTES, 0, length));
                    assertTrue(b.event(BYTES, 0, c));
                }
            }
            CommitBlock block = plain.seal(round);
            assertArrayEquals(block.bytes(), other.seal(round).bytes());
            CommitBlock.of(block.bytes());
        }
    }

    @Test
    void saysWhenSomethingDoesNotFitAndAddsNothing() throws Exception {
        BlockBuilder builder = begun(1024);
        int room = 1024 - builder.lengthBytes();
        assertFalse(builder.command(BYTES, 0, room - 2));
        assertFalse(builder.command(BYTES, 0, BYTES.length));
        assertTrue(builder.command(BYTES, 0, 10));
        int left = 1024 - builder.lengthBytes();
        assertFalse(builder.event(BYTES, 0, left - 2));
        assertEquals(0, builder.events());
        assertTrue(builder.event(BYTES, 0, left - 3));
        assertEquals(1024, builder.lengthBytes());
        assertFalse(builder.event(BYTES, 0, 0));
        assertEquals(1024, CommitBlock.of(builder.seal(0).bytes()).lengthBytes());
    }

    @Test
    void fillsABlockToTheLastByteThatIsAllowed() throws Exception {
        BlockBuilder builder = begun(CommitBlock.MAX_BYTES);
        assertTrue(builder.command(BYTES, 0, 0));
        assertFalse(builder.event(BYTES, 0, CommitBlock.MAX_BYTES - builder.lengthBytes() - 3));
        assertTrue(builder.event(BYTES, 0, CommitBlock.MAX_BYTES - builder.lengthBytes() - 4));
        CommitBlock block = builder.seal(0);
        assertEquals(999_999, block.lengthBytes());
        CommitBlock.of(block.bytes());
    }

    @Test
    void keepsASealedBlockWhileTheNextIsFilled() throws Exception {
        BlockBuilder builder = begun(4096);
        builder.command(BYTES, 0, 1);
        builder.event(BYTES, 0, 100);
        CommitBlock first = builder.seal(1);
        byte[] before = first.bytes().clone();
        builder.begin(2, first.hash(), 1);
        builder.command(new byte[] {1, 2, 3}, 0, 3);
        builder.event(new byte[] {4, 5, 6}, 0, 3);
        CommitBlock second = builder.seal(2);
        assertArrayEquals(before, first.bytes());
        assertEquals(first.hash(), second.previous());
        CommitBlock.of(second.bytes());
    }

    @Test
    void addsNothingToABlockThatIsSealed() {
        BlockBuilder builder = begun(1024);
        builder.command(BYTES, 0, 1);
        builder.event(BYTES, 0, 1);
        builder.seal(0);
        assertThrows(IllegalStateException.class, () -> builder.command(BYTES, 0, 1));
        assertThrows(IllegalStateException.class, () -> builder.event(BYTES, 0, 1));
        assertThrows(IllegalStateException.class, builder::rollback);
        assertThrows(IllegalStateException.class, () -> builder.seal(0));
        assertEquals(0, builder.records());
    }

    @Test
    void beginsABlockWithNothingOfTheOneBefore() {
        BlockBuilder builder = new BlockBuilder(1024);
        builder.beginLog(Origin.root(new WorkspaceId(1, 2)), 0);
        builder.command(BYTES, 0, 1);
        builder.event(BYTES, 0, 1);
        CommitBlock first = builder.seal(0);
        assertTrue(first.isFirst());
        builder.begin(2, first.hash(), 0);
        assertThrows(IllegalStateException.class, () -> builder.event(BYTES, 0, 1));
        builder.command(BYTES, 0, 1);
        builder.event(BYTES, 0, 1);
        CommitBlock second = builder.seal(0);
        assertFalse(second.isFirst());
        assertEquals(2, second.recordCount());
    }

    @Test
    void refusesWhatIsOutOfOrder() {
        BlockBuilder builder = new BlockBuilder(1024);
        assertEquals(0, builder.records());
        assertThrows(IllegalStateException.class, () -> builder.command(BYTES, 0, 1));
        assertThrows(IllegalStateException.class, () -> builder.seal(0));
        assertThrows(IllegalArgumentException.class, () -> builder.begin(0, Hash.ZERO, 0));
        builder.begin(1, Hash.ZERO, 0);
        assertThrows(IllegalStateException.class, () -> builder.event(BYTES, 0, 1));
        assertThrows(IllegalStateException.class, builder::rollback);
        assertThrows(IllegalStateException.class, () -> builder.seal(0));
        assertTrue(builder.command(BYTES, 0, 1));
        assertThrows(IllegalStateException.class, () -> builder.seal(0));
        builder.rollback();
        assertThrows(IllegalStateException.class, () -> builder.event(BYTES, 0, 1));
        assertThrows(
                IndexOutOfBoundsException.class, () -> builder.command(BYTES, BYTES.length, 1));
        assertThrows(IllegalArgumentException.class, () -> new BlockBuilder(1000));
        assertThrows(IllegalArgumentException.class, () -> new BlockBuilder(1_000_000));
    }
}
