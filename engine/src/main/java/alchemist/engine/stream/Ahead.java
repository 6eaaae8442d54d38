package alchemist.engine.stream;

import alchemist.kernel.Envelope;
import alchemist.kernel.Event;
import alchemist.kernel.Submission;
import alchemist.kernel.collection.Lookahead;
import alchemist.kernel.schema.Contract;
import java.util.List;
import java.util.function.Consumer;

/**
 * Gathers the ids that the next records of a list name, so that whoever decides or folds them can
 * look at all that they lead to at once. What goes wrong there is nobody's matter before the record
 * itself is decided or folded. For one thread, and one list after the other:
 *
 * <pre>{@code
 * for (int i = 0; i < events.size(); i++) {
 *     if (ahead.isDue(i)) {
 *         ahead.ofEvents(events, i, ids -> decider.lookAhead(ids, state));
 *     }
 *     state = decider.evolve(state, events.get(i));
 * }
 * }</pre>
 */
public final class Ahead {
    private static final System.Logger LOGGER = System.getLogger(Ahead.class.getName());

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

    /** Lets someone look at what the commands from a place on name. */
    public void ofCommands(List<Submission> commands, int from, Consumer<Lookahead> looks) {
        of(commands, from, submission -> Contract.eachId(submission.command(), ids), looks);
    }

    /** Lets someone look at what the events from a place on name. */
    public void ofEvents(List<Event> events, int from, Consumer<Lookahead> looks) {
        of(events, from, event -> Contract.eachId(event, ids), looks);
    }

    /** Lets someone look at what the events from a place on name. */
    public void ofEnvelopes(List<Envelope> envelopes, int from, Consumer<Lookahead> looks) {
        of(envelopes, from, envelope -> Contract.eachId(envelope.event(), ids), looks);
    }

    private <R> void of(List<R> records, int from, Consumer<R> gather, Consumer<Lookahead> looks) {
        ids.clear();
        end = from;
        try {
            while (end < records.size() && end - from < RECORDS && !ids.isFull()) {
                gather.accept(records.get(end++));
            }
            if (ids.size() >= FEW) {
                looks.accept(ids);
            }
        } catch (RuntimeException | StackOverflowError e) {
            LOGGER.log(System.Logger.Level.DEBUG, "not looked ahead", e);
        }
    }
}
