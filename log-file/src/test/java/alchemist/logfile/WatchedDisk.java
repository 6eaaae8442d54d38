package alchemist.logfile;

import alchemist.log.Disk;
import alchemist.log.DiskFile;
import alchemist.testkit.disk.ForwardingDisk;
import java.io.IOException;
import java.nio.file.Path;

/** Counts the files that are open, and fails at one call of any kind. */
final class WatchedDisk extends ForwardingDisk {
    private final Disk disk;
    private final long failAt;
    private long calls;
    private int open;

    WatchedDisk(Disk disk, long failAt) {
        this.disk = disk;
        this.failAt = failAt;
    }

    @Override
    protected Disk disk() {
        return disk;
    }

    /** How many files were opened and not closed. */
    int open() {
        return open;
    }

    /** Whether the call was made that fails. */
    boolean hasFailed() {
        return calls >= failAt;
    }

    private void count(String what) throws IOException {
        if (++calls == failAt) {
            throw new IOException("simulated error of the device: " + what);
        }
    }

    @Override
    protected <T> T read(String what, Call<T> call) throws IOException {
        count(what);
        return super.read(what, call);
    }

    @Override
    protected <T> T change(String what, Call<T> call) throws IOException {
        count(what);
        return super.change(what, call);
    }

    @Override
    public DiskFile open(Path file, Mode mode) throws IOException {
        return change("open " + file, () -> new WatchedFile(disk.open(file, mode)));
    }

    private final class WatchedFile extends ForwardingFile {
        private boolean closed;

        WatchedFile(DiskFile file) {
            super(file);
            open++;
        }

        @Override
        public void close() throws IOException {
            open -= closed ? 0 : 1;
            closed = true;
            super.close();
        }
    }
}
