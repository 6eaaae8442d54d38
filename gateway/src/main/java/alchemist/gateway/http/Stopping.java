package alchemist.gateway.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells those who answer without end that the server is about to stop. For any thread. */
public final class Stopping {
    /** What is wanted to be called. */
    public final class Hook implements AutoCloseable {
        private final Runnable action;

        private Hook(Runnable action) {
            this.action = action;
        }

        /** It is not wanted any more. */
        @Override
        public void close() {
            hooks.remove(this);
        }
    }

    private final Set<Hook> hooks = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    Stopping() {}

    /** Whether the server is about to stop. */
    public boolean isStopping() {
        return stopping;
    }

    Hook add(Runnable action) {
        Hook hook = new Hook(action);
        hooks.add(hook);
        if (stopping) {
            action.run();
        }
        return hook;
    }

    /** Whether nobody is left who has to be told. */
    boolean isDone() {
        return hooks.isEmpty();
    }

    void begin() {
        stopping = true;
        hooks.forEach(hook -> hook.action.run());
    }
}
