package alchemist.layout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class EvenPartsTest {
    @Test
    void areAsManyAsMakeAllSmallWithFewLevels() {
        assertEquals(8, EvenParts.count(61, 60));
        assertEquals(60, EvenParts.count(3600, 60));
        assertEquals(2, EvenParts.count(1000, 2));
    }

    @Test
    void areFilledWithTheHeaviestFirst() {
        assertArrayEquals(new int[] {1, 0, 1, 1}, EvenParts.fill(new int[] {2, 6, 2, 2}, 2));
        assertArrayEquals(new int[] {0, 0}, EvenParts.fill(new int[] {0, 0}, 3));
    }
}
