package alchemist.logfile;

import alchemist.log.Disk;
import alchemist.testkit.disk.ForwardingDisk;
import java.io.IOException;

/** A disk on which somebody else does something before one of the reads. */
final class InterruptingDisk extends ForwardingDisk {
    private final Disk disk;
    private final Runnable other;
    private int readsLeft;

    InterruptingDisk(Disk disk, int reads, Runnable other) {
        this.disk = disk;
        this.readsLeft = reads;
        this.other = other;
    }

    @Override
    protected Disk disk() {
        return disk;
    }

    @Override
    protected <T> T read(String what, Call<T> call) throws IOException {
        if (readsLeft-- == 0) {
            other.run();
        }
        return super.read(what, call);
    }
}
