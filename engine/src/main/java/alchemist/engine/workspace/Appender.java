package alchemist.engine.workspace;

import alchemist.engine.stream.Batch;
import alchemist.engine.stream.Commits;
import alchemist.engine.workspace.Answer.Refused;
import alchemist.engine.workspace.Answer.Why;
import alchemist.log.BlockBuilder;
import alchemist.log.CommitBlock;
import alchemist.log.DiskFull;
import alchemist.log.IoFailure;
import alchemist.log.Log;
import alchemist.log.LogFull;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Appends sealed blocks, one write and one force each, and lets the answers go that waited for
 * them. After a failure it refuses all that was decided on what is now not there, until the writer
 * has thrown it away as well.
 */
final class Appender {
    /** How many sheets may be handed over and not finished. */
    private static final int MAX_SHEETS = 3;

    private final Log log;
    private final int rulesVersion;
    private final InstantSource clock;
    private final BlockBuilder builder = new BlockBuilder(CommitBlock.MAX_BYTES);
    private final Commits commits;
    private final BeforeAppend before;
    private final Delivery delivery;
    private final Runnable wakeWriter;
    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** The first is the one that is being appended. */
    private final ArrayDeque<Sheet> sheets = new ArrayDeque<>();

    private boolean stopping;
    private volatile boolean idle = true;
    private volatile @Nullable Failure failure;

    Appender(
            String name,
            Log log,
            int rulesVersion,
            InstantSource clock,
            Commits commits,
            BeforeAppend before,
            Delivery delivery,
            Runnable wakeWriter) {
        this.log = log;
        this.rulesVersion = rulesVersion;
        this.clock = clock;
        this.commits = commits;
        this.before = before;
        this.delivery = delivery;
        this.wakeWriter = wakeWriter;
        this.thread = Thread.ofPlatform().daemon().name(name + "-appender").unstarted(this::run);
    }

    /** Makes durable what the next block needs, such as new keys. */
    @FunctionalInterface
    interface BeforeAppend {
        void run() throws Exception;
    }

    /**
     * Why an append did not happen.
     *
     * @param isFinal nothing more can be appended until the workspace is opened again
     */
    record Failure(Refused refusal, boolean isFinal) {}

    void start() {
        thread.start();
    }

    /** Whether everything that was handed over is done. */
    boolean isIdle() {
        return idle;
    }

    /** Why the last append did not happen, or null. */
    @Nullable Failure failure() {
        return failure;
    }

    /** Appends again; all that was decided on what is not there is thrown away. */
    void resume() {
        failure = null;
    }

    /** Hands a block over; waits while too much is waiting. */
    void handOver(Sheet sheet) {
        lock.lock();
        try {
            while (sheets.size() >= MAX_SHEETS) {
                changed.awaitUninterruptibly();
            }
            sheets.add(sheet);
            idle = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets answers go when everything that was handed over is done; now, where it is. */
    void answerAfterLast(List<Pending> answers) {
        lock.lock();
        try {
            if (!sheets.isEmpty()) {
                sheets.getLast().late().addAll(answers);
                return;
            }
        } finally {
            lock.unlock();
        }
        answer(answers, failure);
    }

    /** The sheets that were handed over and are not done yet, oldest first. */
    List<Sheet> unfinished() {
        lock.lock();
        try {
            return List.copyOf(sheets);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until everything that was handed over is done. */
    void awaitIdle() {
        lock.lock();
        try {
            while (!sheets.isEmpty()) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends the thread when all that was handed over is done. */
    void stop() {
        lock.lock();
        try {
            stopping = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        for (Sheet sheet = first(); sheet != null; sheet = first()) {
            if (failure == null) {
                failure = append(sheet);
            }
            // As soon as nothing waits, the writer may call it mended.
            Failure failed = failure;
            answer(sheet.answers(), failed);
            lock.lock();
            try {
                sheets.removeFirst();
                idle = sheets.isEmpty();
                changed.signalAll();
            } finally {
                lock.unlock();
            }
            // Nobody adds to them now that the sheet is out.
            answer(sheet.late(), failed);
            wakeWriter.run();
        }
    }

    private @Nullable Sheet first() {
        lock.lock();
        try {
            while (sheets.isEmpty() && !stopping) {
                changed.awaitUninterruptibly();
            }
            return sheets.peekFirst();
        } finally {
            lock.unlock();
        }
    }

    private void answer(List<Pending> answers, @Nullable Failure failed) {
        if (failed == null) {
            delivery.deliver(answers);
        } else {
            delivery.refuse(answers, failed.refusal());
        }
    }

    private @Nullable Failure append(Sheet sheet) {
        try {
            before.run();
            Log.Head head = log.head();
            CommitBlock block = sheet.seal(builder, head.hash(), rulesVersion, now(head));
            log.append(sheet.firstPosition() - 1, block);
            commits.publish(Batch.committed(block, commits.contract(), sheet.commands()));
            return null;
        } catch (LogFull | DiskFull e) {
            return failed(Why.FULL, e, false);
        } catch (IoFailure e) {
            return failed(Why.FAILED, e, false);
        } catch (Throwable e) {
            return failed(Why.FAILED, e, true);
        }
    }

    /** Microseconds since 1970, never less than in the block before. */
    private long now(Log.Head head) {
        Instant now = clock.instant();
        long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1000;
        return Math.max(head.recordedAtMicros(), micros);
    }

    private static Failure failed(Why why, Throwable e, boolean isFinal) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        String hint =
                isFinal
                        ? "; nothing more can be written until the workspace is opened again"
                        : "; nothing was recorded, send it again";
        return new Failure(new Refused(why, message + hint), isFinal);
    }
}
