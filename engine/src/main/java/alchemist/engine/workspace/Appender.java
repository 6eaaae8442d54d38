package alchemist.engine.workspace;

import alchemist.engine.stream.Batch;
import alchemist.engine.stream.Commits;
import alchemist.engine.thread.Monitor;
import alchemist.engine.thread.Threads;
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
    private final Threads threads;
    private final String name;
    private final Monitor monitor;

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
            Runnable wakeWriter,
            Threads threads) {
        this.log = log;
        this.rulesVersion = rulesVersion;
        this.clock = clock;
        this.commits = commits;
        this.before = before;
        this.delivery = delivery;
        this.wakeWriter = wakeWriter;
        this.threads = threads;
        this.name = name;
        this.monitor = threads.monitor();
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
        threads.start(name + "-appender", this::run);
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
        monitor.lock();
        try {
            while (sheets.size() >= MAX_SHEETS) {
                monitor.await();
            }
            sheets.add(sheet);
            idle = false;
            monitor.signalAll();
        } finally {
            monitor.unlock();
        }
    }

    /** Lets answers go when everything that was handed over is done; now, where it is. */
    void answerAfterLast(List<Pending> answers) {
        monitor.lock();
        try {
            if (!sheets.isEmpty()) {
                sheets.getLast().late().addAll(answers);
                return;
            }
        } finally {
            monitor.unlock();
        }
        answer(answers, failure);
    }

    /** The sheets that were handed over and are not done yet, oldest first. */
    List<Sheet> unfinished() {
        monitor.lock();
        try {
            return List.copyOf(sheets);
        } finally {
            monitor.unlock();
        }
    }

    /** Waits until everything that was handed over is done. */
    void awaitIdle() {
        monitor.lock();
        try {
            while (!sheets.isEmpty()) {
                monitor.await();
            }
        } finally {
            monitor.unlock();
        }
    }

    /** Ends the thread when all that was handed over is done. */
    void stop() {
        monitor.lock();
        try {
            stopping = true;
            monitor.signalAll();
        } finally {
            monitor.unlock();
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
            monitor.lock();
            try {
                sheets.removeFirst();
                idle = sheets.isEmpty();
                monitor.signalAll();
            } finally {
                monitor.unlock();
            }
            // Nobody adds to them now that the sheet is out.
            answer(sheet.late(), failed);
            wakeWriter.run();
        }
    }

    private @Nullable Sheet first() {
        monitor.lock();
        try {
            while (sheets.isEmpty() && !stopping) {
                monitor.await();
            }
            return sheets.peekFirst();
        } finally {
            monitor.unlock();
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
