package alchemist.logfile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class SparseIndexTest {
    private static final long STEP = SparseIndex.STEP_BYTES;

    @Test
    void remembersOneBlockInEveryStep() {
        SparseIndex index = new SparseIndex();
        long position = 1;
        for (long offset = SegmentHeader.BYTES; offset < 20 * STEP; offset += STEP / 8) {
            index.offer(position, offset);
            position += 10;
        }
        assertEquals(19, index.size());
    }

    @Test
    void findsTheLastBlockThatDoesNotBeginAfterAPosition() {
        SparseIndex index = new SparseIndex();
        assertEquals(SegmentHeader.BYTES, index.floor(99));
        for (int i = 1; i <= 9; i++) {
            index.offer(100L * i, 80 + i * STEP);
        }
        assertEquals(SegmentHeader.BYTES, index.floor(99));
        assertEquals(80 + STEP, index.floor(100));
        assertEquals(80 + STEP, index.floor(199));
        assertEquals(80 + 2 * STEP, index.floor(200));
        assertEquals(80 + 9 * STEP, index.floor(Long.MAX_VALUE));
    }

    @Test
    void learnsNothingFromWhoComesLater() {
        SparseIndex index = new SparseIndex();
        index.offer(100, 80 + 2 * STEP);
        index.offer(50, 80 + STEP);
        index.offer(100, 80 + 2 * STEP);
        assertEquals(1, index.size());
    }
}
