package alchemist.exchange.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.NodeStatement;
import alchemist.domain.sources.SourcesCommand.StateBatch;
import alchemist.exchange.FileKeys;
import alchemist.exchange.Place;
import alchemist.exchange.Warning;
import alchemist.exchange.arrows.ArrowsReader;
import alchemist.exchange.files.Root;
import alchemist.exchange.git.GitReader;
import alchemist.exchange.git.Repositories;
import alchemist.exchange.git.TestRepository;
import alchemist.exchange.imports.FolderTesting;
import alchemist.exchange.imports.ImportPart;
import alchemist.exchange.imports.ImportRun;
import alchemist.exchange.imports.ImportState;
import alchemist.exchange.imports.Imports;
import alchemist.exchange.imports.ImportsTesting;
import alchemist.exchange.imports.SimulatedWorkspace;
import alchemist.exchange.imports.SimulatedWorkspace.Source;
import alchemist.kernel.Id;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class FolderReaderTest extends FolderTesting {
    FolderReaderTest() {
        super("stuff");
    }

    @Test
    void statesFilesAndFoldersWithWhatTheirContentTells() throws IOException {
        write("a/b/App.java", "one\ntwo\nthree");
        write("a/empty.txt", "");
        Files.write(top.resolve("image.png"), new byte[] {'P', 0, 1});
        Files.createDirectories(top.resolve("void/inner"));
        assertEquals(ImportState.APPLIED, read().state());
        NodeStatement app = file("a/b/App.java");
        assertEquals(Value.text("App.java"), app.name());
        assertEquals(List.of("File"), app.types());
        assertEquals(Value.integer(13), app.properties().find("size"));
        assertEquals(Value.integer(3), app.properties().find("lines"));
        assertEquals(Value.text("Java"), app.properties().find("language"));
        assertEquals(
                Value.text("058053d87c818d699cde0f00d670bca0e1c6ad857caa9758ea6a556d7c64fcee"),
                app.properties().find("sha256"));
        assertEquals(root().file("a/b/App.java"), app.node());
        NodeStatement b = node(app.group());
        assertEquals(Value.text("b"), b.name());
        assertTrue(b.formsGroup());
        assertEquals(Value.text("stuff"), node(node(b.group()).group()).name());
        assertEquals(Value.integer(0), file("a/empty.txt").properties().find("lines"));
        assertEquals(
                Value.text("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
                file("a/empty.txt").properties().find("sha256"));
        NodeStatement image = file("image.png");
        assertEquals(Value.flag(true), image.properties().find("binary"));
        assertNull(image.properties().find("lines"));
        assertNull(image.properties().find("language"));
        assertEquals(List.of("a", "a/b", "void", "void/inner"), folders());
        assertEquals(ImportState.UNCHANGED, read().state());
    }

    @Test
    void leavesOutWhatIgnoreFilesExclude() throws IOException {
        write(
                ".gitignore",
                "*.log\n!keep.log\nbuild/\n/only-here\nsub/**/deep.txt\n# no\n\\#yes\n");
        write("sub/.gitignore", "!again.log\nlocal\n");
        write("x.log", "");
        write("keep.log", "");
        write("sub/again.log", "");
        write("sub/x.log", "");
        write("sub/local", "");
        write("sub/build", "a file, not a folder");
        write("build/out.txt", "");
        write("sub/a/b/deep.txt", "");
        write("only-here", "");
        write("sub/only-here", "");
        write("#yes", "");
        write(".git/config", "");
        read();
        assertEquals(
                List.of(
                        ".gitignore",
                        "keep.log",
                        "sub/.gitignore",
                        "sub/again.log",
                        "sub/build",
                        "sub/only-here"),
                paths());
        assertEquals(List.of("sub"), folders());
    }

    @Test
    void saysAsGitDoesWhatIsIgnored() throws IOException {
        String patterns =
                """
                *.o
                !main.o
                out/*
                !out/keep
                **/tmp
                x/**
                !x/y
                /a/*/c
                q?.txt
                [ab].md
                \\!b
                trail\s
                space\\\s
                foo/
                bar/baz
                """;
        String[] files = {
            "main.o",
            "z.o",
            "d/z.o",
            "out/a",
            "out/keep",
            "d/out/a",
            "tmp",
            "d/tmp/x",
            "x/y",
            "x/z/y",
            "a/b/c",
            "a/b/d/c",
            "a/c",
            "q1.txt",
            "q12.txt",
            "a.md",
            "c.md",
            "!b",
            "trail",
            "space ",
            "foo",
            "d/foo/x",
            "bar/baz/x",
            "d/bar/baz",
            "d/e/.gitignore",
            "d/e/g",
            "d/h"
        };
        for (String file : files) {
            write(file, "");
        }
        write(".gitignore", patterns);
        write("d/e/.gitignore", "*\n!g\n");
        read();
        List<String> ours = paths();
        TestRepository.create(top);
        TreeSet<String> gits = new TreeSet<>(Repositories.listed(top));
        assertEquals(gits, new TreeSet<>(ours));
    }

    @Test
    void linksAreToldOfAndNotFollowed() throws IOException {
        write("a/file.txt", "x");
        write("../outside.txt", "secret");
        link("a/loop", top.resolve("a"));
        link("out", top.resolve("../outside.txt"));
        link("nowhere", Path.of("absent"));
        link("self", Path.of("self"));
        link("fine", Path.of("a/file.txt"));
        ImportRun run = read();
        assertEquals(List.of("a/file.txt", "a/loop", "fine", "nowhere", "out", "self"), paths());
        Map<String, String> warnings = new TreeMap<>();
        run.warnings().forEach(w -> warnings.put(w.where(), w.what()));
        assertEquals(List.of("a/loop", "nowhere", "out", "self"), List.copyOf(warnings.keySet()));
        assertTrue(warnings.getOrDefault("a/loop", "").contains("that it is in"));
        assertTrue(warnings.getOrDefault("out", "").contains("out of the folder"));
        assertNull(file("out").properties().find("sha256"));
        assertEquals(Value.text("a/file.txt"), file("fine").properties().find("target"));
    }

    @Test
    void whatMayNotBeReadIsToldOf() throws IOException {
        write("locked/x.txt", "x");
        write("secret.txt", "x");
        Files.setPosixFilePermissions(
                top.resolve("secret.txt"), PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(
                top.resolve("locked"), PosixFilePermissions.fromString("---------"));
        Assumptions.assumeFalse(
                Files.isReadable(top.resolve("secret.txt")), "skipped: run as root");
        ImportRun run = read();
        assertEquals(2, run.warnings().size());
        assertEquals(List.of("secret.txt"), paths());
        Files.setPosixFilePermissions(
                top.resolve("locked"), PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void whatIsNoFileIsToldOf() throws Exception {
        Process fifo = new ProcessBuilder("mkfifo", top.resolve("pipe").toString()).start();
        assertEquals(0, fifo.waitFor());
        ImportRun run = read();
        assertEquals("pipe", run.warnings().getFirst().where());
        assertEquals(List.of(), paths());
    }

    @Test
    void aHugeFileIsHashedWithoutBeingHeld() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(top.resolve("zeros").toFile(), "rw")) {
            file.setLength(100_000_000);
        }
        assertEquals(ImportState.APPLIED, read().state());
        NodeStatement zeros = file("zeros");
        assertEquals(Value.integer(100_000_000), zeros.properties().find("size"));
        assertEquals(Value.flag(true), zeros.properties().find("binary"));
    }

    @Test
    void strangeNamesStayApart() throws IOException {
        write("tab\tnew\nline", "");
        write("日本/äöü.txt", "");
        write("back\\slash", "");
        Process raw =
                new ProcessBuilder(
                                "python3",
                                "-c",
                                "open(b'"
                                        + top
                                        + "/latin-\\xe9','w');open(b'"
                                        + top
                                        + "/latin-\\xe8','w')")
                        .start();
        int code;
        try {
            code = raw.waitFor();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        Assumptions.assumeTrue(code == 0, "skipped: needs python3");
        assertEquals(ImportState.APPLIED, read().state());
        assertEquals(
                new TreeSet<>(
                        List.of(
                                "tab\tnew\nline",
                                "日本/äöü.txt",
                                "back\\slash",
                                "latin-\\xE8",
                                "latin-\\xE9")),
                new TreeSet<>(paths()));
        assertEquals(ImportState.UNCHANGED, read().state());
    }

    @Test
    void statesEachFileFromTheDayOfItsLastChangeAndNeverLaterThanNow() throws IOException {
        write("old.txt", "1");
        write("new.txt", "2");
        write("future.txt", "3");
        touch("old.txt", "2001-02-03T04:05:06Z");
        touch("new.txt", "2020-02-03T04:05:06Z");
        touch("future.txt", "2090-02-03T04:05:06Z");
        read();
        List<Long> times =
                workspace.commands.stream()
                        .filter(s -> s.command() instanceof StateBatch)
                        .map(s -> s.envelope().effectiveAt() / 1_000_000)
                        .toList();
        assertEquals(
                List.of(
                        Instant.parse("2001-02-03T04:05:06Z").getEpochSecond(),
                        Instant.parse("2020-02-03T04:05:06Z").getEpochSecond(),
                        1_800_000_000L),
                times);
    }

    @Test
    void whatGitWritesWithOtherEndsOfLinesIsSinceItsCommit() throws IOException {
        TestRepository repository = TestRepository.create(top);
        repository.write("run.bat", "one\ntwo\n").write("own.bat", "one\n").commit("one");
        String commit = repository.git("log", "-1", "--format=%ct").strip();
        write("run.bat", "one\r\ntwo\r\n");
        touch("run.bat", "2020-02-03T04:05:06Z");
        write("own.bat", "changed\r\n");
        touch("own.bat", "2024-02-03T04:05:06Z");
        read();
        assertEquals(commit, since("run.bat"));
        assertEquals(
                Long.toString(Instant.parse("2024-02-03T04:05:06Z").getEpochSecond()),
                since("own.bat"));
    }

    /** When a file was stated to have come into effect, in seconds. */
    private String since(String path) {
        return workspace.commands.stream()
                .filter(
                        s ->
                                s.command() instanceof StateBatch batch
                                        && batch.nodes().stream()
                                                .anyMatch(
                                                        n ->
                                                                Value.text(path)
                                                                        .equals(
                                                                                n.properties()
                                                                                        .find(
                                                                                                "path"))))
                .map(s -> Long.toString(s.envelope().effectiveAt() / 1_000_000))
                .findFirst()
                .orElse("never");
    }

    @Test
    void aCopyIsTheSameWhateverItsTimes() throws IOException {
        write("a.txt", "1");
        touch("a.txt", "2001-02-03T04:05:06Z");
        read();
        touch("a.txt", "2011-02-03T04:05:06Z");
        assertEquals(ImportState.UNCHANGED, read().state());
        write("a.txt", "2");
        assertEquals(ImportState.APPLIED, read().state());
    }

    @Test
    void aFileSeenByGitAndTheFolderIsOneNodeAndACloneStatesTheSame() throws IOException {
        TestRepository repository = TestRepository.create(top);
        repository.write("born/x.txt", "1\n2\n3\n").write("y.txt", "y\n").commit("one");
        repository.move("born/x.txt", "moved/z.txt").write(".gitignore", "target/\n");
        repository.commit("two");
        write("target/out.class", "ignored");
        write("untracked.txt", "untracked");
        write("y.txt", "changed");
        ImportRun run = readWithGit(workspace, top);
        assertEquals(ImportState.APPLIED, run.state(), () -> run.error().toString());
        assertEquals(List.of(), run.warnings());
        assertEquals(
                List.of("folder", "git"), run.parts().stream().map(ImportPart::reader).toList());
        Source folder = workspace.source(run.parts().get(0).source());
        Source git = workspace.source(run.parts().get(1).source());
        assertEquals(List.of(".gitignore", "moved/z.txt", "untracked.txt", "y.txt"), paths(folder));
        for (NodeStatement file : folder.nodes.values()) {
            if (!Value.text("untracked.txt").equals(file.name())) {
                NodeStatement same = Objects.requireNonNull(git.nodes.get(file.node()));
                assertEquals(same.name(), file.name());
                assertEquals(same.properties().find("path"), file.properties().find("path"));
            }
        }
        assertEquals(ImportState.UNCHANGED, readWithGit(workspace, top).state());

        TestRepository clone = repository.cloneTo(temporary.resolve("other/stuff"));
        clone.write("untracked.txt", "untracked").write("y.txt", "changed");
        SimulatedWorkspace other = new SimulatedWorkspace();
        ImportRun cloned = readWithGit(other, clone.path());
        assertEquals(folder, other.source(cloned.parts().get(0).source()));

        repository.commit("three");
        assertEquals(ImportState.UNCHANGED, readWithGit(workspace, top).parts().get(0).state());
    }

    @Test
    void partOfARepositoryIsReadWithTheIdsOfTheWhole() throws IOException {
        TestRepository repository = TestRepository.create(top);
        repository.write("lib/a.txt", "1\n").commit("one");
        repository.move("lib/a.txt", "lib/b.txt").commit("two");
        read(workspace, top.resolve("lib"));
        NodeStatement file = file("lib/b.txt");
        String first = repository.git("rev-list", "--max-parents=0", "HEAD").strip();
        assertEquals(new Root(first).file("lib/a.txt"), file.node());
        assertEquals(new Root(first).folder("lib"), file.group());
        assertFalse(
                workspace.only().nodes.values().stream()
                        .anyMatch(n -> n.node().equals(new Root(first).folder(""))));
    }

    @Test
    void aFolderThatItsRepositoryIgnoresIsReadForItself() throws IOException {
        TestRepository repository = TestRepository.create(top);
        repository.write(".gitignore", "out/\n").commit("one");
        write("out/report.txt", "x");
        read(workspace, top.resolve("out"));
        assertEquals(List.of("report.txt"), paths());
    }

    @Test
    void aRepositoryInsideAFolderIsASourceOfItsOwn() throws IOException {
        write("notes.txt", "x");
        TestRepository.create(top.resolve("project")).write("a.txt", "1\n").commit("one");
        ImportRun run = readWithGit(workspace, top);
        assertEquals(
                List.of("folder", "folder", "git"),
                run.parts().stream().map(ImportPart::reader).toList());
        assertEquals(
                List.of("notes.txt"), paths(workspace.source(run.parts().getFirst().source())));
        assertEquals(List.of("a.txt"), paths(workspace.source(run.parts().get(1).source())));
    }

    @Test
    void aDiagramInsideIsReadAsASourceOfItsOwnAndAfterARenameIsTheSame() throws IOException {
        TestRepository repository = TestRepository.create(top);
        repository.write(
                "docs/d.json",
                "{\"nodes\":[{\"id\":\"n0\",\"caption\":\"A\"}],\"relationships\":[]}");
        repository.commit("one");
        ImportRun run = readWithGit(workspace, top);
        ImportPart arrows =
                run.parts().stream()
                        .filter(part -> part.reader().equals("arrows"))
                        .findFirst()
                        .orElseThrow();
        Id node = onlyNode(arrows);
        long at =
                workspace.commands.stream()
                        .filter(s -> s.envelope().correlation().equals(arrows.importId()))
                        .filter(s -> s.command() instanceof StateBatch)
                        .findFirst()
                        .orElseThrow()
                        .envelope()
                        .effectiveAt();
        assertEquals(TestRepository.START * 1_000_000, at);
        repository.move("docs/d.json", "docs/e.json").commit("two");
        ImportRun again = readWithGit(workspace, top);
        ImportPart moved =
                again.parts().stream()
                        .filter(p -> p.location().endsWith("e.json"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(node, onlyNode(moved));
        assertEquals(0, workspace.source(arrows.source()).nodes.size());
    }

    @Test
    void aDryRunTellsWhatTheImportDoesAndDeepFoldersAreRead() throws IOException {
        StringBuilder deep = new StringBuilder("d");
        for (int i = 0; i < 300; i++) {
            deep.append("/d");
        }
        write(deep + "/x.txt", "x");
        ImportRun dry = ImportsTesting.dryRun(workspace, top, new FolderReader(new Repositories()));
        assertEquals(dry.diff(), read().diff());
        assertEquals(303, dry.diff().added().nodes());
        Files.delete(top.resolve(deep + "/x.txt"));
        ImportRun gone = read();
        assertEquals(1, gone.diff().withdrawn().nodes());
    }

    @Test
    void filesAndPlacesThatAreNoFoldersAreNotRead() throws IOException {
        FolderReader reader = new FolderReader(new Repositories());
        write("x", "");
        assertTrue(reader.reads(Place.at(top)));
        assertFalse(reader.reads(Place.at(top.resolve("x"))));
        TestRepository repository = TestRepository.create(temporary.resolve("r"));
        repository.write("a", "").commit("one");
        assertFalse(
                reader.reads(
                        Place.at(
                                repository
                                        .cloneTo(temporary.resolve("bare.git"), "--bare")
                                        .path())));
        assertNotEquals(Root.parent("a/b"), Root.name("a/b"));
    }

    private Id onlyNode(ImportPart part) {
        return workspace.source(part.source()).nodes.keySet().iterator().next();
    }

    private ImportRun read() throws IOException {
        return read(workspace, top);
    }

    private static ImportRun read(SimulatedWorkspace into, Path path) throws IOException {
        return ImportsTesting.run(into, path, new FolderReader(new Repositories()));
    }

    private static ImportRun readWithGit(SimulatedWorkspace into, Path path) throws IOException {
        Imports imports =
                new Imports(
                        into.workplace(),
                        () -> {
                            Repositories repositories = new Repositories();
                            return List.of(
                                    new GitReader(repositories),
                                    new FolderReader(repositories),
                                    new ArrowsReader(repositories));
                        });
        ImportRun run = imports.start(Place.at(path), ImportsTesting.all());
        run.ended().join();
        return run;
    }

    private Root root() throws IOException {
        return new Root(FileKeys.BY_PATH.keyOf(Place.at(top)));
    }

    private void link(String path, Path target) throws IOException {
        Files.createSymbolicLink(top.resolve(path), target);
    }

    private void touch(String path, String instant) throws IOException {
        Files.setLastModifiedTime(top.resolve(path), FileTime.from(Instant.parse(instant)));
    }

    private NodeStatement node(Id id) {
        NodeStatement node = workspace.only().nodes.get(id);
        if (node == null) {
            throw new AssertionError("nothing is stated of " + id);
        }
        return node;
    }

    private NodeStatement file(String path) {
        return workspace.only().nodes.values().stream()
                .filter(n -> !n.formsGroup())
                .filter(n -> Value.text(path).equals(n.properties().find("path")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no file at " + path + " of " + paths()));
    }

    private List<String> paths() {
        return paths(workspace.only());
    }

    private static List<String> paths(Source source) {
        return paths(source, false);
    }

    private List<String> folders() {
        return paths(workspace.only(), true);
    }

    private static List<String> paths(Source source, boolean groups) {
        return source.nodes.values().stream()
                .filter(n -> n.formsGroup() == groups)
                .map(n -> n.properties().find("path"))
                .filter(Value.Text.class::isInstance)
                .map(path -> ((Value.Text) path).value())
                .sorted()
                .toList();
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void patternsOfManyStarsAreLookedForAsOthersAre() throws IOException {
        String stars = "*a".repeat(25);
        write(
                ".gitignore",
                stars + "*b\n" + stars + "[c]\n/x*y*z*\ndirs*only*z*/\n*q*q*q*\n!*q*!*q*q\n");
        List<String> kept = List.of("a".repeat(200), "sub/x1y2z3", "dirs1only2z3", "qq", "q!qq");
        List<String> ignored = List.of("a".repeat(200) + "b", "x1y2z3", "sub/qqq");
        for (String path : kept) {
            write(path, "kept");
        }
        for (String path : ignored) {
            write(path, "ignored");
        }
        write("dirs1only2/z3", "kept");
        write("sub/dirs1only2z3/gone", "ignored");
        List<String> warnings = read().warnings().stream().map(Warning::what).toList();
        TreeSet<String> expected = new TreeSet<>(kept);
        expected.addAll(List.of(".gitignore", "dirs1only2/z3"));
        assertEquals(expected, new TreeSet<>(paths()));
        assertEquals(List.of("has the pattern '" + stars + "[c]', which is passed over"), warnings);
    }
}
