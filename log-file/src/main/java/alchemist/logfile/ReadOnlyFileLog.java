package alchemist.logfile;

import alchemist.log.BlockCursor;
import alchemist.log.CommitBlock;
import alchemist.log.CorruptLog;
import alchemist.log.Disk;
import alchemist.log.Finding;
import alchemist.log.Log;
import alchemist.log.LogException;
import alchemist.log.LogReadOnly;
import alchemist.log.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A log that is only read, perhaps beside a process that writes to it. It takes no lock and changes
 * nothing; a block that is being written, or was torn, is not there yet.
 *
 * <p>It looks for more whenever a cursor comes to its end, and forces what it finds before it shows
 * it: the writer may not have forced it yet, and nobody may act on what a crash can take back.
 */
public final class ReadOnlyFileLog implements Log {
    private final LogDirectory directory;
    private final Origin origin;
    private final @Nullable CorruptLog damage;
    private final SegmentFollower follower;

    private ReadOnlyFileLog(LogDirectory directory, Recovery recovery)
            throws IOException, LogException {
        this.directory = directory;
        this.damage = recovery.damage();
        this.origin = recovery.origin();
        this.follower = new SegmentFollower(directory, recovery);
    }

    /**
     * Opens a log to read it.
     *
     * @throws alchemist.log.NoSuchLog when there is none in the directory
     * @throws CorruptLog when even its beginning is damaged
     * @throws alchemist.log.NewerFormat when a newer program has written it
     */
    public static ReadOnlyFileLog open(Disk disk, Path path) throws LogException {
        LogDirectory directory = new LogDirectory(disk, path);
        try {
            return new ReadOnlyFileLog(directory, Recovery.of(directory));
        } catch (IOException e) {
            throw directory.failure("could not open the log in", e);
        }
    }

    @Override
    public Origin origin() {
        return origin;
    }

    /** The end of what was found at the last look: at opening, or by a cursor at its end. */
    @Override
    public Head head() {
        return follower.extent().head();
    }

    @Override
    public boolean readOnly() {
        return true;
    }

    @Override
    public List<Finding> findings() {
        return follower.findings();
    }

    /** The damage that makes the log end before its time. */
    public Optional<CorruptLog> damage() {
        return Optional.ofNullable(damage);
    }

    @Override
    public void append(long expectedPosition, CommitBlock block) throws LogReadOnly {
        throw new LogReadOnly(directory.toString(), "it was opened so");
    }

    @Override
    public BlockCursor read(long afterPosition) {
        return new FileCursor(directory, follower, afterPosition);
    }

    @Override
    public void close() throws LogException {
        try {
            follower.close();
        } catch (IOException e) {
            throw directory.failure("could not close the log in", e);
        }
    }
}
