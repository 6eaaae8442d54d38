package alchemist.engine.stream;

import alchemist.kernel.schema.Contract;
import alchemist.log.BlockCursor;
import alchemist.log.CommitBlock;
import alchemist.log.Log;
import alchemist.log.LogException;
import java.util.Optional;

/** The events of a workspace, to be read or followed. For any thread. */
public final class Events {
    private final String workspace;
    private final Log log;
    private final Contract contract;
    private final Commits commits;

    /**
     * The events of a log.
     *
     * @param workspace its name, for subjects
     */
    public Events(String workspace, Log log, Contract contract, Commits commits) {
        this.workspace = workspace;
        this.log = log;
        this.contract = contract;
        this.commits = commits;
    }

    /** The last position. */
    public long position() {
        return commits.position();
    }

    /**
     * Reads events in order. Decodes block by block, as the cursor comes to them.
     *
     * @param from the first position that is wanted
     * @param to the last one; what is not there yet is not waited for
     */
    public EventCursor read(long from, long to) throws LogException {
        return new EventCursor(log, contract, from, Math.min(to, commits.position()));
    }

    /** The command that the event at a position came of, with all its events. */
    public Optional<Recorded> commandOf(long position) throws LogException {
        if (position < 1 || position > log.position()) {
            return Optional.empty();
        }
        Batch recent = commits.find(position - 1);
        if (recent != null) {
            return Optional.ofNullable(recent.commandOf(position));
        }
        try (BlockCursor cursor = log.read(position - 1)) {
            for (CommitBlock block = cursor.next(); block != null; block = cursor.next()) {
                if (block.lastPosition() >= position) {
                    return Optional.ofNullable(Batch.read(block, contract).commandOf(position));
                }
            }
            return Optional.empty();
        }
    }

    /**
     * Follows events: what was since a position, then what comes, without a gap and nothing twice.
     * A handler that is slow delays itself alone: what it has not seen yet is read from the log.
     *
     * @param after the last position that is already known; 0 for none
     * @param pattern which events
     * @param handler called by a thread of its own
     */
    public Subscription subscribe(long after, SubjectPattern pattern, EventHandler handler) {
        return new Subscription(
                commits.follow(after), after, workspace, pattern, handler, commits.threads());
    }

    /** The workspace's name. */
    public String workspace() {
        return workspace;
    }
}
