package alchemist.engine.thread;

/**
 * A lock that a thread may take several times, and a condition of it. Who waits must look again: it
 * may be woken for nothing.
 *
 * <pre>{@code
 * monitor.lock();
 * try {
 *     while (!isSo()) {
 *         monitor.await();
 *     }
 * } finally {
 *     monitor.unlock();
 * }
 * }</pre>
 */
public interface Monitor {
    /** Takes the lock. */
    void lock();

    /** Gives it back. */
    void unlock();

    /** Lets the lock go, waits for a signal, and takes it again; interrupts are left pending. */
    void await();

    /**
     * The same, but not for longer than a time.
     *
     * @return what is left of the time; 0 or less when it is over
     * @throws InterruptedException when the thread was interrupted
     */
    long awaitNanos(long nanos) throws InterruptedException;

    /** Wakes all who wait; by one who has the lock. */
    void signalAll();
}
