package alchemist.server.cli;

import java.util.concurrent.CountDownLatch;

/**
 * A last word where the process is told to end, by Ctrl-C or a signal, while something is under
 * way. What fails after that fails because of it, and need not be told.
 */
final class AtEnd implements AutoCloseable {
    private final Thread hook;

    private AtEnd(Runnable word) {
        this.hook = new Thread(word, "at-end");
    }

    /** Says something where the process is told to end before this is closed. */
    static AtEnd say(Runnable word) {
        AtEnd end = new AtEnd(word);
        try {
            Runtime.getRuntime().addShutdownHook(end.hook);
        } catch (IllegalStateException e) {
            awaitEnd();
        }
        return end;
    }

    /** Goes on, unless the process is ending: then nothing more of it is heard in this thread. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            awaitEnd();
        }
    }

    /** Comes back only where the process is not ending. */
    static void orAwait() {
        say(() -> {}).close();
    }

    private static void awaitEnd() {
        while (true) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                // It ends all the same.
            }
        }
    }
}
