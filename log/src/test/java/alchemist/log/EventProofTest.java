package alchemist.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Proofs that were tampered with. That good ones hold is part of every log's contract. */
final class EventProofTest {
    @Test
    void leadsFromTheEventToTheHead() throws Exception {
        Log log = SampleLog.ofFiveRecordsAndMore();
        EventProof proof = EventProof.of(log, 2);
        assertEquals(log.headHash(), proof.head());
        assertEquals(200, proof.payload().length);
        assertEquals(1, proof.block().firstPosition());
        assertTrue(proof.verify(log.headHash()));
        assertTrue(EventProof.parse(proof.bytes()).verify(log.headHash()));
    }

    /** The second event of the block may be the first of its second command, or of its first. */
    @Test
    void leavesThePositionWithinBounds() throws Exception {
        Log log = SampleLog.ofFiveRecordsAndMore();
        long[][] bounds = {{1, 1}, {1, 2}, {3, 3}, {4, 4}};
        for (int position = 1; position <= 4; position++) {
            EventProof proof = EventProof.of(log, position);
            assertEquals(bounds[position - 1][0], proof.leastPosition(), "event " + position);
            assertEquals(bounds[position - 1][1], proof.greatestPosition(), "event " + position);
        }
    }

    @Test
    void isOfAnEventThatTheLogHas() throws Exception {
        Log log = SampleLog.ofFiveRecordsAndMore();
        for (long position : new long[] {-1, 0, 5, Long.MAX_VALUE}) {
            assertThrows(IllegalArgumentException.class, () -> EventProof.of(log, position));
        }
    }

    @Test
    void isNotReadWhereANumberIsOutOfRange() throws Exception {
        EventProof proof = EventProof.of(SampleLog.ofFiveRecordsAndMore(), 1);
        byte[] good = proof.bytes();
        int record = proof.payload().length + 1;
        int headers = 2 * BlockHeader.BYTES;
        for (int index : new int[] {-1, 5, Integer.MIN_VALUE}) {
            assertNotRead(with(good, 8, index));
        }
        // As long as they say: without a header, and without a record.
        assertNotRead(with(Arrays.copyOf(good, good.length - headers), 12, 0));
        byte[] without = Arrays.copyOf(good, good.length - record);
        System.arraycopy(good, 20 + record, without, 20, without.length - 20);
        assertNotRead(with(without, 16, 0));
        assertNotRead(with(with(good, 12, -1), 16, record + 3 * BlockHeader.BYTES));
    }

    private static byte[] with(byte[] proof, int offset, int number) {
        byte[] bytes = proof.clone();
        Bytes.i32(bytes, offset, number);
        return bytes;
    }

    private static void assertNotRead(byte[] proof) {
        assertThrows(IllegalArgumentException.class, () -> EventProof.parse(proof));
    }

    @Test
    void neverHoldsWhenABitWasFlipped() throws Exception {
        Log log = SampleLog.ofFiveRecordsAndMore();
        byte[] good = EventProof.of(log, 1).bytes();
        for (int bit = 0; bit < 8 * good.length; bit++) {
            byte[] bad = good.clone();
            bad[bit / 8] ^= (byte) (1 << (bit % 8));
            boolean holds;
            try {
                holds = EventProof.parse(bad).verify(log.headHash());
            } catch (IllegalArgumentException e) {
                holds = false;
            }
            assertEquals(false, holds, "bit " + bit);
        }
    }

    @Test
    void isNotReadFromOtherBytes() throws Exception {
        byte[] good = EventProof.of(SampleLog.ofFiveRecordsAndMore(), 1).bytes();
        for (int length = 0; length < good.length; length++) {
            byte[] part = Arrays.copyOf(good, length);
            assertThrows(IllegalArgumentException.class, () -> EventProof.parse(part));
        }
    }

    @Test
    void doesNotProveACommand() throws Exception {
        Log log = SampleLog.ofFiveRecordsAndMore();
        CommitBlock block = CommitBlock.of(Hex.resource("block.hex"));
        EventProof event = EventProof.of(log, 3); // an event without payload
        byte[] bytes = event.bytes();
        bytes[20] = 1; // now a command without payload, which is in the block too
        assertEquals(1, bytes[16]);
        assertEquals(false, EventProof.parse(bytes).verify(log.headHash()), () -> block.toString());
    }
}
