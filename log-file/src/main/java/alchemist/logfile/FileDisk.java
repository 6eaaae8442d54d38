package alchemist.logfile;

import alchemist.log.Disk;
import alchemist.log.DiskFile;
import alchemist.log.DiskFull;
import alchemist.log.DiskLock;
import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The disk of this machine. */
public final class FileDisk implements Disk {
    /** Windows cannot open a directory, and makes names durable by itself. */
    private static final boolean FORCES_DIRECTORIES =
            !System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("windows");

    /**
     * The lock files that this process holds. POSIX gives up a process's lock as soon as it closes
     * any descriptor of the file, so a file that is locked here must not even be opened again.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    /** Beyond every byte, since Windows lets nobody else read what is locked. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    /** When a write fails and less is left than this, it failed for want of room. */
    private static final long NO_ROOM_BYTES = 16 * 1024;

    /** The disk of this machine. */
    public FileDisk() {}

    @Override
    public List<String> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(f -> String.valueOf(f.getFileName())).sorted().toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
    }

    @Override
    public boolean exists(Path path) {
        return Files.exists(path);
    }

    @Override
    public void createDirectories(Path directory) throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path d = directory.toAbsolutePath(); d != null && !Files.isDirectory(d); ) {
            missing.push(d);
            d = d.getParent();
        }
        for (Path d : missing) {
            Files.createDirectories(d);
            Path parent = d.getParent();
            if (parent != null) {
                forceDirectory(parent);
            }
        }
    }

    @Override
    public DiskFile open(Path file, Mode mode) throws IOException {
        return OpenFile.open(file, mode);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("the file system cannot rename " + from + " in one step", e);
        }
    }

    @Override
    public void delete(Path path) throws IOException {
        Files.delete(path);
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        if (FORCES_DIRECTORIES) {
            // Of a kind that no interrupt closes, see OpenFile.
            try (AsynchronousFileChannel channel =
                    AsynchronousFileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public Optional<DiskLock> lock(Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path real = Objects.requireNonNull(absolute.getParent()).toRealPath();
        real = real.resolve(Objects.requireNonNull(absolute.getFileName()));
        if (!HELD.add(real)) {
            return Optional.empty();
        }
        HeldLock held = null;
        try {
            held = tryLock(real);
        } finally {
            if (held == null) {
                HELD.remove(real);
            }
        }
        return Optional.ofNullable(held);
    }

    private static @Nullable HeldLock tryLock(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException e) {
            lock = null; // another class loader of this process has it
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        return lock == null ? null : new HeldLock(file, channel);
    }

    /**
     * Tells a full disk from other failures. The JDK has nothing but the system's words, which may
     * be in any language, so the room that is left is asked for too.
     */
    static IOException named(IOException e, Path file) {
        String message = String.valueOf(e.getMessage());
        String words = message.toLowerCase(Locale.ROOT);
        boolean full =
                words.contains("no space left")
                        || words.contains("not enough space")
                        || words.contains("quota exceeded")
                        || (!(e instanceof FileSystemException) && hasNoRoom(file));
        return full ? new DiskFull(message, e) : e;
    }

    private static boolean hasNoRoom(Path file) {
        try {
            return Files.getFileStore(file).getUsableSpace() < NO_ROOM_BYTES;
        } catch (IOException e) {
            return false; // then the first failure is the one to tell
        }
    }

    private record HeldLock(Path file, FileChannel channel) implements DiskLock {
        @Override
        public void close() throws IOException {
            // Closing gives the lock back; only then may somebody here open the file again.
            try {
                channel.close();
            } finally {
                HELD.remove(file);
            }
        }
    }
}
