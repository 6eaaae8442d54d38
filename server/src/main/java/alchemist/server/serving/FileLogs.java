package alchemist.server.serving;

import alchemist.engine.Logs;
import alchemist.log.Disk;
import alchemist.log.Log;
import alchemist.log.LogException;
import alchemist.log.Origin;
import alchemist.logfile.FileLog;
import alchemist.logfile.FileLogOptions;
import alchemist.logfile.ReadOnlyFileLog;
import java.nio.file.Path;

/**
 * Logs in files.
 *
 * @param disk where the files are
 */
public record FileLogs(Disk disk) implements Logs {
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
        return ReadOnlyFileLog.open(disk, directory);
    }
}
