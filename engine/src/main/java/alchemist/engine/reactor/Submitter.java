package alchemist.engine.reactor;

import alchemist.engine.thread.Monitor;
import alchemist.engine.workspace.Answer;
import alchemist.engine.workspace.Answer.Refused;
import alchemist.engine.workspace.Answer.Why;
import alchemist.engine.workspace.Workspace;
import alchemist.kernel.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Submits the commands of a reactor until all are decided, again and again while the workspace is
 * busy or full. Used by the reactor's thread; any other may end it.
 */
final class Submitter {
    /** Fewer than the engine remembers of a client, so that what was refused can be sent again. */
    static final int MAX_TOGETHER = 200;

    private static final long FIRST_PAUSE_MS = 20;
    private static final long LONGEST_PAUSE_MS = 2_000;

    private final Workspace workspace;
    private final Monitor monitor;
    private volatile boolean ended;
    private @Nullable String obstacle;

    Submitter(Workspace workspace) {
        this.workspace = workspace;
        this.monitor = workspace.commits().threads().monitor();
    }

    /** Whether nothing more is to be submitted. */
    boolean isEnded() {
        return ended;
    }

    /** Why commands cannot be decided any more; null where they can, or it was ended. */
    @Nullable String obstacle() {
        return obstacle;
    }

    /** Ends what waits; what was submitted is decided all the same. */
    void end() {
        monitor.lock();
        try {
            ended = true;
            monitor.signalAll();
        } finally {
            monitor.unlock();
        }
    }

    /** Submits until all are decided; false when that cannot be, or it was ended. */
    boolean submit(List<Submission> commands) throws InterruptedException {
        int atOnce = Math.min(MAX_TOGETHER, workspace.maxTogether());
        for (int from = 0; from < commands.size(); from += atOnce) {
            int to = Math.min(from + atOnce, commands.size());
            if (!submitPart(commands.subList(from, to))) {
                return false;
            }
        }
        return true;
    }

    /** Nothing is sent before all of it is decided, so none of it can become too old. */
    private boolean submitPart(List<Submission> part) throws InterruptedException {
        List<Submission> left = List.copyOf(part);
        for (int tried = 0; !left.isEmpty(); tried++) {
            if (tried > 0) {
                pause(tried);
            }
            left = undecided(left, decide(left));
            if (ended || obstacle != null) {
                return false;
            }
        }
        return true;
    }

    /** The answers that came; not all of them where it was ended meanwhile. */
    private @Nullable Answer[] decide(List<Submission> now) {
        @Nullable Answer[] answers = new Answer[now.size()];
        int[] missing = {now.size()};
        workspace.submitAll(
                now,
                (i, answer) -> {
                    monitor.lock();
                    try {
                        answers[i] = answer;
                        missing[0]--;
                        monitor.signalAll();
                    } finally {
                        monitor.unlock();
                    }
                });
        monitor.lock();
        try {
            while (missing[0] > 0 && !ended) {
                monitor.await();
            }
            return answers.clone();
        } finally {
            monitor.unlock();
        }
    }

    private List<Submission> undecided(List<Submission> sent, @Nullable Answer[] answers) {
        List<Submission> again = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            if (answers[i] instanceof Refused(Why why, String reason)) {
                switch (why) {
                    // It was decided long ago: a reactor's numbers rise with the events.
                    // So was one that an earlier form of the reactor answered otherwise.
                    case TOO_OLD, NUMBER_TAKEN -> {}
                    case BUSY, FULL -> again.add(sent.get(i));
                    case FAILED -> {
                        again.add(sent.get(i));
                        if (workspace.problem() != null) {
                            obstacle = reason;
                        }
                    }
                    case CLOSED -> ended = true;
                    case READ_ONLY, TOO_LARGE, BUG -> obstacle = reason;
                }
            }
        }
        return again;
    }

    /**
     * Waits before the next try, unless it is ended.
     *
     * @param tried how often it was tried, from 1: each time it waits twice as long, up to 2 s
     */
    void pause(int tried) throws InterruptedException {
        long pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS << Math.min(tried - 1, 20));
        long left = TimeUnit.MILLISECONDS.toNanos(pauseMs);
        monitor.lock();
        try {
            while (left > 0 && !ended) {
                left = monitor.awaitNanos(left);
            }
        } finally {
            monitor.unlock();
        }
    }
}
