package alchemist.exchange.places;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/** What is being fetched, beside its place, which it takes when all of it is there. */
final class Arriving implements AutoCloseable {
    private final Path place;
    private final Path path;

    Arriving(Path place) throws IOException {
        this.place = place;
        this.path = place.resolveSibling(place.getFileName() + ".arriving");
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

    @Override
    public void close() throws IOException {
        delete(path);
    }

    private static void delete(Path top) throws IOException {
        if (!Files.exists(top, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(
                top,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path folder, @org.jspecify.annotations.Nullable IOException e)
                            throws IOException {
                        Files.delete(folder);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
