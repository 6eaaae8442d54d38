package alchemist.bench.large;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LargeRepositoryTest {
    @TempDir Path folder;

    @Test
    void aSeedMakesOneAndTheSameHistory() throws IOException {
        assertEquals(history(7), history(7));
        assertNotEquals(history(7), history(8));
    }

    @Test
    void gitTakesWhatIsGeneratedAndItIsMadeOnce() throws Exception {
        LargeRepository made = LargeRepository.of(new Shape(120, 150, 3), folder);
        assertEquals(150, made.commits(), 5);
        assertTrue(Math.abs(made.files() - 120) < 12, made.files() + " files");
        Files.createFile(made.path().resolve("mark"));
        assertEquals(made, LargeRepository.of(new Shape(120, 150, 3), folder));
        assertTrue(Files.exists(made.path().resolve("mark")));
    }

    @Test
    void whatIsAskedForInOtherWordsIsRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> LargeBenchmark.of(List.of("--size", "9")));
        assertThrows(IllegalArgumentException.class, () -> LargeBenchmark.of(List.of("--files")));
        assertThrows(
                IllegalArgumentException.class, () -> LargeBenchmark.of(List.of("--files", "3")));
    }

    private static String history(long seed) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FastImport out = new FastImport(bytes)) {
            new GeneratedHistory(new Shape(100, 100, seed), out).write();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
