package alchemist.logfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.log.BlockCursor;
import alchemist.log.CommitBlock;
import alchemist.log.LogLocked;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, real locks, real kills. */
final class OtherProcessTest {
    private static final FileDisk DISK = new FileDisk();

    @Test
    void isLockedWhileAnotherProcessWritesAndFreeOnceThatWasKilled(@TempDir Path directory)
            throws Exception {
        Path path = directory.resolve("log");
        FileLog.create(DISK, path, Script.ORIGIN, Script.OPTIONS).close();
        long acknowledged = 0;
        for (int round = 0; round < 3; round++) {
            try (OtherProcess other = new OtherProcess(path)) {
                long first = other.acknowledged();
                assertTrue(first > acknowledged);
                LogLocked e =
                        assertThrows(
                                LogLocked.class, () -> FileLog.open(DISK, path, Script.OPTIONS));
                assertEquals(other.pid(), e.pid());
                assertEquals(Script.OPTIONS.clock().instant(), e.since());
                readBeside(path, first);
                acknowledged = Math.max(first, other.kill());
            }
            try (FileLog log = FileLog.open(DISK, path, Script.OPTIONS)) {
                assertTrue(log.position() >= acknowledged);
                assertTrue(log.damage().isEmpty());
                acknowledged = log.position();
            }
        }
        assertTrue(LogVerify.run(DISK, path, (d, t) -> {}).damages().isEmpty());
    }

    private static void readBeside(Path path, long until) throws Exception {
        try (ReadOnlyFileLog reader = ReadOnlyFileLog.open(DISK, path);
                BlockCursor cursor = reader.read(0)) {
            long position = -1;
            while (position < until) {
                CommitBlock block = cursor.next();
                if (block != null) {
                    assertTrue(position < 0 || block.firstPosition() == position + 1);
                    position = block.lastPosition();
                }
            }
        }
    }
}
