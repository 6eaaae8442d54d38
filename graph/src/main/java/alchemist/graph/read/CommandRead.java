package alchemist.graph.read;

/**
 * A command as the view saw it.
 *
 * @param firstPosition of its events
 * @param lastPosition of its events
 * @param cause the position of the event that led to it, 0 for none
 * @param recordedAt µs since 1970
 * @param effectiveAt µs since 1970
 */
public record CommandRead(
        long firstPosition, long lastPosition, long cause, long recordedAt, long effectiveAt) {}
