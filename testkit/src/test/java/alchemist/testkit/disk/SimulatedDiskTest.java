package alchemist.testkit.disk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.log.Disk.Mode;
import alchemist.log.DiskFile;
import alchemist.log.DiskFull;
import alchemist.log.DiskLock;
import alchemist.testkit.disk.SimulatedDisk.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SimulatedDiskTest {
    private static final Path HOME = Path.of("/home");
    private static final Path FILE = HOME.resolve("file");
    private static final int SIZE = 2000;

    private static SimulatedDisk disk(long seed) throws IOException {
        SimulatedDisk disk = new SimulatedDisk(seed);
        disk.createDirectories(HOME);
        return disk;
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static DiskFile create(SimulatedDisk disk) throws IOException {
        return disk.open(FILE, Mode.CREATE);
    }

    private static void write(DiskFile file, byte[] bytes) throws IOException {
        file.writeFully(ByteBuffer.wrap(bytes), 0);
    }

    @Test
    void behavesLikeADiskAsLongAsNothingFails() throws Exception {
        SimulatedDisk disk = disk(1);
        assertThrows(NoSuchFileException.class, () -> disk.open(FILE, Mode.READ));
        DiskFile file = create(disk);
        assertThrows(FileAlreadyExistsException.class, () -> create(disk));
        file.writeFully(ByteBuffer.wrap(filled(5, 7)), 3);
        assertEquals(8, file.size());
        file.truncate(6);
        assertArrayEquals(new byte[] {0, 0, 0, 7, 7, 7}, disk.bytes(FILE));
        file.truncate(60);
        assertEquals(6, disk.usedBytes());
        file.close();
        assertThrows(ClosedChannelException.class, file::size);
        try (DiskFile read = disk.open(FILE, Mode.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate(10);
            assertEquals(6, read.read(bytes, 0));
            assertEquals(-1, read.read(bytes, 6));
            assertThrows(NonWritableChannelException.class, () -> write(read, new byte[1]));
            assertThrows(NonWritableChannelException.class, () -> read.truncate(0));
        }
        disk.rename(FILE, HOME.resolve("other"));
        assertEquals(List.of("other"), disk.list(HOME));
        assertEquals(List.of(), disk.list(Path.of("/nowhere")));
        assertTrue(disk.exists(HOME));
        assertFalse(disk.exists(FILE));
        assertThrows(DirectoryNotEmptyException.class, () -> disk.delete(HOME));
        assertThrows(NoSuchFileException.class, () -> disk.delete(FILE));
        Path elsewhere = Path.of("/elsewhere/other");
        assertThrows(
                NoSuchFileException.class, () -> disk.rename(HOME.resolve("other"), elsewhere));
        disk.createDirectories(Path.of("/elsewhere"));
        disk.rename(HOME.resolve("other"), elsewhere);
        assertEquals(List.of("other"), disk.list(Path.of("/elsewhere")));
        assertEquals(List.of(), disk.list(HOME));
        disk.delete(HOME);
        assertFalse(disk.exists(HOME));
        assertThrows(NoSuchFileException.class, () -> disk.forceDirectory(HOME));
        assertThrows(NoSuchFileException.class, () -> create(disk));
    }

    @Test
    void keepsWhatWasForcedWhateverElseIsLost() throws Exception {
        for (int seed = 0; seed < 200; seed++) {
            SimulatedDisk disk = disk(seed);
            DiskFile file = create(disk);
            write(file, filled(SIZE, 1));
            file.force(false);
            disk.forceDirectory(HOME);
            write(file, filled(SIZE / 2, 2));
            byte[] left = disk.crash().bytes(FILE);
            assertEquals(SIZE, left.length);
            for (int i = 0; i < SIZE; i++) {
                assertTrue(left[i] == 1 || (i < SIZE / 2 && left[i] == 2));
            }
        }
    }

    @Test
    void losesKeepsAndTearsWhatWasNotForced() throws Exception {
        Set<String> seen = new HashSet<>();
        for (int seed = 0; seed < 300; seed++) {
            SimulatedDisk disk = disk(seed);
            DiskFile file = create(disk);
            file.force(true);
            disk.forceDirectory(HOME);
            write(file, filled(SIZE, 1));
            seen.add(shape(disk.crash().bytes(FILE)));
        }
        assertTrue(seen.containsAll(Set.of("lost", "whole", "front", "sectors")), seen::toString);
    }

    private static String shape(byte[] bytes) {
        int ones = 0;
        while (ones < bytes.length && bytes[ones] == 1) {
            ones++;
        }
        if (bytes.length == 0) {
            return "lost";
        }
        return ones == SIZE ? "whole" : ones == bytes.length ? "front" : "sectors";
    }

    @Test
    void losesNamesThatWereNotForced() throws Exception {
        Set<List<String>> seen = new HashSet<>();
        for (int seed = 0; seed < 100; seed++) {
            SimulatedDisk disk = disk(seed);
            create(disk).force(true);
            disk.forceDirectory(HOME);
            disk.rename(FILE, HOME.resolve("renamed"));
            disk.open(HOME.resolve("new"), Mode.CREATE).force(true);
            disk.delete(HOME.resolve("renamed"));
            seen.add(disk.crash().list(HOME));
        }
        assertTrue(
                seen.containsAll(
                        Set.of(
                                List.of("file"),
                                List.of("renamed"),
                                List.of("new", "renamed"),
                                List.of("new"),
                                List.of("file", "new"))),
                seen::toString);
    }

    @Test
    void isTheSameAgainForTheSameSeed() throws Exception {
        byte[][] left = new byte[3][];
        for (int i = 0; i < 3; i++) {
            SimulatedDisk disk = disk(i == 2 ? 8 : 11);
            DiskFile file = create(disk);
            file.force(true);
            disk.forceDirectory(HOME);
            for (int n = 1; n < 10; n++) {
                file.writeFully(ByteBuffer.wrap(filled(700, n)), 300L * n);
            }
            left[i] = disk.crash().bytes(FILE);
        }
        assertArrayEquals(left[0], left[1]);
        assertFalse(Arrays.equals(left[0], left[2]));
    }

    @Test
    void diesDuringTheCallItIsToldTo() throws Exception {
        SimulatedDisk disk = disk(1);
        disk.crashAtCall(3);
        DiskFile file = create(disk);
        write(file, filled(10, 1));
        assertThrows(IOException.class, () -> file.force(true));
        assertEquals(3, disk.calls());
        assertThrows(IOException.class, file::size);
        assertThrows(IOException.class, () -> disk.list(HOME));
        SimulatedDisk after = disk.crash();
        assertTrue(after.list(HOME).isEmpty() || after.bytes(FILE).length <= 10);
    }

    @Test
    void failsTheCallsItIsToldTo() throws Exception {
        SimulatedDisk disk = disk(1);
        disk.failAtCall(1, Failure.ERROR);
        assertThrows(IOException.class, () -> create(disk));
        DiskFile file = create(disk);
        disk.failAtCall(3, Failure.ERROR);
        assertThrows(IOException.class, () -> write(file, filled(100, 1)));
        assertTrue(file.size() <= 100);
        disk.failFromCall(4, Failure.FULL);
        assertThrows(DiskFull.class, () -> write(file, filled(100, 1)));
        assertThrows(DiskFull.class, () -> disk.open(HOME.resolve("x"), Mode.CREATE));
        file.force(true);
        file.truncate(0);
        disk.forceDirectory(HOME);
        disk.failAtCall(disk.calls() + 1, Failure.SHORT);
        ByteBuffer bytes = ByteBuffer.wrap(filled(100, 3));
        int written = file.write(bytes, 0);
        assertTrue(written > 0 && written <= 100);
        assertEquals(100 - written, bytes.remaining());
        file.writeFully(bytes, written);
        assertArrayEquals(filled(100, 3), disk.bytes(FILE));
    }

    @Test
    void neverMakesDurableWhatAForceHasLost() throws Exception {
        int lost = 0;
        for (int seed = 0; seed < 50; seed++) {
            SimulatedDisk disk = disk(seed);
            DiskFile file = create(disk);
            disk.forceDirectory(HOME);
            write(file, filled(SIZE, 1));
            disk.failAtCall(disk.calls() + 1, Failure.ERROR);
            assertThrows(IOException.class, () -> file.force(false));
            assertArrayEquals(filled(SIZE, 1), disk.bytes(FILE));
            file.force(false);
            lost += Arrays.equals(filled(SIZE, 1), disk.crash().bytes(FILE)) ? 0 : 1;
        }
        assertTrue(lost > 10);
    }

    @Test
    void losesNamesWhenForcingADirectoryFails() throws Exception {
        int lost = 0;
        for (int seed = 0; seed < 50; seed++) {
            SimulatedDisk disk = disk(seed);
            create(disk).force(true);
            disk.failAtCall(disk.calls() + 1, Failure.ERROR);
            assertThrows(IOException.class, () -> disk.forceDirectory(HOME));
            disk.forceDirectory(HOME);
            lost += disk.crash().list(HOME).isEmpty() ? 1 : 0;
        }
        assertTrue(lost > 10);
    }

    @Test
    void makesNothingDurableWhenItLies() throws Exception {
        Set<Integer> sizes = new HashSet<>();
        for (int seed = 0; seed < 50; seed++) {
            SimulatedDisk disk = disk(seed);
            disk.lieAboutForces();
            DiskFile file = create(disk);
            write(file, filled(SIZE, 1));
            file.force(true);
            disk.forceDirectory(HOME);
            SimulatedDisk after = disk.crash();
            sizes.add(after.exists(FILE) ? after.bytes(FILE).length : -1);
        }
        assertTrue(sizes.containsAll(Set.of(-1, 0, SIZE)), sizes::toString);
    }

    @Test
    void isFullWhenItsCapacityIsUsed() throws Exception {
        SimulatedDisk disk = disk(1);
        disk.capacityBytes(150);
        DiskFile file = create(disk);
        write(file, filled(100, 1));
        assertThrows(DiskFull.class, () -> file.writeFully(ByteBuffer.wrap(filled(100, 2)), 90));
        assertEquals(150, disk.usedBytes());
        write(file, filled(150, 3));
        disk.capacityBytes(200);
        file.writeFully(ByteBuffer.wrap(filled(50, 4)), 150);
        assertEquals(200, file.size());
    }

    @Test
    void aCopyIsDurableUnlockedAndForItself() throws Exception {
        SimulatedDisk disk = disk(1);
        try (DiskFile file = create(disk)) {
            write(file, filled(SIZE, 1));
        }
        assertTrue(disk.lock(HOME.resolve("lock")).isPresent());

        SimulatedDisk copy = disk.copy();
        copy.flip(FILE, 0, 1);
        disk.flip(FILE, 1, 1);

        assertTrue(copy.lock(HOME.resolve("lock")).isPresent());
        byte[] expected = filled(SIZE, 1);
        expected[0] = 0;
        assertArrayEquals(expected, copy.crash().bytes(FILE));
        assertFalse(disk.hasCrashed());
        assertEquals(1, disk.bytes(FILE)[0]);
    }

    @Test
    void flipsBitsForGood() throws Exception {
        SimulatedDisk disk = disk(1);
        DiskFile file = create(disk);
        write(file, filled(100, 1));
        file.force(true);
        disk.forceDirectory(HOME);
        disk.flip(FILE, 50, 6);
        assertEquals(7, disk.bytes(FILE)[50]);
        assertEquals(7, disk.crash().bytes(FILE)[50]);
    }

    @Test
    void givesALockOnceAndToEverybodyAfterACrash() throws Exception {
        SimulatedDisk disk = disk(1);
        Path lock = HOME.resolve("lock");
        DiskLock first = disk.lock(lock).orElseThrow();
        assertTrue(disk.lock(lock).isEmpty());
        first.close();
        assertTrue(disk.lock(lock).isPresent());
        assertTrue(disk.crash().lock(lock).isPresent());
    }
}
