package alchemist.gateway;

import java.util.Optional;
import java.util.function.Function;

/**
 * What is stored is not what was written, found when it was read for an answer.
 *
 * @param file that is damaged
 * @param offset in bytes, of what does not hold
 * @param message both, and what does not hold there
 */
public record Damage(String file, long offset, String message) {
    /** Finds damage behind a failure: what a gateway asks of who knows the files. */
    @FunctionalInterface
    public interface Finder extends Function<Throwable, Optional<Damage>> {
        /** No failure is one of files. */
        Finder NONE = _ -> Optional.empty();
    }
}
