package alchemist.testkit.fuzz;

import alchemist.log.EventProof;
import alchemist.log.Log;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Proofs of events. */
final class ProofFuzzTest extends DecoderContract {
    @Override
    protected List<byte[]> seeds() throws Exception {
        List<byte[]> seeds = new ArrayList<>();
        try (Log log = LogSamples.log()) {
            for (long position = 1; position <= log.position(); position++) {
                seeds.add(EventProof.of(log, position).bytes());
            }
        }
        return seeds;
    }

    @Override
    protected byte @Nullable [] rewritten(byte[] bytes) {
        EventProof proof;
        try {
            proof = EventProof.parse(bytes);
        } catch (IllegalArgumentException _) {
            return null;
        }
        proof.payload();
        proof.leastPosition();
        proof.greatestPosition();
        proof.verify(proof.head());
        return proof.bytes();
    }
}
