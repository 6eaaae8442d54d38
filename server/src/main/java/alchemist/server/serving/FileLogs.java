package alchemist.server.serving;

import alchemist.engine.Logs;
import alchemist.log.Disk;
import alchemist.log.Finding;
import alchemist.log.Log;
import alchemist.log.LogException;
import alchemist.log.Origin;
import alchemist.logfile.FileLog;
import alchemist.logfile.FileLogOptions;
import alchemist.logfile.LogGlance;
import alchemist.logfile.ReadOnlyFileLog;
import java.lang.System.Logger.Level;
import java.nio.file.Path;

/**
 * Logs in files. What is found when one is opened for writing is told to whoever reads the
 * program's own messages: what was cut off, or where it ends before its time.
 *
 * @param disk where the files are
 */
public record FileLogs(Disk disk) implements Logs {
    private static final System.Logger LOGGER = System.getLogger(FileLogs.class.getName());

    @Override
    public Log create(Path directory, Origin origin) throws LogException {
        return FileLog.create(disk, directory, origin, FileLogOptions.DEFAULTS);
    }

    @Override
    public Log open(Path directory) throws LogException {
        FileLog log = FileLog.open(disk, directory, FileLogOptions.DEFAULTS);
        for (Finding finding : log.findings()) {
            LOGGER.log(finding.isDamage() ? Level.ERROR : Level.WARNING, finding.text());
        }
        return log;
    }

    @Override
    public Log openToRead(Path directory) throws LogException {
        return ReadOnlyFileLog.open(disk, directory);
    }

    @Override
    public Glance glance(Path directory) throws LogException {
        LogGlance glance = LogGlance.of(disk, directory);
        return new Glance(glance.workspace(), glance.position());
    }
}
