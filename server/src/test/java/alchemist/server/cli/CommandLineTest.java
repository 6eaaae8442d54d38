package alchemist.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.server.data.DataDirectory;
import alchemist.server.serving.Server;
import alchemist.server.serving.ServerOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command, as a person calls it: its exit status and what it says. */
class CommandLineTest {
    private static final String DIAGRAM =
            """
            {"nodes":[{"id":"n0","position":{"x":0,"y":0},"caption":"Lender","labels":["Party"],"properties":{},"style":{}},
            {"id":"n1","position":{"x":9,"y":0},"caption":"Loan","labels":[],"properties":{},"style":{}}],
            "relationships":[{"id":"n0","fromId":"n0","toId":"n1","type":"GIVES","properties":{},"style":{}}],"style":{}}
            """;

    private record Run(int status, String out, String err) {}

    @TempDir private Path folder;
    private Path place = Path.of("");
    private String data = "";

    @BeforeEach
    void aPlaceToRead() throws IOException {
        place = Files.createDirectories(folder.resolve("place"));
        Files.writeString(place.resolve("diagram.json"), DIAGRAM);
        Files.writeString(place.resolve("notes.md"), "# Notes\n");
        data = folder.resolve("data").toString();
    }

    private static Run run(String... args) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
            int status = CommandLineInterface.run(args);
            return new Run(
                    status,
                    said.toString(StandardCharsets.UTF_8),
                    complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private static void says(Run run, String text) {
        assertTrue(run.out().contains(text), () -> "'" + text + "' is not in: " + run);
    }

    private static void fails(Run run, String text) {
        assertEquals(1, run.status(), run::toString);
        assertTrue(run.err().contains(text), () -> "'" + text + "' is not in: " + run);
    }

    @Test
    void importsAndLooksWithoutAServer() {
        Run dry = run("import", place.toString(), "--data", data, "--dry-run");
        assertEquals(0, dry.status(), dry::toString);
        says(dry, "added");
        Run done = run("import", place.toString(), "--data", data);
        assertEquals(0, done.status(), done::toString);
        says(done, "events");
        says(run("import", place.toString(), "--data", data), "nothing has changed");
        says(run("import", place.toString(), "--data", data, "--dry-run"), "nothing would change");
        says(run("stats", "--data", data), "Party");
        says(run("stats", "--data", data, "--json"), "\"nodes\"");
        Run events = run("events", "--data", data, "--subject", "ws.*.sources.>");
        says(events, "sources.import-started");
        assertFalse(events.out().contains("graph.node-added"), events::out);
    }

    @Test
    void checksMeasuresAndReadsTheLog() {
        fails(run("log", "verify", "--data", data), "there is no workspace");
        run("import", place.toString(), "--data", data);
        says(run("log", "verify", "--data", data), "The log is whole.");
        says(run("log", "stat", "--data", data, "--workspace", "place"), "bytes an event");
        Run cat = run("log", "cat", "--data", data, "--to", "1");
        says(cat, "\"origin\"");
        says(cat, "sources.start-import");
        says(cat, "sources.import-started");
        fails(run("log", "verify", "--data", data, "-w", "absent"), "absent");
        fails(run("log", "stat", "--data", data, "-w", "absent"), "absent");
        fails(run("log", "cat", "--data", data, "-w", "absent"), "absent");
        fails(run("log"), "verify, stat, cat, prove");
    }

    @Test
    void namesADamagedLog() throws IOException {
        run("import", place.toString(), "--data", data);
        Path log = Path.of(data, "workspaces", "place", "log");
        try (java.util.stream.Stream<Path> files = Files.list(log)) {
            Path segment =
                    files.filter(f -> f.toString().endsWith(".alog")).findFirst().orElseThrow();
            byte[] bytes = Files.readAllBytes(segment);
            bytes[700] ^= 1;
            Files.write(segment, bytes);
        }
        Run verify = run("log", "verify", "--data", data);
        assertEquals(1, verify.status(), verify::toString);
        says(verify, ".alog");
    }

    @Test
    void talksToTheServerThatRuns() throws IOException {
        ServerOptions options =
                ServerOptions.of(new DataDirectory(Path.of(data)).made()).withPort(0);
        try (Server server = Server.start(options)) {
            Run opened =
                    run("open", place.toString(), "--data", data, "--no-browser", "--port", "1");
            assertEquals(0, opened.status(), opened::toString);
            says(opened, server.url());
            says(opened, "keeps its port");
            fails(run("serve", "--data", data), "is running on this data already");
            says(run("doctor", "--data", data), "place at position");
            run("import", place.resolve("diagram.json").toString(), "--data", data);
            fails(run("stats", "--data", data), "say which workspace");
            fails(run("stats", "--data", data, "-w", "absent"), "absent");
        }
        says(run("doctor", "--data", data), "not running");
    }

    @Test
    void saysWhatIsWrong() {
        fails(
                run("open", folder.resolve("nowhere").toString(), "--data", data),
                "check the spelling");
        fails(
                run("import", folder.resolve("nowhere").toString(), "--data", data),
                "check the spelling");
        fails(run("stats", "--data", data), "there is no workspace yet");
        assertEquals(2, run("frobnicate").status());
        assertEquals(2, run("open").status());
    }

    @Test
    void explainsItself() {
        says(run("version"), "alchemist");
        says(run("help"), "open");
        says(run(), "alchemist open .");
        says(run("doctor", "--data", data), "nothing yet");
    }

    @Test
    void warmsUp() {
        assertEquals(0, run("warmup").status());
    }
}
