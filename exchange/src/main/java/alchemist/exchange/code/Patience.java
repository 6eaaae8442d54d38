package alchemist.exchange.code;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How long an answer of a process is waited for: by the time that it computes, for on a machine
 * that is overloaded the clock tells nothing of the work. Where the system does not tell that time,
 * by the clock.
 */
final class Patience {
    /** So long a process may compute. */
    static final Duration LIMIT = Duration.ofSeconds(20);

    /** So long it may take by the clock, whatever it computes. */
    static final Duration FAR_LIMIT = Duration.ofMinutes(5);

    private final Supplier<Optional<Duration>> computed;
    private final LongSupplier nanoTime;
    private final Optional<Duration> computedBefore;
    private final long begun;

    /**
     * Patience that begins now.
     *
     * @param computed how long the process has computed since it began, where that is told
     * @param nanoTime a clock, ns
     */
    Patience(Supplier<Optional<Duration>> computed, LongSupplier nanoTime) {
        this.computed = computed;
        this.nanoTime = nanoTime;
        this.computedBefore = computed.get();
        this.begun = nanoTime.getAsLong();
    }

    /** Why it is waited no more; empty while it is. */
    String end() {
        Duration waited = Duration.ofNanos(nanoTime.getAsLong() - begun);
        Optional<Duration> now = computed.get();
        if (now.isEmpty() || computedBefore.isEmpty()) {
            return waited.compareTo(LIMIT) < 0 ? "" : "took more than " + LIMIT.toSeconds() + " s";
        }
        if (now.get().minus(computedBefore.get()).compareTo(LIMIT) >= 0) {
            return "computed for more than " + LIMIT.toSeconds() + " s";
        }
        return waited.compareTo(FAR_LIMIT) < 0
                ? ""
                : "had no answer after " + FAR_LIMIT.toMinutes() + " minutes";
    }
}
