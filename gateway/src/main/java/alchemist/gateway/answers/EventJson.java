package alchemist.gateway.answers;

import static alchemist.gateway.answers.Answers.written;

import alchemist.engine.stream.Subject;
import alchemist.graph.Opener;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Envelope;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.schema.Schema;
import alchemist.kernel.value.IsoTime;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Events as JSON: what they share with the other events of their command, then their own fields.
 * What is personal stands opened, as {@code $personal}, or as {@code $erased}. For any thread.
 */
public final class EventJson {
    /**
     * An event in its workspace.
     *
     * @param actorName how people call who it was on behalf of
     */
    public record Located(String workspace, Envelope envelope, String actorName) {
        private CommandEnvelope cause() {
            return envelope.cause().envelope();
        }
    }

    /** All of an event but its own fields, which stand in {@code data}. */
    public static final Schema<Located> HEAD =
            written(
                    Schema.<Located>record("event", 1, "A fact, and how it came to be")
                            .count(
                                    1,
                                    "position",
                                    "its number in the workspace",
                                    e -> e.envelope.position())
                            .required()
                            .text(
                                    2,
                                    "type",
                                    "its name, such as graph.node-added",
                                    e -> e.envelope.event().schema().name())
                            .required()
                            .count(
                                    3,
                                    "version",
                                    "of the form of its data",
                                    e -> e.envelope.event().schema().version())
                            .required()
                            .text(
                                    4,
                                    "subject",
                                    "ws.<workspace>.<context>.<entity>.<event-name>",
                                    e -> Subject.of(e.workspace, e.envelope).toString())
                            .required()
                            .id(5, "entity", "what it is about", e -> e.envelope.event().entity())
                            .required()
                            .time(
                                    6,
                                    "recordedAt",
                                    "when it was recorded; never falls",
                                    e -> e.envelope.recordedAt(),
                                    Long.MIN_VALUE)
                            .required()
                            .time(
                                    7,
                                    "effectiveAt",
                                    "when it happened in the world",
                                    e -> e.envelope.effectiveAt(),
                                    Long.MIN_VALUE)
                            .required()
                            .id(8, "actor", "on whose behalf", e -> e.cause().actor())
                            .required()
                            .id(9, "client", "who sent the command", e -> e.cause().client())
                            .required()
                            .count(
                                    10,
                                    "sequence",
                                    "the client's number of the command",
                                    e -> e.cause().sequence())
                            .required()
                            .count(
                                    11,
                                    "cause",
                                    "the position of the event that led to the command",
                                    e -> e.cause().cause())
                            .id(
                                    12,
                                    "correlation",
                                    "what the command is part of",
                                    e -> e.cause().correlation())
                            .time(
                                    13,
                                    "clientTime",
                                    "when it was sent, by the client's clock",
                                    e -> e.cause().clientTime(),
                                    0)
                            .count(
                                    14,
                                    "basedOn",
                                    "the position that its author was looking at",
                                    e -> e.cause().basedOn())
                            .text(
                                    15,
                                    "command",
                                    "the command that it came of",
                                    e -> e.envelope.cause().command().schema().name())
                            .required()
                            .count(
                                    16,
                                    "commandPosition",
                                    "the first event of that command",
                                    e -> e.envelope.firstOfCommand())
                            .required()
                            .count(
                                    17,
                                    "rules",
                                    "the version of the rules that decided it",
                                    e -> e.envelope.rules())
                            .required()
                            .text(
                                    18,
                                    "actorName",
                                    "how people call the actor; 'erased person' where what is"
                                            + " personal of a person was erased",
                                    Located::actorName)
                            .required());

    private Stamp last = new Stamp(0, IsoTime.instant(0));
    private final String workspace;
    private final Opener opener;
    private final Function<Id, String> names;

    /**
     * Of a workspace.
     *
     * @param names how actors are called
     */
    public EventJson(String workspace, Opener opener, Function<Id, String> names) {
        this.workspace = workspace;
        this.opener = opener;
        this.names = names;
    }

    /** Writes an event as an object. */
    public void write(Envelope envelope, JsonWriter json) {
        json.object();
        fields(envelope, json);
        json.endObject();
    }

    /** Writes the fields of an event into an object that is open. */
    public void fields(Envelope envelope, JsonWriter json) {
        head(envelope, names.apply(envelope.cause().envelope().actor()), json);
        json.name("data");
        data(envelope.event(), json);
    }

    /**
     * Writes what {@link #HEAD} describes: the same bytes at a fraction of the cost, since millions
     * of events go through here, and most have their times in common with the one before.
     */
    private void head(Envelope envelope, String actorName, JsonWriter json) {
        Event event = envelope.event();
        Schema<?> schema = event.schema();
        CommandEnvelope cause = envelope.cause().envelope();
        Stamp recorded = stamp(envelope.recordedAt());
        long effectiveAt = envelope.effectiveAt();
        json.field("position", envelope.position())
                .field("type", schema.name())
                .field("version", schema.version())
                .field("subject", Subject.of(workspace, event).toString())
                .name("entity")
                .id(event.entity())
                .field("recordedAt", recorded.text)
                .field(
                        "effectiveAt",
                        effectiveAt == recorded.micros
                                ? recorded.text
                                : IsoTime.instant(effectiveAt))
                .name("actor")
                .id(cause.actor())
                .name("client")
                .id(cause.client())
                .field("sequence", cause.sequence());
        if (cause.cause() != 0) {
            json.field("cause", cause.cause());
        }
        if (!cause.correlation().isNone()) {
            json.name("correlation").id(cause.correlation());
        }
        if (cause.clientTime() != 0) {
            json.field("clientTime", IsoTime.instant(cause.clientTime()));
        }
        if (cause.basedOn() != 0) {
            json.field("basedOn", cause.basedOn());
        }
        json.field("command", envelope.cause().command().schema().name())
                .field("commandPosition", envelope.firstOfCommand())
                .field("rules", envelope.rules())
                .field("actorName", actorName);
    }

    /** A time and its text; immutable, so that threads may hand it to one another. */
    private record Stamp(long micros, String text) {}

    private Stamp stamp(long micros) {
        Stamp known = last;
        if (known.micros != micros) {
            known = new Stamp(micros, IsoTime.instant(micros));
            last = known;
        }
        return known;
    }

    private void data(Event event, JsonWriter json) {
        @SuppressWarnings("unchecked") // an event's schema() is the schema of its own class
        Schema<Event> schema = (Schema<Event>) event.schema();
        schema.toJson(schema.mapValues(event, this::open), json);
    }

    private Value open(Value value) {
        return switch (value) {
            case Value.Sealed sealed -> {
                Optional<String> text = opener.open(sealed);
                yield text.isPresent()
                        ? new Value.Personal(sealed.subject(), text.get())
                        : new Value.Erased(sealed.subject());
            }
            case Value.ListOf(List<Value> parts) ->
                    new Value.ListOf(parts.stream().map(this::open).toList());
            case Value.MapOf(Properties entries) -> new Value.MapOf(entries.map(this::open));
            default -> value;
        };
    }
}
