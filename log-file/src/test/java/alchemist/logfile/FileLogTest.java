package alchemist.logfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import alchemist.log.BlockBuilder;
import alchemist.log.BlockCursor;
import alchemist.log.Log;
import alchemist.log.Origin;
import alchemist.log.WorkspaceId;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileLogTest {
    private static final Origin ORIGIN = Origin.root(new WorkspaceId(1, 2));

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    private Path directory;

    @Test
    void readsAfterReopeningWhatWasAppended() throws Exception {
        FileLogOptions options = FileLogOptions.DEFAULTS.withSegmentBytes(4096);
        try (Log log = FileLog.create(new FileDisk(), directory, ORIGIN, options)) {
            BlockBuilder builder = new BlockBuilder(2048);
            for (int i = 1; i <= 100; i++) {
                builder.begin(i, log.headHash(), 7);
                builder.command(new byte[] {1, 2, (byte) i}, 0, 3);
                builder.event(new byte[100], 0, 100);
                log.append(i - 1, builder.seal(log.head().recordedAtMicros()));
            }
        }
        try (Log log = FileLog.open(new FileDisk(), directory, options)) {
            assertEquals(100, log.position());
            assertEquals(ORIGIN, log.origin());
            try (BlockCursor cursor = log.read(41)) {
                for (int i = 42; i <= 100; i++) {
                    assertEquals(i, Objects.requireNonNull(cursor.next()).lastPosition());
                }
                assertNull(cursor.next());
            }
        }
    }
}
