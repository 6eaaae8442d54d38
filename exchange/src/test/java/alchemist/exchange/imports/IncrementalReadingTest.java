package alchemist.exchange.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.exchange.code.ParsersTesting;
import alchemist.exchange.git.TestRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
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
    private RereadPlace place;
    private TestRepository repository;
    private Imports imports;
    private final List<String> read = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        place = new RereadPlace(folder, () -> Noting.all(ParsersTesting.readers(), read));
        imports = place.imports;
        repository = place.repository;
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
        place.close();
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
        place.assertSameAsReadAtOnce();
    }

    @Test
    void whatOthersDidToASourceIsSeen() throws Exception {
        repository.write("b.md", "# B, anew\n");
        ImportRun run = read();
        assertEquals(ImportState.APPLIED, run.state());
        assertEquals(Optional.empty(), imports.revert(run.id(), ImportsTesting.ACTOR));
        assertEquals(ImportState.APPLIED, read().state(), "what was taken back is stated again");
        place.assertSameAsReadAtOnce();
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
        place.assertSameAsReadAtOnce();
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

    private List<String> whoReads() throws Exception {
        read.clear();
        read();
        return List.copyOf(read);
    }

    private ImportRun read() throws Exception {
        return place.read();
    }
}
