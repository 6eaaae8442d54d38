package alchemist.engine;

import alchemist.engine.thread.Monitor;
import alchemist.engine.thread.Running;
import alchemist.engine.thread.Threads;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** The machine's threads, which can be waited for. */
public final class StartedThreads implements Threads {
    private record Started(String name, Running running) {}

    private final Queue<Started> started = new ConcurrentLinkedQueue<>();

    @Override
    public Monitor monitor() {
        return SYSTEM.monitor();
    }

    @Override
    public Running start(String name, Runnable work) {
        return remember(name, SYSTEM.start(name, work));
    }

    @Override
    public Running startVirtual(String name, Runnable work) {
        return remember(name, SYSTEM.startVirtual(name, work));
    }

    private Running remember(String name, Running running) {
        started.add(new Started(name, running));
        return running;
    }

    @Override
    public <T extends @Nullable Object> T join(CompletableFuture<T> future) {
        return SYSTEM.join(future);
    }

    /** Waits until those of a name that begins so have ended. */
    public void join(String prefix) {
        for (Started one : started) {
            if (one.name.startsWith(prefix)) {
                one.running.join();
            }
        }
    }
}
