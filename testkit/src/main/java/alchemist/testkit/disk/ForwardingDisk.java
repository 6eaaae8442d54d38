package alchemist.testkit.disk;

import alchemist.log.Disk;
import alchemist.log.DiskFile;
import alchemist.log.DiskLock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Passes all calls on to another disk, and those of its files to the other's files. What extends it
 * does some of them otherwise, or comes before all that read and all that change something.
 */
public abstract class ForwardingDisk implements Disk {
    /** One call of the other disk or of a file of it. */
    @FunctionalInterface
    protected interface Call<T> {
        /** Does it. */
        T run() throws IOException;
    }

    /** A call with nothing to answer. */
    @FunctionalInterface
    protected interface Change {
        /** Does it. */
        void run() throws IOException;
    }

    /** The other disk. */
    protected abstract Disk disk();

    /**
     * Passes a call on that changes nothing.
     *
     * @param what in words, for messages
     */
    protected <T> T read(String what, Call<T> call) throws IOException {
        return call.run();
    }

    /** Passes a call on that changes, opens, locks or forces something. */
    protected <T> T change(String what, Call<T> call) throws IOException {
        return call.run();
    }

    private void change(String what, Change change) throws IOException {
        change(
                what,
                () -> {
                    change.run();
                    return true;
                });
    }

    @Override
    public List<String> list(Path directory) throws IOException {
        return read("list", () -> disk().list(directory));
    }

    @Override
    public boolean exists(Path path) throws IOException {
        return read("exists", () -> disk().exists(path));
    }

    @Override
    public void createDirectories(Path directory) throws IOException {
        change("create directories", () -> disk().createDirectories(directory));
    }

    @Override
    public DiskFile open(Path file, Mode mode) throws IOException {
        return change("open " + file, () -> new ForwardingFile(disk().open(file, mode)));
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        change("rename " + from, () -> disk().rename(from, to));
    }

    @Override
    public void delete(Path path) throws IOException {
        change("delete " + path, () -> disk().delete(path));
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        change("force " + directory, () -> disk().forceDirectory(directory));
    }

    @Override
    public Optional<DiskLock> lock(Path file) throws IOException {
        return change("take " + file, () -> disk().lock(file));
    }

    /** Passes all calls on to a file of the other disk. */
    protected class ForwardingFile implements DiskFile {
        private final DiskFile file;

        /** Over a file. */
        protected ForwardingFile(DiskFile file) {
            this.file = file;
        }

        /** The file of the other disk. */
        protected DiskFile file() {
            return file;
        }

        @Override
        public int alignment() {
            return file().alignment();
        }

        @Override
        public long size() throws IOException {
            return ForwardingDisk.this.read("size", () -> file().size());
        }

        @Override
        public int read(ByteBuffer target, long offset) throws IOException {
            return ForwardingDisk.this.read("read", () -> file().read(target, offset));
        }

        @Override
        public int write(ByteBuffer source, long offset) throws IOException {
            return change("write", () -> file().write(source, offset));
        }

        @Override
        public void force(boolean metadata) throws IOException {
            change("force", () -> file().force(metadata));
        }

        @Override
        public void truncate(long size) throws IOException {
            change("truncate", () -> file().truncate(size));
        }

        @Override
        public void close() throws IOException {
            file().close();
        }
    }
}
