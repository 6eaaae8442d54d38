package alchemist.logfile;

import alchemist.log.Log;
import alchemist.log.Origin;
import alchemist.testkit.log.LogContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the disk of this machine, with segments so small that there are many. */
final class FileLogTest extends LogContract {
    private static final FileLogOptions OPTIONS =
            FileLogOptions.DEFAULTS.withSegmentBytes(16 * 1024).withPreallocateBytes(4096);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    private Path directory;

    @Override
    protected Log create(Origin origin) throws Exception {
        return FileLog.create(new FileDisk(), path(origin), origin, OPTIONS);
    }

    @Override
    protected Log reopen(Log open) throws Exception {
        open.close();
        return FileLog.open(new FileDisk(), path(open.origin()), OPTIONS);
    }

    private Path path(Origin origin) {
        return directory.resolve(origin.workspace().toString());
    }
}
