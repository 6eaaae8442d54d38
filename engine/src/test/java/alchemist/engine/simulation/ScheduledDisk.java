package alchemist.engine.simulation;

import alchemist.log.Disk;
import alchemist.log.DiskFile;
import alchemist.log.DiskLock;
import alchemist.testkit.disk.ForwardingDisk;
import alchemist.testkit.disk.SimulatedDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The disk as one process of a world has it: at each call others may overtake, and when the power
 * fails the process is gone. It also sees to it that nobody writes to a segment of a log whose
 * force has failed.
 */
final class ScheduledDisk extends ForwardingDisk {
    private final SimulatedDisk disk;
    private final SimulatedThreads threads;
    private final List<DiskLock> locks = new ArrayList<>();
    private boolean forceFailed;

    ScheduledDisk(SimulatedDisk disk, SimulatedThreads threads) {
        this.disk = disk;
        this.threads = threads;
    }

    @Override
    protected Disk disk() {
        return disk;
    }

    @Override
    protected <T> T read(String what, Call<T> call) throws IOException {
        return call(what, call);
    }

    @Override
    protected <T> T change(String what, Call<T> call) throws IOException {
        return call(what, call);
    }

    private <T> T call(String what, Call<T> call) throws IOException {
        threads.pass(what);
        try {
            return call.run();
        } catch (IOException e) {
            if (disk.hasCrashed()) {
                throw threads.kill();
            }
            throw e;
        }
    }

    /** The process has ended: the system takes its locks back. */
    void release() throws IOException {
        for (DiskLock lock : locks) {
            lock.close();
        }
    }

    @Override
    public DiskFile open(Path file, Mode mode) throws IOException {
        boolean isSegment = file.toString().endsWith(".alog");
        return call("open " + file, () -> new ScheduledFile(disk.open(file, mode), isSegment));
    }

    @Override
    public Optional<DiskLock> lock(Path file) throws IOException {
        Optional<DiskLock> lock = super.lock(file);
        lock.ifPresent(locks::add);
        return lock;
    }

    private final class ScheduledFile extends ForwardingFile {
        private final boolean isSegment;

        ScheduledFile(DiskFile file, boolean isSegment) {
            super(file);
            this.isSegment = isSegment;
        }

        @Override
        public int write(ByteBuffer source, long offset) throws IOException {
            return call(
                    "write",
                    () -> {
                        if (isSegment && forceFailed) {
                            threads.fail(new AssertionError("written to after a failed force"));
                        }
                        return file().write(source, offset);
                    });
        }

        @Override
        public void force(boolean metadata) throws IOException {
            call(
                    "force",
                    () -> {
                        try {
                            file().force(metadata);
                            return true;
                        } catch (IOException e) {
                            forceFailed |= isSegment;
                            throw e;
                        }
                    });
        }
    }
}
