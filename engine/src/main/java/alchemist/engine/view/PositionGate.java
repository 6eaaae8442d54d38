package alchemist.engine.view;

import alchemist.engine.thread.Monitor;
import alchemist.engine.thread.Threads;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A position that rises, and those who wait for it. For any thread. */
final class PositionGate {
    private final Monitor monitor;
    private volatile long position;
    private boolean ended;

    PositionGate(Threads threads) {
        this.monitor = threads.monitor();
    }

    long position() {
        return position;
    }

    void raise(long to) {
        monitor.lock();
        try {
            if (to > position) {
                position = to;
                monitor.signalAll();
            }
        } finally {
            monitor.unlock();
        }
    }

    /** It will rise no more, or, after all, may again: nobody waits for nothing. */
    void end(boolean isEnd) {
        monitor.lock();
        try {
            ended = isEnd;
            monitor.signalAll();
        } finally {
            monitor.unlock();
        }
    }

    boolean await(long wanted, Duration timeout) throws InterruptedException {
        if (position >= wanted) {
            return true;
        }
        long left =
                timeout.compareTo(Duration.ofDays(1)) > 0
                        ? TimeUnit.DAYS.toNanos(1)
                        : timeout.toNanos();
        monitor.lock();
        try {
            while (position < wanted && !ended && left > 0) {
                left = monitor.awaitNanos(left);
            }
            return position >= wanted;
        } finally {
            monitor.unlock();
        }
    }
}
