package alchemist.graph.column;

import alchemist.kernel.Id;
import alchemist.testkit.threads.ThreadsContract;
import java.util.stream.IntStream;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** Whoever looks an id up while one thread adds ids finds what could be found at some moment. */
@Param(name = "id", gen = IntGen.class, conf = "49:54")
public final class IdTableThreadsTest extends ThreadsContract {
    /** A table grows when its 52nd id comes. */
    private static final int THERE = 50;

    private static final Id[] IDS =
            IntStream.range(0, 60).mapToObj(i -> Id.of("id", "" + i)).toArray(Id[]::new);

    private final IdTable table = new IdTable();

    public IdTableThreadsTest() {
        for (int i = 0; i < THERE; i++) {
            table.append(IDS[i]);
        }
    }

    @Operation(nonParallelGroup = "writer")
    public int add(@Param(name = "id") int nth) {
        int known = table.find(IDS[nth]);
        return known >= 0 ? known : table.append(IDS[nth]);
    }

    @Operation
    public int find(@Param(name = "id") int nth) {
        int index = table.find(IDS[nth]);
        if (index >= 0 && !table.id(index).equals(IDS[nth])) {
            throw new AssertionError("index " + index + " is of " + table.id(index));
        }
        return index;
    }
}
