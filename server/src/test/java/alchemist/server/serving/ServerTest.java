package alchemist.server.serving;

import static alchemist.server.serving.Client.list;
import static alchemist.server.serving.Client.number;
import static alchemist.server.serving.Client.object;
import static alchemist.server.serving.Client.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import alchemist.log.LogException;
import alchemist.logfile.FileDisk;
import alchemist.logfile.LogVerify;
import alchemist.server.data.DataDirectory;
import alchemist.testkit.disk.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole of it, from a folder to an answer, over HTTP. */
class ServerTest {
    private static final String NAME = "Rosalind Quackenbush";
    private static final String EMAIL = "rosalind@quackenbush.example";

    @TempDir private Path folder;

    private Server start() throws IOException {
        ServerOptions options = ServerOptions.of(new DataDirectory(folder.resolve("data")).made());
        return Server.start(options.withPort(0));
    }

    private Path repository() throws IOException, InterruptedException {
        Path repository = Files.createDirectories(folder.resolve("repository"));
        git(repository, "init", "-q");
        git(repository, "config", "user.name", NAME);
        git(repository, "config", "user.email", EMAIL);
        Files.writeString(repository.resolve("one.txt"), "one\n");
        commit(repository, "Begin", "2020-03-01T10:00:00Z");
        Files.createDirectories(repository.resolve("sub"));
        Files.writeString(repository.resolve("sub/two.txt"), "two\n");
        commit(repository, "Go on, as " + NAME + " asked", "2022-03-01T10:00:00Z");
        return repository;
    }

    private static void commit(Path repository, String message, String date)
            throws IOException, InterruptedException {
        git(repository, "add", "-A");
        ProcessBuilder commit =
                new ProcessBuilder("git", "commit", "-q", "-m", message)
                        .directory(repository.toFile());
        commit.environment().put("GIT_AUTHOR_DATE", date);
        commit.environment().put("GIT_COMMITTER_DATE", date);
        assertEquals(0, commit.inheritIO().start().waitFor());
    }

    private static void git(Path repository, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        assertEquals(
                0,
                new ProcessBuilder(command)
                        .directory(repository.toFile())
                        .inheritIO()
                        .start()
                        .waitFor());
    }

    private static Properties node(Client client, String name)
            throws IOException, InterruptedException {
        List<Value> nodes = list(client.get("/workspaces/w/nodes?name=" + name), "nodes");
        assertFalse(nodes.isEmpty(), "there is a node " + name);
        return object(nodes.getFirst());
    }

    @Test
    void aRepositoryIsReadOnceAndItsPastIsThere() throws Exception {
        Path repository = repository();
        try (Server server = start()) {
            Client client = Client.of(server);
            client.post("/workspaces", "{\"name\":\"w\"}");
            Properties first = client.imported("w", repository.toString());
            assertEquals("applied", text(first, "state"), first.toString());
            assertTrue(number(first, "events") > 0);
            Properties again = client.imported("w", repository.toString());
            assertEquals("unchanged", text(again, "state"));
            assertEquals(0, number(again, "events"));
            Properties now = object(client.get("/workspaces/w/stats").find("types"));
            Properties before =
                    object(client.get("/workspaces/w/stats?at=2021-01-01T00:00:00Z").find("types"));
            assertEquals(2, number(now, "File"));
            assertEquals(1, number(before, "File"));
            assertEquals(1, number(before, "Commit"));
        }
    }

    @Test
    void aWorkspaceIsFoundByItsIdAsByItsNameAlsoBeforeItIsOpen() throws Exception {
        String id;
        try (Server server = start()) {
            Client client = Client.of(server);
            client.post("/workspaces", "{\"name\":\"other\"}");
            id = text(client.post("/workspaces", "{\"name\":\"w\"}"), "id");
            client.post("/workspaces/" + id + "/commands", Client.ADD_NODE);
            assertEquals("w", text(client.get("/workspaces/" + id), "name"));
        }
        try (Server server = start()) {
            Client client = Client.of(server);
            assertEquals("w", text(client.get("/workspaces/" + id), "name"));
            assertEquals(1, list(client.get("/workspaces/w/nodes"), "nodes").size());
        }
    }

    @Test
    void aCorrectionStandsAcrossImportsAndRestartsAndUndo() throws Exception {
        Path repository = repository();
        String id;
        try (Server server = start()) {
            Client client = Client.of(server);
            client.post("/workspaces", "{\"name\":\"w\"}");
            client.imported("w", repository.toString());
            id = text(node(client, "one.txt"), "id");
            String rename =
                    "{\"type\":\"graph.rename-node\",\"client\":\""
                            + Id.of("client", "t")
                            + "\",\"sequence\":1,"
                            + "\"data\":{\"node\":\""
                            + id
                            + "\",\"name\":\"The first file\"}}";
            assertEquals("accepted", text(client.post("/workspaces/w/commands", rename), "status"));
        }
        git(repository, "mv", "one.txt", "renamed.txt");
        commit(repository, "Rename", "2023-03-01T10:00:00Z");
        try (Server server = start()) {
            Client client = Client.of(server);
            client.imported("w", repository.toString());
            Properties node = object(client.get("/workspaces/w/nodes/" + id).find("node"));
            assertEquals("The first file", text(node, "name"));
            assertTrue(list(node, "nameStatements").size() > 1, node.toString());
            assertNotEquals(0, number(client.get("/workspaces/w/stats"), "disagreements"));
            client.post("/workspaces/w/undo", "{\"client\":\"" + Id.of("client", "t") + "\"}");
            assertEquals(
                    "renamed.txt",
                    text(object(client.get("/workspaces/w/nodes/" + id).find("node")), "name"));
        }
    }

    @Test
    void listsWorkspacesWithoutOpeningThem() throws Exception {
        Path repository = repository();
        Properties imported;
        try (Server server = start()) {
            Client client = Client.of(server);
            client.post("/workspaces", "{\"name\":\"w\"}");
            client.imported("w", repository.toString());
            imported = client.get("/workspaces/w");
        }
        Path locks = folder.resolve("data/workspaces/w/log/owner");
        Files.deleteIfExists(locks); // whoever opens the log writes who it is
        try (Server server = start()) {
            Client client = Client.of(server);
            assertEquals(1, number(client.get("/health"), "workspaces"));
            Properties listed = object(list(client.get("/workspaces"), "workspaces").getFirst());
            assertEquals(number(imported, "position"), number(listed, "position"));
            assertEquals(text(imported, "id"), text(listed, "id"));
            assertFalse(Files.exists(locks), "it was opened");
            assertEquals(
                    number(imported, "position"), number(client.get("/workspaces/w"), "position"));
            assertTrue(Files.exists(locks));
        }
    }

    @Test
    void foundsNoWorkspaceByTheNameOfAnotherWhetherThatIsOpenOrNot() throws Exception {
        Path data = folder.resolve("twice");
        String named = "{\"name\":\"w\"}";
        for (int start = 0; start < 2; start++) {
            ServerOptions options = ServerOptions.of(new DataDirectory(data).made());
            try (Server server = Server.start(options.withPort(0))) {
                Client client = Client.of(server);
                if (start == 0) {
                    client.post("/workspaces", named);
                }
                for (int again = 0; again < 2; again++) {
                    Client.Refusal refusal = client.refused("/workspaces", named);
                    assertEquals(409, refusal.status(), refusal::toString);
                    assertEquals("conflict", refusal.code());
                    client.get("/workspaces/w"); // now it is open
                }
            }
        }
    }

    @Test
    void tellsHowLongEachPartOfTheStartTook() throws Exception {
        try (Server server = start()) {
            assertTrue(
                    server.times()
                            .join()
                            .text()
                            .matches("ready in [0-9.]+ s: JVM [0-9.]+, HTTP [0-9.]+"),
                    server.times().join().text());
            Client.of(server).post("/workspaces", "{\"name\":\"w\"}");
        }
        DataDirectory data = new DataDirectory(folder.resolve("data"));
        assertEquals(Optional.of("w"), data.latestWorkspace());
        ServerOptions options =
                ServerOptions.of(data).withPort(0).withAhead(data.latestWorkspace());
        try (Server server = Server.start(options)) {
            String text = server.times().join().text();
            assertTrue(
                    text.matches(
                            "ready in [0-9.]+ s: JVM [0-9.]+, HTTP [0-9.]+, log [0-9.]+, graph"
                                    + " [0-9.]+; rules' state [0-9.]+ s later"),
                    text);
        }
    }

    @Test
    void revertThenImportGivesTheSameGraph() throws Exception {
        Path repository = repository();
        try (Server server = start()) {
            Client client = Client.of(server);
            client.post("/workspaces", "{\"name\":\"w\"}");
            Properties run = client.imported("w", repository.toString());
            Properties before = client.get("/workspaces/w/stats");
            client.post("/workspaces/w/imports/" + text(run, "id") + "/revert", "{}");
            assertEquals(0, number(client.get("/workspaces/w/stats"), "nodes"));
            client.imported("w", repository.toString());
            Properties after = client.get("/workspaces/w/stats");
            for (String key : List.of("nodes", "edges", "groups", "types", "relations")) {
                assertEquals(before.find(key), after.find(key), key);
            }
        }
    }

    @Test
    void placesThatCannotBeReadAreRefusedInWordsAndTheServerGoesOn() throws Exception {
        Path repository = repository();
        try (Server server = start()) {
            Client client = Client.of(server);
            client.post("/workspaces", "{\"name\":\"w\"}");
            for (String path :
                    List.of(
                            "",
                            "  ",
                            "../x",
                            "x",
                            "~/x",
                            "/nowhere/at/all",
                            "/\\u0000",
                            repository + "/../\\u0000/x",
                            "/\\u0001\\u0007\\n",
                            "/\\ud800",
                            "/" + "x".repeat(5000),
                            "/x".repeat(5000))) {
                String why =
                        client.refused("/workspaces/w/imports", "{\"path\":\"" + path + "\"}")
                                .detail();
                assertTrue(
                        why.contains("'path'") || path.contains("ud800"),
                        () -> path.substring(0, Math.min(40, path.length())) + " " + why);
            }
            for (String body :
                    List.of(
                            "",
                            "[]",
                            "{\"path\":1}",
                            "{\"path\":" + "[".repeat(10_000),
                            "{\"path\":\"/\",\"only\":[",
                            "{\"path\":\"" + "x".repeat(3 << 20) + "\"}")) {
                assertFalse(client.refused("/workspaces/w/imports", body).detail().isEmpty());
            }
            assertEquals(0, number(client.get("/workspaces/w/stats"), "nodes"));
            String around = repository.resolve("../" + repository.getFileName()).toString();
            assertEquals("applied", text(client.imported("w", around), "state"));
        }
    }

    @Test
    void nothingOfAnErasedPersonIsInTheDataAndTheLogVerifies() throws Exception {
        Path repository = repository();
        try (Server server = start()) {
            Client client = Client.of(server);
            client.post("/workspaces", "{\"name\":\"w\"}");
            client.imported("w", repository.toString());
            Properties person =
                    object(list(client.get("/workspaces/w/nodes?type=Person"), "nodes").getFirst());
            assertEquals(NAME, text(person, "name"));
            client.post("/workspaces/w/subjects/" + text(person, "id") + "/erase", "{}");
            Properties erased =
                    object(client.get("/workspaces/w/nodes/" + text(person, "id")).find("node"));
            assertFalse(erased.toString().contains("Rosalind"), erased.toString());
            assertTrue(list(client.get("/workspaces/w/nodes?name=Rosalind"), "nodes").isEmpty());
            Files.writeString(repository.resolve("three.txt"), "three\n");
            commit(repository, "More of " + NAME, "2024-03-01T10:00:00Z");
            client.imported("w", repository.toString());
        }
        nowhere(NAME);
        nowhere(EMAIL);
        nowhere("Quackenbush");
        verified();
    }

    private void nowhere(String text) throws IOException {
        List<Path> files = Folders.files(folder.resolve("data"));
        assertFalse(files.isEmpty());
        for (Path file : files) {
            String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            assertFalse(bytes.contains(text), "'" + text + "' stands in " + file);
            String wide =
                    new String(
                            text.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
            assertFalse(bytes.contains(wide), "'" + text + "' stands in " + file);
        }
    }

    private void verified() throws LogException {
        LogVerify.Report report =
                LogVerify.run(
                        new FileDisk(), folder.resolve("data/workspaces/w/log"), (_, _) -> {});
        assertTrue(report.damages().isEmpty(), report.damages()::toString);
        assertTrue(report.events() > 0);
    }

    @Test
    void oneProcessOwnsTheDataAndSaysWhichServerItIs() throws Exception {
        DataDirectory data = new DataDirectory(folder.resolve("data"));
        try (Server server = start()) {
            assertEquals(server.port(), data.server().orElseThrow().port());
            IOException refused = assertThrows(IOException.class, this::start);
            assertTrue(String.valueOf(refused.getMessage()).contains("data"), refused.getMessage());
        }
        assertTrue(data.server().isEmpty());
    }
}
