package alchemist.graph.column;

import alchemist.testkit.threads.ThreadsContract;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** Whoever looks a text up while one thread adds texts finds what could be found then. */
@Param(name = "text", gen = IntGen.class, conf = "14:18")
public final class TermsThreadsTest extends ThreadsContract {
    /** Texts have room for 16, and then more. */
    private static final int THERE = 15;

    private final Terms terms = new Terms();

    public TermsThreadsTest() {
        for (int i = 0; i < THERE; i++) {
            terms.add("" + i);
        }
    }

    @Operation(nonParallelGroup = "writer")
    public int add(@Param(name = "text") int nth) {
        return terms.add("" + nth);
    }

    @Operation
    public int find(@Param(name = "text") int nth) {
        int index = terms.find("" + nth);
        if (index >= 0 && !terms.text(index).equals("" + nth)) {
            throw new AssertionError("index " + index + " is of " + terms.text(index));
        }
        return index;
    }
}
