package alchemist.server.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class HeapWatchTest {
    @Test
    void aQuarterOfWhatIsHeldMayBeGarbageAndALittleAlways() {
        assertEquals(HeapWatch.FLOOR_BYTES, HeapWatch.limit(0, 1));
        assertEquals(HeapWatch.FLOOR_BYTES, HeapWatch.limit(100L << 20, 2));
        assertEquals(500L << 20, HeapWatch.limit(400L << 20, 1));
        assertEquals(600L << 20, HeapWatch.limit(400L << 20, 2));
    }

    @Test
    void waitsForMoreWhereWhatCameIsMostlyHeld() {
        assertEquals(2, HeapWatch.quarters(100, 0));
        assertEquals(2, HeapWatch.quarters(100, 49));
        assertEquals(1, HeapWatch.quarters(100, 50));
        assertEquals(1, HeapWatch.quarters(100, 100));
    }
}
