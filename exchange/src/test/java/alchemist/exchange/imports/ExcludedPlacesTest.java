package alchemist.exchange.imports;

import static alchemist.exchange.imports.ImportsTesting.ACTOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.exchange.Place;
import alchemist.exchange.ReadingFailed;
import alchemist.exchange.code.ParsersTesting;
import alchemist.exchange.git.TestRepository;
import alchemist.graph.read.Direction;
import alchemist.graph.read.NeighborRead;
import alchemist.graph.read.NodeSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people leave out of a place is read by nobody, and remembered. */
final class ExcludedPlacesTest {
    private static final String DIAGRAM =
            "{\"nodes\":[{\"id\":\"n0\",\"caption\":\"Drawn\"}],\"relationships\":[]}";

    private static final Set<String> FRAME =
            Set.of(
                    "Commit",
                    "Person",
                    "Branch",
                    "Repository",
                    "History",
                    "People",
                    "Year",
                    "Folder");

    @TempDir Path folder;
    private RealWorkspace workspace;
    private TestRepository repository;
    private Imports imports;

    @BeforeEach
    void open() throws Exception {
        workspace = new RealWorkspace(folder.resolve("data")).later(3600);
        imports = new Imports(workspace.workplace(), ParsersTesting::readers);
        repository = TestRepository.create(folder.resolve("project"));
        repository
                .write("src/App.java", "class App {}\n")
                .write("src/gen/Made.java", "class Made {}\n")
                .write("private/plan.md", "# Secret plan\n")
                .write("d.json", DIAGRAM)
                .write("t/rows.csv", "name,size\nRowed,1\n")
                .write("old/gone.txt", "x\n")
                .commit("Begin");
        repository.git("rm", "-q", "old/gone.txt");
        repository.commit("Tidy up");
    }

    @AfterEach
    void close() throws Exception {
        imports.close();
        workspace.close();
    }

    @Test
    void whatIsExcludedIsReadByNobodyAlsoNotInTheHistory() throws Exception {
        assertEquals(ImportState.APPLIED, read(List.of("private/", "gen", "*.csv", "old")).state());
        assertEquals(Set.of("App.java", "d.json", "App", "Drawn"), found());
        assertEquals(
                Set.of("App.java", "d.json"),
                changed(), // by the commits
                "no commit leads to what is excluded");
    }

    @Test
    void aPatternOfManyStarsIsLookedForAsQuicklyAsInAFile() throws Exception {
        String name = "a".repeat(200) + ".txt";
        repository.write(name, "x\n").write("abc/gone.txt", "x\n").commit("Add");
        read(List.of("*a".repeat(25) + "*b", "*p*r*i*v*", "*a*b*c*"));
        assertTrue(found().contains(name));
        assertFalse(found().contains("plan.md"));
        assertFalse(found().contains("gone.txt"));
    }

    @Test
    void anExcludeIsRememberedUntilItIsTakenAway() throws Exception {
        read(List.of("private", "d.json"));
        Set<String> without = found();
        assertFalse(without.contains("Drawn"));
        long position = workspace.position();
        ImportRun again = read(null);
        assertEquals(ImportState.UNCHANGED, again.state());
        assertEquals(List.of("private", "d.json"), again.excludes());
        assertEquals(position, workspace.position());
        // Also by another process, which reads what is new.
        imports.close();
        workspace.close();
        workspace = new RealWorkspace(folder.resolve("data")).later(7200);
        imports = new Imports(workspace.workplace(), ParsersTesting::readers);
        repository.write("private/more.md", "# More secrets\n").write("new.md", "# News\n");
        assertEquals(ImportState.APPLIED, read(null).state());
        assertTrue(found().contains("News"));
        assertFalse(found().contains("More secrets"));
        assertEquals(List.of(), read(List.of()).excludes());
        assertTrue(found().containsAll(Set.of("Drawn", "Secret plan", "More secrets", "plan.md")));
        assertEquals(ImportState.UNCHANGED, read(null).state());
    }

    @Test
    void whatIsExcludedLaterLeavesTheGraphAndComesBackWithItsReversal() throws Exception {
        read(null);
        Set<String> all = found();
        assertTrue(all.containsAll(Set.of("Drawn", "Rowed", "Made", "Secret plan", "rows.csv")));
        ImportRun run = read(List.of("d.json", "t", "src/gen", "private"));
        assertEquals(ImportState.APPLIED, run.state());
        assertEquals(Set.of("App.java", "App"), found());
        assertEquals(Optional.empty(), imports.revert(run.id(), ACTOR));
        assertEquals(all, found());
        // Taken back is also what was to be left out.
        assertEquals(ImportState.UNCHANGED, read(null).state());
    }

    @Test
    void anIgnoreFileInThePlaceDoesTheSame() throws Exception {
        read(null);
        repository
                .write(".alchemistignore", "# not ours\n*.csv\n/private\n!keep.md\n")
                .write("src/.alchemistignore", "gen/\n");
        assertEquals(ImportState.APPLIED, read(null).state());
        Set<String> found = found();
        assertTrue(found.containsAll(Set.of("App", "Drawn", ".alchemistignore")), () -> "" + found);
        for (String gone : List.of("Made", "Rowed", "Secret plan", "plan.md", "rows.csv")) {
            assertFalse(found.contains(gone), gone);
        }
        assertFalse(changed().contains("plan.md"));
        assertEquals(ImportState.UNCHANGED, read(null).state());
        Files.delete(repository.path().resolve(".alchemistignore"));
        read(null);
        assertTrue(found().containsAll(Set.of("Rowed", "Secret plan")));
        assertFalse(found().contains("Made"));
    }

    @Test
    void aFolderInNoRepositoryAndARepositoryInsideHeedTheSame() throws Exception {
        Path outer = Files.createDirectories(folder.resolve("outer"));
        Files.writeString(outer.resolve("a.md"), "# Outside\n");
        Files.writeString(outer.resolve("b.md"), "# Left out\n");
        TestRepository inner = TestRepository.create(outer.resolve("inner"));
        inner.write("b.md", "# Inner left out\n").write("c.md", "# Inner\n").commit("One");
        TestRepository vendored = TestRepository.create(outer.resolve("vendor/lib"));
        vendored.write("d.md", "# Vendored\n").commit("One");
        read(outer, List.of("b.md", "/vendor"));
        Set<String> found = found();
        assertTrue(found.containsAll(Set.of("Outside", "Inner")), () -> "" + found);
        for (String gone : List.of("Left out", "Inner left out", "Vendored", "b.md", "d.md")) {
            assertFalse(found.contains(gone), gone);
        }
        read(outer, List.of("inner"));
        assertTrue(found().containsAll(Set.of("Left out", "Vendored")));
        assertFalse(found().contains("Inner"));
        assertFalse(found().contains("c.md"));
    }

    @Test
    void whatIsNoPatternIsRefused() {
        for (String bad : List.of("", "  ", "a[", "# all", "a\nb", "x".repeat(1001))) {
            ReadingFailed e = assertThrows(ReadingFailed.class, () -> read(List.of(bad)), bad);
            assertTrue(String.valueOf(e.getMessage()).contains("cannot be excluded"), bad);
        }
        assertThrows(ReadingFailed.class, () -> read(java.util.Collections.nCopies(201, "a")));
    }

    @Test
    void nothingCanBeExcludedFromAFile() throws Exception {
        ImportRun run = read(repository.path().resolve("d.json"), List.of("x"));
        assertEquals(ImportState.FAILED, run.state());
        assertTrue(run.error().orElseThrow().contains("is a file"));
        assertEquals(0, workspace.position());
    }

    private ImportRun read(@Nullable List<String> excludes) throws Exception {
        return read(repository.path(), excludes);
    }

    private ImportRun read(Path place, @Nullable List<String> excludes) throws Exception {
        ImportRun run =
                imports.start(Place.at(place), new Imports.Wish(Set.of(), "", ACTOR, excludes));
        run.ended().join();
        return run;
    }

    /** The names of all but what every repository has. */
    private Set<String> found() {
        Set<String> names = new TreeSet<>();
        for (NodeSummary node : workspace.graph().nodes("", "", 1000, "").items()) {
            if (java.util.Collections.disjoint(node.types(), FRAME)) {
                names.add(node.name().text());
            }
        }
        return names;
    }

    /** The names of the files to which commits lead. */
    private Set<String> changed() {
        Set<String> names = new TreeSet<>();
        for (NodeSummary commit : workspace.graph().nodes("Commit", "", 100, "").items()) {
            for (NeighborRead one :
                    workspace
                            .graph()
                            .neighbors(commit.id(), "changes", Direction.OUT, 100, "")
                            .items()) {
                names.add(one.node().name().text());
            }
        }
        return names;
    }
}
