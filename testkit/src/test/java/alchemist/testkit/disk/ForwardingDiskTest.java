package alchemist.testkit.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.log.Disk;
import alchemist.log.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ForwardingDiskTest {
    private static final Path FOLDER = Path.of("/f");
    private static final Path FILE = FOLDER.resolve("a");
    private static final Path RENAMED = FOLDER.resolve("b");

    private final SimulatedDisk disk = new SimulatedDisk(1);
    private final List<String> reads = new ArrayList<>();
    private final List<String> changes = new ArrayList<>();

    /** Writes down what comes by. */
    private final class Listening extends ForwardingDisk {
        @Override
        protected Disk disk() {
            return disk;
        }

        @Override
        protected <T> T read(String what, Call<T> call) throws IOException {
            reads.add(what);
            return super.read(what, call);
        }

        @Override
        protected <T> T change(String what, Call<T> call) throws IOException {
            changes.add(what);
            return super.change(what, call);
        }
    }

    @Test
    void everyCallComesByAndReachesTheOtherDisk() throws IOException {
        Disk listening = new Listening();
        listening.createDirectories(FOLDER);
        try (DiskFile file = listening.open(FILE, Disk.Mode.CREATE)) {
            assertEquals(1, file.alignment());
            file.writeFully(ByteBuffer.wrap("bytes".getBytes(StandardCharsets.UTF_8)), 0);
            file.truncate(4);
            file.force(true);
            assertEquals(4, file.size());
            ByteBuffer read = ByteBuffer.allocate(4);
            file.readFully(read, 0);
            assertEquals("byte", new String(read.array(), StandardCharsets.UTF_8));
        }
        listening.rename(FILE, RENAMED);
        listening.forceDirectory(FOLDER);
        assertEquals(List.of("b"), listening.list(FOLDER));
        assertTrue(listening.exists(RENAMED));
        assertEquals("byte", new String(disk.bytes(RENAMED), StandardCharsets.UTF_8));
        listening.lock(RENAMED).orElseThrow().close();
        listening.delete(RENAMED);
        assertFalse(disk.exists(RENAMED));

        assertEquals(List.of("size", "read", "list", "exists"), reads);
        assertEquals(
                List.of(
                        "create directories",
                        "open " + FILE,
                        "write",
                        "truncate",
                        "force",
                        "rename " + FILE,
                        "force " + FOLDER,
                        "take " + RENAMED,
                        "delete " + RENAMED),
                changes);
    }
}
