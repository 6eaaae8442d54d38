package alchemist.server.serving;

import static alchemist.server.serving.Client.list;
import static alchemist.server.serving.Client.number;
import static alchemist.server.serving.Client.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import alchemist.exchange.TemporaryFolder;
import alchemist.kernel.value.Properties;
import alchemist.server.data.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log of an earlier day in the place of that which went on: what lies beside it is not of it. */
class PutBackTest {
    @TempDir private Path folder;

    private Server start() throws IOException {
        ServerOptions options = ServerOptions.of(new DataDirectory(folder.resolve("data")).made());
        return Server.start(options.withPort(0));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(String.valueOf(file.getFileName())));
            }
        }
    }

    private void addNodes(int count) throws Exception {
        try (Server server = start()) {
            Client client = Client.of(server);
            for (int i = 0; i < count; i++) {
                client.post(
                        "/workspaces/w/commands",
                        "{\"type\":\"graph.add-node\",\"data\":{\"name\":\"Other\"}}");
            }
        }
    }

    /** Imports the notes in a process of its own; the position after it. */
    private long importNotes() throws Exception {
        try (Server server = start()) {
            Client client = Client.of(server);
            Properties run = client.imported("w", folder.resolve("notes.md").toString());
            assertNotEquals("failed", text(run, "state"), run::toString);
            return number(client.get("/workspaces/w/stats?atLeast=1"), "position");
        }
    }

    private int notes() throws Exception {
        try (Server server = start()) {
            return list(Client.of(server).get("/workspaces/w/nodes?name=Remarkable"), "nodes")
                    .size();
        }
    }

    @Test
    void whatWasReadOnlyInAHistoryThatIsNoMoreIsReadAgain() throws Exception {
        Path file = folder.resolve("notes.md");
        Files.writeString(file, "# Remarkable\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        try (Server server = start()) {
            Client.of(server).post("/workspaces", "{\"name\":\"w\"}");
        }
        addNodes(3);
        Path log = folder.resolve("data/workspaces/w/log");
        copy(log, folder.resolve("kept"));
        long read = importNotes();
        assertEquals(read, importNotes(), "nothing is stated again");
        assertEquals(1, notes());

        TemporaryFolder.delete(log);
        copy(folder.resolve("kept"), log);
        assertEquals(0, notes());
        addNodes((int) read + 5);
        importNotes();
        assertEquals(1, notes());
    }
}
