package alchemist.logfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.log.BlockCursor;
import alchemist.log.CommitBlock;
import alchemist.log.Disk;
import alchemist.log.DiskFile;
import alchemist.log.LogException;
import alchemist.log.LogFull;
import alchemist.log.LogLocked;
import alchemist.testkit.disk.SimulatedDisk;
import alchemist.testkit.log.Blocks;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a caller may and may not do with a log, beside the contract of all logs. */
final class FileLogUseTest {
    private static final Path OWNER = Script.DIRECTORY.resolve(Owner.NAME);

    private final SimulatedDisk disk = new SimulatedDisk(1);
    private final Blocks blocks = new Blocks(1);

    private FileLog create() throws LogException {
        return FileLog.create(disk, Script.DIRECTORY, Script.ORIGIN, Script.OPTIONS);
    }

    private FileLog open() throws LogException {
        return FileLog.open(disk, Script.DIRECTORY, Script.OPTIONS);
    }

    @Test
    void refusesToAppendOnceItIsClosed() throws Exception {
        FileLog log = create();
        CommitBlock block = blocks.after(log.head(), 1);
        log.close();
        log.close();
        assertThrows(IllegalStateException.class, () -> log.append(0, block));
        assertEquals(Script.DIRECTORY, log.directory());
    }

    @Test
    void refusesToReadWithACursorThatIsClosed() throws Exception {
        try (FileLog log = create()) {
            BlockCursor cursor = log.read(0);
            assertNotNull(cursor.next());
            cursor.close();
            assertThrows(IllegalStateException.class, cursor::next);
        }
    }

    @Test
    void namesItsOwnerToWhoeverComesSecond() throws Exception {
        try (FileLog log = create()) {
            LogLocked e = assertThrows(LogLocked.class, this::open);
            assertEquals(ProcessHandle.current().pid(), e.pid());
            assertEquals(Script.OPTIONS.clock().instant(), e.since());
            assertFalse(e.host().isBlank());
            assertThrows(LogLocked.class, this::create);
            assertEquals(0, log.position());
        }
        open().close();
    }

    @Test
    void isLockedEvenWhenNobodyCanReadWhoseItIs() throws Exception {
        try (FileLog log = create();
                DiskFile owner = disk.open(OWNER, Disk.Mode.WRITE)) {
            owner.truncate(0);
            String nonsense = "pid=seven\nsince=yesterday\n";
            owner.writeFully(ByteBuffer.wrap(nonsense.getBytes(StandardCharsets.US_ASCII)), 0);
            LogLocked e = assertThrows(LogLocked.class, this::open);
            assertEquals(0, e.pid());
            assertEquals(Instant.EPOCH, e.since());
            disk.delete(OWNER);
            assertTrue(
                    String.valueOf(assertThrows(LogLocked.class, this::open).getMessage())
                            .contains("unknown"));
            assertEquals(0, log.position());
        }
    }

    @Test
    void isOpenedAndClosedOnAFullDisk() throws Exception {
        create().close();
        disk.capacityBytes(disk.usedBytes());
        try (FileLog log = open()) {
            CommitBlock block = blocks.largestAfter(log.head());
            assertThrows(LogFull.class, () -> log.append(0, block));
        }
        disk.delete(OWNER);
        disk.capacityBytes(disk.usedBytes());
        open().close();
        open().close();
    }

    @Test
    void ignoresAWitnessThatIsNotWhole() throws Exception {
        create().close();
        Path head = Script.DIRECTORY.resolve(CleanEnd.NAME);
        try (DiskFile file = disk.open(head, Disk.Mode.WRITE)) {
            file.truncate(63);
        }
        try (FileLog log = open()) {
            assertTrue(log.damage().isEmpty());
        }
    }

    @Test
    void leavesNoZerosBehindWhenItIsClosed() throws Exception {
        Path file = Script.DIRECTORY.resolve(SegmentHeader.name(1));
        int end;
        try (FileLog log = create()) {
            CommitBlock block = blocks.after(log.head(), 1);
            log.append(0, block);
            end = SegmentHeader.BYTES + Script.read(log).getFirst().lengthBytes();
            end += block.lengthBytes();
            assertTrue(disk.bytes(file).length > end, "filled ahead");
        }
        assertEquals(end, disk.bytes(file).length);
    }

    @Test
    void changesNothingWhenItIsOpenedAndClosedInOrder() throws Exception {
        create().close();
        long calls = disk.calls();
        open().close();
        assertEquals(1, disk.calls() - calls, "the owner is written down, nothing else");
    }

    @Test
    void refusesOptionsOutOfRange() {
        FileLogOptions options = FileLogOptions.DEFAULTS;
        assertThrows(IllegalArgumentException.class, () -> options.withSegmentBytes(4095));
        assertThrows(IllegalArgumentException.class, () -> options.withSegmentBytes(1L << 41));
        assertThrows(IllegalArgumentException.class, () -> options.withPreallocateBytes(-1));
        assertThrows(IllegalArgumentException.class, () -> options.withPreallocateBytes(65 << 20));
    }

    @Test
    void worksWithoutFillingAhead() throws Exception {
        FileLogOptions options = Script.OPTIONS.withPreallocateBytes(0);
        try (FileLog log = FileLog.create(disk, Script.DIRECTORY, Script.ORIGIN, options)) {
            for (int i = 0; i < 30; i++) {
                log.append(log.position(), blocks.after(log.head(), 3));
            }
            try (FileLog after = FileLog.open(disk.crash(), Script.DIRECTORY, options)) {
                assertEquals(log.head(), after.head());
            }
        } catch (LogException e) {
            assertTrue(String.valueOf(e.getMessage()).contains("crashed")); // closing the first
        }
    }
}
