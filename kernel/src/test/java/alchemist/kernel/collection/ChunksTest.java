package alchemist.kernel.collection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import alchemist.kernel.Id;
import alchemist.kernel.schema.Deferred;
import alchemist.kernel.schema.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is saved later is what it was, whatever is written meanwhile. */
final class ChunksTest {
    private static final int LENGTH = 8;

    private final Chunks<int[]> chunks = new Chunks<>(int[]::clone);

    @Property(tries = 300)
    void savesWhatWas(@ForAll long seed) {
        Random random = new Random(seed);
        List<Deferred> saving = new ArrayList<>();
        List<byte[]> were = new ArrayList<>();
        for (int step = 0; step < 200; step++) {
            switch (random.nextInt(12)) {
                case 0 -> chunks.add(new int[LENGTH]);
                case 1 -> {
                    were.add(now());
                    saving.add(Deferred.of(this::save));
                }
                case 2 -> {
                    if (!saving.isEmpty()) {
                        int which = random.nextInt(saving.size());
                        Output out = new Output(16);
                        try (Deferred deferred = saving.remove(which)) {
                            deferred.writeTo(out);
                        }
                        assertArrayEquals(were.remove(which), out.toBytes());
                    }
                }
                default -> {
                    if (chunks.size() > 0) {
                        int[] chunk = chunks.writable(random.nextInt(chunks.size()));
                        chunk[random.nextInt(LENGTH)] = random.nextInt();
                    }
                }
            }
        }
    }

    @Test
    void copiesWhatIsStillToBeSavedOnceAndNothingAfterwards() {
        chunks.add(new int[LENGTH]);
        chunks.add(new int[LENGTH]);
        int[] first = chunks.at(0);
        int[] second = chunks.at(1);
        try (Deferred saving = Deferred.of(this::save)) {
            int[] copy = chunks.writable(0);
            assertNotSame(first, copy);
            assertSame(copy, chunks.writable(0));
            assertFalse(saving.isClosed());
        }
        assertSame(second, chunks.writable(1));
    }

    @Test
    void copiesNothingWhereItIsWrittenAtOnce() {
        chunks.add(new int[LENGTH]);
        int[] first = chunks.at(0);
        now();
        assertSame(first, chunks.writable(0));
    }

    /** Ids that come while others are saved are not among them, also where the table grows. */
    @Property(tries = 100)
    void anIdMapIsSavedAsItWas(@ForAll long seed) {
        Random random = new Random(seed);
        IdMap map = new IdMap();
        add(map, random, random.nextInt(9_000));
        Output was = new Output(16);
        map.save(was);
        Deferred saving = Deferred.of(map::save);
        add(map, random, random.nextInt(9_000));
        Output out = new Output(16);
        saving.writeTo(out);
        assertArrayEquals(was.toBytes(), out.toBytes());
    }

    private static void add(IdMap map, Random random, int count) {
        for (int i = 0; i < count; i++) {
            map.add(new Id(random.nextLong(), random.nextLong()));
        }
    }

    private byte[] now() {
        Output out = new Output(16);
        save(out);
        return out.toBytes();
    }

    private void save(Output out) {
        int size = chunks.size();
        out.varint(size);
        Chunks.saveInts(chunks, (long) size * LENGTH, out);
        out.u8(7);
    }
}
