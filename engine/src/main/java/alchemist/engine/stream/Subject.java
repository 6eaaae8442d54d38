package alchemist.engine.stream;

import alchemist.kernel.Envelope;
import alchemist.kernel.Event;

/**
 * The address of an event, the same everywhere: {@code
 * ws.<workspace>.<context>.<entity-id>.<event-name>}, such as {@code
 * ws.acme.graph.01h…z.node-added}.
 *
 * @param workspace the workspace's name
 * @param context the context of the event
 * @param entity the id of the thing that it is about
 * @param event the event's name within its context
 */
public record Subject(String workspace, String context, String entity, String event) {
    /** The subject of an event. */
    public static Subject of(String workspace, Event event) {
        return new Subject(
                workspace,
                event.schema().context(),
                event.entity().toString(),
                event.schema().localName());
    }

    /** The subject of a recorded event. */
    public static Subject of(String workspace, Envelope envelope) {
        return of(workspace, envelope.event());
    }

    @Override
    public String toString() {
        return "ws." + workspace + "." + context + "." + entity + "." + event;
    }
}
