package alchemist.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class TemporaryFolderTest {
    /** Another process that makes one and is killed. */
    static final class Killed {
        private Killed() {}

        public static void main(String[] args) throws Exception {
            try (TemporaryFolder folder = TemporaryFolder.make("test")) {
                Files.writeString(folder.path().resolve("left.txt"), "x");
                System.out.println(folder.path());
                Thread.sleep(TimeUnit.MINUTES.toMillis(5));
            }
        }
    }

    /** Another process that makes many, one after the other. */
    static final class Busy {
        private Busy() {}

        public static void main(String[] args) throws Exception {
            for (int i = 0; i < 200; i++) {
                try (TemporaryFolder folder = TemporaryFolder.make("test")) {
                    Files.writeString(folder.path().resolve("mine.txt"), "x");
                }
            }
        }
    }

    private static Process process(Class<?> main) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void processesThatMakeThemAtTheSameTimeLeaveEachOtherTheirs() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(process(Busy.class));
        }
        for (Process each : processes) {
            assertEquals(0, each.waitFor());
        }
    }

    @Test
    void whatAKilledProcessLeftGoesWithTheNextOne() throws Exception {
        Process process = process(Killed.class);
        Path left;
        Path kept;
        try (var lines = process.inputReader()) {
            left = Path.of(lines.readLine());
            try (TemporaryFolder meanwhile = TemporaryFolder.make("test")) {
                kept = meanwhile.path();
                assertTrue(Files.exists(left), "its process has it still");
            }
            assertFalse(Files.exists(kept));
        } finally {
            process.destroyForcibly().waitFor();
        }
        try (TemporaryFolder next = TemporaryFolder.make("test")) {
            assertFalse(Files.exists(left), "nobody has it any more");
            assertEquals(1, next.path().toFile().list().length);
        }
    }

    @Test
    void whatAnotherUserPutThereIsLeftAlone() throws Exception {
        Path folder = Files.createTempDirectory("alchemist-tmp-other-");
        try {
            Files.createFile(folder.resolve(".lock"));
            try {
                Files.setOwner(
                        folder,
                        folder.getFileSystem()
                                .getUserPrincipalLookupService()
                                .lookupPrincipalByName("nobody"));
            } catch (IOException | UnsupportedOperationException e) {
                abort("only the superuser gives away what it has: " + e);
            }
            TemporaryFolder.make("test").close();
            assertTrue(Files.exists(folder.resolve(".lock")));
        } finally {
            TemporaryFolder.delete(folder);
        }
    }
}
