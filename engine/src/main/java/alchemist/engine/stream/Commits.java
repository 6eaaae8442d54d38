package alchemist.engine.stream;

import alchemist.engine.thread.Monitor;
import alchemist.engine.thread.Threads;
import alchemist.kernel.schema.Contract;
import alchemist.log.Log;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a workspace committed, for those who follow it. The latest blocks are kept in memory, up to
 * a number of bytes; a follower pulls, and one that is further behind reads the log. So nobody is
 * ever waited for, and no follower costs memory. For any thread.
 */
public final class Commits {
    private static final int MAX_BATCHES = 4096;

    /**
     * Followers mostly ask for what came last. More would outlive many collections of garbage, only
     * to be thrown away after all.
     */
    private static final int DECODED_BYTES = 1 << 20;

    /** Nobody waits longer than a year at once. */
    private static final long MAX_SECONDS = TimeUnit.DAYS.toSeconds(365);

    private final Log log;
    private final Contract contract;
    private final long maxBytes;

    private final Threads threads;
    private final Monitor monitor;
    private final @Nullable Batch[] ring = new Batch[MAX_BATCHES];
    private long oldest;
    private long end;
    private long bytes;

    /** The oldest batch that is kept decoded, and the bytes from there on. */
    private long decoded;

    private long decodedBytes;
    private boolean closed;
    private volatile long position;

    /**
     * The commits of a log from here on.
     *
     * @param contract to decode what is read from the log
     * @param maxBytes how many bytes of blocks are kept in memory; the latest of them, up to
     *     {@value #DECODED_BYTES} bytes, also as what they decode to, which is about five times as
     *     large
     * @param threads those who follow are run by
     */
    public Commits(Log log, Contract contract, long maxBytes, Threads threads) {
        this.log = log;
        this.contract = contract;
        this.maxBytes = maxBytes;
        this.threads = threads;
        this.monitor = threads.monitor();
        this.position = log.position();
    }

    /** The last position that was committed. */
    public long position() {
        return position;
    }

    /** Hands on what became durable; by the one who appends. */
    public void publish(Batch batch) {
        monitor.lock();
        try {
            ring[(int) (end++ & (MAX_BATCHES - 1))] = batch;
            bytes += batch.block().lengthBytes();
            decodedBytes += batch.block().lengthBytes();
            while (decodedBytes > DECODED_BYTES && decoded < end - 1) {
                Batch older = at((int) (decoded++ & (MAX_BATCHES - 1)));
                decodedBytes -= older.block().lengthBytes();
                older.forget();
            }
            while (end - oldest > MAX_BATCHES - 1 || (bytes > maxBytes && end - oldest > 1)) {
                dropOldest();
            }
            position = batch.lastPosition();
            monitor.signalAll();
        } finally {
            monitor.unlock();
        }
    }

    private void dropOldest() {
        int slot = (int) (oldest & (MAX_BATCHES - 1));
        Batch batch = at(slot);
        bytes -= batch.block().lengthBytes();
        if (decoded == oldest) {
            decoded++;
            decodedBytes -= batch.block().lengthBytes();
        }
        ring[slot] = null;
        oldest++;
    }

    /** Ends all following: nothing more will come. */
    public void close() {
        monitor.lock();
        try {
            closed = true;
            monitor.signalAll();
        } finally {
            monitor.unlock();
        }
    }

    /** Begins to follow, with the block that holds the event after a position. */
    public Follower follow(long afterPosition) {
        return new Follower(this, afterPosition);
    }

    /** What those who follow are run by. */
    public Threads threads() {
        return threads;
    }

    /** The log, to be read. */
    public Log log() {
        return log;
    }

    /** The form of what is read from the log. */
    public Contract contract() {
        return contract;
    }

    /** The batch in memory that holds the event after a position, if it is there. */
    @Nullable Batch find(long afterPosition) {
        monitor.lock();
        try {
            long low = oldest;
            long high = end - 1;
            while (low <= high) {
                long middle = (low + high) >>> 1;
                Batch batch = at((int) (middle & (MAX_BATCHES - 1)));
                if (afterPosition + 1 < batch.firstPosition()) {
                    high = middle - 1;
                } else if (afterPosition >= batch.lastPosition()) {
                    low = middle + 1;
                } else {
                    return batch;
                }
            }
            return null;
        } finally {
            monitor.unlock();
        }
    }

    /** Waits until something is committed that a follower has not seen, or it is woken. */
    void await(Follower follower, Duration timeout) throws InterruptedException {
        long left = nanos(timeout);
        monitor.lock();
        try {
            while (position <= follower.position()
                    && !closed
                    && !follower.takeWakeUp()
                    && left > 0) {
                left = monitor.awaitNanos(left);
            }
        } finally {
            monitor.unlock();
        }
    }

    /** Lets the followers look around. */
    void wake() {
        monitor.lock();
        try {
            monitor.signalAll();
        } finally {
            monitor.unlock();
        }
    }

    boolean isClosed() {
        monitor.lock();
        try {
            return closed;
        } finally {
            monitor.unlock();
        }
    }

    private Batch at(int slot) {
        Batch batch = ring[slot];
        if (batch == null) {
            throw new IllegalStateException("no batch in slot " + slot);
        }
        return batch;
    }

    private static long nanos(Duration timeout) {
        return timeout.toSeconds() >= MAX_SECONDS
                ? TimeUnit.SECONDS.toNanos(MAX_SECONDS)
                : timeout.toNanos();
    }
}
