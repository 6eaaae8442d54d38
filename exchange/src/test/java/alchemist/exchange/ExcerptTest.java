package alchemist.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExcerptTest {
    @TempDir Path folder;
    private Path place;

    @BeforeEach
    void write() throws Exception {
        place = Files.createDirectory(folder.resolve("place"));
        String text =
                IntStream.rangeClosed(1, 40)
                        .mapToObj(i -> "line " + i)
                        .collect(Collectors.joining("\n"));
        Files.writeString(place.resolve("a.txt"), text);
        Files.writeString(folder.resolve("secret.txt"), "secret");
    }

    @Test
    void linesAroundOneAreRead() throws Exception {
        Excerpt excerpt = Excerpt.read(place.toString(), "a.txt", 20);
        assertEquals(14, excerpt.first());
        assertEquals("line 14", excerpt.lines().getFirst());
        assertEquals("line 26", excerpt.lines().getLast());
    }

    @Test
    void withoutALineItIsTheBeginning() throws Exception {
        Excerpt excerpt = Excerpt.read(place.resolve("a.txt").toString(), "", 0);
        assertEquals("a.txt", excerpt.file());
        assertEquals("line 1", excerpt.lines().getFirst());
        assertEquals(12, excerpt.lines().size());
        assertEquals(excerpt, Excerpt.read(place.resolve("a.txt").toString(), "a.txt", 0));
    }

    @Test
    void aLongLineIsCut() throws Exception {
        Files.writeString(place.resolve("long.txt"), "x".repeat(10_000));
        assertEquals(
                400, Excerpt.read(place.toString(), "long.txt", 1).lines().getFirst().length());
    }

    @Test
    void whatLiesOutsideIsRefused() throws Exception {
        assertTrue(problem("../secret.txt", 1).contains("outside"));
        Files.createSymbolicLink(place.resolve("link.txt"), folder.resolve("secret.txt"));
        assertTrue(problem("link.txt", 1).contains("outside"));
    }

    @Test
    void whatIsNoTextOrNotThereIsSaid() throws Exception {
        Files.write(place.resolve("b.bin"), new byte[] {(byte) 0xff, (byte) 0xfe, 10});
        assertTrue(problem("b.bin", 1).contains("UTF-8"));
        assertTrue(problem("gone.txt", 1).contains("not there any more"));
        assertTrue(problem("", 1).contains("is no file"));
        assertTrue(problem("a.txt", 400).contains("no line 400"));
    }

    private String problem(String path, long line) {
        return assertThrows(ReadingFailed.class, () -> Excerpt.read(place.toString(), path, line))
                .what();
    }
}
