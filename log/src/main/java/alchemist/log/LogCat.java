package alchemist.log;

import org.jspecify.annotations.Nullable;

/**
 * Walks over the records of a log from one position to another, block by block. For one thread.
 *
 * <pre>{@code
 * try (LogCat cat = new LogCat(log, 1, log.position())) {
 *     while (cat.next()) {
 *         print(cat.record().kind(), cat.record().position(), cat.block().recordedAtMicros());
 *     }
 * }
 * }</pre>
 */
public final class LogCat implements AutoCloseable {
    private final BlockCursor cursor;
    private final long from;
    private final long to;
    private @Nullable CommitBlock block;
    private @Nullable Records records;

    /**
     * Begins before the first record of a range. A command counts by the position of its first
     * event; the origin is there when the range begins where the log does, or before.
     *
     * @param from the first position that is wanted, ≥ 0
     * @param to the last position that is wanted
     */
    public LogCat(Log log, long from, long to) throws LogException {
        this.from = from;
        this.to = to;
        this.cursor = log.read(Math.max(0, from - 1));
    }

    /**
     * Steps to the next record.
     *
     * @return false when there is no other in the range, or none that is durable yet
     */
    public boolean next() throws LogException {
        while (true) {
            while (records != null && records.next()) {
                if (records.position() > to) {
                    return false;
                }
                if (records.position() >= from) {
                    return true;
                }
            }
            CommitBlock next = block != null && block.lastPosition() >= to ? null : cursor.next();
            if (next == null) {
                return false;
            }
            block = next;
            records = next.records();
        }
    }

    /** The record of the last step. */
    public Records record() {
        if (records == null) {
            throw new IllegalStateException("step to a record first");
        }
        return records;
    }

    /** The block that the record of the last step is in. */
    public CommitBlock block() {
        if (block == null) {
            throw new IllegalStateException("step to a record first");
        }
        return block;
    }

    @Override
    public void close() {
        cursor.close();
    }
}
