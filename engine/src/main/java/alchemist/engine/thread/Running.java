package alchemist.engine.thread;

/** A thread that was started. For any thread. */
public interface Running {
    /** Whether it has not ended yet. */
    boolean isAlive();

    /** Waits until it has ended. An interrupt cannot cut that short, and is left pending. */
    void join();

    /** Ends a wait of it that can be interrupted, now or the next time. */
    void interrupt();
}
