package alchemist.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.server.data.DataDirectory;
import alchemist.server.serving.Server;
import alchemist.server.serving.ServerOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
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

    private static Said run(String... args) {
        return Said.by(args);
    }

    private static void says(Said run, String text) {
        assertTrue(run.out().contains(text), () -> "'" + text + "' is not in: " + run);
    }

    private static void fails(Said run, String text) {
        assertEquals(1, run.status(), run::toString);
        assertTrue(run.err().contains(text), () -> "'" + text + "' is not in: " + run);
    }

    @Test
    void helpsWhereAnOptionAsksForIt() {
        for (String[] asked :
                new String[][] {
                    {"open", "--help"}, {"export", "-h"}, {"log", "verify", "--help"}
                }) {
            Said help = run(asked);
            assertEquals(0, help.status(), help::toString);
            says(help, "Usage: alchemist " + asked[0]);
        }
        says(run("--help"), "Begin with:  alchemist open .");
        assertEquals(run("version"), run("--version"));
        assertEquals(run("version"), run("-V"));
        Said wrong = run("export", "--hepl");
        assertEquals(2, wrong.status(), wrong::toString);
    }

    @Test
    void importsAndLooksWithoutAServer() {
        Said dry = run("import", place.toString(), "--data", data, "--dry-run");
        assertEquals(0, dry.status(), dry::toString);
        says(dry, "added");
        Said done = run("import", place.toString(), "--data", data);
        assertEquals(0, done.status(), done::toString);
        assertTrue(
                Pattern.compile(" events in \\d+(\\.\\d)? s\n").matcher(done.out()).find(),
                done::out);
        says(run("import", place.toString(), "--data", data), "nothing has changed");
        says(run("import", place.toString(), "--data", data, "--dry-run"), "nothing would change");
        says(run("stats", "--data", data), "Party");
        says(run("stats", "--data", data, "--json"), "\"nodes\"");
        Said events = run("events", "--data", data, "--subject", "ws.*.sources.>");
        says(events, "sources.import-started");
        assertFalse(events.out().contains("graph.node-added"), events::out);
    }

    @Test
    void whatCannotBeReadLeavesNoWorkspace() throws IOException {
        Path zip = Files.writeString(folder.resolve("bad.zip"), "no zip");
        for (String[] bad :
                List.of(
                        new String[] {"import", "http://localhost:1/x.csv"},
                        new String[] {"import", "https://localhost:1/x.git"},
                        new String[] {"import", zip.toString()},
                        new String[] {"open", zip.toString(), "--no-browser", "--port", "0"})) {
            Said run = run(join(bad, "-w", "gone", "--data", data));
            assertEquals(1, run.status(), run::toString);
        }
        assertFalse(Files.exists(Path.of(data, "workspaces", "gone")));
        assertFalse(Files.exists(Path.of(data, "keys", "gone")));
        run("import", place.toString(), "--data", data, "-w", "here");
        Said failed = run("import", zip.toString(), "--data", data, "-w", "here");
        assertEquals(1, failed.status(), failed::toString);
        says(run("stats", "--data", data, "-w", "here"), "Party");
    }

    @Test
    void leavesOutWhatIsExcludedUntilItIsTakenAway() throws IOException {
        Files.writeString(place.resolve("plan.md"), "# A secret plan\n");
        String[] imports = {"import", place.toString(), "--data", data};
        fails(run(join(imports, "--exclude", "a[")), "cannot be excluded");
        fails(run(join(imports, "--exclude", "a", "--no-excludes")), "not both");
        run(join(imports, "--exclude", "*.md", "--exclude", "/build"));
        says(run(imports), "nothing has changed");
        says(run(join(imports, "--no-excludes", "--dry-run")), "plan.md");
        says(run(imports), "nothing has changed");
        says(run(join(imports, "--no-excludes")), "events");
        says(run(join(imports, "--dry-run")), "nothing would change");
    }

    @Test
    void checksMeasuresAndReadsTheLog() {
        fails(run("log", "verify", "--data", data), "there is no workspace");
        run("import", place.toString(), "--data", data);
        says(run("log", "verify", "--data", data), "The log is whole.");
        says(run("log", "stat", "--data", data, "--workspace", "place"), "bytes an event");
        Said cat = run("log", "cat", "--data", data, "--to", "1");
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
        Said verify = run("log", "verify", "--data", data);
        assertEquals(1, verify.status(), verify::toString);
        says(verify, ".alog");
    }

    @Test
    void talksToTheServerThatRuns() throws IOException {
        ServerOptions options =
                ServerOptions.of(new DataDirectory(Path.of(data)).made()).withPort(0);
        try (Server server = Server.start(options)) {
            Said opened =
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
    void exportsWhatCanBeReadBack() throws IOException {
        run("import", place.toString(), "--data", data);
        Path file = folder.resolve("graph.ndjson");
        String[] export = {
            "export",
            "--format",
            "ndjson",
            "--output",
            file.toString(),
            "--data",
            data,
            "-w",
            "place"
        };
        Said written = run(export);
        assertEquals(0, written.status(), written::toString);
        says(written, "Wrote 6 nodes and groups and 2 edges as they were at position");
        says(written, "  the ontology");
        assertFalse(written.out().contains("To be read back"), written::out);
        byte[] first = Files.readAllBytes(file);
        fails(run(export), "is there already; --force");
        run("import", file.toString(), "--data", data, "-w", "again");
        Said again = run("export", "-f", "ndjson", "-o", "-", "--data", data, "-w", "again");
        assertEquals(new String(first, StandardCharsets.UTF_8), again.out());
        assertTrue(again.err().contains("to the standard output"), again::err);
        Files.writeString(file, "another");
        export[2] = "graphml";
        fails(run(export), "is there already");
        assertEquals("another", Files.readString(file));
        Said forced = run(join(export, "--force", "--at", "0"));
        assertEquals(0, forced.status(), forced::toString);
        says(forced, "Wrote 0 nodes and groups and 0 edges as they were at position 0");
        says(forced, "To be read back it needs a name that ends in .graphml.");
        assertTrue(Files.readString(file).contains("<graphml"));
    }

    @Test
    void leavesNothingHalfWritten() throws IOException {
        run("import", place.toString(), "--data", data);
        Path file = folder.resolve("graph.ndjson");
        String[] export = {"export", "-f", "ndjson", "-o", file.toString(), "--data", data};
        fails(run(join(export, "--at", "99999")), "position");
        fails(run(join(export, "--at", "never")), "no moment");
        fails(
                run(join(export, "-w", "absent")),
                "no workspace 'absent', only place; make it with: alchemist open PATH");
        export[2] = "pdf";
        fails(run(export), "only ndjson, graphml, dot");
        export[2] = "ndjson";
        export[4] = folder.resolve("no/such.ndjson").toString();
        fails(run(export), "there is no folder");
        export[4] = folder.toString();
        fails(run(export), "is a folder");
        try (java.util.stream.Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    java.util.Set.of("place", "data"),
                    files.map(f -> String.valueOf(f.getFileName()))
                            .collect(java.util.stream.Collectors.toSet()));
        }
        assertEquals(2, run("export", "--data", data).status());
    }

    private static String[] join(String[] some, String... more) {
        String[] all = java.util.Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    @Test
    void saysWhatIsWrong() {
        fails(
                run("open", folder.resolve("nowhere").toString(), "--data", data),
                "check the spelling");
        fails(
                run("import", folder.resolve("nowhere").toString(), "--data", data),
                "check the spelling");
        for (String command : List.of("open", "import")) {
            fails(run(command, "", "--data", data), "the place that is named is empty");
        }
        for (String command : List.of("open", "serve")) {
            String[] called = {command, "--data", data, "--port", "65536"};
            Said port = run(command.equals("open") ? join(called, place.toString()) : called);
            fails(port, "a port is a number from 0 to 65535, not 65536");
        }
        for (String command : List.of("stats", "doctor", "serve")) {
            fails(run(command, "--data", ""), "--data names is empty");
        }
        String proof = folder.resolve("proof.json").toString();
        fails(run("log", "verify-proof", proof), "there is no " + proof);
        fails(run("stats", "--data", data), "there is no workspace yet");
        assertEquals(2, run("frobnicate").status());
        assertEquals(2, run("open").status());
    }

    /** A program that is told to end while it reads from one that does not answer. */
    @Test
    void whoEndsItWhileItReadsIsToldWhatBecomesOfThatAndNoMore() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            silent.setSoTimeout(60_000);
            String address = "http://127.0.0.1:" + silent.getLocalPort() + "/words.csv";
            ProcessBuilder program =
                    new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            "alchemist.server.Main",
                            "open",
                            address,
                            "--no-browser",
                            "--data",
                            data);
            program.environment().put("ALCHEMIST_ALLOW_HOSTS", "127.0.0.1");
            Process process = program.start();
            try (Socket _ = silent.accept()) {
                process.toHandle().destroy();
                String out =
                        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                String err =
                        new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(process.waitFor(60, TimeUnit.SECONDS), out + err);
                assertTrue(out.contains("stopped; what was read of it is taken back"), out + err);
                assertFalse(err.contains("alchemist:"), err);
            }
        }
    }

    /** By a process of its own: within this one, the standard output is the tests' own. */
    @Test
    void whatCannotBeWrittenIsNoSuccess() throws Exception {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "a file that is always full");
        run("import", place.toString(), "--data", data);
        for (List<String> command :
                List.of(
                        List.of("version"),
                        List.of("log", "cat"),
                        List.of("export", "-f", "ndjson", "-o", "-"))) {
            List<String> called =
                    new ArrayList<>(
                            List.of(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    "alchemist.server.Main"));
            called.addAll(command);
            if (command.size() > 1) {
                called.addAll(List.of("--data", data));
            }
            Process process = new ProcessBuilder(called).redirectOutput(full.toFile()).start();
            String said =
                    new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), said);
            assertEquals(1, process.exitValue(), said);
            assertTrue(said.contains("not all could be written"), said);
            assertFalse(said.contains("Wrote"), said);
        }
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
