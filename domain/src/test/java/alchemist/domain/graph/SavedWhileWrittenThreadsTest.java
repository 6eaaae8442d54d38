package alchemist.domain.graph;

import alchemist.kernel.Id;
import alchemist.kernel.collection.Chunks;
import alchemist.kernel.collection.IdMap;
import alchemist.kernel.schema.Deferred;
import alchemist.kernel.schema.Output;
import alchemist.testkit.threads.ThreadsContract;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jspecify.annotations.Nullable;

/**
 * What one thread saves of arrays and ids is what they were when they were handed over, whatever is
 * written to them meanwhile.
 */
@Param(name = "at", gen = IntGen.class, conf = "0:1")
@Param(name = "value", gen = IntGen.class, conf = "1:3")
public final class SavedWhileWrittenThreadsTest extends ThreadsContract {
    private static final int ARRAYS = 2;

    /** The table of 32 entries grows when the 26th id comes. */
    private static final int THERE = 24;

    private final Chunks<int[]> chunks = new Chunks<>(int[]::clone);
    private final IdMap ids = new IdMap();
    private final AtomicReference<@Nullable Deferred> handedOver = new AtomicReference<>();

    public SavedWhileWrittenThreadsTest() {
        for (int i = 0; i < ARRAYS; i++) {
            chunks.add(new int[2]);
        }
        for (int i = 0; i < THERE; i++) {
            add();
        }
    }

    @Operation(nonParallelGroup = "writer")
    public void write(@Param(name = "at") int array, @Param(name = "value") int value) {
        int[] chunk = chunks.writable(array);
        chunk[0] = value;
        chunk[1] = value;
    }

    @Operation(nonParallelGroup = "writer")
    public int add() {
        return ids.add(Id.of("id", Integer.toString(ids.size())));
    }

    @Operation(nonParallelGroup = "writer")
    public boolean handOver() {
        Deferred now = Deferred.of(this::write);
        boolean free = handedOver.compareAndSet(null, now);
        if (!free) {
            now.close();
        }
        return free;
    }

    @Operation(nonParallelGroup = "saver")
    public int save() {
        Deferred content = handedOver.get();
        if (content == null) {
            return 0;
        }
        Output out = new Output(64);
        content.writeTo(out);
        content.close();
        handedOver.set(null);
        return Arrays.hashCode(out.toBytes());
    }

    private void write(Output out) {
        ids.save(out);
        Chunks.saveInts(chunks, 2 * ARRAYS, out);
    }
}
