package alchemist.gateway.rest;

import alchemist.kernel.Id;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What, beside its position, tells an answer from another: the run of the server, and how many
 * people were erased in it. For any thread.
 */
final class Edition {
    private final String run;
    private final AtomicLong erasures = new AtomicLong();

    Edition(Id run) {
        this.run = run.toString().substring(16);
    }

    /** Answers that were given before are no longer what would be given. */
    void next() {
        erasures.incrementAndGet();
    }

    String text() {
        return run + "-" + erasures.get();
    }
}
