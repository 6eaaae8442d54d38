package alchemist.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder that goes with the benchmark. It lies beside the caller, on a real disk, since the usual
 * place may be in memory.
 */
public record TemporaryFolder(Path path) implements AutoCloseable {
    /** Makes one. */
    public static TemporaryFolder make() throws IOException {
        return new TemporaryFolder(
                Files.createTempDirectory(Path.of("").toAbsolutePath(), ".bench-"));
    }

    @Override
    public void close() throws IOException {
        alchemist.exchange.TemporaryFolder.delete(path);
    }
}
