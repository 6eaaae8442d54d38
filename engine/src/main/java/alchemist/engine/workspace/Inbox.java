package alchemist.engine.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where submissions wait for the writer. Bounded by commands, not by tasks. The writer takes all
 * that is there at once, and gives an empty list in exchange: one lock for thousands of commands.
 */
final class Inbox {
    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private List<Task> waiting = new ArrayList<>();
    private int commands;
    private boolean wake;
    private boolean closed;

    Inbox(int capacity) {
        this.capacity = capacity;
    }

    enum Admission {
        ADMITTED,
        FULL,
        CLOSED
    }

    /** Puts a task in, which is taken whole or not at all. */
    Admission offer(Task task) {
        lock.lock();
        try {
            if (closed) {
                return Admission.CLOSED;
            }
            if (commands > 0 && commands + task.size() > capacity) {
                return Admission.FULL;
            }
            commands += task.size();
            waiting.add(task);
            if (waiting.size() == 1) {
                woken.signal();
            }
            return Admission.ADMITTED;
        } finally {
            lock.unlock();
        }
    }

    /** Lets the writer look around, although nothing came. */
    void wake() {
        lock.lock();
        try {
            wake = true;
            woken.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Takes nothing more. */
    void close() {
        lock.lock();
        try {
            closed = true;
            woken.signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until tasks came, or it was woken or closed.
     *
     * @param empty an empty list, for what comes next
     * @return what came, perhaps nothing
     */
    List<Task> take(List<Task> empty) {
        lock.lock();
        try {
            while (waiting.isEmpty() && !wake && !closed) {
                woken.awaitUninterruptibly();
            }
            wake = false;
            commands = 0;
            List<Task> taken = waiting;
            waiting = empty;
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing more will come out. */
    boolean isFinished() {
        lock.lock();
        try {
            return closed && waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }
}
