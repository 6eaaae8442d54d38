package alchemist.engine.view;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A position that rises, and those who wait for it. For any thread. */
final class PositionGate {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition risen = lock.newCondition();
    private volatile long position;
    private boolean ended;

    long position() {
        return position;
    }

    void raise(long to) {
        lock.lock();
        try {
            if (to > position) {
                position = to;
                risen.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** It will rise no more, or, after all, may again: nobody waits for nothing. */
    void end(boolean isEnd) {
        lock.lock();
        try {
            ended = isEnd;
            risen.signalAll();
        } finally {
            lock.unlock();
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
        lock.lockInterruptibly();
        try {
            while (position < wanted && !ended && left > 0) {
                left = risen.awaitNanos(left);
            }
            return position >= wanted;
        } finally {
            lock.unlock();
        }
    }
}
