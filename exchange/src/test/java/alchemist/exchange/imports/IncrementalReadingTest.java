package alchemist.exchange.imports;

import static alchemist.exchange.imports.ImportsTesting.all;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.exchange.Place;
import alchemist.exchange.code.ParsersTesting;
import alchemist.exchange.git.TestRepository;
import alchemist.kernel.Id;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that reads a place again and again reads only what may have changed, and misses
 * nothing.
 */
final class IncrementalReadingTest {
    @TempDir Path folder;
    private RealWorkspace workspace;
    private TestRepository repository;
    private Imports imports;
    private final List<String> read = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        workspace = new RealWorkspace(folder.resolve("data")).later(3600);
        imports =
                new Imports(
                        workspace.workplace(), () -> Noting.all(ParsersTesting.readers(), read));
        repository = TestRepository.create(folder.resolve("project"));
        repository
                .write(
                        "src/p/App.java",
                        "package p;\nclass App { void go() { new Help().it(); } }\n")
                .write("src/p/Help.java", "package p;\nclass Help { void it() {} }\n")
                .write("a.md", "# A\n\nSee [b](b.md).\n")
                .write("b.md", "# B\n")
                .write("t/rows.csv", "name,size\none,1\n")
                .commit("Begin");
        assertEquals(ImportState.APPLIED, read().state());
    }

    @AfterEach
    void close() throws Exception {
        imports.close();
        workspace.close();
    }

    @Test
    void onlyThoseWhoLookedIntoAFileReadItAgain() throws Exception {
        repository.write("src/p/App.java", "package p;\nclass App { int number; }\n");
        assertEquals(List.of("folder", "code"), whoReads());
        repository.write("b.md", "# B, anew\n");
        assertEquals(List.of("folder", "markdown", "code"), whoReads(), "pages quote code");
        repository.write("t/rows.csv", "name,size\none,1\ntwo,2\n");
        assertEquals(List.of("folder", "tables"), whoReads());
        assertEquals(List.of(), whoReads());
        repository.write("new.txt", "x\n");
        assertEquals(
                List.of("folder", "markdown", "code", "architecture"),
                whoReads(),
                "something may lead to a new file");
        repository.commit("All of it");
        assertTrue(whoReads().contains("git"));
        sameAsReadAtOnce();
    }

    @Test
    void whatOthersDidToASourceIsSeen() throws Exception {
        repository.write("b.md", "# B, anew\n");
        ImportRun run = read();
        assertEquals(ImportState.APPLIED, run.state());
        assertEquals(Optional.empty(), imports.revert(run.id(), ImportsTesting.ACTOR));
        assertEquals(ImportState.APPLIED, read().state(), "what was taken back is stated again");
        sameAsReadAtOnce();
    }

    @Test
    void whateverChangesItIsAsIfItWereReadAtOnce() throws Exception {
        long seed = 20_261_130L;
        Random random = new Random(seed);
        for (int round = 0; round < 25; round++) {
            for (int change = random.nextInt(3); change >= 0; change--) {
                change(random, round);
            }
            ImportState state = read().state();
            assertTrue(
                    state == ImportState.APPLIED || state == ImportState.UNCHANGED,
                    () -> "seed " + seed + ": " + state);
        }
        sameAsReadAtOnce();
    }

    private void change(Random random, int round) throws Exception {
        String java = "src/p/C" + random.nextInt(4) + ".java";
        String page = "docs/p" + random.nextInt(4) + ".md";
        switch (random.nextInt(8)) {
            case 0, 1 ->
                    repository.write(
                            java,
                            "package p;\nclass C"
                                    + random.nextInt(4)
                                    + " { void m"
                                    + round
                                    + "() { new C"
                                    + random.nextInt(4)
                                    + "().m"
                                    + random.nextInt(25)
                                    + "(); } }\n");
            case 2, 3 ->
                    repository.write(
                            page,
                            "# P"
                                    + round
                                    + "\n\n[x](p"
                                    + random.nextInt(4)
                                    + ".md) #tag"
                                    + random.nextInt(3)
                                    + "\n");
            case 4 ->
                    repository.write(
                            "t/rows.csv", "name,size\none,1\nr" + round + "," + round + "\n");
            case 5 ->
                    Files.deleteIfExists(
                            repository.path().resolve(random.nextBoolean() ? java : page));
            case 6 ->
                    repository.write(
                            "pom.xml",
                            "<project><modelVersion>4.0.0</modelVersion><groupId>g</groupId>"
                                    + "<artifactId>a"
                                    + random.nextInt(3)
                                    + "</artifactId></project>\n");
            default -> {
                repository.write("always.txt", round + "\n");
                repository.commit("Round " + round);
            }
        }
    }

    /** Another workspace that reads the place once holds the same; people are others there. */
    private void sameAsReadAtOnce() throws Exception {
        ImportRun last = read();
        try (RealWorkspace fresh = new RealWorkspace(folder.resolve("fresh")).later(3600)) {
            Imports once = new Imports(fresh.workplace(), ParsersTesting::readers);
            ImportRun run = once.start(Place.at(repository.path()), all());
            run.ended().join();
            assertEquals(sums(fresh, run), sums(workspace, run));
            assertEquals(
                    fresh.graph().statistics().nodes(), workspace.graph().statistics().nodes());
            assertEquals(
                    fresh.graph().statistics().edges(), workspace.graph().statistics().edges());
            assertEquals(ImportState.UNCHANGED, last.state());
        }
    }

    private static Map<String, Id> sums(RealWorkspace workspace, ImportRun run) {
        Map<String, Id> sums = new TreeMap<>();
        for (ImportPart part : run.parts()) {
            if (!part.reader().equals("git")) {
                sums.put(part.reader() + " " + part.location(), workspace.sum(part.source()));
            }
        }
        return sums;
    }

    private List<String> whoReads() throws Exception {
        read.clear();
        read();
        return List.copyOf(read);
    }

    private ImportRun read() throws Exception {
        ImportRun run = imports.start(Place.at(repository.path()), all());
        run.ended().join();
        return run;
    }
}
