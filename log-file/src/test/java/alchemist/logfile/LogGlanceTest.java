package alchemist.logfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import alchemist.log.CorruptLog;
import alchemist.log.Disk;
import alchemist.log.DiskFile;
import alchemist.log.NoSuchLog;
import alchemist.log.Origin;
import alchemist.log.WorkspaceId;
import alchemist.testkit.disk.SimulatedDisk;
import alchemist.testkit.log.Blocks;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LogGlanceTest {
    private static final Path PATH = Path.of("/data/log");
    private static final WorkspaceId ID = new WorkspaceId(7, 8);

    private final SimulatedDisk disk = new SimulatedDisk(1);
    private final Blocks blocks = new Blocks(1);
    private final FileLogOptions options =
            FileLogOptions.DEFAULTS.withSegmentBytes(4096).withPreallocateBytes(1024);

    private void append(FileLog log, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            log.append(log.position(), blocks.after(log.head(), 1));
        }
    }

    @Test
    void seesTheEndOfALogThatWasClosed() throws Exception {
        for (int count : new int[] {0, 1, 3, 60}) {
            SimulatedDisk own = new SimulatedDisk(count);
            try (FileLog log = FileLog.create(own, PATH, Origin.root(ID), options)) {
                append(log, count);
            }
            assertEquals(new LogGlance(ID, count), LogGlance.of(own, PATH));
        }
    }

    @Test
    void seesTheEndOfALogThatIsOpenOrWasNotClosed() throws Exception {
        try (FileLog log = FileLog.create(disk, PATH, Origin.root(ID), options)) {
            append(log, 40);
            assertEquals(new LogGlance(ID, 40), LogGlance.of(disk, PATH));
        }
        FileLog again = FileLog.open(disk, PATH, options);
        append(again, 2);
        assertEquals(new LogGlance(ID, 42), LogGlance.of(disk.crash(), PATH));
    }

    @Test
    void saysThatThereIsNoLogOrOneThatCannotBeOpened() throws Exception {
        assertThrows(NoSuchLog.class, () -> LogGlance.of(disk, PATH));
        try (FileLog log = FileLog.create(disk, PATH, Origin.root(ID), options)) {
            append(log, 2);
        }
        Path first = PATH.resolve(SegmentHeader.name(1));
        disk.flip(first, 100, 1);
        assertThrows(CorruptLog.class, () -> LogGlance.of(disk, PATH));
    }

    @Test
    void saysThatALogWhoseBeginningIsGoneCannotBeOpened() throws Exception {
        try (FileLog log = FileLog.create(disk, PATH, Origin.root(ID), options)) {
            append(log, 60);
        }
        try (DiskFile first = disk.open(PATH.resolve(SegmentHeader.name(1)), Disk.Mode.WRITE)) {
            first.truncate(SegmentHeader.BYTES);
        }
        assertThrows(CorruptLog.class, () -> FileLog.open(disk, PATH, options));
        assertThrows(CorruptLog.class, () -> LogGlance.of(disk, PATH));
    }
}
