package alchemist.server.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir private Path folder;

    @Test
    void theGivenFolderIsTakenFirst() {
        Map<String, String> environment = Map.of(DataDirectory.VARIABLE, "/elsewhere");
        assertEquals(folder, DataDirectory.of(folder, environment, "Linux", "/home/ann").path());
        assertEquals(
                Path.of("/elsewhere"),
                DataDirectory.of(null, environment, "Linux", "/home/ann").path());
    }

    @Test
    void elseThePlatformsUsualOne() {
        assertEquals(
                Path.of("/home/ann/.local/share/alchemist"),
                DataDirectory.of(null, Map.of(), "Linux", "/home/ann").path());
        assertEquals(
                Path.of("/data/alchemist"),
                DataDirectory.of(null, Map.of("XDG_DATA_HOME", "/data"), "Linux", "/home/ann")
                        .path());
        assertEquals(
                Path.of("/Users/ann/Library/Application Support/Alchemist"),
                DataDirectory.of(null, Map.of(), "Mac OS X", "/Users/ann").path());
        assertEquals(
                Path.of("/local/Alchemist"),
                DataDirectory.of(null, Map.of("LOCALAPPDATA", "/local"), "Windows 11", "/users/ann")
                        .path());
    }

    @Test
    void itIsMadeForItsOwnerAlone() throws IOException {
        Path made = new DataDirectory(folder.resolve("a/b")).made().path();
        assertTrue(Files.isDirectory(made));
        if (Files.getFileStore(made).supportsFileAttributeView("posix")) {
            assertEquals(
                    "rwx------",
                    java.nio.file.attribute.PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(made)));
        }
    }

    @Test
    void aFileInItsPlaceIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        IOException problem = assertThrows(IOException.class, () -> new DataDirectory(file).made());
        assertTrue(String.valueOf(problem.getMessage()).contains("--data"));
    }

    @Test
    void theRunningServerSaysWhoItIs() throws IOException {
        DataDirectory data = new DataDirectory(folder);
        assertTrue(data.server().isEmpty());
        new ServerFile(ProcessHandle.current().pid(), 7878, "1").write(data.serverFile());
        assertEquals(7878, data.server().orElseThrow().port());
        assertTrue(data.server().orElseThrow().isAlive());
        assertFalse(new ServerFile(Integer.MAX_VALUE, 1, "1").isAlive());
        Files.writeString(data.serverFile(), "{\"pid\":");
        assertTrue(data.server().isEmpty());
        Files.writeString(data.serverFile(), "{\"pid\":1}");
        assertTrue(data.server().isEmpty());
    }
}
