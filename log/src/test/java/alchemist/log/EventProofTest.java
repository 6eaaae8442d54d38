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
