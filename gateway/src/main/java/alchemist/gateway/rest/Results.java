package alchemist.gateway.rest;

import alchemist.engine.workspace.Answer;
import alchemist.engine.workspace.Answer.Accepted;
import alchemist.engine.workspace.Answer.Refused;
import alchemist.engine.workspace.Answer.Rejected;
import alchemist.engine.workspace.Answer.Why;
import alchemist.gateway.Hosted;
import alchemist.gateway.answers.Callers;
import alchemist.gateway.answers.EventJson;
import alchemist.gateway.http.Problem;
import alchemist.gateway.http.Problem.Kind;
import alchemist.kernel.Envelope;
import alchemist.kernel.Id;
import alchemist.kernel.json.JsonWriter;
import java.util.Locale;

/** What became of commands, as JSON. For one thread. */
public final class Results {
    private final EventJson events;
    private final Recall recall;
    private final boolean isShort;

    /**
     * Results of a workspace.
     *
     * @param isShort without the events
     */
    public Results(Hosted hosted, boolean isShort) {
        this.events = new EventJson(hosted.name(), hosted.opener(), new Callers(hosted));
        this.recall = new Recall(hosted.workspace().commits());
        this.isShort = isShort;
    }

    /**
     * Writes what became of a command.
     *
     * @param given the id that its new thing was given, or NONE
     * @param field of that id
     */
    public void write(Answer answer, Id given, String field, JsonWriter json) throws Exception {
        json.object();
        switch (answer) {
            case Accepted accepted -> accepted(accepted, given, field, json);
            case Rejected(String code, String reason, long position) -> {
                json.field("status", "rejected").field("code", code).field("reason", reason);
                json.field("position", position);
            }
            case Refused(Why why, String reason) ->
                    json.field("status", "refused")
                            .field("code", kind(why).code())
                            .field("reason", reason);
        }
        json.endObject();
    }

    private void accepted(Accepted accepted, Id given, String field, JsonWriter json)
            throws Exception {
        json.field("status", "accepted").field("position", accepted.position());
        if (accepted.duplicate()) {
            json.field("duplicate", true);
        }
        if (!given.isNone()) {
            Id thing = thing(accepted, given);
            json.name("given").object().field(field, thing.toString()).endObject();
        }
        if (isShort) {
            return;
        }
        json.name("events").array();
        if (!accepted.unchanged()) {
            for (long at = accepted.firstPosition(); at <= accepted.position(); at++) {
                Envelope envelope = recall.find(at);
                if (envelope != null) {
                    events.write(envelope, json);
                }
            }
        }
        json.endArray();
    }

    /** The new thing of a command that was given an id, perhaps another when it came first. */
    Id thing(Accepted accepted, Id given) throws Exception {
        return given.isNone() || !accepted.duplicate() ? given : made(accepted, given);
    }

    /** The thing that was made when a command came the first time: its first event is about it. */
    private Id made(Accepted accepted, Id given) throws Exception {
        Envelope first = accepted.unchanged() ? null : recall.find(accepted.firstPosition());
        return first == null ? given : first.event().entity();
    }

    /** Writes that something was not taken. */
    static void refused(Kind kind, String reason, JsonWriter json) {
        json.object()
                .field("status", "refused")
                .field("code", kind.code())
                .field("reason", reason)
                .endObject();
    }

    /** The problem that a single command ended with. */
    static Problem problem(Rejected rejected) {
        return Problem.rejected(rejected.code(), rejected.reason())
                .with("reason", rejected.reason())
                .with("position", rejected.position())
                .with("result", "rejected");
    }

    /** The problem that a single command ended with. */
    static Problem problem(Refused refused) {
        return Problem.of(kind(refused.why()), refused.reason())
                .with("reason", refused.reason())
                .with("why", refused.why().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    static Kind kind(Why why) {
        return switch (why) {
            case BUSY -> Kind.BUSY;
            case FULL -> Kind.STORAGE_FULL;
            case FAILED, CLOSED -> Kind.UNAVAILABLE;
            case READ_ONLY -> Kind.READ_ONLY;
            case TOO_LARGE -> Kind.TOO_LARGE;
            case TOO_OLD -> Kind.TOO_OLD;
            case NUMBER_TAKEN -> Kind.NUMBER_TAKEN;
            case BUG -> Kind.INTERNAL;
        };
    }
}
