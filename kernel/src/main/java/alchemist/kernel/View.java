package alchemist.kernel;

import alchemist.kernel.collection.Lookahead;

/** A read model folded from events, in order and without gaps, by one thread; read by many. */
public interface View {
    /** The view's stored name, such as {@code graph}. */
    String name();

    /**
     * Raised when the fold changes: checkpoints of another version are not read, the view is
     * rebuilt.
     */
    int version();

    /**
     * Looks at what folding events will look at that name these ids. Only a hint, given where many
     * events wait: it changes nothing, and doing nothing is right as well.
     */
    default void lookAhead(Lookahead ids) {}

    /**
     * Folds one event.
     *
     * @throws RuntimeException when the event cannot be folded; the engine then parks it and what
     *     mentions the same entity
     */
    void apply(Envelope envelope);

    /**
     * Makes all that was applied visible to readers: {@code position} is the last event of a whole
     * command.
     */
    void publish(long position);

    /** Writes a checkpoint of all that was applied. */
    void save(alchemist.kernel.schema.Output out);

    /** Reads a checkpoint that the same version saved. */
    void load(alchemist.kernel.schema.Input in);
}
