package alchemist.server.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file system of the kernel is cut off under a process that writes, as when the power fails: what
 * it had not forced is gone, what it had is there when it is mounted again. It is an ext4 in a
 * file; its own call for this drops all that is dirty and does not flush its journal.
 */
class PowerCutTest {
    private static final int CUTS =
            Integer.getInteger("alchemist.cuts", Boolean.getBoolean("alchemist.long") ? 100 : 3);
    private static final int MOST_ACKNOWLEDGED = 2_000;
    private static final int CONTROLS = 5;

    /** EXT4_IOC_SHUTDOWN without flushing the journal. */
    private static final String CUT =
            "import fcntl,os,struct,sys;"
                    + "fcntl.ioctl(os.open(sys.argv[1],os.O_RDONLY),0x8004587d,struct.pack('I',2))";

    @TempDir private Path folder;
    private Path mounted = Path.of("");
    private Path image = Path.of("");

    @BeforeEach
    void aFileSystem() throws Exception {
        mounted = Files.createDirectories(folder.resolve("mounted"));
        image = folder.resolve("image");
        boolean able =
                System.getProperty("os.name", "").equals("Linux")
                        && run("truncate", "-s", "256M", image.toString())
                        && run("mkfs.ext4", "-q", "-F", image.toString())
                        && run("python3", "-c", "import fcntl")
                        && mount();
        assumeTrue(able, "skipped: needs Linux, root, loop devices, mkfs.ext4 and python3");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", "-l", mounted.toString());
    }

    private boolean mount() throws InterruptedException {
        return run("mount", "-o", "loop", image.toString(), mounted.toString());
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 || said.contains("not mounted");
        } catch (IOException _) {
            return false;
        }
    }

    /** Writes until the power fails after so many answers, and mounts what is left. */
    private void writeAndCut(
            Path data, int answers, boolean forces, TreeMap<Long, Long> acknowledged)
            throws Exception {
        long next = acknowledged.isEmpty() ? 1 : acknowledged.lastKey() + 1;
        CrashProcess writer = CrashProcess.start(data, next, forces);
        writer.crashAfter(
                answers,
                () -> {
                    assertTrue(run("python3", "-c", CUT, mounted.toString()), "it is cut");
                    writer.kill();
                },
                acknowledged);
        assertTrue(run("umount", mounted.toString()), "it is unmounted");
        assertTrue(mount(), "it is mounted again");
    }

    @Test
    void nothingAcknowledgedIsLostWhenThePowerFails() throws Exception {
        Random random = new Random(21);
        Path data = mounted.resolve("data");
        TreeMap<Long, Long> acknowledged = new TreeMap<>();
        for (int cut = 0; cut < CUTS; cut++) {
            writeAndCut(data, 1 + random.nextInt(MOST_ACKNOWLEDGED), true, acknowledged);
            CrashCheck.check(data, acknowledged);
        }
        assertTrue(acknowledged.size() > CUTS, "the process came to its work");
    }

    @Test
    void whatWasOnlySaidToBeForcedIsLost() throws Exception {
        int lost = 0;
        for (int control = 0; control < CONTROLS && lost == 0; control++) {
            Path data = mounted.resolve("data-" + control);
            TreeMap<Long, Long> acknowledged = new TreeMap<>();
            writeAndCut(data, 500, false, acknowledged);
            try {
                CrashCheck.check(data, acknowledged);
            } catch (Exception | AssertionError _) {
                lost++;
            }
        }
        assertEquals(1, lost, "a disk that does not force must be noticed, or this test is blind");
    }
}
