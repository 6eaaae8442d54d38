package alchemist.engine.workspace;

import alchemist.engine.thread.Monitor;
import alchemist.engine.thread.Threads;
import java.util.ArrayList;
import java.util.List;

/**
 * Where submissions wait for the writer. Bounded by commands, not by tasks. The writer takes all
 * that is there at once, and gives an empty list in exchange: one lock for thousands of commands.
 */
final class Inbox {
    private final int capacity;
    private final Monitor monitor;
    private List<Task> waiting = new ArrayList<>();
    private int commands;
    private boolean wake;
    private boolean closed;

    Inbox(int capacity, Threads threads) {
        this.capacity = capacity;
        this.monitor = threads.monitor();
    }

    enum Admission {
        ADMITTED,
        FULL,
        CLOSED
    }

    /** Puts a task in, which is taken whole or not at all. */
    Admission offer(Task task) {
        monitor.lock();
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
                monitor.signalAll();
            }
            return Admission.ADMITTED;
        } finally {
            monitor.unlock();
        }
    }

    /** Lets the writer look around, although nothing came. */
    void wake() {
        monitor.lock();
        try {
            wake = true;
            monitor.signalAll();
        } finally {
            monitor.unlock();
        }
    }

    /** Takes nothing more. */
    void close() {
        monitor.lock();
        try {
            closed = true;
            monitor.signalAll();
        } finally {
            monitor.unlock();
        }
    }

    /**
     * Waits until tasks came, or it was woken or closed.
     *
     * @param empty an empty list, for what comes next
     * @return what came, perhaps nothing
     */
    List<Task> take(List<Task> empty) {
        monitor.lock();
        try {
            while (waiting.isEmpty() && !wake && !closed) {
                monitor.await();
            }
            wake = false;
            commands = 0;
            List<Task> taken = waiting;
            waiting = empty;
            return taken;
        } finally {
            monitor.unlock();
        }
    }

    /** Whether nothing more will come out. */
    boolean isFinished() {
        monitor.lock();
        try {
            return closed && waiting.isEmpty();
        } finally {
            monitor.unlock();
        }
    }
}
