package alchemist.gateway.rest;

import alchemist.engine.stream.Batch;
import alchemist.engine.stream.Commits;
import alchemist.engine.stream.Follower;
import alchemist.kernel.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * Finds single events again. Neighbours are found together: a list is best asked for in order. For
 * one thread.
 */
final class Recall {
    private final Commits commits;
    private @Nullable Batch last;

    Recall(Commits commits) {
        this.commits = commits;
    }

    /** The event at a position, or null when there is none. */
    @Nullable Envelope find(long position) throws Exception {
        if (position < 1) {
            return null;
        }
        Batch batch = last;
        if (batch == null || position < batch.firstPosition() || position > batch.lastPosition()) {
            try (Follower follower = commits.follow(position - 1)) {
                batch = follower.poll();
            }
            if (batch == null || position < batch.firstPosition()) {
                return null;
            }
            last = batch;
        }
        return batch.envelopes().get((int) (position - batch.firstPosition()));
    }
}
