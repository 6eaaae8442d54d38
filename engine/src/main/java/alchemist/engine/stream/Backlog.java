package alchemist.engine.stream;

import alchemist.engine.thread.Monitor;
import alchemist.engine.thread.Running;
import alchemist.engine.thread.Threads;
import alchemist.kernel.schema.Contract;
import alchemist.log.BlockCursor;
import alchemist.log.CommitBlock;
import alchemist.log.Log;
import alchemist.log.LogException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a log holds already, for those who go through all of it: a thread beside them reads and
 * decodes it ahead of them, and only once for those who are at about the same place. Nobody depends
 * on that. Who is elsewhere, or far behind the others, or comes to what cannot be read, is told to
 * read by itself ({@link BacklogReader} does). For any thread.
 */
final class Backlog {
    private static final System.Logger LOGGER = System.getLogger(Backlog.class.getName());

    /** No more bytes of blocks are kept decoded, which takes about five times as many. */
    private static final int MAX_BYTES = 1 << 20;

    /** Who is further behind what is kept does not come to it soon. */
    private static final int NEAR_EVENTS = 50_000;

    /**
     * What it takes to decode an event once more: so long, for each event, do those in front wait
     * for those behind who would have to.
     */
    private static final long PATIENCE_NANOS_PER_EVENT = 300;

    /** At first, and at most. */
    private static final long PATIENCE_NANOS = 250_000_000;

    private final Log log;
    private final Contract contract;
    private final long aheadEvents;
    private final Threads threads;
    private final Monitor monitor;
    private final List<BacklogReader> readers = new ArrayList<>();

    /** The oldest is wanted by somebody. */
    private final Batches kept = new Batches();

    /** What is kept lies behind the first position, up to the second. */
    private long begin;

    private long end;

    private boolean reading;
    private boolean unwanted;
    private boolean failed;
    private @Nullable Running thread;
    private long patienceNanos;
    private int waiting;

    /**
     * What is in a log.
     *
     * @param aheadEvents so many are read ahead; for fewer no thread is started
     */
    Backlog(Log log, Contract contract, long aheadEvents, Threads threads) {
        this.log = log;
        this.contract = contract;
        this.aheadEvents = aheadEvents;
        this.threads = threads;
        this.monitor = threads.monitor();
    }

    /** One who reads by itself what is there after a position; to be closed. */
    BacklogReader readAlone(long after) {
        return new BacklogReader(this, after, false);
    }

    /** One who goes through all that is there after a position; to be closed. */
    BacklogReader read(long after) {
        BacklogReader reader = new BacklogReader(this, after, true);
        monitor.lock();
        try {
            readers.add(reader);
        } finally {
            monitor.unlock();
        }
        return reader;
    }

    Log log() {
        return log;
    }

    Contract contract() {
        return contract;
    }

    /** Gives a reader its next batch; null when it is to read by itself. */
    @Nullable Batch take(BacklogReader reader) {
        monitor.lock();
        try {
            if (!reading && kept.isEmpty()) {
                beginAt(reader.position());
            }
            waiting++;
            while (reading && !reader.isAlone() && reader.position() == end) {
                monitor.signalAll();
                monitor.await();
            }
            waiting--;
            Batch batch = find(reader);
            if (batch != null) {
                move(reader, batch.lastPosition());
            }
            return batch;
        } finally {
            monitor.unlock();
        }
    }

    private void beginAt(long position) {
        if (failed || log.position() - position < aheadEvents) {
            return;
        }
        begin = position;
        end = position;
        patienceNanos = PATIENCE_NANOS;
        unwanted = false;
        thread = threads.start("read-ahead", this::run);
        reading = true;
    }

    private @Nullable Batch find(BacklogReader reader) {
        boolean isKept = begin <= reader.position() && reader.position() < end;
        return isKept && !reader.isAlone() ? kept.find(reader.position()) : null;
    }

    /** A reader has read by itself up to a position. */
    void passed(BacklogReader reader, long position) {
        monitor.lock();
        try {
            move(reader, position);
        } finally {
            monitor.unlock();
        }
    }

    private void move(BacklogReader reader, long position) {
        reader.moveTo(position);
        letGo();
    }

    /** A reader wants nothing more; after the last one nothing is read. */
    void leave(BacklogReader reader) {
        Running last;
        monitor.lock();
        try {
            readers.remove(reader);
            unwanted |= readers.isEmpty();
            letGo();
            last = unwanted ? thread : null;
        } finally {
            monitor.unlock();
        }
        if (last != null) {
            last.join();
        }
    }

    private void letGo() {
        long wanted = end;
        for (BacklogReader reader : readers) {
            if (isExpected(reader)) {
                wanted = Math.min(wanted, reader.position());
            }
        }
        while (!kept.isEmpty() && kept.first().lastPosition() <= wanted) {
            begin = kept.removeFirst().lastPosition();
        }
        monitor.signalAll();
    }

    /** Whether a reader needs what is kept, now or soon. */
    private boolean isExpected(BacklogReader reader) {
        return isNear(reader) && reader.position() < end;
    }

    /** Whether a reader needs what is kept or read next. */
    private boolean isNear(BacklogReader reader) {
        return !reader.isAlone()
                && reader.position() >= begin - NEAR_EVENTS
                && reader.position() <= end;
    }

    private void run() {
        boolean whole = false;
        try (BlockCursor cursor = log.read(end)) {
            CommitBlock block = cursor.next();
            while (block != null && keep(block)) {
                block = cursor.next();
            }
            whole = true;
        } catch (LogException | RuntimeException e) {
            // Whoever reads it by itself finds the same, and says so.
            LOGGER.log(System.Logger.Level.DEBUG, "not read ahead", e);
        } finally {
            stop(!whole);
        }
    }

    private void stop(boolean becauseItFailed) {
        monitor.lock();
        try {
            reading = false;
            failed |= becauseItFailed;
            readers.forEach(BacklogReader::joinAgain);
            letGo();
        } finally {
            monitor.unlock();
        }
    }

    /** Keeps what was read; false when nothing more is wanted. */
    private boolean keep(CommitBlock block) {
        if (block.lastPosition() <= end) {
            return true;
        }
        Batch batch = Batch.read(block, contract);
        batch.envelopes();
        monitor.lock();
        try {
            if (!awaitRoom()) {
                return false;
            }
            kept.add(batch);
            end = block.lastPosition();
            patienceNanos += PATIENCE_NANOS_PER_EVENT * block.events();
            patienceNanos = Math.min(PATIENCE_NANOS, patienceNanos);
            monitor.signalAll();
            return true;
        } finally {
            monitor.unlock();
        }
    }

    /** Waits for those behind, and for not too long when others are kept from going on by it. */
    private boolean awaitRoom() {
        while (!unwanted && readers.stream().anyMatch(this::isNear)) {
            BacklogReader slowest = slowest();
            boolean isRoom =
                    kept.isEmpty() || (end - begin < aheadEvents && kept.bytes() < MAX_BYTES);
            if (isRoom && (slowest == null || slowest.position() >= begin)) {
                return true;
            }
            if (waiting == 0 || slowest == null) {
                monitor.await();
            } else if (patienceNanos > 0) {
                patienceNanos = awaitSome(patienceNanos);
            } else {
                slowest.leaveAlone();
                letGo();
            }
        }
        return false;
    }

    private long awaitSome(long nanos) {
        try {
            return monitor.awaitNanos(nanos);
        } catch (InterruptedException _) {
            return 0;
        }
    }

    private @Nullable BacklogReader slowest() {
        BacklogReader slowest = null;
        for (BacklogReader reader : readers) {
            if (isExpected(reader) && (slowest == null || reader.position() < slowest.position())) {
                slowest = reader;
            }
        }
        return slowest;
    }
}
