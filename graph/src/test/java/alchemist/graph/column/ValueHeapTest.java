package alchemist.graph.column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values come back as they were put, small or large, few or many. */
class ValueHeapTest {
    private static final int CHUNK = 1 << 16;
    private static final long INLINE = 1 << 30;

    private final ValueHeap heap = new ValueHeap();

    @Test
    void aSmallNumberIsItsOwnReference() {
        for (long number : new long[] {-INLINE, -1, 0, 1, INLINE - 1}) {
            int reference = heap.add(Value.integer(number));
            assertTrue(reference < 0, "" + number);
            assertEquals(Value.integer(number), heap.value(reference));
        }
        for (long number : new long[] {-INLINE - 1, INLINE, Long.MIN_VALUE, Long.MAX_VALUE}) {
            int reference = heap.add(Value.integer(number));
            assertTrue(reference >= ValueHeap.FIRST, "" + number);
            assertEquals(Value.integer(number), heap.value(reference));
        }
    }

    @Test
    void whatStoodLatelyIsNotWrittenAgainAndWhatIsLongIs() {
        int shortly = heap.add(Value.text("as before"));
        assertEquals(shortly, heap.add(Value.text("as before")));
        int first = heap.add(Value.text("x".repeat(100)));
        int second = heap.add(Value.text("x".repeat(100)));
        assertNotEquals(first, second);
        assertTrue(heap.equal(first, second));
    }

    @Test
    void valuesAreEqualByWhatTheyAre() {
        int one = heap.add(Value.text("x".repeat(100)));
        int longer = heap.add(Value.text("x".repeat(101)));
        int number = heap.add(Value.integer(1));
        assertTrue(heap.equal(one, one));
        assertFalse(heap.equal(one, longer));
        assertFalse(heap.equal(longer, one));
        assertTrue(heap.equal(number, heap.add(Value.integer(1))));
        assertFalse(heap.equal(number, one));
        assertFalse(heap.equal(one, 0), "a mark of those who keep references");
    }

    @Test
    void whatIsLargerThanAChunkHasOneOfItsOwn() {
        int before = heap.add(Value.text("before"));
        Value large = Value.text("é".repeat(CHUNK));
        int reference = heap.add(large);
        int after = heap.add(Value.text("after"));
        assertEquals(0, ValueHeap.offset(reference));
        assertEquals(large, heap.value(reference));
        assertEquals(Value.text("before"), heap.value(before));
        assertEquals(Value.text("after"), heap.value(after));
        assertEquals(large, loaded().value(reference));
        assertEquals(Value.text("after"), loaded().value(after));
    }

    @Test
    void manyChunksAreReadBackFromACheckpointAndFilledOn() {
        List<Integer> references = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            references.add(heap.add(many(i)));
        }
        ValueHeap loaded = loaded();
        int next = heap.add(Value.text("next"));
        assertEquals(next, loaded.add(Value.text("next")), "the last chunk is filled on");
        for (int i = 0; i < 40; i++) {
            assertEquals(many(i), heap.value(references.get(i)));
            assertEquals(many(i), loaded.value(references.get(i)));
        }
        assertEquals(Value.text("next"), loaded.value(next));
    }

    @Test
    void takesTheMemoryOfItsChunks() {
        long empty = heap.bytes();
        heap.add(Value.text("one"));
        assertTrue(heap.bytes() >= empty + CHUNK);
        long one = heap.bytes();
        heap.add(Value.text("two"));
        assertEquals(one, heap.bytes());
        heap.add(Value.text("x".repeat(2 * CHUNK)));
        assertTrue(heap.bytes() >= one + 2 * CHUNK);
    }

    private static Value many(int nth) {
        return Value.text((nth + ",").repeat(CHUNK / 8));
    }

    private ValueHeap loaded() {
        Output out = new Output(64);
        heap.save(out);
        ValueHeap loaded = new ValueHeap();
        loaded.load(new Input(out.toBytes()));
        return loaded;
    }
}
