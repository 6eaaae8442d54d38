package alchemist.log;

import org.jspecify.annotations.Nullable;

/** A reader of the blocks of a log, in order. For one thread; many may read at once. */
public interface BlockCursor extends AutoCloseable {
    /**
     * The next block, checked to be whole and to follow the one before it.
     *
     * @return null when there is none that is durable yet; a later call may answer one
     * @throws CorruptLog when what is there is not what was written
     */
    @Nullable CommitBlock next() throws LogException;

    @Override
    void close();
}
