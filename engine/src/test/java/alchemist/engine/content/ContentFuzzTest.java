package alchemist.engine.content;

import alchemist.log.Disk;
import alchemist.log.DiskFile;
import alchemist.testkit.disk.SimulatedDisk;
import alchemist.testkit.fuzz.DecoderContract;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A content whose file holds any bytes is given whole or not at all. */
final class ContentFuzzTest extends DecoderContract {
    private static final byte[] WRITTEN = "a leaf of paper".getBytes(StandardCharsets.UTF_8);
    private static final Path FOLDER = Path.of("content");

    private final SimulatedDisk disk = new SimulatedDisk(1);
    private final ContentStore store = ContentStore.open(disk, FOLDER, 1 << 20);
    private final Cid cid = store.put(WRITTEN);
    private final Path file = file();

    ContentFuzzTest() throws IOException {}

    @Override
    protected List<byte[]> seeds() {
        return List.of(WRITTEN);
    }

    @Override
    protected byte @Nullable [] rewritten(byte[] bytes) throws IOException {
        try (DiskFile out = disk.open(file, Disk.Mode.WRITE)) {
            out.truncate(0);
            out.writeFully(ByteBuffer.wrap(bytes), 0);
        }
        try {
            byte[] read = store.read(cid);
            if (!Arrays.equals(WRITTEN, read)) {
                throw new AssertionError("it was given though it is another");
            }
            return read;
        } catch (DamagedContent _) {
            return null;
        }
    }

    private Path file() throws IOException {
        for (String shard : disk.list(FOLDER)) {
            Path found = FOLDER.resolve(shard).resolve(cid.toString());
            if (disk.exists(found)) {
                return found;
            }
        }
        throw new AssertionError("the content has no file");
    }
}
