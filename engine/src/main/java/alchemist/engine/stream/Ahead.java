package alchemist.engine.stream;

import alchemist.kernel.Envelope;
import alchemist.kernel.Event;
import alchemist.kernel.Submission;
import alchemist.kernel.collection.Lookahead;
import alchemist.kernel.schema.Contract;
import java.util.List;

/**
 * Gathers the ids that the next records of a list name, so that whoever decides or folds them can
 * look at all that they lead to at once. For one thread, and one list after the other:
 *
 * <pre>{@code
 * for (int i = 0; i < events.size(); i++) {
 *     if (ahead.isDue(i)) {
 *         decider.lookAhead(ahead.ofEvents(events, i), state);
 *     }
 *     state = decider.evolve(state, events.get(i));
 * }
 * }</pre>
 */
public final class Ahead {
    /** So many records are looked at at once: what they lead to fits into the nearest caches. */
    private static final int RECORDS = 128;

    /** Fewer ids are worked on as quickly without. */
    private static final int FEW = 8;

    private final Lookahead ids = new Lookahead();
    private int end;

    /** Whether a record is the first of its list, or the first that was not looked at. */
    public boolean isDue(int record) {
        return record == 0 || record >= end;
    }

    /** Gathers what the commands from a place on name. */
    public Lookahead ofCommands(List<Submission> commands, int from) {
        begin(from);
        while (goesOn(commands, from)) {
            Contract.eachId(commands.get(end++).command(), ids);
        }
        return enough();
    }

    /** Gathers what the events from a place on name. */
    public Lookahead ofEvents(List<Event> events, int from) {
        begin(from);
        while (goesOn(events, from)) {
            Contract.eachId(events.get(end++), ids);
        }
        return enough();
    }

    /** Gathers what the events from a place on name. */
    public Lookahead ofEnvelopes(List<Envelope> envelopes, int from) {
        begin(from);
        while (goesOn(envelopes, from)) {
            Contract.eachId(envelopes.get(end++).event(), ids);
        }
        return enough();
    }

    private void begin(int from) {
        ids.clear();
        end = from;
    }

    private boolean goesOn(List<?> records, int from) {
        return end < records.size() && end - from < RECORDS && !ids.isFull();
    }

    private Lookahead enough() {
        if (ids.size() < FEW) {
            ids.clear();
        }
        return ids;
    }
}
