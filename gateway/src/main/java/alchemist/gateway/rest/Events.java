package alchemist.gateway.rest;

import alchemist.engine.stream.Batch;
import alchemist.engine.stream.Follower;
import alchemist.gateway.Hosted;
import alchemist.gateway.answers.Callers;
import alchemist.gateway.answers.EventJson;
import alchemist.gateway.http.MediaType;
import alchemist.gateway.http.Operation;
import alchemist.gateway.http.Parameter;
import alchemist.gateway.http.Problem;
import alchemist.gateway.http.Reply;
import alchemist.gateway.http.Request;
import alchemist.gateway.http.Sink;
import alchemist.gateway.http.Stopping;
import alchemist.kernel.Envelope;
import alchemist.kernel.json.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The events of a workspace: in pages, as lines, or followed. */
final class Events {
    /** How long a stream says nothing. */
    static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private static final int BUFFER_BYTES = 32 << 10;

    private static final Parameter<Long> LIMIT =
            Parameter.number("limit", "how many at most, in a page", 1, 10_000).orElse(100L);
    private static final Parameter<Boolean> LATEST_FIRST =
            Parameter.flag(
                    "latestFirst",
                    "a page begins with the last event that is wanted; 'next' is then what to send"
                            + " as 'to' for the next page");
    private static final Parameter<Long> LAST_EVENT_ID =
            Parameter.number(
                            "Last-Event-ID",
                            "the last position that a broken stream had given; goes on behind it",
                            0,
                            Long.MAX_VALUE)
                    .inHeader();

    private final Reads reads;

    Events(Reads reads) {
        this.reads = reads;
    }

    List<Operation> operations() {
        return List.of(
                Operation.get("/api/v1/workspaces/{ws}/events", "listEvents")
                        .says("events", "The events of a workspace")
                        .says(
                                "In pages as JSON: 'next' is the position to ask from for the next"
                                        + " page; it may come without events where few are wanted,"
                                        + " and much was looked through. As NDJSON: all of them, one a line. As"
                                        + " text/event-stream: what was since 'from', then what"
                                        + " comes, without a gap and nothing twice; a comment at"
                                        + " least every 15 s names the position that was reached.")
                        .takes(Reads.WS, LIMIT, LATEST_FIRST, LAST_EVENT_ID)
                        .takes(EventFilter.PARAMETERS)
                        .answers(200, MediaType.JSON, "a page", "EventsAnswer")
                        .answers(200, MediaType.NDJSON, "an event a line", "Event")
                        .answers(200, MediaType.EVENTS, "id: position, event: type, data:", "Event")
                        .refuses(Problem.Kind.UNKNOWN_WORKSPACE, Problem.Kind.NOT_ACCEPTABLE)
                        .by(this::list));
    }

    /** What is wanted, and where. */
    private record Wish(Hosted hosted, EventFilter filter, EventJson events) {
        boolean wants(Envelope envelope) {
            return filter.wants(envelope);
        }

        long to() {
            return filter.to();
        }

        Follower follow() {
            return hosted.workspace().commits().follow(filter.from() - 1);
        }

        EventPages pages() {
            long end = hosted.workspace().position();
            return new EventPages(hosted.workspace().commits(), end, filter, events);
        }
    }

    private Reply list(Request request) throws Exception {
        Hosted hosted = reads.workspace(request);
        EventJson events = new EventJson(hosted.name(), hosted.opener(), new Callers(hosted));
        Optional<Long> last = request.find(LAST_EVENT_ID);
        long from = Math.max(1, last.isPresent() ? last.get() + 1 : request.get(EventFilter.FROM));
        Wish wish = new Wish(hosted, EventFilter.of(request, hosted.name(), from, events), events);
        return switch (request.preferred(MediaType.JSON, MediaType.NDJSON, MediaType.EVENTS)) {
            case MediaType.NDJSON -> lines(wish, request);
            case MediaType.EVENTS -> stream(wish, request);
            default ->
                    request.get(LATEST_FIRST)
                            ? wish.pages().downwards(request.get(LIMIT))
                            : wish.pages().upwards(request.get(LIMIT));
        };
    }

    private static Reply lines(Wish wish, Request request) {
        // What comes while it is written is not waited for.
        long end = Math.min(wish.to(), wish.hosted.workspace().position());
        return new Reply.Streamed(
                MediaType.NDJSON,
                true,
                List.of(),
                sink -> {
                    JsonWriter json = new JsonWriter();
                    try (Follower follower = wish.follow()) {
                        Batch batch = follower.poll();
                        while (batch != null && !request.isStopping()) {
                            for (Envelope envelope : batch.envelopes()) {
                                if (envelope.position() <= end && wish.wants(envelope)) {
                                    wish.events.write(envelope, json);
                                    json.line();
                                    drain(json, sink, BUFFER_BYTES);
                                }
                            }
                            batch = batch.lastPosition() >= end ? null : follower.poll();
                        }
                    } finally {
                        // Also what stands before a failure.
                        drain(json, sink, 0);
                    }
                    if (request.isStopping()) {
                        throw new IOException("the server stops before all was written");
                    }
                });
    }

    private static Reply stream(Wish wish, Request request) {
        return Reply.streamed(
                        MediaType.EVENTS,
                        sink -> {
                            try (Follower follower = wish.follow();
                                    Stopping.Hook _ = request.whenStopping(follower::wake)) {
                                follow(wish, request, follower, sink);
                            }
                        })
                .header("Cache-Control", "no-store");
    }

    private static void follow(Wish wish, Request request, Follower follower, Sink sink)
            throws Exception {
        JsonWriter json = new JsonWriter();
        comment(follower.position(), sink);
        long said = System.nanoTime();
        while (!request.isStopping() && !follower.isAtEnd() && follower.position() < wish.to()) {
            Batch batch = follower.next(HEARTBEAT);
            boolean any = false;
            if (batch != null) {
                for (Envelope envelope : batch.envelopes()) {
                    if (wish.wants(envelope)) {
                        message(envelope, wish.events, json);
                        drain(json, sink, BUFFER_BYTES);
                        any = true;
                    }
                }
            }
            if (any) {
                drain(json, sink, 0);
                sink.flush();
                said = System.nanoTime();
            } else if (System.nanoTime() - said >= HEARTBEAT.toNanos()) {
                comment(follower.position(), sink);
                said = System.nanoTime();
            }
        }
    }

    private static void message(Envelope envelope, EventJson events, JsonWriter json) {
        ascii("id: " + envelope.position() + "\nevent: ", json);
        ascii(envelope.event().schema().name() + "\ndata: ", json);
        events.write(envelope, json);
        json.line().line();
    }

    private static void ascii(String text, JsonWriter json) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        json.output().raw(bytes, 0, bytes.length);
    }

    private static void comment(long position, Sink sink) throws IOException {
        sink.write((": " + position + "\n\n").getBytes(StandardCharsets.US_ASCII));
        sink.flush();
    }

    private static void drain(JsonWriter json, Sink sink, int from) throws IOException {
        if (json.output().size() > from) {
            sink.write(json);
        }
    }
}
