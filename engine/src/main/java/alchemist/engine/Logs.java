package alchemist.engine;

import alchemist.log.Log;
import alchemist.log.LogException;
import alchemist.log.Origin;
import alchemist.log.WorkspaceId;
import java.nio.file.Path;

/** Opens the logs of workspaces: files here, a stream elsewhere. */
public interface Logs {
    /**
     * Begins a log.
     *
     * @throws alchemist.log.LogExists when there is one
     */
    Log create(Path directory, Origin origin) throws LogException;

    /**
     * Opens a log for writing.
     *
     * @throws alchemist.log.NoSuchLog when there is none
     * @throws alchemist.log.LogLocked when another process writes to it
     */
    Log open(Path directory) throws LogException;

    /**
     * Opens a log to be read, whoever writes to it.
     *
     * @throws alchemist.log.NoSuchLog when there is none
     */
    Log openToRead(Path directory) throws LogException;

    /**
     * What a log is known by without reading it.
     *
     * @param workspace whose it is
     * @param position of its last event
     */
    record Glance(WorkspaceId workspace, long position) {}

    /**
     * Looks at a log that is not open, with as little reading as may be.
     *
     * @throws alchemist.log.NoSuchLog when there is none
     */
    default Glance glance(Path directory) throws LogException {
        try (Log log = openToRead(directory)) {
            return new Glance(log.origin().workspace(), log.position());
        }
    }
}
