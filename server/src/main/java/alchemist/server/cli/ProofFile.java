package alchemist.server.cli;

import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.json.MalformedJson;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.ValueJson;
import alchemist.log.EventProof;
import alchemist.log.Hash;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * The proof of an event as a file for programs that share nothing with this one: JSON with nothing
 * in it that is not checked.
 *
 * @param head the hash of the block that the proof leads to
 * @param proof of the event
 */
record ProofFile(Hash head, EventProof proof) {
    private static final String FORMAT = "alchemist-proof-1";

    static ProofFile of(EventProof proof) {
        return new ProofFile(proof.head(), proof);
    }

    byte[] bytes() {
        String json =
                new JsonWriter()
                        .object()
                        .field("format", FORMAT)
                        .field("head", head.toString())
                        .field("proof", Base64.getEncoder().encodeToString(proof.bytes()))
                        .endObject()
                        .toString();
        return (json + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads a proof; whether it holds is another question.
     *
     * @throws IllegalArgumentException when it is none
     */
    static ProofFile read(byte[] bytes) {
        try {
            Properties fields = ValueJson.readProperties(new JsonReader(bytes));
            if (fields.size() != 3 || !Fields.text(fields, "format").equals(FORMAT)) {
                throw new IllegalArgumentException("it is no file of the format " + FORMAT);
            }
            byte[] proof = Base64.getDecoder().decode(Fields.text(fields, "proof"));
            Hash head = Hash.parse(Fields.text(fields, "head"));
            ProofFile file = new ProofFile(head, EventProof.parse(proof));
            // There is one way to write it: what only reads the same is refused as well.
            if (!Arrays.equals(file.bytes(), bytes)) {
                throw new IllegalArgumentException("it is not written in the one way it can be");
            }
            return file;
        } catch (MalformedJson e) {
            throw new IllegalArgumentException("it is no JSON: " + e.getMessage(), e);
        }
    }

    boolean holds() {
        return proof.verify(head);
    }
}
