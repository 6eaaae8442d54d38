package alchemist.server.crash;

import alchemist.engine.OpenWorkspace;
import alchemist.engine.Workspaces;
import alchemist.engine.workspace.Answer;
import alchemist.log.Disk;
import alchemist.logfile.FileDisk;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Sends commands from a number on, and prints the number and position of each that is acknowledged,
 * until it is killed.
 */
final class CrashWriter {
    private static final int IN_FLIGHT = 200;

    private CrashWriter() {}

    public static void main(String[] args) throws Exception {
        FileDisk files = new FileDisk();
        Disk disk = Boolean.parseBoolean(args[2]) ? files : new UnforcedDisk(files);
        Workspaces workspaces = CrashedWorkspace.open(disk, Path.of(args[0]));
        OpenWorkspace open = workspaces.openOrCreate(CrashedWorkspace.NAME);
        Semaphore inFlight = new Semaphore(IN_FLIGHT);
        for (long number = Long.parseLong(args[1]); ; number++) {
            inFlight.acquire();
            long sent = number;
            open.workspace()
                    .submitAll(
                            List.of(CrashedWorkspace.submission(number)),
                            (_, answer) -> {
                                if (answer instanceof Answer.Accepted accepted) {
                                    System.out.println(sent + " " + accepted.position());
                                } else {
                                    System.out.println("problem " + sent + " " + answer);
                                }
                                inFlight.release();
                            });
        }
    }
}
