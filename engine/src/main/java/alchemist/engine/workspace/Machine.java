package alchemist.engine.workspace;

import alchemist.engine.stream.Ahead;
import alchemist.engine.stream.Batch;
import alchemist.engine.workspace.Clients.Client;
import alchemist.kernel.Command;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Envelope;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.Redo;
import alchemist.kernel.Submission;
import alchemist.kernel.Undo;
import alchemist.kernel.schema.Deferred;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import alchemist.kernel.schema.UnknownEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that follows from the log up to a position: the decider's state and what is remembered of
 * clients. Folding the log gives the same as having written it. For one thread.
 */
final class Machine<S> {
    /** Raised when the form of what is saved here differs. */
    static final int VERSION = 1;

    private final Rules<S> rules;
    private final Clients clients;
    private final Ahead ahead = new Ahead();
    private S state;
    private long position;

    private Machine(Rules<S> rules, S state, Clients clients, long position) {
        this.rules = rules;
        this.state = state;
        this.clients = clients;
        this.position = position;
    }

    /** Before the first event, which follows a position: 0, or that of the branch's parent. */
    static <S> Machine<S> initial(Rules<S> rules, long position) {
        return new Machine<>(rules, rules.decider().initial(), new Clients(), position);
    }

    S state() {
        return state;
    }

    long position() {
        return position;
    }

    @Nullable Client client(Id id) {
        return clients.find(id);
    }

    /** Folds a command that was accepted now. */
    void accept(Submission submission, List<Event> events) {
        long first = position + 1;
        for (int i = 0; i < events.size(); i++) {
            evolve(events.get(i));
        }
        remember(submission.envelope(), submission.command(), first);
    }

    /**
     * Folds what was read from the log.
     *
     * @throws UnknownFact when an event is unknown here and may not be passed over; then nothing
     *     more may be asked of this machine
     */
    void replay(Batch batch) throws UnknownFact {
        List<Envelope> envelopes = batch.envelopes();
        for (int i = 0; i < envelopes.size(); i++) {
            if (ahead.isDue(i)) {
                ahead.ofEnvelopes(envelopes, i, ids -> rules.decider().lookAhead(ids, state));
            }
            Envelope envelope = envelopes.get(i);
            if (envelope.event() instanceof UnknownEvent unknown && !unknown.ignorable()) {
                throw new UnknownFact(envelope.position(), unknown);
            }
            evolve(envelope.event());
            if (envelope.position() == envelope.lastOfCommand()) {
                Submission cause = envelope.cause();
                remember(cause.envelope(), cause.known(), envelope.firstOfCommand());
            }
        }
    }

    private void evolve(Event event) {
        state = rules.decider().evolve(state, event);
        position++;
    }

    private void remember(CommandEnvelope envelope, @Nullable Command command, long first) {
        Client client = clients.accept(envelope);
        client.window().add(envelope.sequence(), first, (int) (position - first + 1));
        History history = client.history();
        switch (command) {
            case Undo(long target) -> {
                int entry = history.find(target);
                if (entry >= 0) {
                    history.undid(entry, first);
                }
            }
            case Redo(long target) -> {
                int entry = history.find(target);
                if (entry >= 0) {
                    history.redid(entry, first);
                }
            }
            case null, default -> history.did(first);
        }
    }

    /** Of another version, what was saved is not read. */
    static int version(Rules<?> rules) {
        return VERSION * 1_000_000 + rules.snapshots().snapshotVersion();
    }

    void save(Output out) {
        clients.save(out);
        rules.snapshots().save(state, out);
    }

    /** What {@link #save} would write now, to be written by another thread. */
    Deferred freeze() {
        return Deferred.of(this::save);
    }

    static <S> Machine<S> load(Rules<S> rules, long position, Input in) {
        Clients clients = Clients.load(in);
        return new Machine<>(rules, rules.snapshots().load(in), clients, position);
    }
}
