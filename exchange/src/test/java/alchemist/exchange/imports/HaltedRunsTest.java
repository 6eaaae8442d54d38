package alchemist.exchange.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.exchange.Batch;
import alchemist.exchange.Place;
import alchemist.kernel.Id;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HaltedRunsTest {
    @TempDir Path folder;

    @Test
    void aRunIsReadAsItWasKept() {
        Path file = folder.resolve("paused");
        ImportPart part =
                new ImportPart(
                        Id.of("i", "1"),
                        Id.of("s", "1"),
                        "git",
                        "/a \"b\"",
                        "b",
                        ImportState.RUNNING,
                        Diff.NONE,
                        null);
        ImportRun run =
                ImportRun.halted(
                        Id.of("run", "1"),
                        new Place(folder, Batch.WHEN_RECORDED),
                        "A label\nof two lines",
                        Set.of("git", "code"),
                        Id.of("person", "1"),
                        7,
                        List.of(part, part.in(ImportState.APPLIED)));
        run.exclude(List.of("*.log", "/build"));
        HaltedRuns.in(file).keep(run);

        HaltedRuns read = HaltedRuns.in(file);
        ImportRun again = read.read().getFirst();
        assertEquals(run.id(), again.id());
        assertEquals(run.place(), again.place());
        assertEquals(run.label(), again.label());
        assertEquals(run.only(), again.only());
        assertEquals(run.actor(), again.actor());
        assertEquals(run.startedAt(), again.startedAt());
        assertEquals(run.parts(), again.parts());
        assertEquals(run.excludes(), again.excludes());
        assertEquals(ImportState.PAUSED, again.state());

        read.drop(run.id());
        assertFalse(Files.exists(file));
        assertEquals(List.of(), HaltedRuns.in(file).read());
    }

    /** Else the next process would show it as paused, and let nobody read its place. */
    @Test
    void aRunThatEndedAsItWasToHaltIsNotKept() {
        Path file = folder.resolve("paused");
        ImportRun run = run();
        assertTrue(run.pause());
        HaltedRuns halted = HaltedRuns.in(file);
        halted.keep(run);
        run.end(ImportState.APPLIED, null, 9);
        halted.keep(run);
        assertEquals(List.of(), HaltedRuns.in(file).read());
        run.leave();
        assertFalse(run.isLeft(), "nothing of it is left to be done");
        assertTrue(run.isOver());
    }

    @Test
    void aRunThatHaltedIsLeftWhenTheProcessEnds() {
        ImportRun run = run();
        assertTrue(run.pause());
        run.leave();
        assertTrue(run.isLeft());
        run.cancel();
        assertFalse(run.isLeft());
    }

    private ImportRun run() {
        return new ImportRun(
                Id.of("run", "1"),
                new Place(folder, Batch.WHEN_RECORDED),
                "a label",
                Set.of(),
                Id.of("person", "1"),
                7);
    }

    @Test
    void aDamagedFileIsAsNone() throws IOException {
        Path file = Files.writeString(folder.resolve("paused"), "{\"id\": 3");
        assertEquals(List.of(), HaltedRuns.in(file).read());
        Files.writeString(file, "{\"id\": \"x\"}\n");
        assertTrue(HaltedRuns.in(file).read().isEmpty());
    }
}
