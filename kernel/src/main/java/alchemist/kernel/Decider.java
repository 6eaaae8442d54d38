package alchemist.kernel;

import alchemist.kernel.collection.Lookahead;

/**
 * The rules of a context: a pure function from an intent and what is so to facts, and another from
 * facts to what is so.
 *
 * @param <C> commands
 * @param <S> the state that the rules must remember
 * @param <E> events
 */
public interface Decider<C, S, E> {
    /** The state before the first event. */
    S initial();

    /**
     * Accepts or rejects; reads the state and never changes it. Time, ids and randomness arrive in
     * the command.
     */
    Decision<? extends E> decide(C command, S state);

    /**
     * Looks at what deciding or folding records will look at that name these ids. Only a hint,
     * given where many records wait: it changes nothing, and doing nothing is right as well.
     */
    default void lookAhead(Lookahead ids, S state) {}

    /** Folds one event; total. May change and return its argument. */
    S evolve(S state, E event);
}
