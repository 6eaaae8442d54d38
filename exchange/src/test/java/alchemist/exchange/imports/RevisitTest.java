package alchemist.exchange.imports;

import static alchemist.exchange.imports.ImportsTesting.ACTOR;
import static alchemist.exchange.imports.ImportsTesting.all;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.GraphCommand.RenameNode;
import alchemist.domain.graph.GraphCommand.RetireNode;
import alchemist.domain.sources.SourcesCommand.ForgetSource;
import alchemist.exchange.Place;
import alchemist.exchange.Reader;
import alchemist.exchange.Reading;
import alchemist.exchange.ReadingFailed;
import alchemist.exchange.code.ParsersTesting;
import alchemist.exchange.git.TestRepository;
import alchemist.graph.read.Statistics;
import alchemist.kernel.Id;
import alchemist.kernel.value.Value;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was read and is as it was is not read again; everything else is. */
final class RevisitTest {
    private static final String DIAGRAM =
            "{\"nodes\":[{\"id\":\"n0\",\"caption\":\"A\"}],\"relationships\":[]}";

    @TempDir Path folder;
    private RealWorkspace workspace;
    private TestRepository repository;
    private final List<String> read = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        workspace = new RealWorkspace(folder.resolve("data")).later(3600);
        repository = TestRepository.create(folder.resolve("project"));
        repository
                .write("src/App.java", "class App {}\n")
                .write("d.json", DIAGRAM)
                .write("sub/x.txt", "x\n")
                .commit("Begin, says Ada Lovelace");
        repository.git("branch", "other");
        repository.write("src/App.java", "class App { int a; }\n").commit("Go on");
        assertEquals(ImportState.APPLIED, read().state());
        assertEquals(List.of("git", "folder", "markdown", "code", "architecture", "arrows"), read);
    }

    @AfterEach
    void close() throws Exception {
        workspace.close();
    }

    @Test
    void whatIsAsItWasIsNotReadAgain() throws Exception {
        long position = workspace.position();
        ImportRun run = read();
        assertNothingIsRead(run);
        assertEquals(4, run.parts().size());
        assertEquals(position, workspace.position());
        // Neither by another process.
        workspace.close();
        workspace = new RealWorkspace(folder.resolve("data")).later(3600);
        assertNothingIsRead(read());
    }

    @Test
    void aRefThatMovedIsFollowed() throws Exception {
        repository.git("branch", "-f", "other", "main");
        assertEquals(ImportState.APPLIED, read().state());
        assertNothingIsRead(read());
        repository.git("tag", "v1");
        assertEquals(ImportState.APPLIED, read().state());
        repository.git("tag", "-d", "v1");
        assertEquals(ImportState.APPLIED, read().state());
        repository.git("checkout", "-q", "-b", "another");
        assertEquals(ImportState.APPLIED, read().state());
        assertNothingIsRead(read());
    }

    @Test
    void aRewrittenHistoryIsReadAnew() throws Exception {
        repository.git("commit", "-q", "--amend", "-m", "Go on otherwise");
        assertEquals(ImportState.APPLIED, read().state());
        assertNothingIsRead(read());
    }

    @Test
    void aDirtyFileIsSeenAlsoWhereItsSizeAndTimeAreKept() throws Exception {
        Path file = repository.path().resolve("sub/x.txt");
        FileTime time = Files.getLastModifiedTime(file);
        Files.writeString(file, "y\n");
        Files.setLastModifiedTime(file, time);
        assertEquals(ImportState.APPLIED, read().state());
        assertNothingIsRead(read());
        repository.write("new.txt", "new\n");
        assertEquals(ImportState.APPLIED, read().state());
        Files.delete(repository.path().resolve("new.txt"));
        assertEquals(ImportState.APPLIED, read().state());
        assertNothingIsRead(read());
    }

    @Test
    void aMailmapAndAttributesAreHeeded() throws Exception {
        Path exclude = repository.path().resolve(".git/info/exclude");
        Files.writeString(exclude, ".mailmap\n.gitattributes\n");
        repository.write(".mailmap", "Countess <countess@example.org> <ada@example.org>\n");
        assertEquals(ImportState.APPLIED, read().state());
        assertNothingIsRead(read());
        repository.write(".gitattributes", "*.java binary\n");
        assertEquals(ImportState.APPLIED, read().state());
        assertNothingIsRead(read());
        repository.git("config", "diff.renameLimit", "7");
        read.clear();
        assertEquals(ImportState.UNCHANGED, read().state());
        assertEquals(6, read.size());
    }

    @Test
    void whatWasRevertedIsReadAgain() throws Exception {
        Statistics before = workspace.graph().statistics();
        Imports imports = imports();
        repository.write("b.txt", "b\n").commit("More");
        ImportRun more = run(imports);
        Statistics after = workspace.graph().statistics();
        assertEquals(Optional.empty(), imports.revert(more.id(), ACTOR));
        assertEquals(before, workspace.graph().statistics());
        assertEquals(ImportState.APPLIED, read().state());
        assertEquals(after, workspace.graph().statistics());
        assertNothingIsRead(read());
    }

    @Test
    void aSourceThatWasForgottenIsReadAgain() throws Exception {
        for (String reader : List.of("arrows", "git", "folder")) {
            Statistics before = workspace.graph().statistics();
            Id source =
                    workspace.imports().stream()
                            .filter(one -> one.reader().equals(reader))
                            .findFirst()
                            .orElseThrow()
                            .source();
            workspace.person(ACTOR, new ForgetSource(source));
            assertEquals(ImportState.APPLIED, read().state());
            assertEquals(before, workspace.graph().statistics());
            assertNothingIsRead(read());
        }
    }

    @Test
    void aCorrectionByHandStandsAndNeedsNoReading() throws Exception {
        Id node = workspace.graph().nodes("File", "x.txt", 1, "").items().getFirst().id();
        workspace.person(ACTOR, new RenameNode(node, Value.text("Mine")));
        assertNothingIsRead(read());
        workspace.person(ACTOR, new RetireNode(node));
        assertNothingIsRead(read());
        assertTrue(workspace.graph().node(node).isEmpty());
    }

    @Test
    void whoIsErasedStaysErasedAndOneReadingIsEnough() throws Exception {
        workspace.keys().erase(workspace.keys().pseudonym("person", "ada@example.org"));
        assertEquals(ImportState.UNCHANGED, read().state());
        assertNothingIsRead(read());
    }

    @Test
    void whatIsRememberedNamesNobodyAndNothing() throws Exception {
        String kept = Files.readString(folder.resolve("data/recollections"));
        assertTrue(kept.startsWith("alchemist recollections 3\n"), kept);
        for (String secret : List.of("Ada", "example", "project", "App", repository.head())) {
            assertFalse(kept.contains(secret), kept);
        }
        assertFalse(kept.contains(Id.of("place", "x").toString()));
    }

    @Test
    void losingWhatIsRememberedCostsAReading() throws Exception {
        Path file = folder.resolve("data/recollections");
        String whole = Files.readString(file);
        for (String damaged :
                List.of("", "x", whole.substring(0, whole.length() / 2), whole.replace('=', '~'))) {
            Files.writeString(file, damaged, StandardCharsets.UTF_8);
            read.clear();
            assertEquals(ImportState.UNCHANGED, read().state());
            assertEquals(6, read.size(), damaged);
            assertNothingIsRead(read());
        }
        Files.delete(file);
        read.clear();
        assertEquals(ImportState.UNCHANGED, read().state());
        assertEquals(6, read.size());
    }

    @Test
    void whatCouldNotBeReadIsTriedAgain() throws Exception {
        repository.write("bad.json", "{\"nodes\":[{\"caption\":1,\"position\":2").commit("Bad");
        read();
        read.clear();
        assertEquals(ImportState.UNCHANGED, read().state());
        assertEquals(7, read.size());
    }

    @Test
    void aRefThatMovesToAndFroWhileItIsReadIsNotTrusted() throws Exception {
        Reader git = ParsersTesting.readers().getFirst();
        Imports moving =
                new Imports(
                        workspace.workplace(),
                        () -> Noting.all(List.of(new Moving(git, repository)), read));
        run(moving);
        run(moving);
        assertEquals(List.of("git"), read);
        Imports still = new Imports(workspace.workplace(), () -> Noting.all(List.of(git), read));
        run(still);
        assertNothingIsRead(run(still));
    }

    @Test
    void aFileJustWrittenToIsReadAgain() throws Exception {
        Path data = folder.resolve("now");
        try (RealWorkspace now = new RealWorkspace(data)) {
            Path place = Files.createDirectories(folder.resolve("fresh"));
            // By a clock that goes after, it may be written to still.
            Files.writeString(place.resolve("a.txt"), "a\n");
            Files.writeString(place.resolve("b.md"), "# B\n");
            Imports imports =
                    new Imports(
                            now.later(-3600).workplace(),
                            () -> Noting.all(ParsersTesting.readers(), read));
            run(imports, place);
            run(imports, place);
            // Only by those who looked into it.
            assertEquals(List.of("folder", "markdown"), read);
        }
    }

    @Test
    void otherReadersOrAnotherNameAreAnotherReading() throws Exception {
        Imports.Wish git = new Imports.Wish(java.util.Set.of("git"), "", ACTOR);
        read.clear();
        imports().start(Place.at(repository.path()), git).ended().join();
        assertEquals(List.of("git"), read);
        read.clear();
        imports().start(Place.at(repository.path()), git).ended().join();
        assertEquals(List.of(), read);
    }

    @Test
    void aRepositoryInsideAndAFileAloneAreHeeded() throws Exception {
        Path outer = Files.createDirectories(folder.resolve("outer"));
        TestRepository inner = TestRepository.create(outer.resolve("inner"));
        inner.write("a.txt", "a\n").commit("one");
        Path diagram = Files.writeString(outer.resolve("d.json"), DIAGRAM);
        run(imports(), outer);
        assertNothingIsRead(run(imports(), outer));
        inner.git("tag", "v1");
        assertEquals(ImportState.APPLIED, run(imports(), outer).state());
        assertNothingIsRead(run(imports(), outer));
        run(imports(), diagram);
        assertNothingIsRead(run(imports(), diagram));
        Files.writeString(diagram, DIAGRAM.replace("\"A\"", "\"Zebra\""));
        assertEquals(ImportState.APPLIED, run(imports(), diagram).state());
        Files.delete(diagram);
        assertEquals(ImportState.APPLIED, run(imports(), outer).state());
        assertEquals(0, workspace.graph().nodes("", "Zebra", 1, "").items().size());
    }

    /** Moves a ref to and fro while it reads. */
    private static final class Moving extends PassingOn {
        private final TestRepository repository;

        Moving(Reader reader, TestRepository repository) {
            super(reader);
            this.repository = repository;
        }

        @Override
        public void read(Place place, Reading reading) throws ReadingFailed {
            try {
                repository.git("branch", "moved", "other");
                super.read(place, reading);
                repository.git("branch", "-D", "moved");
            } catch (java.io.IOException e) {
                throw ReadingFailed.of(place, e);
            }
        }
    }

    private void assertNothingIsRead(ImportRun run) {
        assertEquals(ImportState.UNCHANGED, run.state(), () -> run.error().toString());
        assertEquals(List.of(), read);
    }

    /** Reads the repository; what was noted before is forgotten. */
    private ImportRun read() throws Exception {
        return run(imports());
    }

    private ImportRun run(Imports imports) throws Exception {
        return run(imports, repository.path());
    }

    private ImportRun run(Imports imports, Path place) throws Exception {
        read.clear();
        ImportRun run = imports.start(Place.at(place), all());
        run.ended().join();
        return run;
    }

    private Imports imports() {
        return new Imports(workspace.workplace(), () -> Noting.all(ParsersTesting.readers(), read));
    }
}
