package alchemist.testkit;

import alchemist.kernel.Command;
import alchemist.kernel.Decided;
import alchemist.kernel.Decision;
import alchemist.kernel.Submission;
import java.util.ArrayList;
import java.util.List;

/**
 * A history, and what may be asked after it.
 *
 * @param <C> commands
 * @param <E> events
 */
public final class Given<C, E> {
    private final Rules<C, ?, E> rules;
    private final List<E> history;
    private final List<Decided<E>> decided;

    private Given(Rules<C, ?, E> rules, List<E> history, List<Decided<E>> decided) {
        this.rules = rules;
        this.history = history;
        this.decided = decided;
    }

    static <C, E> Given<C, E> of(Rules<C, ?, E> rules, List<E> history) {
        return new Given<>(rules, history, List.of());
    }

    /** What is asked. */
    public Then<C, E> when(C command) {
        return new Then<>(this, command, rules.decide(history, command));
    }

    /**
     * Taking back a command that this scenario asked before.
     *
     * @param original a command that was accepted in an earlier step
     * @param undoing the command that asks to take it back
     */
    public Then<C, E> whenUndone(C original, C undoing) {
        Command sought = commandOf(original);
        for (int i = decided.size() - 1; i >= 0; i--) {
            if (decided.get(i).command().equals(sought)) {
                return new Then<>(this, undoing, rules.undo(history, decided.get(i), undoing));
            }
        }
        throw new AssertionError("no earlier step asked " + original);
    }

    /** The history with what a decision adds to it. */
    Given<C, E> after(C command, Decision<E> decision) {
        if (!(decision instanceof Decision.Accepted<E>(List<E> events)) || events.isEmpty()) {
            return this;
        }
        List<E> longer = new ArrayList<>(history);
        longer.addAll(events);
        List<Decided<E>> more = new ArrayList<>(decided);
        if (command instanceof Command || command instanceof Submission) {
            more.add(new Decided<>(commandOf(command), history.size() + 1L, events));
        }
        return new Given<>(rules, longer, more);
    }

    private static Command commandOf(Object asked) {
        return switch (asked) {
            case Submission submission -> submission.command();
            case Command command -> command;
            default -> throw new AssertionError(asked + " is no command that can be undone");
        };
    }
}
