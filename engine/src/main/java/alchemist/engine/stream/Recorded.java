package alchemist.engine.stream;

import alchemist.kernel.Decided;
import alchemist.kernel.Event;
import alchemist.kernel.Submission;
import java.util.List;

/**
 * A command that was accepted, with its envelope and its events.
 *
 * @param submission the command and what travelled with it
 * @param firstPosition the position of its first event
 * @param events its events, at consecutive positions; at least one
 */
public record Recorded(Submission submission, long firstPosition, List<Event> events) {
    /** The position of its last event. */
    public long lastPosition() {
        return firstPosition + events.size() - 1;
    }

    /** The same without its envelope, as rules see it. */
    public Decided<Event> decided() {
        return new Decided<>(submission.command(), firstPosition, events);
    }
}
