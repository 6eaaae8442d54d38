package alchemist.engine.simulation;

import java.time.Instant;
import java.time.InstantSource;

/**
 * The time of a world. What waits is measured by nanoseconds that only rise; what the clock on the
 * wall shows can be set forwards and backwards.
 */
final class SimulatedClock implements InstantSource {
    private static final Instant BEGIN = Instant.ofEpochSecond(1_700_000_000);

    private long nanos;
    private long setMillis;

    long nanos() {
        return nanos;
    }

    void advance(long byNanos) {
        nanos += byNanos;
    }

    /** Somebody sets the clock on the wall. */
    void set(long byMillis) {
        setMillis += byMillis;
    }

    @Override
    public Instant instant() {
        return BEGIN.plusNanos(nanos).plusMillis(setMillis);
    }
}
