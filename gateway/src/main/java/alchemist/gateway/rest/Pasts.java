package alchemist.gateway.rest;

import alchemist.gateway.Hosted;
import alchemist.gateway.answers.EventJson;
import alchemist.gateway.answers.StatementAnswers;
import alchemist.gateway.http.MediaType;
import alchemist.gateway.http.Operation;
import alchemist.gateway.http.Parameter;
import alchemist.gateway.http.Problem;
import alchemist.gateway.http.Reply;
import alchemist.gateway.http.Request;
import alchemist.graph.Graph;
import alchemist.graph.GraphView;
import alchemist.graph.read.ImportRead;
import alchemist.graph.read.Page;
import alchemist.graph.read.Why;
import alchemist.kernel.Envelope;
import alchemist.kernel.Id;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.value.ValueJson;
import java.util.List;

/** How things came to be: their history, and where what is stated of them comes from. */
final class Pasts {
    private static final String TOPIC = "history";
    private static final Parameter<Long> LIMIT = Reads.limit(50, 1000);
    private static final Parameter<String> PROPERTY =
            Parameter.text("property", "the key of the property; absent: the name");

    /** How many events of one statement are shown. */
    private static final int SHOWN_EVENTS = 20;

    private final Reads reads;

    Pasts(Reads reads) {
        this.reads = reads;
    }

    List<Operation> operations() {
        return List.of(
                Operation.get("/api/v1/workspaces/{ws}/nodes/{id}/history", "getHistory")
                        .says(TOPIC, "What happened to a node or edge")
                        .says(
                                "The events that mention it, an edge at it, a member or a merge of"
                                        + " it, the latest first, each with a summary in words; also of"
                                        + " what is no longer there.")
                        .takes(Reads.WS, Reads.NODE, LIMIT, Reads.CURSOR, Reads.AT, Reads.AT_LEAST)
                        .answers(200, MediaType.JSON, "a part of it", "HistoryAnswer")
                        .refuses(
                                Problem.Kind.UNKNOWN_WORKSPACE,
                                Problem.Kind.UNKNOWN_NODE,
                                Problem.Kind.POSITION_AHEAD,
                                Problem.Kind.NOT_YET)
                        .by(this::history),
                Operation.get("/api/v1/workspaces/{ws}/nodes/{id}/why", "getWhy")
                        .says(TOPIC, "Where a value comes from")
                        .says(
                                "Everything that is stated of a property, the shown statement first:"
                                        + " by whom, in which import, with which events.")
                        .takes(Reads.WS, Reads.NODE, PROPERTY, Reads.AT, Reads.AT_LEAST)
                        .answers(200, MediaType.JSON, "the statements", "WhyAnswer")
                        .refuses(
                                Problem.Kind.UNKNOWN_WORKSPACE,
                                Problem.Kind.UNKNOWN_NODE,
                                Problem.Kind.POSITION_AHEAD,
                                Problem.Kind.NOT_YET)
                        .by(this::why));
    }

    private Reply history(Request request) throws Exception {
        Hosted hosted = reads.workspace(request);
        Id id = request.get(Reads.NODE);
        int limit = request.get(LIMIT).intValue();
        String list = Reads.list(request);
        Cursors.Place place = Cursors.read(list, request.get(Reads.CURSOR));
        Graph graph = reads.graph(request, hosted, place);
        known(id, graph);
        Page<Long> page = Nodes.page(() -> graph.history(id, limit, place.inner()));
        GraphView view = hosted.graph().view();
        Summaries summaries = new Summaries(view, new Shown(hosted.opener()));
        EventJson events = new EventJson(hosted.name(), hosted.opener(), graph::label);
        Recall recall = new Recall(hosted.workspace().commits());
        JsonWriter json = new JsonWriter();
        json.object().field("position", graph.position()).name("history").array();
        for (long position : page.items()) {
            Envelope envelope = recall.find(position);
            if (envelope != null) {
                json.object();
                events.fields(envelope, json);
                json.field("summary", summaries.of(envelope)).endObject();
            }
        }
        json.endArray();
        cursor(Cursors.write(list, graph.position(), page.cursor()), json);
        return Reply.json(json.endObject());
    }

    private Reply why(Request request) throws Exception {
        Hosted hosted = reads.workspace(request);
        Id id = request.get(Reads.NODE);
        String property = request.get(PROPERTY);
        Graph graph = reads.graph(request, hosted);
        known(id, graph);
        EventJson events = new EventJson(hosted.name(), hosted.opener(), graph::label);
        Recall recall = new Recall(hosted.workspace().commits());
        JsonWriter json = new JsonWriter();
        json.object().field("position", graph.position()).name("why").array();
        for (Why why : graph.why(id, property)) {
            json.object().name("statement").object().field("key", property).name("value");
            ValueJson.write(why.statement().value(), json);
            if (why.statement().denied()) {
                json.field("denied", true);
            }
            json.field("shown", why.statement().shown()).endObject();
            json.name("source");
            StatementAnswers.SOURCE_REF.toJson(why.statement().source(), json);
            events(why.positions(), recall, events, graph, json);
            ImportRead read = graph.importOf(why.importId()).orElse(null);
            if (read != null) {
                origin(read, json);
            }
            json.endObject();
        }
        return Reply.json(json.endArray().endObject());
    }

    private static void events(
            List<Long> positions, Recall recall, EventJson events, Graph graph, JsonWriter json)
            throws Exception {
        Id actor = Id.NONE;
        json.name("events").array();
        for (int i = 0; i < Math.min(SHOWN_EVENTS, positions.size()); i++) {
            Envelope envelope = recall.find(positions.get(i));
            if (envelope != null) {
                actor = actor.isNone() ? envelope.cause().envelope().actor() : actor;
                events.write(envelope, json);
            }
        }
        json.endArray().field("actor", actor.toString());
        if (!actor.isNone()) {
            json.field("actorName", graph.label(actor));
        }
    }

    private static void origin(ImportRead read, JsonWriter json) {
        json.name("import")
                .object()
                .field("id", read.id().toString())
                .field("reader", read.reader())
                .field("location", read.location())
                .field("label", read.label())
                .endObject();
    }

    private static void known(Id id, Graph graph) {
        if (!graph.isKnown(id)) {
            throw Nodes.unknown("node", id, graph);
        }
    }

    static void cursor(String cursor, JsonWriter json) {
        if (!cursor.isEmpty()) {
            json.field("cursor", cursor);
        }
    }
}
