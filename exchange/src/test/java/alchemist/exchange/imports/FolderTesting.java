package alchemist.exchange.imports;

import alchemist.exchange.Reader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder that a test writes and reads into a simulated workspace. */
public abstract class FolderTesting {
    protected final SimulatedWorkspace workspace = new SimulatedWorkspace();

    /** What the folder lies in; its name has no links in it. */
    protected Path temporary;

    /** The folder. */
    protected Path top;

    private final String folder;

    /** With the name of the folder. */
    protected FolderTesting(String folder) {
        this.folder = folder;
    }

    @BeforeEach
    protected final void create(@TempDir Path empty) throws IOException {
        temporary = empty.toRealPath();
        top = Files.createDirectory(temporary.resolve(folder));
    }

    /** Writes a file of the folder. */
    protected final void write(String path, String text) throws IOException {
        Path file = top.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    /** Reads the folder. */
    protected final ImportRun readBy(Reader... readers) throws IOException {
        return ImportsTesting.run(workspace, top, readers);
    }
}
