package alchemist.engine.thread;

/** Waiting that an interrupt cannot cut short; the interrupt is left pending. */
public final class Uninterruptibly {
    private Uninterruptibly() {}

    /** Waits until a thread has ended. */
    public static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
