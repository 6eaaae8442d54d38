package alchemist.testkit;

import alchemist.kernel.Decision;
import java.util.ArrayList;
import java.util.List;

/**
 * What a decider said, to be held against what it should say. Each assertion returns the history
 * that follows, so that a story can go on.
 *
 * @param <C> commands
 * @param <E> events
 */
public final class Then<C, E> {
    private final Given<C, E> given;
    private final C command;
    private final Decision<E> decision;

    Then(Given<C, E> given, C command, Decision<E> decision) {
        this.given = given;
        this.command = command;
        this.decision = decision;
    }

    /** Accepted with exactly these events, in this order. */
    @SafeVarargs
    public final Given<C, E> thenAccepted(E... events) {
        List<E> listed = new ArrayList<>(events.length);
        for (E event : events) {
            listed.add(event);
        }
        return thenAccepted(listed);
    }

    /** Accepted with exactly these events, in this order; see {@link #thenUnchanged} for none. */
    public Given<C, E> thenAccepted(List<? extends E> events) {
        if (events.isEmpty()) {
            throw new AssertionError("name the events, or say thenUnchanged()");
        }
        if (!accepted().equals(events)) {
            throw different("accepted with" + Scenario.lines(events));
        }
        return after();
    }

    /** Accepted, because it was already so. */
    public Given<C, E> thenUnchanged() {
        if (!(decision instanceof Decision.Accepted<E>(List<E> events)) || !events.isEmpty()) {
            throw different("unchanged");
        }
        return after();
    }

    /** Rejected with this code, and with a reason that a person can act on. */
    public Given<C, E> thenRejected(String code) {
        if (!(decision instanceof Decision.Rejected<E>(String found, String reason))
                || !found.equals(code)) {
            throw different("rejected as '" + code + "'");
        }
        if (reason.isBlank()) {
            throw new AssertionError(
                    "the rejection '" + code + "' of " + command + " has no reason");
        }
        return after();
    }

    /** The events it was accepted with, where they are too many, or too special, to be listed. */
    public List<E> accepted() {
        if (decision instanceof Decision.Accepted<E>(List<E> events)) {
            return events;
        }
        throw different("accepted");
    }

    /** The history that follows, whatever was decided. */
    public Given<C, E> after() {
        return given.after(command, decision);
    }

    private AssertionError different(String expected) {
        return new AssertionError(
                command + "\n  should be " + expected + "\n  but was " + Scenario.told(decision));
    }
}
