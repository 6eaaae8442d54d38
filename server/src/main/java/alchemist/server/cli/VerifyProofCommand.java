package alchemist.server.cli;

import alchemist.kernel.schema.MalformedBytes;
import alchemist.kernel.value.IsoTime;
import alchemist.log.EventProof;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks the proof of an event. */
@Command(
        name = "verify-proof",
        description = "Check the proof of an event; it needs no workspace and no server.")
final class VerifyProofCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "what alchemist log prove has written")
    private Path file = Path.of("");

    @Option(
            names = "--root",
            paramLabel = "HASH",
            description = "the hash of the block that you trust: where the proof must lead")
    private @Nullable String root;

    @Override
    public Integer call() throws Exception {
        ProofFile proof;
        try {
            proof = ProofFile.read(Files.readAllBytes(file));
        } catch (IllegalArgumentException e) {
            throw new Failure(file + " is no proof of an event: " + e.getMessage());
        }
        if (!proof.holds()) {
            throw new Failure(
                    "the proof in " + file + " does NOT hold: something in it was changed");
        }
        if (root != null && !root.equals(proof.head().toString())) {
            throw new Failure(
                    "the proof in "
                            + file
                            + " leads to the block "
                            + proof.head()
                            + ", NOT to the one that you trust");
        }
        tell(proof);
        return 0;
    }

    private void tell(ProofFile file) {
        EventProof proof = file.proof();
        long least = proof.leastPosition();
        long greatest = proof.greatestPosition();
        System.out.println("The proof holds.");
        System.out.println("event     " + event(proof.payload()));
        System.out.println(
                "position  " + (least == greatest ? least : "one of " + least + " to " + greatest));
        System.out.println("recorded  " + IsoTime.instant(proof.block().recordedAtMicros()));
        System.out.println(
                "block     "
                        + file.head()
                        + (root == null
                                ? ": compare it with one that you trust, or give that as --root"
                                : ", which you trust"));
    }

    /** A proof may be of anything, and hold. */
    static String event(byte[] payload) {
        try {
            return new RecordText().of(payload);
        } catch (MalformedBytes e) {
            return payload.length + " bytes that this program does not know: " + e.getMessage();
        }
    }
}
