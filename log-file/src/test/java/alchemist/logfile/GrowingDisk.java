package alchemist.logfile;

import alchemist.log.Disk;
import alchemist.log.DiskFile;
import alchemist.log.DiskLock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A disk to read whose files are, after so many reads, as another disk has them. */
final class GrowingDisk implements Disk {
    private final Disk early;
    private final Disk late;
    private int readsLeft;

    GrowingDisk(Disk early, Disk late, int reads) {
        this.early = early;
        this.late = late;
        this.readsLeft = reads;
    }

    private Disk now() {
        return readsLeft > 0 ? early : late;
    }

    @Override
    public List<String> list(Path directory) throws IOException {
        return now().list(directory);
    }

    @Override
    public boolean exists(Path path) throws IOException {
        return now().exists(path);
    }

    @Override
    public DiskFile open(Path file, Mode mode) throws IOException {
        return new GrowingFile(early.open(file, mode), late.open(file, mode));
    }

    @Override
    public void createDirectories(Path directory) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void rename(Path from, Path to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(Path path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void forceDirectory(Path directory) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<DiskLock> lock(Path file) {
        throw new UnsupportedOperationException();
    }

    private final class GrowingFile implements DiskFile {
        private final DiskFile before;
        private final DiskFile after;

        GrowingFile(DiskFile before, DiskFile after) {
            this.before = before;
            this.after = after;
        }

        private DiskFile now() {
            return readsLeft > 0 ? before : after;
        }

        @Override
        public int alignment() {
            return 1;
        }

        @Override
        public long size() throws IOException {
            return now().size();
        }

        @Override
        public int read(ByteBuffer target, long offset) throws IOException {
            int n = now().read(target, offset);
            readsLeft--;
            return n;
        }

        @Override
        public int write(ByteBuffer source, long offset) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void force(boolean metadata) {}

        @Override
        public void truncate(long size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() throws IOException {
            before.close();
            after.close();
        }
    }
}
