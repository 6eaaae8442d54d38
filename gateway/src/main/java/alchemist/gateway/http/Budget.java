package alchemist.gateway.http;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes of bodies may be in memory at once. For any thread. */
final class Budget {
    private final long bytes;
    private final AtomicLong used = new AtomicLong();

    Budget(long bytes) {
        this.bytes = bytes;
    }

    /** Takes some, or throws when there are not so many. */
    void take(long some) {
        if (used.addAndGet(some) > bytes) {
            used.addAndGet(-some);
            throw Problem.of(
                    Problem.Kind.BUSY,
                    "too many large bodies are being read at once; send it again later");
        }
    }

    void give(long some) {
        used.addAndGet(-some);
    }
}
