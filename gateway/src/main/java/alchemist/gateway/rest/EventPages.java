package alchemist.gateway.rest;

import alchemist.engine.stream.Batch;
import alchemist.engine.stream.Commits;
import alchemist.engine.stream.Follower;
import alchemist.gateway.answers.EventJson;
import alchemist.gateway.http.Reply;
import alchemist.kernel.Envelope;
import alchemist.kernel.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;

/** Pages of events, by position: upwards from the first, or downwards from the last. */
final class EventPages {
    /** How many events one page looks through at most, where few of them are wanted. */
    private static final long LOOKED_THROUGH = 200_000;

    /** How many events are read at once on the way down, since they can only be read upwards. */
    private static final long STRIDE = 4_096;

    private final Commits commits;
    private final EventFilter filter;
    private final EventJson events;
    private final long end;
    private final JsonWriter json = new JsonWriter();

    /** Of the events up to a position. */
    EventPages(Commits commits, long end, EventFilter filter, EventJson events) {
        this.commits = commits;
        this.end = end;
        this.filter = filter;
        this.events = events;
    }

    Reply upwards(long limit) throws Exception {
        begin();
        long next = filter.from();
        long left = limit;
        try (Follower follower = commits.follow(filter.from() - 1)) {
            Batch batch = follower.poll();
            while (batch != null && left > 0 && next - filter.from() < LOOKED_THROUGH) {
                for (Envelope envelope : batch.envelopes()) {
                    if (left > 0 && envelope.position() >= next) {
                        next = envelope.position() + 1;
                        if (filter.wants(envelope)) {
                            events.write(envelope, json);
                            left--;
                        }
                    }
                }
                batch = next > filter.to() ? null : follower.poll();
            }
        }
        json.endArray();
        if (next <= Math.min(end, filter.to())) {
            json.field("next", next);
        }
        return Reply.json(json.endObject());
    }

    Reply downwards(long limit) throws Exception {
        begin();
        long highest = Math.min(end, filter.to());
        long next = highest;
        long left = limit;
        while (next >= filter.from() && left > 0 && highest - next < LOOKED_THROUGH) {
            long lowest = Math.max(filter.from(), next - STRIDE + 1);
            List<Envelope> wanted = wanted(lowest, next);
            next = lowest - 1;
            for (int i = wanted.size() - 1; i >= 0 && left > 0; i--) {
                events.write(wanted.get(i), json);
                left--;
                next = left == 0 ? wanted.get(i).position() - 1 : next;
            }
        }
        json.endArray();
        if (next >= filter.from()) {
            json.field("next", next);
        }
        return Reply.json(json.endObject());
    }

    private List<Envelope> wanted(long lowest, long highest) throws Exception {
        List<Envelope> wanted = new ArrayList<>();
        try (Follower follower = commits.follow(lowest - 1)) {
            Batch batch = follower.poll();
            while (batch != null) {
                for (Envelope envelope : batch.envelopes()) {
                    long position = envelope.position();
                    if (position >= lowest && position <= highest && filter.wants(envelope)) {
                        wanted.add(envelope);
                    }
                }
                batch = batch.lastPosition() >= highest ? null : follower.poll();
            }
        }
        return wanted;
    }

    private void begin() {
        json.object().field("position", end).name("events").array();
    }
}
