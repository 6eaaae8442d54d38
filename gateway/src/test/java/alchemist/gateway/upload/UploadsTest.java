package alchemist.gateway.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.kernel.Id;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UploadsTest {
    @TempDir Path folder;
    private Uploads uploads;

    @BeforeEach
    void begin() {
        SplittableRandom random = new SplittableRandom(4);
        uploads =
                new Uploads(
                        folder.resolve("demo"), () -> new Id(random.nextLong(), random.nextLong()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aSingleFileIsThePlaceToRead() throws Exception {
        Id id = uploads.begin("people.csv");
        uploads.add(id, "people.csv", bytes("name\nAda\n"));
        Path place = uploads.finish(id);
        assertTrue(Files.isRegularFile(place));
        assertEquals("people.csv", String.valueOf(place.getFileName()));
        assertEquals("name\nAda\n", Files.readString(place));
    }

    @Test
    void aFileThatIsSentAgainIsOneFile() throws Exception {
        Id id = uploads.begin("people.csv");
        uploads.add(id, "people.csv", bytes("name\nAda\n"));
        uploads.add(id, "people.csv", bytes("name\n"));
        Path place = uploads.finish(id);
        assertTrue(Files.isRegularFile(place));
        assertEquals("name\n", Files.readString(place));
    }

    @Test
    void aFolderTakesThePlaceOfTheFormerOneAtOnce() throws Exception {
        Id first = uploads.begin("docs");
        uploads.add(first, "a/one.md", bytes("1"));
        uploads.add(first, "two.md", bytes("2"));
        Path place = uploads.finish(first);
        Id second = uploads.begin("docs");
        uploads.add(second, "three.md", bytes("3"));
        uploads.add(second, "a/four.md", bytes("4"));
        assertTrue(Files.exists(place.resolve("two.md")), "nothing is replaced by halves");
        assertEquals(place, uploads.finish(second));
        assertFalse(Files.exists(place.resolve("two.md")));
        assertFalse(Files.exists(place.resolve("a/one.md")));
        assertEquals("4", Files.readString(place.resolve("a/four.md")));
    }

    @Test
    void whatWasSentBeforeStaysUntilAnotherTakesItsPlace() throws Exception {
        Path place = sent("docs", "one.md");
        Id second = uploads.begin("docs");
        uploads.add(second, "two.md", bytes("2"));
        Path arriving = folder.resolve("demo/.arriving");
        Files.move(arriving, folder.resolve("taken away"));

        assertThrows(IOException.class, () -> uploads.finish(second));
        assertEquals("1", Files.readString(place));
        Files.move(folder.resolve("taken away"), arriving);
        assertEquals("2", Files.readString(uploads.finish(second).resolve("two.md")));
        assertFalse(Files.exists(place));
    }

    @Test
    void whatWasToBeReplacedWhenTheProcessWasKilledIsPutBack() throws Exception {
        Path former = folder.resolve("demo/.former");
        Path docs = sent("docs", "one.md");
        Path notes = sent("notes", "one.md");
        Files.createDirectories(former);
        Files.move(folder.resolve("demo/docs"), former.resolve("docs"));
        Files.createDirectories(former.resolve("notes"));
        Files.createDirectories(folder.resolve("demo/.arriving/x/docs"));

        Uploads.removeLeft(folder);
        assertEquals("1", Files.readString(docs));
        assertEquals("1", Files.readString(notes), "its place was taken already");
        assertFalse(Files.exists(former));
        assertFalse(Files.exists(folder.resolve("demo/.arriving")));
    }

    private Path sent(String name, String file) throws Exception {
        Id id = uploads.begin(name);
        uploads.add(id, file, bytes("1"));
        uploads.finish(id);
        return folder.resolve("demo").resolve(name).resolve(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "..", "../x", "a/../../x", "/etc/passwd", "a//b", "a\\b", "c:x", "a/."})
    void aPathOutsideIsRefused(String path) throws Exception {
        Id id = uploads.begin("docs");
        assertThrows(UploadRefused.class, () -> uploads.add(id, path, bytes("x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", ".arriving", ".former", "a/b", "a\\b", "a\nb"})
    void aNameThatIsNoneIsRefused(String name) {
        assertThrows(UploadRefused.class, () -> uploads.begin(name));
    }

    @Test
    void whatIsTooDeepOrTooLongIsRefused() throws Exception {
        Id id = uploads.begin("docs");
        assertThrows(UploadRefused.class, () -> uploads.add(id, "a/".repeat(70) + "b", bytes("x")));
        assertThrows(UploadRefused.class, () -> uploads.add(id, "a".repeat(2_000), bytes("x")));
        assertThrows(UploadRefused.class, () -> uploads.begin("a".repeat(300)));
        assertThrows(UploadRefused.class, () -> uploads.begin("ä".repeat(200)));
        assertThrows(UploadRefused.class, () -> uploads.add(id, "a".repeat(256), bytes("x")));
        uploads.add(id, "a".repeat(255), bytes("x"));
    }

    @Test
    void aPathIsOfAFileOrOfAFolder() throws Exception {
        Id id = uploads.begin("folder");
        uploads.add(id, "a/b", bytes("x"));
        assertThrows(UploadRefused.class, () -> uploads.add(id, "a/b/c", bytes("x")));
        assertThrows(UploadRefused.class, () -> uploads.add(id, "a/b/c/d", bytes("x")));
        assertThrows(UploadRefused.class, () -> uploads.add(id, "a", bytes("x")));
    }

    @Test
    void anUploadWithoutFilesOrUnknownIsNotFinished() throws Exception {
        Id id = uploads.begin("docs");
        assertThrows(UploadRefused.class, () -> uploads.finish(id));
        uploads.add(id, "one.md", bytes("1"));
        uploads.finish(id);
        assertThrows(UploadRefused.class, () -> uploads.finish(id));
    }

    @Test
    void theOldestGivesWay() throws Exception {
        Id first = uploads.begin("first");
        uploads.add(first, "one.md", bytes("1"));
        for (int i = 0; i < Uploads.MAX_ARRIVING; i++) {
            uploads.begin("later" + i);
        }
        assertThrows(UploadRefused.class, () -> uploads.add(first, "two.md", bytes("2")));
    }

    @Test
    void moreFilesThanTheLimitAreRefusedAndThrownAway() throws Exception {
        Id id = uploads.begin("many");
        for (int i = 0; i < Uploads.MAX_FILES; i++) {
            uploads.add(id, "f" + i, new byte[0]);
        }
        UploadRefused refused =
                assertThrows(
                        UploadRefused.class, () -> uploads.add(id, "one too many", new byte[0]));
        assertTrue(String.valueOf(refused.getMessage()).contains("5000 files"));
        assertThrows(UploadRefused.class, () -> uploads.finish(id));
    }
}
