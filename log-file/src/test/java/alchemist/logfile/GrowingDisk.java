package alchemist.logfile;

import alchemist.log.Disk;
import alchemist.log.DiskFile;
import alchemist.testkit.disk.ForwardingDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** A disk to read whose files are, after so many reads, as another disk has them. */
final class GrowingDisk extends ForwardingDisk {
    private final Disk early;
    private final Disk late;
    private int readsLeft;

    GrowingDisk(Disk early, Disk late, int reads) {
        this.early = early;
        this.late = late;
        this.readsLeft = reads;
    }

    @Override
    protected Disk disk() {
        return readsLeft > 0 ? early : late;
    }

    @Override
    protected <T> T change(String what, Call<T> call) {
        throw new UnsupportedOperationException(what);
    }

    @Override
    public DiskFile open(Path file, Mode mode) throws IOException {
        return new GrowingFile(early.open(file, mode), late.open(file, mode));
    }

    private final class GrowingFile extends ForwardingFile {
        private final DiskFile after;

        GrowingFile(DiskFile before, DiskFile after) {
            super(before);
            this.after = after;
        }

        @Override
        protected DiskFile file() {
            return readsLeft > 0 ? super.file() : after;
        }

        @Override
        public int read(ByteBuffer target, long offset) throws IOException {
            int n = super.read(target, offset);
            readsLeft--;
            return n;
        }

        @Override
        public void force(boolean metadata) {}

        @Override
        public void close() throws IOException {
            super.file().close();
            after.close();
        }
    }
}
