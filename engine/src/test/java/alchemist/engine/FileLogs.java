package alchemist.engine;

import alchemist.log.Disk;
import alchemist.log.Log;
import alchemist.log.LogException;
import alchemist.log.Origin;
import alchemist.logfile.FileLog;
import alchemist.logfile.FileLogOptions;
import java.nio.file.Path;

/** Logs in files. */
public final class FileLogs implements Logs {
    private final Disk disk;

    /** Logs on a disk. */
    public FileLogs(Disk disk) {
        this.disk = disk;
    }

    @Override
    public Log create(Path directory, Origin origin) throws LogException {
        return FileLog.create(disk, directory, origin, FileLogOptions.DEFAULTS);
    }

    @Override
    public Log open(Path directory) throws LogException {
        return FileLog.open(disk, directory, FileLogOptions.DEFAULTS);
    }

    @Override
    public Log openToRead(Path directory) throws LogException {
        return open(directory);
    }
}
