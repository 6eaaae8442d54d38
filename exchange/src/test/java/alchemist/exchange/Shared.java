package alchemist.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The data that lies beside the repository, where it does. */
public final class Shared {
    private Shared() {}

    /** A file of the shared data; without it the test is skipped. */
    public static Path data(String path) {
        String set = System.getProperty("alchemist.shared", "");
        Path shared = set.isEmpty() ? beside() : Path.of(set);
        Path file = shared.resolve("data").resolve(path);
        Assumptions.assumeTrue(Files.exists(file), "skipped: needs ../shared/data");
        return file;
    }

    private static Path beside() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.exists(folder.resolve(".git"))) {
            folder = folder.getParent();
        }
        return folder.resolveSibling("shared");
    }
}
