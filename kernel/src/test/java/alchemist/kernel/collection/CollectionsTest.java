package alchemist.kernel.collection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import alchemist.kernel.Id;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The collections against those of java.util. */
final class CollectionsTest {
    @Property(tries = 200)
    void anIdMapIsALinkedMap(@ForAll long seed, @ForAll @IntRange(min = 1, max = 2_000) int size) {
        Random random = new Random(seed);
        IdMap map = new IdMap();
        Map<Id, Integer> model = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            // Few different halves: many ids that differ in one half only.
            Id id =
                    new Id(
                            random.nextInt(40) - 3L,
                            (random.nextInt(40) - 3L) << random.nextInt(40));
            assertEquals(model.getOrDefault(id, -1), map.find(id));
            int index = map.add(id);
            assertEquals(model.computeIfAbsent(id, _ -> model.size()), index);
            assertEquals(model.size(), map.size());
        }
        model.forEach(
                (id, index) -> {
                    assertEquals(index, map.find(id.high(), id.low()));
                    assertEquals(id, map.id(index));
                });
    }

    @Property(tries = 200)
    void manyIdsAreFoundAsOne(@ForAll long seed, @ForAll @IntRange(min = 0, max = 900) int size) {
        Random random = new Random(seed);
        IdMap map = new IdMap();
        Lookahead ahead = new Lookahead();
        List<Id> asked = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Id id =
                    new Id(
                            random.nextInt(20) - 3L,
                            (random.nextInt(40) - 3L) << random.nextInt(40));
            if (random.nextBoolean()) {
                map.add(id);
            }
            asked.add(id);
            ahead.accept(id);
        }
        map.find(ahead);
        assertEquals(size, ahead.size());
        for (int i = 0; i < size; i++) {
            assertEquals(map.find(asked.get(i)), ahead.at(i));
        }
    }

    /** Ids whose entries have the same tag: who has it first is not the one that is asked for. */
    @Test
    void manyIdsAreFoundAlsoWhereTagsAreTheSame() {
        IdMap map = new IdMap();
        Lookahead ahead = new Lookahead();
        // A table of 32 entries sees 27 of the hash's 32 high bits and 5 of the low ones.
        Map<Long, Id> byEntry = new HashMap<>();
        Random random = new Random(1);
        Id other = null;
        while (other == null) {
            Id id = new Id(random.nextLong(), random.nextLong());
            long hash = IdMap.hash(id.high(), id.low());
            Id former = byEntry.putIfAbsent(hash >>> 37 << 5 | (hash & 31), id);
            if (former != null) {
                map.add(former);
                other = id;
            }
        }
        ahead.accept(other);
        map.find(ahead);
        assertEquals(-1, ahead.at(0));
        map.add(other);
        map.find(ahead);
        assertEquals(1, ahead.at(0));
    }

    @Test
    void noMoreIdsAreLookedAtThanThereIsRoomFor() {
        Lookahead ahead = new Lookahead();
        for (int i = 0; !ahead.isFull(); i++) {
            ahead.accept(new Id(i, i));
        }
        int size = ahead.size();
        ahead.accept(new Id(-1, -1));
        assertEquals(size, ahead.size());
        assertEquals(size - 1, ahead.high(size - 1));
        ahead.clear();
        assertEquals(0, ahead.size());
    }

    @Test
    void anIdMapGrows() {
        IdMap map = new IdMap();
        for (int i = 0; i < 200_000; i++) {
            assertEquals(i, map.add(Id.of("n", Integer.toString(i))));
        }
        for (int i = 0; i < 200_000; i += 7) {
            assertEquals(i, map.find(Id.of("n", Integer.toString(i))));
        }
        assertEquals(-1, map.find(Id.of("n", "x")));
    }

    /** On both sides of where its chunks begin. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 3_000, 4_095, 4_096, 4_097, 9_000})
    void anIdMapIsReadAsItWasSavedAndGrowsOn(int size) {
        IdMap map = new IdMap();
        for (int i = 0; i < size; i++) {
            map.add(Id.of("n", Integer.toString(i)));
        }
        Output out = new Output(16);
        map.save(out);
        IdMap read = IdMap.load(new Input(out.toBytes()));
        for (int i = 0; i < size + 5_000; i++) {
            assertEquals(i, read.add(Id.of("n", Integer.toString(i))));
        }
        for (int i = 0; i < size + 5_000; i++) {
            assertEquals(Id.of("n", Integer.toString(i)), read.id(i));
            assertEquals(i, read.find(read.id(i)));
        }
    }

    @Property(tries = 300)
    void aLongIntMapIsAMap(@ForAll long seed, @ForAll @IntRange(min = 1, max = 2_000) int steps) {
        Random random = new Random(seed);
        int range = 1 + random.nextInt(300);
        LongIntMap map = new LongIntMap();
        Map<Long, Integer> model = new HashMap<>();
        for (int i = 0; i < steps; i++) {
            long key = (random.nextInt(range) - range / 2L) << random.nextInt(3);
            if (random.nextInt(3) > 0) {
                int value = random.nextInt(1000);
                Integer former = model.put(key, value);
                assertEquals(former == null ? -1 : former, map.put(key, value));
            } else {
                Integer former = model.remove(key);
                assertEquals(former == null ? -1 : former, map.remove(key));
            }
            assertEquals(model.size(), map.size());
            assertEquals(model.getOrDefault(key, -1), map.find(key));
        }
        for (long key = -2L * range; key < 2L * range; key++) {
            assertEquals(model.getOrDefault(key, -1), map.find(key));
        }
    }

    @Test
    void aLongIntMapHoldsNothingNegative() {
        LongIntMap map = new LongIntMap();
        assertThrows(IllegalArgumentException.class, () -> map.put(1, -1));
        assertEquals(-1, map.remove(1));
    }

    @Property(tries = 100)
    void namesAreALinkedMap(@ForAll long seed, @ForAll @IntRange(min = 1, max = 500) int size) {
        Random random = new Random(seed);
        Names names = new Names();
        Map<String, Integer> model = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            String name = "name" + random.nextInt(200);
            assertEquals(model.getOrDefault(name, -1), names.find(name));
            assertEquals(model.computeIfAbsent(name, _ -> model.size()), names.add(name));
        }
        assertEquals(model.size(), names.size());
        model.forEach((name, index) -> assertEquals(name, names.name(index)));
    }

    @Property(tries = 100)
    void anIntListIsAList(@ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int steps) {
        Random random = new Random(seed);
        IntList list = new IntList();
        List<Integer> model = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            switch (model.isEmpty() ? 0 : random.nextInt(8)) {
                case 1 -> assertEquals(model.removeLast(), list.pop());
                case 2 -> {
                    int at = random.nextInt(model.size());
                    model.set(at, i);
                    list.put(at, i);
                }
                default -> {
                    model.add(i);
                    list.add(i);
                }
            }
            assertEquals(model.size(), list.size());
        }
        assertArrayEquals(model.stream().mapToInt(i -> i).toArray(), list.toArray());
        for (int i = 0; i < model.size(); i++) {
            assertEquals(model.get(i), list.at(i));
        }
        list.clear();
        assertEquals(0, list.size());
    }

    @Test
    void whatIsNotThereIsRefused() {
        IntList list = new IntList();
        list.add(1);
        assertThrows(IndexOutOfBoundsException.class, () -> list.at(1));
        assertThrows(IndexOutOfBoundsException.class, () -> list.at(-1));
        assertThrows(IndexOutOfBoundsException.class, () -> list.put(1, 0));
        list.pop();
        assertThrows(IndexOutOfBoundsException.class, list::pop);
        assertThrows(IndexOutOfBoundsException.class, () -> new IdMap().id(0));
        assertThrows(IndexOutOfBoundsException.class, () -> new Names().name(0));
        assertThrows(IndexOutOfBoundsException.class, () -> new Names().name(-1));
        assertThrows(IndexOutOfBoundsException.class, () -> new IdMap().id(-1));
    }
}
