package alchemist.graph.column;

import alchemist.testkit.threads.ThreadsContract;
import org.jetbrains.lincheck.datastructures.Operation;

/**
 * Rows that are linked in by a release store are whole for who follows the links: a list of rows,
 * each with a number and its double, as the graph's statements are linked.
 */
public final class IntColumnThreadsTest extends ThreadsContract {
    private static final int NONE = -1;

    /** A chunk of a column is full with so many cells; then the next is opened. */
    private static final int CHUNK = 1 << 14;

    private final IntColumn heads = new IntColumn();
    private final IntColumn rows = new IntColumn();
    private int added;

    public IntColumnThreadsTest() {
        heads.add(NONE);
        rows.addZeros(CHUNK - 8);
    }

    @Operation(nonParallelGroup = "writer")
    public int add() {
        added++;
        int row = rows.addFour(added, 2 * added, heads.get(0), 0);
        heads.release(0, row);
        return added;
    }

    /** How many rows there are; each is whole. */
    @Operation
    public int count() {
        int count = 0;
        for (int row = heads.acquire(0); row != NONE; row = rows.get(row + 2)) {
            if (rows.get(row) == 0 || rows.get(row + 1) != 2 * rows.get(row)) {
                throw new AssertionError("half a row: " + rows.get(row) + " " + rows.get(row + 1));
            }
            count++;
        }
        return count;
    }
}
