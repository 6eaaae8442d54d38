package alchemist.testkit.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FoldersTest {
    @TempDir private Path folder;

    private Path filled(String name) throws IOException {
        Path filled = folder.resolve(name);
        Files.createDirectories(filled.resolve("b/empty"));
        Files.writeString(filled.resolve("b/c"), "c");
        Files.writeString(filled.resolve("a"), "a");
        return filled;
    }

    @Test
    void whatIsInAFolderIsListedAndCopied() throws IOException {
        Path from = filled("from");
        Path to = folder.resolve("there/to");

        Folders.copy(from, to);

        assertEquals(List.of(to.resolve("a"), to.resolve("b/c")), Folders.files(to));
        assertEquals("c", Files.readString(to.resolve("b/c")));
        assertTrue(Files.isDirectory(to.resolve("b/empty")));
    }

    @Test
    void aFolderGoesAndWhatItLinksToStays() throws IOException {
        Path kept = filled("kept");
        Path gone = filled("gone");
        Files.createSymbolicLink(gone.resolve("link"), kept);
        Files.createSymbolicLink(gone.resolve("nowhere"), folder.resolve("nowhere"));

        Folders.delete(gone);
        Folders.delete(gone);

        assertFalse(Files.exists(gone));
        assertEquals(2, Folders.files(kept).size());
    }
}
