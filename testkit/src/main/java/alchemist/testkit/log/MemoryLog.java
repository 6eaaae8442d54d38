package alchemist.testkit.log;

import alchemist.log.BlockBuilder;
import alchemist.log.BlockCursor;
import alchemist.log.CommitBlock;
import alchemist.log.Log;
import alchemist.log.LogException;
import alchemist.log.Origin;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A log that keeps its blocks in memory. It is durable as long as the object lives: to reopen it,
 * pass on the same one; {@link #close} does nothing.
 */
public final class MemoryLog implements Log {
    private final Origin origin;
    private final List<CommitBlock> blocks = new ArrayList<>();

    /**
     * A log with nothing but its first block.
     *
     * @param createdAtMicros the time of the first block, µs since 1970-01-01T00:00:00Z
     */
    public MemoryLog(Origin origin, long createdAtMicros) {
        this.origin = origin;
        BlockBuilder builder = new BlockBuilder(1024);
        builder.beginLog(origin, 0);
        blocks.add(builder.seal(createdAtMicros));
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public synchronized Head head() {
        return Head.of(blocks.getLast());
    }

    @Override
    public boolean readOnly() {
        return false;
    }

    @Override
    public synchronized void append(long expectedPosition, CommitBlock block) throws LogException {
        head().requireNext(expectedPosition, block);
        blocks.add(block);
    }

    @Override
    public BlockCursor read(long afterPosition) {
        if (afterPosition < 0) {
            throw new IllegalArgumentException("a position is at least 0, not " + afterPosition);
        }
        return new Cursor(afterPosition);
    }

    private synchronized @Nullable CommitBlock at(int index) {
        return index < blocks.size() ? blocks.get(index) : null;
    }

    /** The number of the first block that a reader after a position is given. */
    private synchronized int indexAfter(long position) {
        if (position < origin.firstPosition()) {
            return 0;
        }
        int low = 0;
        int high = blocks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (blocks.get(middle).lastPosition() > position) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    @Override
    public void close() {}

    private final class Cursor implements BlockCursor {
        private final long after;
        private int index;
        private boolean found;

        Cursor(long after) {
            this.after = after;
        }

        @Override
        public @Nullable CommitBlock next() {
            if (!found) {
                index = indexAfter(after);
            }
            CommitBlock block = at(index);
            if (block != null) {
                found = true;
                index++;
            }
            return block;
        }

        @Override
        public void close() {}
    }
}
