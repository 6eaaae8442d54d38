package alchemist.exchange;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
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
        FileChannel channel = null;
        boolean made = false;
        try {
            channel = locked(path);
            sweep(path.getParent(), path);
            made = true;
            return new TemporaryFolder(path, channel);
        } finally {
            if (!made) {
                close(path, channel);
            }
        }
    }

    /** Its lock has its name only when it is held: one that is found unlocked was left behind. */
    private static FileChannel locked(Path path) throws IOException {
        Path unnamed = path.resolve(LOCK + ".new");
        FileChannel channel =
                FileChannel.open(unnamed, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            channel.lock();
            Files.move(unnamed, path.resolve(LOCK), StandardCopyOption.ATOMIC_MOVE);
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        close(path, channel);
    }

    private static void close(Path path, @Nullable FileChannel channel) throws IOException {
        if (channel != null) {
            channel.close();
        }
        delete(path);
        OWN.remove(path);
    }

    private static void sweep(@Nullable Path folder, Path own) throws IOException {
        if (folder == null) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path one : left) {
                if (!OWN.contains(one.toAbsolutePath()) && isOurs(one, own) && isLeft(one)) {
                    delete(one);
                }
            }
        }
    }

    /**
     * Whether it has the owner that ours has. What another user put there is left alone: while it
     * is deleted, they could put links into it that lead elsewhere.
     */
    private static boolean isOurs(Path one, Path own) {
        try {
            return Files.getOwner(one, LinkOption.NOFOLLOW_LINKS)
                    .equals(Files.getOwner(own, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** Whether no process has it any more. */
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

    /**
     * Deletes a file or folder with all that is in it, where there is one; follows no links.
     * Another may delete it at the same time.
     */
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
                        Files.deleteIfExists(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e)
                            throws IOException {
                        if (e instanceof NoSuchFileException) {
                            return FileVisitResult.CONTINUE;
                        }
                        throw e;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
                            throws IOException {
                        Files.deleteIfExists(folder);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
