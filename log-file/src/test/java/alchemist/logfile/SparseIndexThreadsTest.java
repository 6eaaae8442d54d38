package alchemist.logfile;

import alchemist.testkit.threads.ThreadsContract;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** Those who walk over a segment tell of places while others look for them. */
@Param(name = "block", gen = IntGen.class, conf = "1:6")
public final class SparseIndexThreadsTest extends ThreadsContract {
    private final SparseIndex index = new SparseIndex();

    @Operation
    public void offer(@Param(name = "block") int block) {
        index.offer(10L * block, (long) block * SparseIndex.STEP_BYTES);
    }

    @Operation
    public long floor(@Param(name = "block") int block) {
        return index.floor(10L * block);
    }

    @Operation
    public int size() {
        return index.size();
    }
}
