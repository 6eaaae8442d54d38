package alchemist.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.engine.content.ContentStore;
import alchemist.logfile.FileDisk;
import alchemist.server.data.DataDirectory;
import alchemist.server.serving.Server;
import alchemist.server.serving.ServerOptions;
import alchemist.testkit.disk.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the doctor says of a data folder in which something happened. */
class DoctorCommandTest {
    @TempDir private Path folder;
    private String data = "";
    private Path segment = Path.of("");

    @BeforeEach
    void aWorkspace() throws IOException {
        Path place = Files.createDirectories(folder.resolve("place"));
        Files.writeString(place.resolve("notes.txt"), "Notes\n");
        data = folder.resolve("data").toString();
        assertEquals(0, Said.by("import", place.toString(), "--data", data).status());
        segment = Path.of(data, "workspaces/place/log/00000000000000000001.alog");
    }

    private void says(String text) {
        Said said = Said.by("doctor", "--data", data);
        assertTrue(said.out().contains(text), () -> "'" + text + "' is not in: " + said);
    }

    @Test
    void tellsWhatACrashHasTorn() throws IOException {
        says("place: whole, 6 events");
        Files.write(segment, new byte[] {'A', 'L', 'C', 'B', 1, 0}, StandardOpenOption.APPEND);
        says("unfinished, to be cut off when it is opened: " + segment);
        assertEquals(0, Said.by("stats", "--data", data).status());
        says("cut off after a crash, it was never acknowledged: " + segment);
    }

    @Test
    void tellsEveryDamage() throws IOException {
        byte[] bytes = Files.readAllBytes(segment);
        bytes[320] ^= 1;
        bytes[bytes.length - 60] ^= 1;
        Files.write(segment, bytes);
        says("damaged: " + segment + " is damaged at byte 298");
        says(" damage(s), ");
        ServerOptions options = ServerOptions.of(new DataDirectory(Path.of(data))).withPort(0);
        try (Server _ = Server.start(options)) {
            // It is opened when it is first asked for.
            assertEquals(0, Said.by("stats", "--data", data).status());
            says("takes no commands: the workspace 'place' can only be read");
            says("found: " + segment + " is damaged at byte 298");
        }
    }

    @Test
    void tellsDamagedContents() throws IOException {
        FileDisk disk = new FileDisk();
        Path content = Path.of(data, "content");
        ContentStore.open(disk, content, 100).put("a content".getBytes(StandardCharsets.UTF_8));
        says("1 contents are whole");
        Path file = Folders.files(content).getFirst();
        Files.writeString(file, "another");
        says(file + " was damaged on the disk");
        assertFalse(Said.by("doctor", "--data", data).out().contains("All is well."));
    }
}
