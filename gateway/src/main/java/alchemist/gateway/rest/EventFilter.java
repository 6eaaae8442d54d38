package alchemist.gateway.rest;

import alchemist.engine.stream.SubjectPattern;
import alchemist.gateway.answers.EventJson;
import alchemist.gateway.http.Parameter;
import alchemist.gateway.http.Request;
import alchemist.kernel.Envelope;
import alchemist.kernel.Id;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.value.IsoTime;
import java.util.Locale;

/**
 * Which events are wanted.
 *
 * @param workspace its name, in subjects
 * @param from the first position
 * @param to the last position
 * @param actor on whose behalf; {@link Id#NONE}: anybody's
 * @param client who sent it; {@link Id#NONE}: anybody
 * @param since µs since 1970 of the first recorded
 * @param until µs since 1970 of the last recorded
 * @param text what the event as JSON holds, in lower case; empty: anything
 */
record EventFilter(
        String workspace,
        long from,
        long to,
        SubjectPattern pattern,
        Id actor,
        Id client,
        long since,
        long until,
        String text,
        EventJson json) {

    static final Parameter<Long> FROM =
            Parameter.number("from", "the first position that is wanted", 0, Long.MAX_VALUE)
                    .orElse(1L);
    static final Parameter<Long> TO =
            Parameter.number("to", "the last position that is wanted", 0, Long.MAX_VALUE)
                    .orElse(Long.MAX_VALUE);
    static final Parameter<SubjectPattern> SUBJECT =
            Parameter.of(
                            "subject",
                            "only events of subjects that match, such as ws.*.graph.> or"
                                    + " ws.*.*.*.node-added",
                            json -> json.field("type", "string"),
                            SubjectPattern::parse)
                    .orElse(SubjectPattern.ALL);
    static final Parameter<Id> ACTOR =
            Parameter.id("actor", "only those on behalf of this one").orElse(Id.NONE);
    static final Parameter<Id> CLIENT =
            Parameter.id("client", "only those that this client sent").orElse(Id.NONE);
    static final Parameter<Long> SINCE =
            time("since", "only those recorded at this time or later").orElse(Long.MIN_VALUE);
    static final Parameter<Long> UNTIL =
            time("until", "only those recorded at this time or before").orElse(Long.MAX_VALUE);
    static final Parameter<String> TEXT =
            Parameter.text(
                    "text",
                    "only those that hold this text, without regard to case, as they are answered"
                            + " here");

    /** All that selects events, for the description of an operation. */
    static final Parameter<?>[] PARAMETERS = {FROM, TO, SUBJECT, ACTOR, CLIENT, SINCE, UNTIL, TEXT};

    private static Parameter<Long> time(String name, String doc) {
        return Parameter.of(
                name,
                doc,
                json -> json.field("type", "string").field("format", "date-time"),
                IsoTime::parseInstant);
    }

    /** What a request wants. */
    static EventFilter of(Request request, String workspace, long from, EventJson json) {
        return new EventFilter(
                workspace,
                from,
                request.get(TO),
                request.get(SUBJECT),
                request.get(ACTOR),
                request.get(CLIENT),
                request.get(SINCE),
                request.get(UNTIL),
                request.get(TEXT).toLowerCase(Locale.ROOT),
                json);
    }

    /** Whether an event is wanted; the cheapest is asked first. */
    boolean wants(Envelope envelope) {
        return envelope.position() >= from
                && envelope.position() <= to
                && envelope.recordedAt() >= since
                && envelope.recordedAt() <= until
                && pattern.matches(workspace, envelope.event())
                && (actor.isNone() || envelope.cause().envelope().actor().equals(actor))
                && (client.isNone() || envelope.cause().envelope().client().equals(client))
                && (text.isEmpty() || holdsText(envelope));
    }

    private boolean holdsText(Envelope envelope) {
        JsonWriter written = new JsonWriter();
        json.write(envelope, written);
        return written.toString().toLowerCase(Locale.ROOT).contains(text);
    }
}
