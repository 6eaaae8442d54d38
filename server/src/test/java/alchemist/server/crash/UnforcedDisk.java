package alchemist.server.crash;

import alchemist.log.Disk;
import alchemist.log.DiskFile;
import alchemist.log.DiskLock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A disk that says that it has forced, and has not: what a test of forces must notice. */
record UnforcedDisk(Disk disk) implements Disk {
    private record UnforcedFile(DiskFile file) implements DiskFile {
        @Override
        public int alignment() {
            return file.alignment();
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public int read(ByteBuffer target, long offset) throws IOException {
            return file.read(target, offset);
        }

        @Override
        public int write(ByteBuffer source, long offset) throws IOException {
            return file.write(source, offset);
        }

        @Override
        public void force(boolean metadata) {}

        @Override
        public void truncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    @Override
    public List<String> list(Path directory) throws IOException {
        return disk.list(directory);
    }

    @Override
    public boolean exists(Path path) throws IOException {
        return disk.exists(path);
    }

    @Override
    public void createDirectories(Path directory) throws IOException {
        disk.createDirectories(directory);
    }

    @Override
    public DiskFile open(Path file, Mode mode) throws IOException {
        // What passes the system's cache by would be there without being forced.
        return new UnforcedFile(disk.open(file, mode == Mode.DIRECT ? Mode.WRITE : mode));
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        disk.rename(from, to);
    }

    @Override
    public void delete(Path path) throws IOException {
        disk.delete(path);
    }

    @Override
    public void forceDirectory(Path directory) {}

    @Override
    public Optional<DiskLock> lock(Path file) throws IOException {
        return disk.lock(file);
    }
}
