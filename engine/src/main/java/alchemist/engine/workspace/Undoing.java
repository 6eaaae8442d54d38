package alchemist.engine.workspace;

import alchemist.engine.stream.Recorded;
import alchemist.engine.workspace.Clients.Client;
import alchemist.kernel.Command;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Decision;
import alchemist.kernel.Event;
import alchemist.kernel.Redo;
import alchemist.kernel.Submission;
import alchemist.kernel.Undo;
import alchemist.log.LogException;
import org.jspecify.annotations.Nullable;

/**
 * Finds what an undo or redo is about, and asks the decider to take it back. What is recorded names
 * it, also when the client said 'the last one', so that the log explains itself.
 */
final class Undoing<S> {
    private final Rules<S> rules;
    private final Past past;

    Undoing(Rules<S> rules, Past past) {
        this.rules = rules;
        this.past = past;
    }

    /**
     * What came of it.
     *
     * @param submission the command as it is recorded when it is accepted
     */
    record Outcome(Submission submission, Decision<? extends Event> decision) {}

    Outcome undo(Submission submission, Undo undo, Machine<S> machine) throws LogException {
        Client client = machine.client(submission.envelope().client());
        History history = client == null ? new History() : client.history();
        return undo.position() == 0
                ? undoLast(submission, history, machine)
                : undoNamed(submission, undo.position(), history, machine);
    }

    /** One that has no effect any more is passed over, else there would be no way beyond it. */
    private Outcome undoLast(Submission submission, History history, Machine<S> machine)
            throws LogException {
        for (int entry = history.lastStanding(history.size());
                entry >= 0;
                entry = history.lastStanding(entry)) {
            Outcome outcome = takeBack(submission, history, entry, machine);
            if (!isUnchanged(outcome.decision())) {
                return outcome;
            }
        }
        return rejected(
                submission,
                "nothing-to-undo",
                "this client has done nothing here that could be undone");
    }

    private Outcome undoNamed(
            Submission submission, long position, History history, Machine<S> machine)
            throws LogException {
        int entry = history.find(position);
        if (entry < 0) {
            return whyNot(submission, position, machine);
        }
        if (history.fate(entry) != History.STANDS) {
            return rejected(
                    submission,
                    "already-undone",
                    "the command at position " + position + " is undone already");
        }
        return takeBack(submission, history, entry, machine);
    }

    Outcome redo(Submission submission, Redo redo, Machine<S> machine) throws LogException {
        Client client = machine.client(submission.envelope().client());
        History history = client == null ? new History() : client.history();
        int entry = redo.position() == 0 ? history.lastUndone() : history.find(redo.position());
        if (entry < 0 && redo.position() != 0) {
            return whyNot(submission, redo.position(), machine);
        }
        if (entry < 0 || history.fate(entry) != History.UNDONE) {
            return rejected(
                    submission,
                    "nothing-to-redo",
                    "there is no undo of this client that is still its last word");
        }
        return takeBack(submission, history, entry, machine);
    }

    private Outcome takeBack(Submission submission, History history, int entry, Machine<S> machine)
            throws LogException {
        long latest = history.latest(entry);
        Recorded original = past.commandOf(latest);
        if (original == null) {
            throw new IllegalStateException("no command begins at position " + latest);
        }
        Command resolved =
                submission.command() instanceof Redo ? new Redo(latest) : new Undo(latest);
        Submission named = new Submission(submission.envelope(), resolved);
        return new Outcome(named, rules.decider().undo(original.decided(), named, machine.state()));
    }

    private Outcome whyNot(Submission submission, long position, Machine<S> machine)
            throws LogException {
        Recorded found = past.commandOf(position);
        CommandEnvelope envelope = submission.envelope();
        if (found == null) {
            return rejected(
                    submission,
                    "no-such-command",
                    "there is no event at position "
                            + position
                            + "; the last one is at "
                            + machine.position());
        }
        if (!found.submission().envelope().client().equals(envelope.client())) {
            return rejected(
                    submission,
                    "not-yours",
                    "another client sent the command at position "
                            + position
                            + "; only that client can undo it");
        }
        if (found.firstPosition() != position) {
            return rejected(
                    submission,
                    "no-such-command",
                    "position "
                            + position
                            + " is inside a command; name the position of its first event, "
                            + found.firstPosition());
        }
        return rejected(
                submission,
                "too-old-to-undo",
                "only the last " + History.SIZE + " commands of a client can be undone");
    }

    private static boolean isUnchanged(Decision<? extends @Nullable Event> decision) {
        return decision instanceof Decision.Accepted<?> accepted && accepted.events().isEmpty();
    }

    private static Outcome rejected(Submission submission, String code, String reason) {
        return new Outcome(submission, Decision.reject(code, reason));
    }
}
