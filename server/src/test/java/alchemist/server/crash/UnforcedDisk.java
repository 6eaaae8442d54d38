package alchemist.server.crash;

import alchemist.log.Disk;
import alchemist.log.DiskFile;
import alchemist.testkit.disk.ForwardingDisk;
import java.io.IOException;
import java.nio.file.Path;

/** A disk that says that it has forced, and has not: what a test of forces must notice. */
final class UnforcedDisk extends ForwardingDisk {
    private final Disk disk;

    UnforcedDisk(Disk disk) {
        this.disk = disk;
    }

    @Override
    protected Disk disk() {
        return disk;
    }

    @Override
    public DiskFile open(Path file, Mode mode) throws IOException {
        // What passes the system's cache by would be there without being forced.
        return new UnforcedFile(disk.open(file, mode == Mode.DIRECT ? Mode.WRITE : mode));
    }

    @Override
    public void forceDirectory(Path directory) {}

    private final class UnforcedFile extends ForwardingFile {
        UnforcedFile(DiskFile file) {
            super(file);
        }

        @Override
        public void force(boolean metadata) {}
    }
}
