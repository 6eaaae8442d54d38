package alchemist.logfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.log.Disk;
import alchemist.log.DiskFile;
import alchemist.log.DiskFull;
import alchemist.log.DiskLock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileDiskTest {
    private final Disk disk = new FileDisk();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    private Path directory;

    private Path file(String name) {
        return directory.resolve(name);
    }

    private static ByteBuffer bytes(int... bytes) {
        ByteBuffer buffer = ByteBuffer.allocate(bytes.length);
        for (int b : bytes) {
            buffer.put((byte) b);
        }
        return buffer.flip();
    }

    @Test
    void makesRenamesListsAndDeletes() throws Exception {
        Path deep = directory.resolve("a/b/c");
        disk.createDirectories(deep);
        disk.createDirectories(deep);
        assertTrue(disk.exists(deep));
        disk.open(deep.resolve("y"), Disk.Mode.CREATE).close();
        disk.open(deep.resolve("x"), Disk.Mode.CREATE).close();
        assertEquals(List.of("x", "y"), disk.list(deep));
        disk.rename(deep.resolve("x"), deep.resolve("y"));
        disk.forceDirectory(deep);
        assertEquals(List.of("y"), disk.list(deep));
        disk.delete(deep.resolve("y"));
        assertFalse(disk.exists(deep.resolve("y")));
        disk.delete(deep);
        assertEquals(List.of(), disk.list(deep));
        assertThrows(NoSuchFileException.class, () -> disk.delete(deep));
        assertThrows(IOException.class, () -> disk.rename(deep, deep.resolve("z")));
    }

    @Test
    void opensAFileAsItIsAsked() throws Exception {
        assertThrows(NoSuchFileException.class, () -> disk.open(file("x"), Disk.Mode.READ));
        assertThrows(NoSuchFileException.class, () -> disk.open(file("x"), Disk.Mode.WRITE));
        DiskFile f = disk.open(file("x"), Disk.Mode.CREATE);
        f.writeFully(bytes(1, 2, 3), 2);
        f.force(true);
        assertEquals(5, f.size());
        f.truncate(4);
        assertEquals(4, f.size());
        f.close();
        assertThrows(ClosedChannelException.class, f::size);
        assertThrows(
                FileAlreadyExistsException.class, () -> disk.open(file("x"), Disk.Mode.CREATE));
        try (DiskFile read = disk.open(file("x"), Disk.Mode.READ)) {
            ByteBuffer all = ByteBuffer.allocate(4);
            read.readFully(all, 0);
            assertEquals(bytes(0, 0, 1, 2), all.flip());
            assertEquals(-1, read.read(ByteBuffer.allocate(1), 4));
            read.force(false);
        }
    }

    @Test
    void writesPastTheCacheWhatOthersThenRead() throws Exception {
        assertThrows(NoSuchFileException.class, () -> disk.open(file("x"), Disk.Mode.DIRECT));
        try (DiskFile f = disk.open(file("x"), Disk.Mode.CREATE)) {
            f.writeFully(bytes(1, 2, 3), 0);
        }
        Thread.currentThread().interrupt();
        try (DiskFile direct = disk.open(file("x"), Disk.Mode.DIRECT);
                DiskFile read = disk.open(file("x"), Disk.Mode.READ)) {
            assertTrue(Thread.interrupted());
            int sector = direct.alignment();
            ByteBuffer before = ByteBuffer.allocate(3);
            read.readFully(before, 0); // now it is in the cache
            ByteBuffer written = ByteBuffer.allocate(2 * sector);
            for (int i = 0; i < written.capacity(); i++) {
                written.put(i, (byte) (i + 5));
            }

            Thread.currentThread().interrupt();
            direct.writeFully(written, 0);
            direct.force(false);
            assertTrue(Thread.interrupted());

            ByteBuffer after = ByteBuffer.allocate(2 * sector);
            read.readFully(after, 0);
            assertEquals(written.flip(), after.flip());
            direct.truncate(sector + 1);
            assertEquals(sector + 1, read.size());
        }
    }

    @Test
    void writesThroughTheCacheWhatHasNoOtherWay() throws Exception {
        Path full = Path.of("/dev/full");
        if (Files.exists(full)) {
            try (DiskFile f = disk.open(full, Disk.Mode.DIRECT)) {
                assertEquals(1, f.alignment());
                assertThrows(DiskFull.class, () -> f.writeFully(bytes(1), 0));
            }
        }
    }

    @Test
    void worksOnInAThreadThatIsInterrupted() throws Exception {
        try (DiskFile f = disk.open(file("x"), Disk.Mode.CREATE)) {
            Thread.currentThread().interrupt();
            f.writeFully(bytes(7, 8, 9), 0);
            f.force(false);
            assertEquals(3, f.size());
            assertTrue(Thread.interrupted(), "the interrupt is left for whoever waits for it");
            ByteBuffer all = ByteBuffer.allocate(3);
            f.readFully(all, 0);
            assertEquals(bytes(7, 8, 9), all.flip());
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    /** Works in a thread that is interrupted again and again. */
    private static void interrupted(Work work) throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        Thread worker = Thread.currentThread();
        Thread interrupter =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    while (!done.get()) {
                                        worker.interrupt();
                                        Thread.onSpinWait();
                                    }
                                });
        try {
            work.run();
        } finally {
            done.set(true);
            while (interrupter.isAlive()) {
                Thread.onSpinWait();
            }
            Thread.interrupted();
        }
    }

    @Test
    void forcesWhatItWroteAndNothingElseWhereItIsInterrupted() throws Exception {
        for (Disk.Mode mode : new Disk.Mode[] {Disk.Mode.CREATE, Disk.Mode.DIRECT}) {
            if (mode == Disk.Mode.DIRECT) {
                disk.open(file("x"), Disk.Mode.CREATE).close();
            }
            try (DiskFile f = disk.open(file("x"), mode)) {
                disk.rename(file("x"), file("y"));
                // Opening it again by its name would fail, or lead to another file.
                interrupted(
                        () -> {
                            for (int i = 0; i < 100; i++) {
                                f.force(i % 2 == 0);
                            }
                        });
            }
        }
    }

    @Test
    void forcesAlsoWhatItCanOnlyReadAndNothingThatIsClosed() throws Exception {
        disk.open(file("x"), Disk.Mode.CREATE).close();
        for (Disk.Mode mode : new Disk.Mode[] {Disk.Mode.READ, Disk.Mode.WRITE, Disk.Mode.DIRECT}) {
            DiskFile f = disk.open(file("x"), mode);
            f.force(true);
            f.close();
            assertThrows(ClosedChannelException.class, () -> f.force(true));
        }
    }

    @Test
    void forcesADirectoryInAThreadThatIsInterrupted() throws Exception {
        Thread.currentThread().interrupt();
        disk.forceDirectory(directory);
        assertTrue(Thread.interrupted(), "the interrupt is left for whoever waits for it");
        assertThrows(IOException.class, () -> disk.forceDirectory(file("none")));
    }

    @Test
    void survivesInterruptsInTheMiddleOfItsWork() throws Exception {
        int writes = 300;
        try (DiskFile f = disk.open(file("x"), Disk.Mode.CREATE)) {
            interrupted(
                    () -> {
                        for (int i = 0; i < writes; i++) {
                            f.writeFully(bytes(i), i);
                            if (i % 50 == 0) {
                                f.force(false);
                            }
                        }
                    });
        }
        try (DiskFile f = disk.open(file("x"), Disk.Mode.READ)) {
            ByteBuffer all = ByteBuffer.allocate(writes);
            f.readFully(all, 0);
            for (int i = 0; i < writes; i++) {
                assertEquals((byte) i, all.get(i));
            }
        }
    }

    @Test
    void givesALockOnceAndAgainWhenItWasGivenBack() throws Exception {
        DiskLock first = disk.lock(file("lock")).orElseThrow();
        assertTrue(disk.lock(file("lock")).isEmpty());
        assertTrue(
                new FileDisk()
                        .lock(directory.resolve("../" + directory.getFileName() + "/lock"))
                        .isEmpty());
        first.close();
        disk.lock(file("lock")).orElseThrow().close();
        assertThrows(IOException.class, () -> disk.lock(file("no/such/lock")));
        assertThrows(IOException.class, () -> disk.lock(directory.resolve("")));
    }

    @Test
    void givesALockThatCouldNotBeTakenLater() throws Exception {
        Path path = file("lock");
        disk.createDirectories(path); // it cannot be opened as a file
        assertThrows(IOException.class, () -> disk.lock(path));
        disk.delete(path);
        try (DiskLock _ = disk.lock(path).orElseThrow()) {
            assertTrue(disk.lock(path).isEmpty());
        }
    }

    /** POSIX takes a lock back with the first descriptor of its file that is closed. */
    @Test
    void losesNoLockByAskingForItAgain() throws Exception {
        Path locks = Path.of("/proc/locks");
        Assumptions.assumeTrue(Files.isReadable(locks), "a system that tells its locks");
        Path path = file("lock");
        try (DiskLock _ = disk.lock(path).orElseThrow()) {
            String inode = ":" + Files.getAttribute(path, "unix:ino") + " ";
            Assumptions.assumeTrue(Files.readString(locks).contains(inode), "it tells this one");
            assertTrue(disk.lock(path).isEmpty());
            assertTrue(Files.readString(locks).contains(inode), "it is still there");
        }
    }

    @Test
    void tellsAFullDiskFromOtherFailures() {
        IOException other = new IOException("Input/output error");
        assertSame(other, FileDisk.named(other, directory));
        for (String words :
                List.of(
                        "No space left on device",
                        "There is not enough space on the disk",
                        "Disk quota exceeded")) {
            assertTrue(FileDisk.named(new IOException(words), directory) instanceof DiskFull);
        }
        Path full = Path.of("/dev/full");
        if (Files.exists(full)) {
            assertThrows(
                    DiskFull.class,
                    () -> {
                        try (DiskFile f = disk.open(full, Disk.Mode.WRITE)) {
                            f.writeFully(bytes(1), 0);
                        }
                    });
        }
    }
}
