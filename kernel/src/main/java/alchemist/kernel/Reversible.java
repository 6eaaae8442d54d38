package alchemist.kernel;

/**
 * A decider whose decisions can be taken back by a new decision.
 *
 * @param <C> commands
 * @param <S> state
 * @param <E> events
 */
public interface Reversible<C, S, E> extends Decider<C, S, E> {
    /**
     * The events that take back a decision: accepted with the inverse facts, or rejected, with a
     * reason, where a later command that still stands touched the same thing. Taking back an undo
     * is a redo.
     */
    Decision<? extends E> undo(Decided<E> original, C undoing, S state);
}
