package alchemist.logfile;

import alchemist.log.Disk.Mode;
import alchemist.log.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file of {@link FileDisk}. The JDK closes a channel under a thread that is interrupted; a log
 * must not fail because somebody cancelled a task, so the file is opened again, what was under way
 * is done again (it is positional, so that is harmless), and the interrupt is left pending.
 *
 * <p>A force is not done again: where it fails in the moment of an interrupt, the JDK tells of the
 * interrupt alone, and the next force may say yes for bytes that are gone. It goes by a channel of
 * its own, of a kind that no interrupt closes.
 */
final class OpenFile implements DiskFile {
    private static final OpenOption[] READ = {StandardOpenOption.READ};
    private static final OpenOption[] WRITE = {StandardOpenOption.READ, StandardOpenOption.WRITE};
    private static final OpenOption[] CREATE = {
        StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW
    };

    /** Sectors that are larger are written through the system's cache. */
    static final int MAX_ALIGNMENT = 4096;

    /** File systems of Linux in which who reads through the cache sees what passed it by. */
    private static final Set<String> DIRECT_FILE_SYSTEMS = Set.of("ext4", "xfs", "overlay");

    /** What opens a file past the system's cache, or null where the JDK has no such option. */
    private static final @Nullable OpenOption DIRECT =
            option("com.sun.nio.file.ExtendedOpenOption", "DIRECT");

    private final Path file;
    private final int alignment;
    private final OpenOption[] again;

    /** Nothing is read or written by it. */
    private final AsynchronousFileChannel forces;

    private volatile FileChannel channel;
    private volatile boolean closed;

    private OpenFile(
            Path file,
            int alignment,
            OpenOption[] again,
            FileChannel channel,
            AsynchronousFileChannel forces) {
        this.file = file;
        this.alignment = alignment;
        this.again = again;
        this.channel = channel;
        this.forces = forces;
    }

    private static OpenFile of(
            Path file, int alignment, OpenOption[] again, FileChannel channel, OpenOption forced)
            throws IOException {
        AsynchronousFileChannel forces = null;
        try {
            forces = AsynchronousFileChannel.open(file, forced);
            return new OpenFile(file, alignment, again, channel, forces);
        } finally {
            if (forces == null) {
                channel.close();
            }
        }
    }

    static OpenFile open(Path file, Mode mode) throws IOException {
        OpenFile direct = mode == Mode.DIRECT ? openDirect(file) : null;
        if (direct != null) {
            return direct;
        }
        OpenOption[] how =
                switch (mode) {
                    case READ -> READ;
                    case WRITE, DIRECT -> WRITE;
                    case CREATE -> CREATE;
                };
        try {
            FileChannel channel = FileChannel.open(file, how);
            return mode == Mode.READ
                    ? of(file, 1, READ, channel, StandardOpenOption.READ)
                    : of(file, 1, WRITE, channel, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw FileDisk.named(e, file);
        }
    }

    /** Opens a file past the system's cache, or answers null where its file system cannot. */
    private static @Nullable OpenFile openDirect(Path file) {
        if (DIRECT == null) {
            return null;
        }
        OpenOption[] how = {StandardOpenOption.READ, StandardOpenOption.WRITE, DIRECT};
        try {
            FileStore store = Files.getFileStore(file);
            long sector = store.getBlockSize();
            if (!DIRECT_FILE_SYSTEMS.contains(store.type())
                    || sector > MAX_ALIGNMENT
                    || Long.bitCount(sector) != 1) {
                return null;
            }
            OpenFile opened =
                    of(
                            file,
                            (int) sector,
                            how,
                            FileChannel.open(file, how),
                            StandardOpenOption.WRITE);
            boolean works = false;
            try {
                // Some say only at the first use that they cannot.
                opened.read(ByteBuffer.allocate(opened.alignment), 0);
                works = true;
                return opened;
            } finally {
                if (!works) {
                    opened.close();
                }
            }
        } catch (IOException | UnsupportedOperationException e) {
            return null; // opening it as usual tells what is wrong, if anything is
        }
    }

    /** An option that is this JDK's own: the compiler warns of it, and others need not have it. */
    private static @Nullable OpenOption option(String type, String name) {
        try {
            for (Object option : Class.forName(type).getEnumConstants()) {
                if (option instanceof OpenOption found && found.toString().equals(name)) {
                    return found;
                }
            }
        } catch (ClassNotFoundException e) {
            return null;
        }
        return null;
    }

    @Override
    public int alignment() {
        return alignment;
    }

    private interface Operation {
        long on(FileChannel channel) throws IOException;
    }

    private long uninterrupted(Operation operation) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return operation.on(channel);
                } catch (ClosedByInterruptException e) {
                    interrupted |= Thread.interrupted();
                    reopen(e);
                } catch (ClosedChannelException e) {
                    // Another thread that used the same file was interrupted.
                    reopen(e);
                }
            }
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException e) {
            throw FileDisk.named(e, file);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized void reopen(ClosedChannelException e) throws IOException {
        if (closed) {
            throw e;
        }
        if (!channel.isOpen()) {
            channel = FileChannel.open(file, again);
        }
    }

    @Override
    public long size() throws IOException {
        return uninterrupted(FileChannel::size);
    }

    @Override
    public int read(ByteBuffer target, long offset) throws IOException {
        int start = target.position();
        return (int) uninterrupted(c -> c.read(target.position(start), offset));
    }

    @Override
    public int write(ByteBuffer source, long offset) throws IOException {
        int start = source.position();
        return (int) uninterrupted(c -> c.write(source.position(start), offset));
    }

    /** Also of what can only be read: then of what others wrote to it. */
    @Override
    public void force(boolean metadata) throws IOException {
        try {
            forces.force(metadata);
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException e) {
            throw FileDisk.named(e, file);
        }
    }

    @Override
    public void truncate(long size) throws IOException {
        uninterrupted(
                c -> {
                    c.truncate(size);
                    return 0;
                });
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        try (AsynchronousFileChannel _ = forces) {
            channel.close();
        }
    }
}
