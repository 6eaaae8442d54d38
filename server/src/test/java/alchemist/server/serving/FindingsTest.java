package alchemist.server.serving;

import static alchemist.server.serving.Client.list;
import static alchemist.server.serving.Client.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.kernel.value.Properties;
import alchemist.server.data.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found when a log is opened is told to whoever asks, and stops nothing else. */
class FindingsTest {
    @TempDir private Path folder;
    private Path segment = Path.of("");

    private Server start() throws IOException {
        ServerOptions options = ServerOptions.of(new DataDirectory(folder.resolve("data")).made());
        return Server.start(options.withPort(0));
    }

    @BeforeEach
    void twoWorkspaces() throws Exception {
        Path place = Files.createDirectories(folder.resolve("place"));
        Files.writeString(place.resolve("notes.md"), "# Notes\n");
        try (Server server = start()) {
            Client client = Client.of(server);
            for (String name : new String[] {"good", "w"}) {
                client.post("/workspaces", "{\"name\":\"" + name + "\"}");
                Properties run = client.imported(name, place.toString());
                assertEquals("applied", text(run, "state"), run::toString);
            }
        }
        segment = folder.resolve("data/workspaces/w/log/00000000000000000001.alog");
    }

    private void flip(long offset) throws IOException {
        byte[] bytes = Files.readAllBytes(segment);
        bytes[(int) offset] ^= 1;
        Files.write(segment, bytes);
    }

    @Test
    void aTornTailIsToldAndIsNoProblem() throws Exception {
        long size = Files.size(segment);
        Files.write(segment, new byte[] {'A', 'L', 'C', 'B', 1, 0}, StandardOpenOption.APPEND);
        try (Server server = start()) {
            Client client = Client.of(server);
            Properties workspace = client.get("/workspaces/w");
            String found = list(workspace, "findings").toString();
            assertTrue(found.contains(segment + " ended at byte " + size), found);
            assertTrue(found.contains(" bytes were cut off"), found);
            assertTrue(found.contains(".torn"), found);
            assertEquals("", text(workspace, "problem"));
            assertTrue(list(client.get("/health"), "problems").isEmpty());
            assertTrue(list(client.get("/workspaces/good"), "findings").isEmpty());
        }
    }

    @Test
    void damageIsNamedAndWhatIsBeforeItCanBeRead() throws Exception {
        flip(Files.size(segment) - 60);
        try (Server server = start()) {
            Client client = Client.of(server);
            Properties workspace = client.get("/workspaces/w");
            String problem = text(workspace, "problem");
            assertTrue(problem.contains(segment + " is damaged at byte "), problem);
            assertTrue(problem.contains("can be read up to position "), problem);
            assertTrue(list(client.get("/health"), "problems").toString().contains("'w': "));
            assertTrue(Client.number(client.get("/workspaces/w/stats"), "position") >= 0);
            Client.Refusal refusal = client.refused("/workspaces/w/commands", Client.ADD_NODE);
            assertEquals(409, refusal.status());
            assertTrue(refusal.detail().contains("is damaged at byte"), refusal.detail());
        }
    }

    @Test
    void aWorkspaceThatCannotBeOpenedHoldsUpNoOther() throws Exception {
        flip(100);
        try (Server server = start()) {
            Client client = Client.of(server);
            String problems = list(client.get("/health"), "problems").toString();
            assertTrue(problems.contains("'w' cannot be opened: " + segment), problems);
            Client.Refusal refusal = client.refused("/workspaces/w");
            assertEquals(503, refusal.status());
            assertTrue(refusal.detail().contains(segment.toString()), refusal.detail());
            assertEquals("", text(client.get("/workspaces/good"), "problem"));
            assertEquals(1, list(client.get("/workspaces"), "workspaces").size());
        }
    }
}
