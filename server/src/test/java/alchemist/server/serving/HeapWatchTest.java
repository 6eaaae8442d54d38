package alchemist.server.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class HeapWatchTest {
    @Test
    void halfAsMuchAsIsHeldMayBeGarbageAndALittleAlways() {
        assertEquals(HeapWatch.FLOOR_BYTES, HeapWatch.limit(0));
        assertEquals(HeapWatch.FLOOR_BYTES, HeapWatch.limit(100L << 20));
        assertEquals(500L << 20, HeapWatch.limit(400L << 20));
    }
}
