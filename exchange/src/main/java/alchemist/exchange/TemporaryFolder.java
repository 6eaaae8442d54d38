package alchemist.exchange;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A folder for what is needed for a moment. Its process holds a lock in it: what is found unlocked
 * was left behind by one that was killed, and goes when the next one is made.
 */
public final class TemporaryFolder implements AutoCloseable {
    private static final String PREFIX = "alchemist-tmp-";
    private static final String LOCK = ".lock";

    /** Those of this process: looking at a lock of one's own gives it up on many systems. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private TemporaryFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Makes one in the system's folder for temporary files, after removing what was left behind
     * there.
     *
     * @param purpose a word of its name
     */
    public static TemporaryFolder make(String purpose) throws IOException {
        Path path = Files.createTempDirectory(PREFIX + purpose + "-").toAbsolutePath();
        OWN.add(path);
        try {
            FileChannel channel =
                    FileChannel.open(
                            path.resolve(LOCK),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            channel.lock();
            sweep(path.getParent());
            return new TemporaryFolder(path, channel);
        } catch (IOException e) {
            delete(path);
            throw e;
        }
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        delete(path);
        OWN.remove(path);
    }

    private static void sweep(@Nullable Path folder) throws IOException {
        if (folder == null) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path one : left) {
                if (!OWN.contains(one.toAbsolutePath()) && isLeft(one)) {
                    delete(one);
                }
            }
        }
    }

    /** Whether no process has it any more. One that is not ours cannot be locked. */
    private static boolean isLeft(Path folder) {
        Path lock = folder.resolve(LOCK);
        if (!Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS)) {
            return false; // it is just being made, or is not one of these
        }
        try (FileChannel channel =
                        FileChannel.open(
                                lock, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock held = channel.tryLock()) {
            return held != null;
        } catch (IOException | OverlappingFileLockException e) {
            return false;
        }
    }

    /** Deletes a file or folder with all that is in it, where there is one; follows no links. */
    public static void delete(Path top) throws IOException {
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
                    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
                            throws IOException {
                        Files.delete(folder);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
