package alchemist.server.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceWatchTest {
    @TempDir private Path folder;

    private static CompletableFuture<Void> next(PlaceWatch watch) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        watch.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    @Test
    void hearsOfFilesAlsoInFoldersThatAreNew() throws Exception {
        Path deep = Files.createDirectories(folder.resolve("a/b"));
        try (PlaceWatch watch = new PlaceWatch(folder)) {
            CompletableFuture<Void> first = next(watch);
            Files.writeString(deep.resolve("one.md"), "# One");
            first.get(30, TimeUnit.SECONDS);
            CompletableFuture<Void> second = next(watch);
            Path fresh = Files.createDirectories(folder.resolve("c"));
            second.get(30, TimeUnit.SECONDS);
            watch.look();
            CompletableFuture<Void> third = next(watch);
            Files.writeString(fresh.resolve("two.md"), "# Two");
            third.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void ofOneFileItHearsAlone() throws Exception {
        Path file = Files.writeString(folder.resolve("one.md"), "# One");
        try (PlaceWatch watch = new PlaceWatch(file)) {
            CompletableFuture<Void> change = next(watch);
            Files.writeString(folder.resolve("other.md"), "# Other");
            assertThrows(
                    java.util.concurrent.TimeoutException.class,
                    () -> change.get(300, TimeUnit.MILLISECONDS));
            assertFalse(change.isDone());
            Files.writeString(file, "# Another");
            change.get(30, TimeUnit.SECONDS);
        }
    }
}
