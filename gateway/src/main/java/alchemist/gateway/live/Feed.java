package alchemist.gateway.live;

import alchemist.engine.stream.Batch;
import alchemist.engine.stream.Follower;
import alchemist.engine.stream.SubjectPattern;
import alchemist.gateway.Hosted;
import alchemist.gateway.answers.Callers;
import alchemist.gateway.answers.EventJson;
import alchemist.kernel.Envelope;
import alchemist.kernel.json.JsonWriter;
import java.util.function.Consumer;

/**
 * One subscription: reads the log and then follows it, as quickly as the client takes what is found
 * and no more quickly. A thread of its own; ended by {@link #stop}.
 */
final class Feed {
    /** A frame is sent once it is so long. */
    private static final int FRAME_BYTES = 32 << 10;

    private final String id;
    private final Hosted hosted;
    private final SubjectPattern subject;
    private final EventJson events;
    private final long after;
    private final Outbox.Slot slot;
    private final Follower follower;
    private JsonWriter json = new JsonWriter();
    private boolean open;

    Feed(String id, Hosted hosted, SubjectPattern subject, long after, Outbox.Slot slot) {
        this.id = id;
        this.hosted = hosted;
        this.subject = subject;
        this.events = new EventJson(hosted.name(), hosted.opener(), new Callers(hosted));
        this.after = after;
        this.slot = slot;
        this.follower = hosted.workspace().commits().follow(after);
    }

    /**
     * Begins.
     *
     * @param failed is told what is wrong when it cannot go on
     */
    void start(Consumer<Throwable> failed) {
        Thread.ofVirtual().name("live-" + hosted.name() + "-" + id).start(() -> run(failed));
    }

    /** Ends it; nothing more of it will be sent. */
    void stop() {
        slot.close();
        follower.wake();
    }

    private void run(Consumer<Throwable> failed) {
        try (follower) {
            while (!slot.isClosed() && !follower.isAtEnd()) {
                Batch batch = follower.next();
                if (batch != null && !tell(batch)) {
                    return;
                }
            }
        } catch (Throwable e) {
            if (!slot.isClosed()) {
                failed.accept(e);
            }
        }
    }

    /** Tells what is wanted of a batch; false when no more is wanted. */
    private boolean tell(Batch batch) throws InterruptedException {
        for (Envelope envelope : batch.envelopes()) {
            if (envelope.position() > after && subject.matches(hosted.name(), envelope.event())) {
                add(envelope);
                if (json.output().size() >= FRAME_BYTES && !send(envelope.position())) {
                    return false;
                }
            }
        }
        if (open) {
            return send(batch.lastPosition());
        }
        slot.reached(batch.lastPosition());
        return true;
    }

    private void add(Envelope envelope) {
        if (!open) {
            open = true;
            json.object().name("events").object().field("subscription", id).name("events").array();
        }
        events.write(envelope, json);
    }

    private boolean send(long position) throws InterruptedException {
        json.endArray().field("position", position).endObject().endObject();
        byte[] frame = json.toBytes();
        json = new JsonWriter();
        open = false;
        return slot.put(frame, position);
    }
}
