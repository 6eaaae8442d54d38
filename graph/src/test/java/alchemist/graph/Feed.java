package alchemist.graph;

import alchemist.kernel.Command;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Envelope;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import alchemist.kernel.Undo;
import alchemist.kernel.View;
import java.util.ArrayList;
import java.util.List;

/** A log without a medium: gives events their positions and times, and feeds views. */
public final class Feed {
    /** What the envelopes hold: views must not look at commands. */
    private static final Command COMMAND = new Undo(0);

    /** From one command to the next, in µs. */
    private static final long STEP = 1_000_000;

    private final List<View> views;
    private final List<Envelope> log = new ArrayList<>();
    private long clock = 1_000_000;
    private long effectiveAt = CommandEnvelope.WHEN_RECORDED;
    private long cause;

    public Feed(View... views) {
        this.views = List.of(views);
    }

    /** The commands from now on happened at a time in the world. */
    public Feed in(long micros) {
        effectiveAt = micros;
        return this;
    }

    /** The next command is recorded in the very moment of the one before. */
    public Feed atOnce() {
        clock -= STEP;
        return this;
    }

    /** The next command is because of an event. */
    public Feed because(long position) {
        cause = position;
        return this;
    }

    /** One command with some events; returns the position of the last. */
    public long record(Event... events) {
        return record(List.of(events));
    }

    public long record(List<? extends Event> events) {
        long first = log.size() + 1L;
        long last = first + events.size() - 1;
        clock += STEP;
        CommandEnvelope envelope =
                CommandEnvelope.of(Id.of("client", "test"), Id.of("person", "ann"))
                        .withEffectiveAt(effectiveAt)
                        .withCause(cause);
        cause = 0;
        Submission submission = new Submission(envelope, COMMAND);
        for (Event event : events) {
            Envelope stored =
                    new Envelope(log.size() + 1L, clock, first, last, 1, submission, event);
            log.add(stored);
            views.forEach(view -> view.apply(stored));
        }
        views.forEach(view -> view.publish(last));
        return last;
    }

    /** The time at which the last command was recorded. */
    public long clock() {
        return clock;
    }

    public List<Envelope> log() {
        return log;
    }
}
