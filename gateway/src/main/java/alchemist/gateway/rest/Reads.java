package alchemist.gateway.rest;

import alchemist.gateway.Host;
import alchemist.gateway.Hosted;
import alchemist.gateway.Listed;
import alchemist.gateway.WorkspaceUnavailable;
import alchemist.gateway.http.Parameter;
import alchemist.gateway.http.Problem;
import alchemist.gateway.http.Request;
import alchemist.graph.At;
import alchemist.graph.Graph;
import alchemist.graph.PositionAhead;
import alchemist.kernel.Id;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.schema.Schema;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What all reads have in common: which workspace, at which moment, how much. */
final class Reads {
    /** How long a read waits for the position that it is asked for. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    static final Parameter<String> WS =
            Parameter.text("ws", "the name or id of the workspace").inPath();
    static final Parameter<Id> NODE = Parameter.id("id", "the id of the node or group").inPath();
    static final Parameter<At> AT =
            Parameter.of(
                            "at",
                            "the moment to read at: a position (12), a time in the world"
                                    + " (2026-01-31T09:30:00Z), or a recorded time"
                                    + " (recorded:2026-01-31T09:30:00Z); absent: now",
                            json -> json.field("type", "string"),
                            Reads::at)
                    .orElse(At.HEAD);
    static final Parameter<Long> AT_LEAST =
            Parameter.number(
                            "atLeast",
                            "waits, for at most 5 s, until the answer holds this position: so one"
                                    + " reads one's own writes",
                            0,
                            Long.MAX_VALUE)
                    .orElse(0L);
    static final Parameter<String> CURSOR =
            Parameter.text("cursor", "that of the page before; absent: the first page");

    static Parameter<Long> limit(long usual, long most) {
        return Parameter.number("limit", "how many at most", 1, most).orElse(usual);
    }

    private final Host host;

    Reads(Host host) {
        this.host = host;
    }

    /** The workspace that the path names. */
    Hosted workspace(Request request) {
        String name = request.get(WS);
        Optional<Hosted> found = find(name);
        if (found.isEmpty()) {
            List<String> names = host.list().stream().map(Listed::name).toList();
            throw Problem.of(
                    Problem.Kind.UNKNOWN_WORKSPACE,
                    "there is no workspace '"
                            + (name.length() > 80 ? name.substring(0, 80) + "…" : name)
                            + "'"
                            + (names.isEmpty() ? "" : ", only " + String.join(", ", names))
                            + "; found it by POST /api/v1/workspaces with {\"name\":\"…\"}");
        }
        return found.get();
    }

    private Optional<Hosted> find(String name) {
        try {
            return host.find(name);
        } catch (WorkspaceUnavailable e) {
            throw Problem.of(Problem.Kind.UNAVAILABLE, String.valueOf(e.getMessage()));
        }
    }

    /** The graph at the moment that is asked for. */
    Graph graph(Request request, Hosted hosted) throws InterruptedException {
        return graph(request, hosted, Cursors.BEGINNING);
    }

    /** The graph at the moment of the first page of a list. */
    Graph graph(Request request, Hosted hosted, Cursors.Place place) throws InterruptedException {
        return graphAt(request, hosted, moment(request, place));
    }

    /** The moment that is asked for, once the view is there. */
    At moment(Request request, Cursors.Place place) {
        At at = request.get(AT);
        return place.position() < 0
                ? at
                : new At(place.position(), at.recordedAt(), at.effectiveAt());
    }

    private Graph graphAt(Request request, Hosted hosted, At at) throws InterruptedException {
        await(hosted, request.get(AT_LEAST));
        try {
            return hosted.graph().view().at(at);
        } catch (PositionAhead e) {
            throw ahead(e);
        }
    }

    /** Waits until the graph holds a position. */
    void await(Hosted hosted, long position) throws InterruptedException {
        if (!hosted.graph().atLeast(position, PATIENCE)) {
            String problem = hosted.graph().problem();
            throw Problem.of(
                            Problem.Kind.NOT_YET,
                            "the graph is at position "
                                    + hosted.graph().position()
                                    + ", not yet at "
                                    + position
                                    + (problem == null
                                            ? ": ask again"
                                            : "; it folds no more: " + problem))
                    .with("position", hosted.graph().position());
        }
    }

    static Problem ahead(PositionAhead e) {
        return Problem.of(
                        Problem.Kind.POSITION_AHEAD,
                        e.getMessage() + "; the parameter atLeast waits")
                .with("position", e.published());
    }

    /** What tells one list from another: what was asked for, but how much and from where. */
    static String list(Request request, Object... parts) {
        StringBuilder text = new StringBuilder(request.path());
        for (Object part : parts) {
            text.append('\n').append(part);
        }
        return text.append('\n').append(request.get(AT)).toString();
    }

    /** An answer in its schema. */
    static <T> JsonWriter json(Schema<T> schema, T answer) {
        JsonWriter json = new JsonWriter();
        schema.toJson(answer, json);
        return json;
    }

    private static At at(String text) {
        return At.parse(text);
    }
}
