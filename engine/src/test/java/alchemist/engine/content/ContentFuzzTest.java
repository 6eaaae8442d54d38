package alchemist.engine.content;

import alchemist.logfile.FileDisk;
import alchemist.testkit.disk.Folders;
import alchemist.testkit.fuzz.DecoderContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A content whose file holds any bytes is given whole or not at all. */
final class ContentFuzzTest extends DecoderContract {
    private static final byte[] WRITTEN = "a leaf of paper".getBytes(StandardCharsets.UTF_8);

    @Override
    protected List<byte[]> seeds() {
        return List.of(WRITTEN);
    }

    @Override
    protected byte @Nullable [] rewritten(byte[] bytes) throws IOException {
        Path folder = Files.createTempDirectory("fuzz");
        ContentStore store = ContentStore.open(new FileDisk(), folder, 1 << 20);
        Cid cid = store.put(WRITTEN);
        try {
            Files.write(file(folder, cid), bytes);
            byte[] read = store.read(cid);
            if (!Arrays.equals(WRITTEN, read)) {
                throw new AssertionError("it was given though it is another");
            }
            return read;
        } catch (DamagedContent _) {
            return null;
        } finally {
            Folders.delete(folder);
        }
    }

    private static Path file(Path folder, Cid cid) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.endsWith(cid.toString())).findFirst().orElseThrow();
        }
    }
}
