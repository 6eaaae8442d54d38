package alchemist.server.cli;

import alchemist.log.EventProof;
import alchemist.log.Log;
import alchemist.log.LogException;
import alchemist.log.Origin;
import alchemist.log.WorkspaceId;
import alchemist.testkit.fuzz.DecoderContract;
import alchemist.testkit.log.Blocks;
import alchemist.testkit.log.MemoryLog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files with proofs, which anybody may send. */
final class ProofFileFuzzTest extends DecoderContract {
    @Override
    protected List<byte[]> seeds() throws LogException {
        try (Log log = new MemoryLog(Origin.root(new WorkspaceId(1, 2)), 0)) {
            Blocks blocks = new Blocks(3);
            log.append(0, blocks.after(log.head(), 5));
            log.append(5, blocks.after(log.head(), 2));
            return List.of(
                    ProofFile.of(EventProof.of(log, 2)).bytes(),
                    ProofFile.of(EventProof.of(log, 7)).bytes());
        }
    }

    @Override
    protected byte @Nullable [] rewritten(byte[] bytes) {
        ProofFile file;
        try {
            file = ProofFile.read(bytes);
        } catch (IllegalArgumentException _) {
            return null;
        }
        if (file.holds()) {
            EventProof proof = file.proof();
            VerifyProofCommand.event(proof.payload());
            proof.leastPosition();
        }
        return file.bytes();
    }
}
