package alchemist.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import alchemist.log.Log;
import alchemist.logfile.FileDisk;
import alchemist.logfile.ReadOnlyFileLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proof of an event is checked by two programs, and holds only as it was written. */
class ProofTest {
    /** Flips every bit of the proof, and cuts it everywhere; says how many of these still hold. */
    private static final String FLIPS =
            """
            import sys
            sys.path.insert(0, sys.argv[1])
            from verify_proof import read, event
            good = open(sys.argv[2], 'rb').read()
            trusted = bytes.fromhex(sys.argv[3])
            def holds(data):
                try:
                    proof, head = read(data.decode('utf-8'))
                    event(proof, head)
                    return head == trusted
                except (ValueError, TypeError):
                    return False
            assert holds(good)
            held = 0
            for bit in range(8 * len(good)):
                bad = bytearray(good)
                bad[bit // 8] ^= 1 << bit % 8
                held += holds(bytes(bad))
            for length in range(len(good) - 1):
                held += holds(good[:length])
            print(held)
            """;

    @TempDir private Path folder;
    private String data = "";
    private Path proof = Path.of("");
    private String head = "";

    @BeforeEach
    void aWorkspace() throws Exception {
        Path place = Files.createDirectories(folder.resolve("place"));
        Files.writeString(place.resolve("notes.md"), "# Notes\n");
        data = folder.resolve("data").toString();
        assertEquals(0, Said.by("import", place.toString(), "--data", data).status());
        proof = folder.resolve("event.proof");
        try (Log log =
                ReadOnlyFileLog.open(new FileDisk(), folder.resolve("data/workspaces/place/log"))) {
            head = log.headHash().toString();
        }
    }

    private void prove(long position) {
        Said said = Said.by("log", "prove", "" + position, "--data", data, "-o", proof.toString());
        assertEquals(0, said.status(), said::toString);
        assertTrue(said.out().contains(head), said::toString);
    }

    @Test
    void holdsForEveryEvent() {
        for (long position = 1; position <= 4; position++) {
            prove(position);
            Said said = Said.by("log", "verify-proof", proof.toString(), "--root", head);
            assertEquals(0, said.status(), said::toString);
            assertTrue(said.out().contains("The proof holds."), said::toString);
            assertTrue(said.out().contains("\"type\":\""), said::toString);
        }
        Said said = Said.by("log", "verify-proof", proof.toString());
        assertTrue(said.out().contains("give that as --root"), said::toString);
    }

    @Test
    void leadsToOneBlockAndNoOther() {
        prove(2);
        Said said = Said.by("log", "verify-proof", proof.toString(), "--root", "0".repeat(64));
        assertEquals(1, said.status());
        assertTrue(said.err().contains("NOT to the one that you trust"), said::toString);
    }

    @Test
    void thereIsNoneOfAnEventThatIsNotThere() {
        for (String position : new String[] {"0", "1000"}) {
            Said said = Said.by("log", "prove", position, "--data", data);
            assertEquals(1, said.status());
            assertTrue(said.err().contains("no event at position " + position), said::toString);
        }
    }

    @Test
    void isPrintedWhereNoFileIsNamed() {
        Said said = Said.by("log", "prove", "1", "--data", data);
        assertTrue(ProofFile.read(said.out().getBytes(StandardCharsets.UTF_8)).holds());
    }

    @Test
    void neverHoldsWithAFlippedBitOrACut() throws IOException {
        prove(1);
        byte[] good = Files.readAllBytes(proof);
        assertTrue(holds(good));
        for (int bit = 0; bit < 8 * good.length; bit++) {
            byte[] bad = good.clone();
            bad[bit / 8] ^= (byte) (1 << (bit % 8));
            assertFalse(holds(bad), "bit " + bit);
        }
        for (int length = 0; length < good.length - 1; length++) {
            assertFalse(holds(java.util.Arrays.copyOf(good, length)), "cut at " + length);
        }
    }

    private boolean holds(byte[] bytes) {
        try {
            ProofFile file = ProofFile.read(bytes);
            return file.holds() && file.head().toString().equals(head);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        prove(1);
        String good = Files.readString(proof);
        char last = head.charAt(63);
        Files.writeString(
                proof, good.replace(head, head.substring(0, 63) + (last == '0' ? '1' : '0')));
        Said changed = Said.by("log", "verify-proof", proof.toString());
        assertEquals(1, changed.status());
        assertTrue(changed.err().contains("does NOT hold"), changed::toString);
        Files.writeString(proof, "{}");
        Said other = Said.by("log", "verify-proof", proof.toString());
        assertTrue(other.err().contains("is no proof of an event"), other::toString);
    }

    @Test
    void anIndependentProgramSaysTheSame() throws Exception {
        assumeTrue(python("-c", "print(1)").equals("1"), "skipped: needs python3");
        Path verifier = verifier();
        prove(3);
        String said = python(verifier.toString(), proof.toString(), head);
        assertTrue(said.startsWith("The proof holds"), said);
        String other = python(verifier.toString(), proof.toString(), "00".repeat(32));
        assertTrue(other.contains("does NOT hold"), other);
        String held =
                python("-c", FLIPS, String.valueOf(verifier.getParent()), proof.toString(), head);
        assertEquals("0", held, "changed proofs that hold");
    }

    private static Path verifier() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("docs/reference/verify_proof.py"))) {
            at = at.resolve("..").normalize();
        }
        return at.resolve("docs/reference/verify_proof.py");
    }

    private static String python(String... arguments) throws InterruptedException {
        try {
            java.util.List<String> command = new java.util.ArrayList<>();
            command.add("python3");
            command.add("-B");
            command.addAll(java.util.List.of(arguments));
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return said.strip();
        } catch (IOException _) {
            return "";
        }
    }
}
