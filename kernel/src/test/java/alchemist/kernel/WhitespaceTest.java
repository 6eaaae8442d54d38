package alchemist.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class WhitespaceTest {
    @Test
    void everyCharacterIsWhatItIsToTheJvm() {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            boolean white = Character.isWhitespace((char) c);
            assertEquals(
                    white,
                    Whitespace.isBlank(String.valueOf((char) c)),
                    "U+" + Integer.toHexString(c));
        }
    }

    @Test
    void noneIsBeyondTheSixteenBits() {
        for (int c = Character.MAX_VALUE + 1; c <= Character.MAX_CODE_POINT; c++) {
            assertFalse(Character.isWhitespace(c));
        }
    }

    @Test
    void aTextIsBlankWhereAllOfItIs() {
        assertTrue(Whitespace.isBlank(""));
        assertTrue(Whitespace.isBlank(" \t\u2003\u001c"));
        assertFalse(Whitespace.isBlank("\u2003x"));
        assertFalse(Whitespace.isBlank("\u00a0"));
    }
}
