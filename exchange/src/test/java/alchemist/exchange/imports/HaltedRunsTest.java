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

    @Test
    void aDamagedFileIsAsNone() throws IOException {
        Path file = Files.writeString(folder.resolve("paused"), "{\"id\": 3");
        assertEquals(List.of(), HaltedRuns.in(file).read());
        Files.writeString(file, "{\"id\": \"x\"}\n");
        assertTrue(HaltedRuns.in(file).read().isEmpty());
    }
}
