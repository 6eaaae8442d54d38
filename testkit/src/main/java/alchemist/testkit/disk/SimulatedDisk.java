package alchemist.testkit.disk;

import alchemist.log.Disk;
import alchemist.log.DiskFile;
import alchemist.log.DiskFull;
import alchemist.log.DiskLock;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A disk in memory that can crash. Of what was not forced, a crash keeps anything: a write wholly,
 * not at all, cut at any byte, or some of its sectors; a name or not. It can also fail, be full or
 * flip bits. Everything follows from the seed and the order of calls.
 *
 * <p>The calls that change something are counted, from 1: creating, writing, forcing, truncating,
 * renaming, deleting, forcing a directory. To try every boundary, run a script once to learn how
 * many there are, then once for each with {@link #crashAtCall} or {@link #failAtCall}.
 */
public final class SimulatedDisk implements Disk {
    /** How a call fails. */
    public enum Failure {
        /** With an error of the device. A write has been done in part; a force has lost bytes. */
        ERROR,
        /** For want of room: a write has been done in part. A force does not fail so. */
        FULL,
        /** Not at all, but a write does only a part and says so. */
        SHORT
    }

    /** A sector is short here, so that blocks begin everywhere in one. */
    private static final int SECTOR_BYTES = 64;

    private final SplittableRandom random;
    private final int alignment;
    private final Map<Path, Directory> directories = new TreeMap<>();
    private final Set<Path> locks = new HashSet<>();

    private long calls;
    private long crashAt = -1;
    private long failAt = -1;
    private Failure failure = Failure.ERROR;
    private boolean failForGood;
    private boolean lies;
    private boolean dead;
    private long capacityBytes = Long.MAX_VALUE;

    /** An empty disk. Those of odd seeds can be written past the cache, sector by sector. */
    public SimulatedDisk(long seed) {
        this((seed & 1) == 0 ? 1 : SECTOR_BYTES, new SplittableRandom(seed));
    }

    private SimulatedDisk(int alignment, SplittableRandom random) {
        this.alignment = alignment;
        this.random = random;
    }

    /** Whether the power has failed. */
    public synchronized boolean hasCrashed() {
        return dead;
    }

    /** How many calls have changed something. */
    public synchronized long calls() {
        return calls;
    }

    /** Lets the power fail during a call; it and all later ones throw. */
    public synchronized void crashAtCall(long call) {
        crashAt = call;
    }

    /** Lets one call fail. */
    public synchronized void failAtCall(long call, Failure how) {
        failAt = call;
        failure = how;
        failForGood = false;
    }

    /** Lets a call and all that follow fail. */
    public synchronized void failFromCall(long call, Failure how) {
        failAtCall(call, how);
        failForGood = true;
    }

    /**
     * Makes a force do nothing and say that it did: the control of a test that relies on forces.
     */
    public synchronized void lieAboutForces() {
        lies = true;
    }

    /** Sets how many bytes all files may have together. */
    public synchronized void capacityBytes(long bytes) {
        capacityBytes = bytes;
    }

    /** How many bytes all files have together. */
    public synchronized long usedBytes() {
        long used = 0;
        for (Directory directory : directories.values()) {
            for (Inode inode : directory.inodes()) {
                used += inode.size();
            }
        }
        return used;
    }

    /** The bytes of a file. */
    public synchronized byte[] bytes(Path file) throws IOException {
        return inode(file).bytes();
    }

    /** Inverts the bits of a mask in one byte, durably. */
    public synchronized void flip(Path file, long offset, int mask) throws IOException {
        inode(file).flip((int) offset, mask);
    }

    /** A disk with the same files, all of it durable, of which nothing is locked. */
    public synchronized SimulatedDisk copy() {
        SimulatedDisk copy = new SimulatedDisk(alignment, random.split());
        directories.forEach((path, directory) -> copy.directories.put(path, directory.copy()));
        return copy;
    }

    /** Takes the power away: this disk is dead, and the one that is answered is what is left. */
    public synchronized SimulatedDisk crash() {
        dead = true;
        SimulatedDisk after = new SimulatedDisk(random.nextLong());
        directories.forEach(
                (path, directory) -> after.directories.put(path, directory.afterCrash(random)));
        return after;
    }

    @Override
    public synchronized List<String> list(Path directory) throws IOException {
        requireAlive();
        Directory found = directories.get(directory);
        if (found == null) {
            return List.of();
        }
        TreeSet<String> names = new TreeSet<>(found.names());
        for (Path other : directories.keySet()) {
            if (directory.equals(other.getParent())) {
                names.add(name(other));
            }
        }
        return List.copyOf(names);
    }

    @Override
    public synchronized boolean exists(Path path) throws IOException {
        requireAlive();
        return directories.containsKey(path) || find(path) != null;
    }

    @Override
    public synchronized void createDirectories(Path directory) throws IOException {
        requireAlive();
        for (Path d = directory; d != null; d = d.getParent()) {
            directories.putIfAbsent(d, new Directory());
        }
    }

    @Override
    public synchronized DiskFile open(Path file, Mode mode) throws IOException {
        requireAlive();
        if (mode != Mode.CREATE) {
            return new SimulatedFile(this, inode(file), mode, alignment);
        }
        if (find(file) != null) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Inode inode = new Inode();
        Directory directory = directory(file);
        change("create " + file, true, () -> directory.link(name(file), inode));
        return new SimulatedFile(this, inode, mode, alignment);
    }

    @Override
    public synchronized void rename(Path from, Path to) throws IOException {
        requireAlive();
        Inode inode = inode(from);
        Directory directory = directory(from);
        if (Objects.equals(from.getParent(), to.getParent())) {
            change("rename " + from, false, () -> directory.rename(name(from), name(to), inode));
            return;
        }
        // Each of the two directories keeps its part for itself.
        Directory other = directory(to);
        change(
                "rename " + from,
                false,
                () -> {
                    other.link(name(to), inode);
                    directory.unlink(name(from));
                });
    }

    @Override
    public synchronized void delete(Path path) throws IOException {
        requireAlive();
        Directory directory = directories.get(path);
        if (directory == null) {
            inode(path);
            Directory in = directory(path);
            change("delete " + path, false, () -> in.unlink(name(path)));
        } else if (directory.names().isEmpty()) {
            change("delete " + path, false, () -> directories.remove(path));
        } else {
            throw new DirectoryNotEmptyException(path.toString());
        }
    }

    @Override
    public synchronized void forceDirectory(Path directory) throws IOException {
        requireAlive();
        Directory found = directories.get(directory);
        if (found == null) {
            throw new NoSuchFileException(directory.toString());
        }
        force(found::force, () -> found.failForce(random));
    }

    @Override
    public synchronized Optional<DiskLock> lock(Path file) throws IOException {
        requireAlive();
        if (find(file) == null) {
            directory(file).link(name(file), new Inode());
        }
        if (!locks.add(file)) {
            return Optional.empty();
        }
        return Optional.of(() -> unlock(file));
    }

    private synchronized void unlock(Path file) {
        locks.remove(file);
    }

    synchronized int read(Inode inode, byte[] target, long offset) throws IOException {
        requireAlive();
        return inode.read(target, offset);
    }

    synchronized long size(Inode inode) throws IOException {
        requireAlive();
        return inode.size();
    }

    synchronized int write(Inode inode, byte[] bytes, long offset, int alignment)
            throws IOException {
        requireAlive();
        calls++;
        long growth = Math.max(0, offset + bytes.length - inode.size());
        long missing = Math.max(0, growth - (capacityBytes - usedBytes()));
        int done = (int) Math.max(0, bytes.length - missing);
        if (isDue()) {
            done =
                    Math.min(
                            done,
                            random.nextInt(failure == Failure.SHORT ? 1 : 0, bytes.length + 1));
        }
        if (isDue() && failure == Failure.SHORT) {
            done = Math.max(alignment, done - done % alignment);
        }
        if (done > 0) {
            inode.write(Math.toIntExact(offset), Arrays.copyOf(bytes, done));
        }
        dieIfDue();
        if (isDue() && failure != Failure.SHORT) {
            throw failure("write");
        }
        if (missing > 0) {
            throw new DiskFull("simulated: no space left on device", null);
        }
        return done;
    }

    synchronized void truncate(Inode inode, long size) throws IOException {
        requireAlive();
        change("truncate", false, () -> inode.truncate(Math.toIntExact(size)));
    }

    synchronized void force(Inode inode) throws IOException {
        requireAlive();
        force(inode::force, () -> inode.failForce(random));
    }

    private void change(String what, boolean needsRoom, Runnable change) throws IOException {
        calls++;
        if (isDue() && (failure == Failure.ERROR || (failure == Failure.FULL && needsRoom))) {
            throw failure(what);
        }
        change.run();
        dieIfDue();
    }

    private void force(Runnable force, Runnable failedForce) throws IOException {
        calls++;
        dieIfDue();
        if (isDue() && failure == Failure.ERROR) {
            failedForce.run();
            throw failure("force");
        }
        if (!lies) {
            force.run();
        }
    }

    /** Whether this call is to fail. */
    private boolean isDue() {
        return failAt > 0 && (calls == failAt || (failForGood && calls > failAt));
    }

    private IOException failure(String what) {
        return failure == Failure.FULL
                ? new DiskFull("simulated: no space left on device", null)
                : new IOException("simulated error of the device: could not " + what);
    }

    private void dieIfDue() throws IOException {
        if (calls == crashAt) {
            dead = true;
            throw new IOException("simulated crash during call " + calls);
        }
    }

    private void requireAlive() throws IOException {
        if (dead) {
            throw new IOException("this simulated disk has crashed");
        }
    }

    private @Nullable Inode find(Path file) {
        Path parent = file.getParent();
        Directory directory = parent == null ? null : directories.get(parent);
        return directory == null ? null : directory.get(name(file));
    }

    private Inode inode(Path file) throws NoSuchFileException {
        Inode inode = find(file);
        if (inode == null) {
            throw new NoSuchFileException(file.toString());
        }
        return inode;
    }

    private Directory directory(Path file) throws NoSuchFileException {
        Path parent = file.getParent();
        Directory directory = parent == null ? null : directories.get(parent);
        if (directory == null) {
            throw new NoSuchFileException(String.valueOf(parent));
        }
        return directory;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
