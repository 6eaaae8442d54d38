package alchemist.logfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.log.BlockCursor;
import alchemist.log.CommitBlock;
import alchemist.log.CorruptLog;
import alchemist.log.Disk;
import alchemist.log.DiskFile;
import alchemist.log.LogException;
import alchemist.log.NewerFormat;
import alchemist.testkit.disk.SimulatedDisk;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Every byte of a small log is damaged, one at a time: each is found and named. */
final class DamageTest {
    private static final Script SCRIPT = new Script(16);
    private static final Path HEAD = Script.DIRECTORY.resolve(CleanEnd.NAME);

    /** Where every block begins, so that damage can be looked for in the right one. */
    private static List<Path> files(SimulatedDisk disk) throws Exception {
        List<Path> files = new ArrayList<>();
        for (String name : disk.list(Script.DIRECTORY)) {
            if (SegmentHeader.position(name) >= 0) {
                files.add(Script.DIRECTORY.resolve(name));
            }
        }
        return files;
    }

    private static SimulatedDisk closedLog() {
        SimulatedDisk disk = new SimulatedDisk(1);
        assertEquals(SCRIPT.blocks().size(), SCRIPT.run(disk));
        return disk;
    }

    private interface Check {
        void on(SimulatedDisk disk, Path file, int offset) throws Exception;
    }

    private static void flippingEachByte(Check check) throws Exception {
        SimulatedDisk sample = closedLog();
        List<Path> files = files(sample);
        assertTrue(files.size() >= 2, "the sample must have several segments");
        for (Path file : files) {
            int size = sample.bytes(file).length;
            for (int offset = 0; offset < size; offset++) {
                sample.flip(file, offset, 1 << (offset % 8));
                check.on(sample, file, offset);
                sample.flip(file, offset, 1 << (offset % 8));
            }
        }
    }

    @Test
    void verifyNamesTheFileAndAPlaceAtOrBeforeEachFlippedByte() throws Exception {
        flippingEachByte(
                (disk, file, offset) -> {
                    List<CorruptLog> damages = damages(disk);
                    assertFalse(damages.isEmpty(), () -> "unnoticed: " + file + " at " + offset);
                    CorruptLog first = damages.getFirst();
                    assertEquals(file.toString(), first.file());
                    assertTrue(
                            first.offset() <= offset && offset - first.offset() < 6000,
                            () -> first.getMessage() + " instead of " + offset);
                });
    }

    private static List<CorruptLog> damages(SimulatedDisk disk) throws LogException {
        try {
            return LogVerify.run(disk, Script.DIRECTORY, (done, total) -> {}).damages();
        } catch (NewerFormat e) {
            throw new AssertionError("damage was taken for a newer version", e);
        }
    }

    @Test
    void verifyFindsADamagedWitness() throws Exception {
        SimulatedDisk disk = closedLog();
        for (int offset = 0; offset < CleanEnd.BYTES; offset++) {
            disk.flip(HEAD, offset, 1);
            assertEquals(HEAD.toString(), damages(disk).getFirst().file());
            disk.flip(HEAD, offset, 1);
        }
        assertTrue(damages(disk).isEmpty());
    }

    @Test
    void openingNeverLosesAnAcknowledgedBlockSilently() throws Exception {
        flippingEachByte(
                (sample, file, offset) -> {
                    String where = file + " at " + offset;
                    openForWriting(sample.copy(), file, where);
                    readOnly(sample, file, where);
                });
    }

    private static void openForWriting(SimulatedDisk disk, Path file, String where)
            throws Exception {
        try (FileLog log = FileLog.open(disk, Script.DIRECTORY, Script.OPTIONS)) {
            log.damage().ifPresent(names(file));
            assertEquals(log.damage().isPresent(), log.readOnly());
            assertTrue(log.tornTail().isEmpty(), () -> where + ": " + log.tornTail());
            if (log.damage().isEmpty()) {
                Script.read(log);
                throw new AssertionError("unnoticed: " + where);
            }
            assertGoodPrefix(Script.read(log));
        } catch (CorruptLog e) {
            names(file).accept(e);
        }
    }

    private static void readOnly(SimulatedDisk disk, Path file, String where) throws Exception {
        try (ReadOnlyFileLog log = ReadOnlyFileLog.open(disk, Script.DIRECTORY)) {
            log.damage().ifPresent(names(file));
            if (log.damage().isEmpty()) {
                Script.read(log);
                throw new AssertionError("unnoticed: " + where);
            }
            assertGoodPrefix(Script.read(log));
        } catch (CorruptLog e) {
            names(file).accept(e);
        }
    }

    private static Consumer<CorruptLog> names(Path file) {
        return e -> assertEquals(file.toString(), e.file());
    }

    private static void assertGoodPrefix(List<CommitBlock> found) {
        assertTrue(found.size() < SCRIPT.blocks().size());
        for (int i = 0; i < found.size(); i++) {
            assertEquals(SCRIPT.blocks().get(i).hash(), found.get(i).hash());
        }
    }

    @Test
    void noticesWhateverHappensToFilesThatWereClosed() throws Exception {
        int rounds = Boolean.getBoolean("alchemist.long") ? 20_000 : 400;
        SimulatedDisk closed = closedLog();
        for (int seed = 0; seed < rounds; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            SimulatedDisk disk = closed.copy();
            List<Path> files = files(disk);
            Path file = files.get(random.nextInt(files.size()));
            byte[] good = disk.bytes(file);
            byte[] bad = damaged(good, random);
            replace(disk, file, bad);
            String where = "seed " + seed;
            LogVerify.Report report = LogVerify.run(disk, Script.DIRECTORY, (d, t) -> {});
            assertEquals(
                    Arrays.equals(good, bad),
                    report.damages().isEmpty() && report.unfinished().isEmpty(),
                    where);
            if (!Arrays.equals(good, bad)) {
                assertNoticed(disk, where);
            }
        }
    }

    private static byte[] damaged(byte[] good, SplittableRandom random) {
        int from = random.nextInt(good.length);
        int to = Math.min(good.length, from + 1 + random.nextInt(1500));
        byte[] bad = good.clone();
        switch (random.nextInt(5)) {
            case 0 -> Arrays.fill(bad, from, to, (byte) 0); // a sector that was never written
            case 1 -> bad = Arrays.copyOf(good, from); // cut off
            case 2 -> { // more after the end
                bad = Arrays.copyOf(good, good.length + 700);
                Arrays.fill(bad, good.length, bad.length, (byte) (1 + random.nextInt(255)));
            }
            case 3 -> { // bytes from elsewhere
                int source = random.nextInt(good.length - (to - from) + 1);
                System.arraycopy(good, source, bad, from, to - from);
            }
            default -> { // a stretch is missing
                System.arraycopy(good, to, bad, from, good.length - to);
                bad = Arrays.copyOf(bad, good.length - (to - from));
            }
        }
        return bad;
    }

    @Test
    void whoReadsOtherSegmentsDoesNotComeToDamageInOne() throws Exception {
        Script longer = new Script(60);
        SimulatedDisk disk = new SimulatedDisk(1);
        longer.run(disk);
        List<Path> files = files(disk);
        assertTrue(files.size() >= 4, "the sample must have several segments");
        for (int damaged = 1; damaged < files.size() - 1; damaged++) {
            long from = SegmentHeader.position(files.get(damaged).getFileName() + "");
            long behind = SegmentHeader.position(files.get(damaged + 1).getFileName() + "");
            disk.flip(files.get(damaged), SegmentHeader.BYTES + 60, 1);
            try (FileLog log = FileLog.open(disk, Script.DIRECTORY, Script.OPTIONS)) {
                assertTrue(log.damage().isEmpty());
                for (CommitBlock block : longer.blocks().subList(2, longer.blocks().size())) {
                    boolean whole = block.firstPosition() < from || block.firstPosition() >= behind;
                    try (BlockCursor cursor = log.read(block.firstPosition() - 1)) {
                        CommitBlock read = cursor.next();
                        assertTrue(whole, "position " + block.firstPosition() + " is not whole");
                        assertEquals(block.hash(), read == null ? null : read.hash());
                    } catch (CorruptLog e) {
                        assertFalse(whole, e::getMessage);
                    }
                }
            }
            disk.flip(files.get(damaged), SegmentHeader.BYTES + 60, 1);
        }
    }

    @Test
    void aSegmentOfAnotherHistoryIsNoticedAlsoWhenItCameAfterOpening() throws Exception {
        SimulatedDisk disk = closedLog();
        SimulatedDisk other = new SimulatedDisk(1);
        new Script(16, 2).run(other);
        assertEquals(files(disk), files(other));
        Path second = files(disk).get(1);
        try (FileLog log = FileLog.open(disk, Script.DIRECTORY, Script.OPTIONS)) {
            replace(disk, second, other.bytes(second));
            CorruptLog noticed = assertThrows(CorruptLog.class, () -> Script.read(log));
            assertEquals(second.toString(), noticed.file());
        }
    }

    private static void replace(SimulatedDisk disk, Path file, byte[] bytes) throws Exception {
        try (DiskFile f = disk.open(file, Disk.Mode.WRITE)) {
            f.truncate(0);
            f.writeFully(ByteBuffer.wrap(bytes), 0);
            f.force(true);
        }
    }

    private static void assertNoticed(SimulatedDisk disk, String where) throws Exception {
        try (FileLog log = FileLog.open(disk, Script.DIRECTORY, Script.OPTIONS)) {
            List<CommitBlock> found = Script.read(log);
            boolean all = found.size() == SCRIPT.blocks().size();
            assertTrue(all || log.damage().isPresent(), () -> where + ": lost in silence");
        } catch (CorruptLog e) {
            assertFalse(e.reason().isEmpty());
        }
    }
}
