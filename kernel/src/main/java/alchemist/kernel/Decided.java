package alchemist.kernel;

import java.util.List;

/**
 * A decision as the log holds it.
 *
 * @param command what was asked
 * @param firstPosition the position of the first event
 * @param events the events, at consecutive positions
 * @param <E> events
 */
public record Decided<E>(Command command, long firstPosition, List<E> events) {
    /** The position of the last event. */
    public long lastPosition() {
        return firstPosition + events.size() - 1;
    }
}
