package alchemist.engine.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import alchemist.kernel.Id;
import alchemist.kernel.value.Value.Sealed;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SubjectKeyTest {
    private static final Id ANN = new Id(1, 2);

    /** Stored events hold such bytes; these were made apart from this program. */
    private static final byte[] FIRST_VERSION =
            HexFormat.of()
                    .parseHex(
                            "d9d8fc61d9b3629e11b0447ae8abee2b1084f979"
                                    + "c838cee46c5baaf52935ed51b978e1d4a94573c6");

    private static SubjectKey key() {
        byte[] bytes = new byte[KeyFile.KEY_BYTES];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return new SubjectKey(ANN, 7, bytes);
    }

    @Test
    void sealsToTheBytesOfTheFirstVersion() {
        Sealed sealed = key().seal("Ann Exämple");

        assertArrayEquals(
                FIRST_VERSION, sealed.bytes(), () -> HexFormat.of().formatHex(sealed.bytes()));
        assertEquals(ANN, sealed.subject());
        assertEquals(7, sealed.key());
    }

    @Test
    void opensTheBytesOfTheFirstVersionForItsPersonOnly() {
        assertEquals(Optional.of("Ann Exämple"), key().open(new Sealed(ANN, 7, FIRST_VERSION)));
        assertEquals(Optional.empty(), key().open(new Sealed(new Id(1, 3), 7, FIRST_VERSION)));
        SubjectKey other = new SubjectKey(new Id(1, 3), 7, key().bytes());
        assertEquals(Optional.empty(), other.open(new Sealed(new Id(1, 3), 7, FIRST_VERSION)));
    }
}
