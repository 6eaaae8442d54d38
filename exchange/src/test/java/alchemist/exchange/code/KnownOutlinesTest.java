package alchemist.exchange.code;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import alchemist.kernel.Id;
import org.junit.jupiter.api.Test;

final class KnownOutlinesTest {
    private static Id key(int number) {
        return KnownOutlines.key(CodeLanguage.JAVA, new byte[] {(byte) number});
    }

    @Test
    void keepsWhatWasAskedForLast() {
        KnownOutlines known = new KnownOutlines(3 * (100 + 120));
        for (int i = 0; i < 3; i++) {
            known.keep(key(i), new byte[100]);
        }
        known.find(key(0));
        known.keep(key(3), new byte[100]);
        assertArrayEquals(new byte[100], known.find(key(0)));
        assertNull(known.find(key(1)));
        assertArrayEquals(new byte[100], known.find(key(3)));
    }

    @Test
    void countsWhatIsKeptAgainOnce() {
        KnownOutlines known = new KnownOutlines(2 * (100 + 120));
        for (int i = 0; i < 9; i++) {
            known.keep(key(0), new byte[100]);
        }
        known.keep(key(1), new byte[100]);
        assertArrayEquals(new byte[100], known.find(key(0)));
    }

    @Test
    void tellsLanguagesApart() {
        byte[] source = {1, 2, 3};
        assertNotEquals(
                KnownOutlines.key(CodeLanguage.C, source),
                KnownOutlines.key(CodeLanguage.CPP, source));
    }
}
