package alchemist.engine.workspace;

import alchemist.engine.stream.Recorded;
import alchemist.log.LogException;
import org.jspecify.annotations.Nullable;

/** Finds commands that were accepted. */
@FunctionalInterface
interface Past {
    /** The command that an event came of; null when there is no such event. */
    @Nullable Recorded commandOf(long position) throws LogException;
}
