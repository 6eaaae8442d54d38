package alchemist.engine;

import java.io.IOException;
import java.nio.file.Path;

/** Another process owns a data directory. */
public final class DirectoryInUse extends IOException {
    private static final long serialVersionUID = 1;

    DirectoryInUse(Path data) {
        super(
                "another process has "
                        + data
                        + " open; stop that one first, or name another data directory");
    }
}
