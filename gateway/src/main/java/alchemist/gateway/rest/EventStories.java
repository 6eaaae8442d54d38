package alchemist.gateway.rest;

import alchemist.engine.stream.Batch;
import alchemist.engine.stream.Follower;
import alchemist.gateway.Hosted;
import alchemist.gateway.answers.Callers;
import alchemist.gateway.answers.EventCounts;
import alchemist.gateway.answers.EventJson;
import alchemist.gateway.http.MediaType;
import alchemist.gateway.http.Operation;
import alchemist.gateway.http.Parameter;
import alchemist.gateway.http.Problem;
import alchemist.gateway.http.Reply;
import alchemist.gateway.http.Request;
import alchemist.graph.Graph;
import alchemist.graph.GraphView;
import alchemist.graph.read.CommandRead;
import alchemist.kernel.Envelope;
import alchemist.kernel.json.JsonWriter;
import java.util.List;

/** What leads to an event and from it, and how many events there are of what kind and when. */
final class EventStories {
    /** How many events one count looks through, the latest ones. */
    private static final long LOOKED_THROUGH = 2_000_000;

    private static final int MOST_CAUSES = 20;
    private static final int MOST_EFFECTS = 50;
    private static final int MOST_OF_A_COMMAND = 50;

    private static final Parameter<Long> POSITION =
            Parameter.number("position", "of the event", 1, Long.MAX_VALUE).inPath();
    private static final Parameter<Long> INTERVALS =
            Parameter.number("intervals", "into how many the time is parted", 1, 1_000)
                    .orElse(120L);

    private final Reads reads;

    EventStories(Reads reads) {
        this.reads = reads;
    }

    List<Operation> operations() {
        return List.of(
                Operation.get("/api/v1/workspaces/{ws}/events/counts", "countEvents")
                        .says("events", "How many events there are, by type and by time")
                        .says(
                                "Of the last "
                                        + LOOKED_THROUGH
                                        + " events those that are wanted; the recorded time between"
                                        + " the first and the last of them is parted evenly.")
                        .takes(Reads.WS, INTERVALS)
                        .takes(EventFilter.PARAMETERS)
                        .answers(200, "how many", EventCounts.SCHEMA)
                        .refuses(Problem.Kind.UNKNOWN_WORKSPACE)
                        .by(this::count),
                Operation.get("/api/v1/workspaces/{ws}/events/{position}", "getEvent")
                        .says("events", "An event, what led to it, and what it led to")
                        .takes(Reads.WS, POSITION)
                        .answers(200, MediaType.JSON, "its story", "EventAnswer")
                        .refuses(Problem.Kind.UNKNOWN_WORKSPACE, Problem.Kind.NOT_FOUND)
                        .by(this::story));
    }

    private Reply count(Request request) throws Exception {
        Hosted hosted = reads.workspace(request);
        EventJson events = new EventJson(hosted.name(), hosted.opener(), new Callers(hosted));
        long end = hosted.workspace().position();
        long from =
                Math.max(
                        Math.max(1, request.get(EventFilter.FROM)),
                        Math.min(end, request.get(EventFilter.TO)) - LOOKED_THROUGH + 1);
        EventFilter filter = EventFilter.of(request, hosted.name(), from, events);
        EventCounts.Counting counting = new EventCounts.Counting();
        try (Follower follower = hosted.workspace().commits().follow(from - 1)) {
            Batch batch = follower.poll();
            while (batch != null) {
                for (Envelope envelope : batch.envelopes()) {
                    if (envelope.position() <= end && filter.wants(envelope)) {
                        counting.add(envelope);
                    }
                }
                boolean done = batch.lastPosition() >= Math.min(end, filter.to());
                batch = done || request.isStopping() ? null : follower.poll();
            }
        }
        return Reply.json(
                Reads.json(
                        EventCounts.SCHEMA,
                        counting.counted(end, from, request.get(INTERVALS).intValue())));
    }

    private Reply story(Request request) throws Exception {
        Hosted hosted = reads.workspace(request);
        long position = request.get(POSITION);
        Recall recall = new Recall(hosted.workspace().commits());
        Envelope envelope = position > hosted.workspace().position() ? null : recall.find(position);
        if (envelope == null) {
            throw Problem.of(
                    Problem.Kind.NOT_FOUND,
                    "there is no event "
                            + position
                            + ": the last one is "
                            + hosted.workspace().position());
        }
        reads.await(hosted, position);
        GraphView view = hosted.graph().view();
        Graph graph = view.now();
        Teller teller =
                new Teller(
                        recall,
                        new EventJson(hosted.name(), hosted.opener(), graph::label),
                        new Summaries(view, new Shown(hosted.opener())),
                        new JsonWriter());
        teller.json.object().field("position", hosted.workspace().position()).name("event");
        teller.tell(envelope);
        long first = envelope.firstOfCommand();
        long last = Math.min(envelope.lastOfCommand(), first + MOST_OF_A_COMMAND - 1);
        teller.json.field("commandEvents", envelope.lastOfCommand() - first + 1);
        teller.json.name("command").array();
        for (long each = first; each <= last; each++) {
            teller.tell(each);
        }
        teller.json.endArray().name("causes").array();
        Envelope below = envelope;
        for (int i = 0; i < MOST_CAUSES && below != null; i++) {
            long cause = below.cause().envelope().cause();
            below = cause == 0 ? null : recall.find(cause);
            if (below != null) {
                teller.tell(below);
            }
        }
        teller.json.endArray().name("effects").array();
        List<CommandRead> effects = graph.effects(position);
        for (CommandRead effect : effects.subList(0, Math.min(MOST_EFFECTS, effects.size()))) {
            teller.tell(effect.firstPosition());
        }
        return Reply.json(teller.json.endArray().endObject());
    }

    /** Writes events with what they did in words. */
    private record Teller(Recall recall, EventJson events, Summaries summaries, JsonWriter json) {
        void tell(long position) throws Exception {
            Envelope envelope = recall.find(position);
            if (envelope != null) {
                tell(envelope);
            }
        }

        void tell(Envelope envelope) {
            json.object();
            events.fields(envelope, json);
            json.field("summary", summaries.of(envelope)).endObject();
        }
    }
}
