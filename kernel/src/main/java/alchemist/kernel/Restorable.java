package alchemist.kernel;

import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;

/**
 * A decider that writes and reads snapshots of its state. Snapshots are a cache: without them the
 * state is folded from the log.
 *
 * @param <S> state
 */
public interface Restorable<S> {
    /**
     * Raised when the form of snapshots, or the fold, differs: snapshots of another version are not
     * read.
     */
    int snapshotVersion();

    /** Writes a state. */
    void save(S state, Output out);

    /** Reads what {@link #save} wrote in the same version. */
    S load(Input in);
}
