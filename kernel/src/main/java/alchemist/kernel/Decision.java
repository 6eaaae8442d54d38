package alchemist.kernel;

import java.util.List;

/**
 * What a decider says of a command.
 *
 * @param <E> events
 */
public sealed interface Decision<E> {
    /** The command holds; an empty list means that it is already so. */
    record Accepted<E>(List<E> events) implements Decision<E> {}

    /**
     * The command does not hold.
     *
     * @param code stable, for programs, such as {@code node-not-live}
     * @param reason a sentence for people that says what to do
     */
    record Rejected<E>(String code, String reason) implements Decision<E> {}

    /** Accepts with one event. */
    static <E> Decision<E> accept(E event) {
        return new Accepted<>(List.of(event));
    }

    /** Accepts with several events. */
    static <E> Decision<E> accept(List<E> events) {
        return new Accepted<>(events);
    }

    /** Accepts, because it is already so. */
    static <E> Decision<E> unchanged() {
        return new Accepted<>(List.of());
    }

    /** Rejects. */
    static <E> Decision<E> reject(String code, String reason) {
        return new Rejected<>(code, reason);
    }
}
