package alchemist.exchange.imports;

import static alchemist.exchange.imports.ImportsTesting.all;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.exchange.Place;
import alchemist.exchange.Reader;
import alchemist.exchange.Reading;
import alchemist.exchange.ReadingFailed;
import alchemist.exchange.code.ParsersTesting;
import alchemist.exchange.git.TestRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of code that is as it was, only what pages quote is stated anew, and nothing is missed. */
final class QuotesAgainTest {
    @TempDir Path folder;
    private RereadPlace place;
    private TestRepository repository;
    private Imports imports;
    private @Nullable Object left;

    /** Sees what the reader of code is left. */
    private final class Seeing extends PassingOn {
        Seeing(Reader reader) {
            super(reader);
        }

        @Override
        public void read(Place place, Reading reading) throws ReadingFailed {
            if (name().equals("code")) {
                left = reading.left(Object.class);
            }
            super.read(place, reading);
        }
    }

    @BeforeEach
    void open() throws Exception {
        place =
                new RereadPlace(
                        folder,
                        () -> ParsersTesting.readers().stream().<Reader>map(Seeing::new).toList());
        imports = place.imports;
        repository = place.repository;
        for (int i = 0; i < 3; i++) {
            code(i, "turn");
        }
        repository.write("a.md", "# A\n\n`GoodCard0`, `GoodCard1.turn`\n").commit("Begin");
        assertEquals(ImportState.APPLIED, read().state());
    }

    @AfterEach
    void close() throws Exception {
        place.close();
    }

    @Test
    void aSavedPageIsReadWithoutTheCode() throws Exception {
        repository.write("docs/b.md", "# B\n\n`GoodCard2`\n");
        ImportRun run = read();
        assertNotNull(left);
        assertEquals(1, run.diff().added().edges() - edgesOfOthers(run));
        repository.write("a.md", "# A\n\n`GoodCard0`\n");
        read();
        assertNotNull(left);
        place.assertSameAsReadAtOnce();
    }

    /** Edges that only readers of pages and folders state. */
    private static long edgesOfOthers(ImportRun run) {
        long edges = 0;
        for (ImportPart part : run.parts()) {
            edges += part.reader().equals("code") ? 0 : part.diff().added().edges();
        }
        return edges;
    }

    @Test
    void whatIsLeftEndsWithTheStatementsThatItIsOf() throws Exception {
        repository.write("a.md", "# A\n\n`GoodCard2`\n");
        ImportRun run = read();
        assertNotNull(left);
        assertEquals(Optional.empty(), imports.revert(run.id(), ImportsTesting.ACTOR));
        read();
        assertNull(left, "somebody else changed what is stated");
        place.assertSameAsReadAtOnce();
    }

    @Test
    void aTrialLeavesNothing() throws Exception {
        code(0, "shuffle");
        imports.dryRun(Place.at(repository.path()), all());
        repository.write("a.md", "# A\n\n`GoodCard0.shuffle`\n");
        read();
        place.assertSameAsReadAtOnce();
    }

    @Test
    void whateverChangesItIsAsIfItWereReadAtOnce() throws Exception {
        long seed = 20_261_130L;
        Random random = new Random(seed);
        for (int round = 0; round < 30; round++) {
            change(random, round);
            if (random.nextInt(8) == 0) {
                imports.dryRun(Place.at(repository.path()), all());
                change(random, round);
            }
            ImportRun run = read();
            assertTrue(
                    run.state() == ImportState.APPLIED || run.state() == ImportState.UNCHANGED,
                    () -> "seed " + seed + ": " + run.state());
            if (run.state() == ImportState.APPLIED && random.nextInt(8) == 0) {
                imports.revert(run.id(), ImportsTesting.ACTOR);
            }
            if (round % 10 == 9) {
                read();
                place.assertSameAsReadAtOnce();
            }
        }
    }

    private void change(Random random, int round) throws Exception {
        // In a folder of code, in one that is there for pages only, and at the top.
        String page =
                List.of("src/p/r", "docs/deep/d", "t").get(random.nextInt(3))
                        + random.nextInt(2)
                        + ".md";
        switch (random.nextInt(9)) {
            case 0 -> code(random.nextInt(4), random.nextBoolean() ? "turn" : "shuffle");
            case 1 -> Files.deleteIfExists(repository.path().resolve(page));
            case 2 -> repository.commit("Round " + round);
            case 3 ->
                    Files.deleteIfExists(
                            repository
                                    .path()
                                    .resolve("src/p/GoodCard" + random.nextInt(4) + ".java"));
            default ->
                    repository.write(
                            page,
                            "# P"
                                    + round
                                    + "\n\n`GoodCard"
                                    + random.nextInt(4)
                                    + "`, `GoodCard"
                                    + random.nextInt(4)
                                    + (random.nextBoolean() ? ".turn" : ".shuffle")
                                    + "`\n");
        }
    }

    private void code(int number, String method) throws Exception {
        String name = "GoodCard" + number;
        repository.write(
                "src/p/" + name + ".java",
                "package p;\nclass " + name + " { void " + method + "() {} }\n");
    }

    private ImportRun read() throws Exception {
        return place.read();
    }
}
