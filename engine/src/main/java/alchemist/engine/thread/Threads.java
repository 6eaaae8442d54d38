package alchemist.engine.thread;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Where the engine's threads come from, and what they wait by. There are the machine's, which run
 * as they like; and those of a simulation, which run one at a time in an order that follows from a
 * seed. For any thread.
 */
public interface Threads {
    /** The machine's. */
    Threads SYSTEM = new SystemThreads();

    /** A new lock with its condition. */
    Monitor monitor();

    /** Starts a thread that computes; it does not keep the process alive. */
    Running start(String name, Runnable work);

    /** Starts a thread that mostly waits, or is soon over, and so shall cost next to nothing. */
    Running startVirtual(String name, Runnable work);

    /**
     * Waits until a future is done, and answers its value.
     *
     * @throws java.util.concurrent.CompletionException when it failed
     */
    <T extends @Nullable Object> T join(CompletableFuture<T> future);
}
