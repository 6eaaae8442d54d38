package alchemist.logfile;

import alchemist.log.Disk;
import alchemist.log.DiskFile;
import alchemist.log.DiskFull;
import alchemist.log.DiskLock;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
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
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
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

    /** Tells a full disk from other failures; the JDK has nothing but the system's words. */
    static IOException named(IOException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        boolean full =
                message.contains("no space left")
                        || message.contains("not enough space")
                        || message.contains("quota exceeded");
        return full ? new DiskFull(String.valueOf(e.getMessage()), e) : e;
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
