package alchemist.logfile;

import alchemist.log.LogLocked;
import alchemist.testkit.fuzz.DecoderContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The file {@code owner}, which only tells people whom to ask. */
final class OwnerFuzzTest extends DecoderContract {
    @Override
    protected List<byte[]> seeds() {
        return List.of(
                "pid=17\nhost=meadow\nsince=2026-01-31T09:30:00Z\n"
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected byte @Nullable [] rewritten(byte[] bytes) throws IOException {
        LogDirectory directory =
                new LogDirectory(FuzzedDisk.with(Owner.NAME, bytes), Script.DIRECTORY);
        LogLocked refusal = Owner.locked(directory);
        return refusal.getMessage() == null ? null : bytes;
    }
}
