package alchemist.exchange.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LfsPointerTest {
    private static final String OID = "4d7a2146".repeat(8);
    private static final String HEAD = "version https://git-lfs.github.com/spec/v1\n";

    @Test
    void tellsHashAndSizeOfTheContent() {
        Optional<LfsPointer> pointer = Optional.of(new LfsPointer(OID, 12345));
        assertEquals(pointer, of(HEAD + "oid sha256:" + OID + "\nsize 12345\n"));
        assertEquals(
                pointer, of(HEAD + "ext-0-foo sha256:ab\noid sha256:" + OID + "\nsize 12345\n"));
    }

    @Test
    void whatOnlyLooksLikeAPointerIsNone() {
        assertEquals(Optional.empty(), of(""));
        assertEquals(Optional.empty(), of("version 2\n"));
        assertEquals(Optional.empty(), of(HEAD + "oid sha256:00\nsize 9\n"));
        assertEquals(Optional.empty(), of(HEAD + "oid sha256:" + OID + "\nsize 9\nmore\n"));
        assertEquals(Optional.empty(), of(HEAD + "oid sha256:" + OID + "\nsize " + "9".repeat(30)));
        assertEquals(
                Optional.empty(),
                of(HEAD + "ext-0-" + "a".repeat(1000) + "\noid sha256:" + OID + "\nsize 9\n"));
    }

    private static Optional<LfsPointer> of(String text) {
        return LfsPointer.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
