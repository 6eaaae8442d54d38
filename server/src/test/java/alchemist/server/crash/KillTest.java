package alchemist.server.crash;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that is killed at any moment loses nothing that it acknowledged, and does nothing
 * twice.
 */
class KillTest {
    private static final int KILLS =
            Integer.getInteger(
                    "alchemist.kills", Boolean.getBoolean("alchemist.long") ? 1_000 : 20);
    private static final int MOST_ACKNOWLEDGED = 2_000;

    /** Everything is read again after each kill, so after some a new folder is begun. */
    private static final int KILLS_OF_A_FOLDER = 50;

    @TempDir private Path folder;

    @Test
    void nothingAcknowledgedIsLostOrDoneTwice() throws Exception {
        Random random = new Random(20);
        TreeMap<Long, Long> acknowledged = new TreeMap<>();
        Path data = folder;
        for (int kill = 0; kill < KILLS; kill++) {
            if (kill % KILLS_OF_A_FOLDER == 0) {
                data = folder.resolve("from-" + kill);
                acknowledged.clear();
            }
            long next = acknowledged.isEmpty() ? 1 : acknowledged.lastKey() + 1;
            int before = acknowledged.size();
            CrashProcess writer = CrashProcess.start(data, next, true);
            writer.crashAfter(1 + random.nextInt(MOST_ACKNOWLEDGED), writer::kill, acknowledged);
            assertTrue(acknowledged.size() > before, "the process came to its work");
            CrashCheck.check(data, acknowledged);
        }
    }
}
