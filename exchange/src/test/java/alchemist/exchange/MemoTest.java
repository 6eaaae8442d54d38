package alchemist.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

final class MemoTest {
    @Test
    void whatIsKnownHoldsForOneVersion() {
        Memo memo = new Memo();
        memo.keep(String.class, "a", 1, "one", 3);
        assertEquals("one", memo.find(String.class, "a", 1));
        assertNull(memo.find(String.class, "a", 2));
        assertNull(memo.find(Integer.class, "a", 1), "another kind is another thing");
        memo.keep(String.class, "a", 2, "two", 3);
        assertNull(memo.find(String.class, "a", 1));
        assertEquals("two", memo.take(String.class, "a", 2));
        assertNull(memo.find(String.class, "a", 2), "it was taken");
    }

    @Test
    void theOldestGivesWay() {
        Memo memo = new Memo(1_000);
        memo.keep(String.class, "a", 1, "a", 200);
        memo.keep(String.class, "b", 1, "b", 200);
        memo.find(String.class, "a", 1);
        memo.keep(String.class, "c", 1, "c", 200);
        assertEquals("a", memo.find(String.class, "a", 1));
        assertNull(memo.find(String.class, "b", 1));
        memo.keep(String.class, "huge", 1, "huge", 5_000);
        assertNull(memo.find(String.class, "huge", 1), "nothing is larger than half of all");
        assertEquals("c", memo.find(String.class, "c", 1), "and nothing gives way for it");
    }
}
