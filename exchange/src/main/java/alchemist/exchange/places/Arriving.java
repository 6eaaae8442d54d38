package alchemist.exchange.places;

import static alchemist.exchange.TemporaryFolder.delete;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** What is being fetched, beside its place, which it takes when all of it is there. */
final class Arriving implements AutoCloseable {
    private static final String ARRIVING = ".arriving";

    private final Path place;
    private final Path path;

    Arriving(Path place) throws IOException {
        this.place = place;
        this.path = place.resolveSibling(place.getFileName() + ARRIVING);
        Files.createDirectories(Objects.requireNonNull(place.getParent()));
        delete(path);
    }

    Path path() {
        return path;
    }

    /** Puts it in its place. */
    void arrive() throws IOException {
        delete(place);
        Files.move(path, place);
    }

    /** Leaves nothing of what did not arrive. */
    @Override
    public void close() throws IOException {
        delete(path);
        Path own = Objects.requireNonNull(place.getParent());
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(own)) {
            if (inside.iterator().hasNext()) {
                return;
            }
        }
        Files.delete(own);
    }

    /**
     * Removes from all places what processes that were killed were fetching. To be called before
     * anything is fetched.
     */
    static void removeLeft(Path places) throws IOException {
        if (!Files.isDirectory(places)) {
            return;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(places)) {
            for (Path own : all) {
                try (DirectoryStream<Path> left = Files.newDirectoryStream(own, "*" + ARRIVING)) {
                    for (Path one : left) {
                        delete(one);
                    }
                }
                try (DirectoryStream<Path> inside = Files.newDirectoryStream(own)) {
                    if (!inside.iterator().hasNext()) {
                        Files.delete(own);
                    }
                }
            }
        }
    }
}
