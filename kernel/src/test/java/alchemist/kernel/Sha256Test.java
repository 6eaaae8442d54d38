package alchemist.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class Sha256Test {
    /** The examples of FIPS 180-4, and of NIST's test vectors. */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    '', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
                    abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
                    abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq, 248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1
                    """)
    void hashesTheStandardsExamples(String message, String hash) {
        assertEquals(
                hash,
                HexFormat.of().formatHex(Sha256.of(message.getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void hashesAMillionLetters() {
        byte[] message = new byte[1_000_000];
        Arrays.fill(message, (byte) 'a');
        assertEquals(
                "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
                HexFormat.of().formatHex(Sha256.of(message)));
    }

    @Test
    void agreesWithTheJdkForEveryLengthAroundTheBlocks() throws NoSuchAlgorithmException {
        MessageDigest jdk = MessageDigest.getInstance("SHA-256");
        byte[] message = new byte[300];
        new Random(1).nextBytes(message);
        for (int length = 0; length <= message.length; length++) {
            byte[] part = Arrays.copyOf(message, length);
            assertArrayEquals(jdk.digest(part), Sha256.of(part), "of " + length + " bytes");
        }
    }
}
