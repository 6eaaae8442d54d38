package alchemist.engine.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class WindowTest {
    @Test
    void remembersWhereANumberWasAccepted() {
        Window window = new Window();
        window.add(5, 100, 3);

        int entry = window.find(5);
        assertEquals(100, window.first(entry));
        assertEquals(102, window.last(entry));
        assertEquals(5, window.highest());
        assertTrue(window.find(4) < 0);
        assertFalse(window.isTooOld(4));
    }

    @Test
    void knowsOfTheHighestNumbersOnly() {
        Window window = new Window();
        for (int i = 1; i <= 1000; i++) {
            window.add(i, i * 10L, 1);
        }

        assertTrue(window.isTooOld(1000 - Window.SIZE));
        assertFalse(window.isTooOld(1001 - Window.SIZE));
        assertTrue(window.find(1001 - Window.SIZE) >= 0);
        assertFalse(window.isTooOld(1001));
    }

    @Property(tries = 200)
    void behavesLikeASortedMapOfBoundedSize(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Window window = new Window();
        TreeMap<Long, Long> model = new TreeMap<>();
        long floor = 0;
        for (int step = 1; step <= 2000; step++) {
            long sequence = Math.max(1L, step - random.nextInt(40)) + random.nextInt(5);
            if (sequence > floor || model.containsKey(sequence)) {
                window.add(sequence, step, 1 + step % 3);
                model.put(sequence, (long) step);
                if (model.size() > Window.SIZE) {
                    floor = Math.max(floor, model.pollFirstEntry().getKey());
                }
            }
            if (random.nextInt(300) == 0) {
                window = reloaded(window);
            }
        }
        assertEquals(model.lastKey(), window.highest());
        for (long sequence = 1; sequence < 2100; sequence++) {
            Long first = model.get(sequence);
            int entry = window.find(sequence);
            assertEquals(first == null ? -1 : first, entry < 0 ? -1 : window.first(entry));
            if (first != null) {
                assertEquals(first + first % 3, window.last(entry));
            }
            assertEquals(first == null && sequence <= floor, window.isTooOld(sequence));
        }
    }

    private static Window reloaded(Window window) {
        Output out = new Output(16);
        window.save(out);
        return Window.load(new Input(out.toBytes()));
    }
}
