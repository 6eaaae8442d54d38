package alchemist.engine.simulation;

import alchemist.log.Disk;
import alchemist.log.DiskFile;
import alchemist.log.DiskLock;
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
final class ScheduledDisk implements Disk {
    private final SimulatedDisk disk;
    private final SimulatedThreads threads;
    private final List<DiskLock> locks = new ArrayList<>();
    private boolean forceFailed;

    ScheduledDisk(SimulatedDisk disk, SimulatedThreads threads) {
        this.disk = disk;
        this.threads = threads;
    }

    private interface Call<T> {
        T run() throws IOException;
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
    public List<String> list(Path directory) throws IOException {
        return call("list", () -> disk.list(directory));
    }

    @Override
    public boolean exists(Path path) throws IOException {
        return call("exists", () -> disk.exists(path));
    }

    @Override
    public void createDirectories(Path directory) throws IOException {
        call(
                "create directories",
                () -> {
                    disk.createDirectories(directory);
                    return true;
                });
    }

    @Override
    public DiskFile open(Path file, Mode mode) throws IOException {
        boolean isSegment = file.toString().endsWith(".alog");
        return call("open " + file, () -> new ScheduledFile(disk.open(file, mode), isSegment));
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        call(
                "rename " + from,
                () -> {
                    disk.rename(from, to);
                    return true;
                });
    }

    @Override
    public void delete(Path path) throws IOException {
        call(
                "delete " + path,
                () -> {
                    disk.delete(path);
                    return true;
                });
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        call(
                "force " + directory,
                () -> {
                    disk.forceDirectory(directory);
                    return true;
                });
    }

    @Override
    public Optional<DiskLock> lock(Path file) throws IOException {
        Optional<DiskLock> lock = call("take " + file, () -> disk.lock(file));
        lock.ifPresent(locks::add);
        return lock;
    }

    private final class ScheduledFile implements DiskFile {
        private final DiskFile file;
        private final boolean isSegment;

        ScheduledFile(DiskFile file, boolean isSegment) {
            this.file = file;
            this.isSegment = isSegment;
        }

        @Override
        public int alignment() {
            return file.alignment();
        }

        @Override
        public long size() throws IOException {
            return call("size", file::size);
        }

        @Override
        public int read(ByteBuffer target, long offset) throws IOException {
            return call("read", () -> file.read(target, offset));
        }

        @Override
        public int write(ByteBuffer source, long offset) throws IOException {
            return call(
                    "write",
                    () -> {
                        if (isSegment && forceFailed) {
                            threads.fail(new AssertionError("written to after a failed force"));
                        }
                        return file.write(source, offset);
                    });
        }

        @Override
        public void force(boolean metadata) throws IOException {
            call(
                    "force",
                    () -> {
                        try {
                            file.force(metadata);
                            return true;
                        } catch (IOException e) {
                            forceFailed |= isSegment;
                            throw e;
                        }
                    });
        }

        @Override
        public void truncate(long size) throws IOException {
            call(
                    "truncate",
                    () -> {
                        file.truncate(size);
                        return true;
                    });
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
