package alchemist.logfile;

import alchemist.log.Log;
import alchemist.log.Origin;
import alchemist.testkit.disk.SimulatedDisk;
import alchemist.testkit.log.LogContract;
import java.nio.file.Path;

/** The contract on a simulated disk that loses what was not forced whenever the log is reopened. */
final class SimulatedFileLogTest extends LogContract {
    private static final FileLogOptions OPTIONS =
            FileLogOptions.DEFAULTS.withSegmentBytes(1 << 20).withPreallocateBytes(64 * 1024);

    private SimulatedDisk disk = new SimulatedDisk(5);

    @Override
    protected Log create(Origin origin) throws Exception {
        return FileLog.create(disk, path(origin), origin, OPTIONS);
    }

    @Override
    protected Log reopen(Log open) throws Exception {
        disk = disk.crash();
        return FileLog.open(disk, path(open.origin()), OPTIONS);
    }

    private static Path path(Origin origin) {
        return Path.of("/logs").resolve(origin.workspace().toString());
    }
}
