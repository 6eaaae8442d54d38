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
    private final Backlog backlog;
    private final Batches latest = new Batches();

    /** How many of them are not kept decoded, and the bytes of those that are. */
    private int forgotten;

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
     * @param aheadEvents how many events are read ahead for those who go through all that are there
     *     already; where fewer are, nothing is
     * @param threads those who follow are run by
     */
    public Commits(Log log, Contract contract, long maxBytes, long aheadEvents, Threads threads) {
        this.log = log;
        this.contract = contract;
        this.maxBytes = maxBytes;
        this.threads = threads;
        this.monitor = threads.monitor();
        this.backlog = new Backlog(log, contract, aheadEvents, threads);
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
            latest.add(batch);
            decodedBytes += batch.block().lengthBytes();
            while (decodedBytes > DECODED_BYTES && forgotten < latest.size() - 1) {
                Batch older = latest.at(forgotten++);
                decodedBytes -= older.block().lengthBytes();
                older.forget();
            }
            while (latest.size() >= MAX_BATCHES
                    || (latest.bytes() > maxBytes && latest.size() > 1)) {
                dropOldest();
            }
            position = batch.lastPosition();
            monitor.signalAll();
        } finally {
            monitor.unlock();
        }
    }

    private void dropOldest() {
        Batch oldest = latest.removeFirst();
        if (forgotten > 0) {
            forgotten--;
        } else {
            decodedBytes -= oldest.block().lengthBytes();
        }
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
        return new Follower(this, afterPosition, false);
    }

    /** The same, for one who goes through all that is there already. */
    public Follower followAll(long afterPosition) {
        return new Follower(this, afterPosition, true);
    }

    /** What is there already after a position, for one who goes through all of it. */
    public BacklogReader read(long afterPosition) {
        return backlog.read(afterPosition);
    }

    Backlog backlog() {
        return backlog;
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
            return latest.find(afterPosition);
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

    private static long nanos(Duration timeout) {
        return timeout.toSeconds() >= MAX_SECONDS
                ? TimeUnit.SECONDS.toNanos(MAX_SECONDS)
                : timeout.toNanos();
    }
}
