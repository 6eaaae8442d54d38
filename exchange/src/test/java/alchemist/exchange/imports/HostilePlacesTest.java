package alchemist.exchange.imports;

import static alchemist.exchange.imports.ImportsTesting.all;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.exchange.Place;
import alchemist.exchange.ReadingFailed;
import alchemist.exchange.Warning;
import alchemist.exchange.arrows.ArrowsReader;
import alchemist.exchange.code.ParsersTesting;
import alchemist.exchange.files.IgnorePatterns;
import alchemist.exchange.git.TestRepository;
import alchemist.exchange.graphfile.GraphFileReader;
import alchemist.kernel.Id;
import alchemist.kernel.value.Value;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Places that nobody would make to please a reader: with all readers, into a real workspace. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class HostilePlacesTest {
    private static final String DIAGRAM =
            "{\"nodes\":[{\"id\":\"n0\",\"caption\":\"Grüße\",\"position\":{\"x\":0,\"y\":0}}],"
                    + "\"relationships\":[]}";

    @TempDir Path folder;
    private RealWorkspace workspace;
    private Path place;

    @BeforeEach
    void open() throws Exception {
        workspace = new RealWorkspace(folder.resolve("data"));
        place = Files.createDirectory(folder.resolve("place"));
    }

    @AfterEach
    void close() throws Exception {
        workspace.close();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void pipesSocketsAndDevicesAreNeverWaitedFor() throws Exception {
        Path pipe = place.resolve("pipe.json");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        Files.createSymbolicLink(place.resolve("link.json"), pipe);
        Files.createSymbolicLink(place.resolve("zero.json"), Path.of("/dev/zero"));
        Files.createSymbolicLink(place.resolve(".gitignore"), Path.of("/dev/zero"));
        Files.writeString(place.resolve("a.txt"), "a\n");
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(place.resolve("s.ndjson")));
            assertEquals(ImportState.APPLIED, read(place).state());
            for (String odd : List.of("pipe.json", "link.json", "s.ndjson")) {
                assertFailsWith("no reader knows", place.resolve(odd));
            }
        }
        assertFailsWith("no reader knows", Path.of("/dev/zero"));
        assertEquals(4, workspace.graph().statistics().types().get("File"));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aRepositorysPipesAndLinksAreNeverWaitedFor() throws Exception {
        TestRepository repository = TestRepository.create(place);
        repository.write("a.txt", "a\n").commit("one");
        for (String name : List.of(".mailmap", ".gitattributes")) {
            assertEquals(0, new ProcessBuilder("mkfifo", place + "/sub-" + name).start().waitFor());
            Files.createSymbolicLink(place.resolve(name), Path.of("/dev/zero"));
        }
        ImportRun run = read(place);
        assertEquals(ImportState.APPLIED, run.state(), () -> run.error().toString());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void linksInCirclesAndDeepFoldersEnd() throws Exception {
        Path at = place;
        for (int i = 0; i < 300; i++) {
            at = Files.createDirectory(at.resolve("deep" + i % 10));
        }
        Files.writeString(at.resolve("bottom.txt"), "here\n");
        Files.createSymbolicLink(at.resolve("up"), place);
        Files.createSymbolicLink(place.resolve("self"), place.resolve("self"));
        ImportRun run = read(place);
        assertEquals(ImportState.APPLIED, run.state(), () -> run.error().toString());
        assertEquals(1, workspace.graph().nodes("File", "bottom.txt", 9, "").items().size());
        ReadingFailed loop =
                org.junit.jupiter.api.Assertions.assertThrows(
                        ReadingFailed.class, () -> Place.at(place.resolve("self")));
        assertTrue(loop.what().contains("nothing to open"), loop.what());
    }

    @Test
    void aSparseFileOfGigabytesIsNotHeld() throws Exception {
        Map<String, Long> limits =
                Map.of(
                        "big.json",
                        Math.max(ArrowsReader.MAX_BYTES, GraphFileReader.MAX_BYTES),
                        "big.ndjson",
                        GraphFileReader.MAX_BYTES,
                        ".gitignore",
                        IgnorePatterns.MAX_BYTES);
        for (Map.Entry<String, Long> each : limits.entrySet()) {
            File file = place.resolve(each.getKey()).toFile();
            try (RandomAccessFile sparse = new RandomAccessFile(file, "rw")) {
                sparse.setLength(each.getValue() + (16 << 20));
            }
        }
        assertEquals(ImportState.APPLIED, read(place).state());
        assertFailsWith("no reader knows", place.resolve("big.json"));
        assertFailsWith("no reader knows", place.resolve("big.ndjson"));
    }

    @Test
    @EnabledIfSystemProperty(named = "alchemist.long", matches = "true")
    void aHundredThousandFilesInAFolderAreRead() throws Exception {
        for (int i = 0; i < 100_000; i++) {
            Files.createFile(place.resolve("f" + i));
        }
        assertEquals(ImportState.APPLIED, read(place).state());
        assertEquals(100_000, workspace.graph().statistics().types().get("File"));
        assertEquals(ImportState.UNCHANGED, read(place).state());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "ISO-8859-1", "UTF-32"})
    void aDiagramInAnotherEncodingIsRefusedInWords(String encoding) throws Exception {
        Path file = place.resolve("d.json");
        Files.write(file, DIAGRAM.getBytes(Charset.forName(encoding)));
        ImportRun run = read(file);
        assertEquals(ImportState.FAILED, run.state());
        String why = run.error().orElseThrow();
        assertTrue(why.contains(file.toString()), why);
        assertEquals(0, workspace.graph().statistics().nodes());
        // In a folder it is a file like others.
        assertEquals(ImportState.APPLIED, read(place).state());
        assertEquals(1, workspace.graph().statistics().types().get("File"));
    }

    @Test
    void jsonThatNestsWithoutEndOrIsCutOffIsRefusedInWords() throws Exception {
        String deep = "[".repeat(10_000);
        List<String> bad =
                List.of(
                        DIAGRAM.replace("\"Grüße\"", deep + "]".repeat(10_000)),
                        DIAGRAM.replace(
                                "{\"x\":0", "{\"z\":" + deep + "]".repeat(10_000) + ",\"x\":0"),
                        DIAGRAM.substring(0, DIAGRAM.length() - 4),
                        "{\"nodes\":" + "{\"nodes\":".repeat(10_000) + "\"caption\" \"position\"",
                        DIAGRAM + DIAGRAM);
        for (String json : bad) {
            Path file = Files.writeString(place.resolve("d.json"), json);
            ImportRun run = read(file);
            assertEquals(ImportState.FAILED, run.state(), () -> json.substring(0, 90));
            assertTrue(
                    run.error().orElseThrow().matches("(?s).*(line|nest|no reader).*"),
                    () -> run.error().toString());
            assertEquals(0, workspace.graph().statistics().nodes());
        }
    }

    @Test
    void namesOfAnyBytesStayApart() throws Exception {
        for (String name :
                List.of("line\nbreak", "tab\t", "bell\u0007", "..", " ", "a\\b", "ñ", "n\u0303")) {
            if (!name.equals("..")) {
                Files.writeString(place.resolve(name), "x");
            }
        }
        ImportRun run = read(place);
        assertEquals(ImportState.APPLIED, run.state(), () -> run.error().toString());
        assertEquals(7, workspace.graph().statistics().types().get("File"));
    }

    @Test
    void nothingThatARepositoryConfiguresIsRunByAnyReader() throws Exception {
        Path trace = folder.resolve("ran");
        Path script = folder.resolve("script.sh");
        Files.writeString(script, "#!/bin/sh\necho \"$0 $*\" >> " + trace + "\ncat\n");
        assertTrue(script.toFile().setExecutable(true));
        TestRepository repository = TestRepository.create(place);
        repository.write("a.txt", "1\n").write("d.json", DIAGRAM);
        repository.write(".gitattributes", "* diff=x filter=x merge=x\n").commit("one");
        repository.write("a.txt", "2\n").commit("two");
        for (String setting :
                List.of(
                        "core.fsmonitor",
                        "core.sshCommand",
                        "core.askPass",
                        "core.editor",
                        "core.pager",
                        "core.gitProxy",
                        "core.alternateRefsCommand",
                        "credential.helper",
                        "diff.external",
                        "diff.x.textconv",
                        "diff.x.command",
                        "filter.x.clean",
                        "filter.x.smudge",
                        "filter.x.process",
                        "merge.x.driver",
                        "gpg.program",
                        "trailer.x.command",
                        "trailer.x.cmd",
                        "uploadpack.packObjectsHook",
                        "pager.log",
                        "pager.diff-tree")) {
            repository.git("config", setting, script.toString());
        }
        repository.git("config", "filter.x.required", "true");
        repository.git("config", "trailer.x.key", "Signed-off-by");
        repository.git("config", "core.hooksPath", folder.toString());
        repository.git("config", "extensions.partialClone", "origin");
        repository.git("config", "remote.origin.url", "ext::" + script + " %S");
        repository.git("config", "remote.origin.promisor", "true");
        repository.git("config", "protocol.ext.allow", "always");
        for (String hook : List.of("post-index-change", "reference-transaction", "fsmonitor")) {
            Files.copy(script, folder.resolve(hook));
            assertTrue(folder.resolve(hook).toFile().setExecutable(true));
        }
        Path other = Files.createDirectories(folder.resolve("outside/objects"));
        Path alternates = place.resolve(".git/objects/info/alternates");
        Files.createDirectories(alternates.getParent());
        Files.writeString(alternates, other + "\n");
        Files.deleteIfExists(trace);
        ImportRun run = read(place);
        assertEquals(ImportState.APPLIED, run.state(), () -> run.error().toString());
        assertEquals(ImportState.UNCHANGED, read(place).state());
        assertFalse(Files.exists(trace), () -> Files.exists(trace) ? text(trace) : "");
    }

    @Test
    void aWorkTreeBesideItsRepositoryAndSubmodulesAndPointersAreRead() throws Exception {
        TestRepository main = TestRepository.create(folder.resolve("main"));
        main.write("a.txt", "a\n").commit("one");
        main.write(
                        "big.bin",
                        "version https://git-lfs.github.com/spec/v1\noid sha256:"
                                + "0a".repeat(32)
                                + "\nsize 9000000\n")
                .write(".gitattributes", "*.bin filter=lfs diff=lfs merge=lfs -text\n")
                .commit("two");
        main.git("worktree", "add", "-q", "-b", "side", place.resolve("tree").toString());
        ImportRun run = read(place.resolve("tree"));
        assertEquals(ImportState.APPLIED, run.state(), () -> run.error().toString());
        assertEquals(3, workspace.graph().statistics().types().get("File"));
        assertEquals(2, workspace.graph().statistics().types().get("Commit"));
        assertEquals(List.of(), run.warnings());
        Id pointer = workspace.graph().nodes("File", "big.bin", 1, "").items().getFirst().id();
        Map<String, Value> facts = new HashMap<>();
        workspace
                .graph()
                .node(pointer)
                .orElseThrow()
                .properties()
                .forEach(fact -> facts.put(fact.key(), fact.value()));
        assertEquals(Value.integer(9_000_000), facts.get("size"));
        assertEquals(Value.text("0a".repeat(32)), facts.get("sha256"));
        assertEquals(Value.text("pointer"), facts.get("lfs"));
    }

    @Test
    void aRepositoryOfNothingOrTornApartFailsInWordsAndLeavesNothing() throws Exception {
        TestRepository empty = TestRepository.create(place.resolve("empty"));
        assertEquals(ImportState.APPLIED, read(empty.path()).state());
        Path torn = place.resolve("torn");
        TestRepository repository = TestRepository.create(torn);
        repository.write("a.txt", "a\n").commit("one");
        Files.writeString(torn.resolve(".git/refs/heads/main"), "0".repeat(39) + "1\n");
        long nodes = workspace.graph().statistics().nodes();
        ImportRun run = read(torn);
        assertTrue(
                run.state() == ImportState.FAILED || !run.warnings().isEmpty(),
                () -> run.state() + " " + run.warnings());
        if (run.state() == ImportState.FAILED) {
            assertEquals(nodes, workspace.graph().statistics().nodes());
        }
        Files.delete(torn.resolve(".git/HEAD"));
        ImportRun headless = read(torn);
        assertEquals(ImportState.FAILED, headless.state());
        assertTrue(headless.error().orElseThrow().contains(torn.toString()));
        assertEquals(ImportState.APPLIED, read(place).state());
    }

    private void assertFailsWith(String why, Path what) throws IOException {
        ImportRun run = read(what);
        assertEquals(ImportState.FAILED, run.state());
        assertTrue(run.error().orElseThrow().contains(why), run.error()::toString);
    }

    private ImportRun read(Path what) throws IOException {
        Imports imports = new Imports(workspace.workplace(), ParsersTesting::readers);
        ImportRun run = imports.start(Place.at(what), all());
        run.ended().join();
        for (Warning warning : run.warnings()) {
            assertTrue(warning.where().length() < 10_000, "a warning is readable");
        }
        return run;
    }

    private static String text(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
