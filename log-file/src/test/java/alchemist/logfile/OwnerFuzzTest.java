package alchemist.logfile;

import alchemist.log.LogLocked;
import alchemist.testkit.fuzz.DecoderContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The file {@code owner}, which only tells people whom to ask. */
final class OwnerFuzzTest extends DecoderContract {
    @Override
    protected List<byte[]> seeds() {
        return Stream.of(
                        "pid=17\nhost=meadow\nsince=2026-01-31T09:30:00Z\n",
                        "pid=17\nhost=\\uplands\n")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    protected byte @Nullable [] rewritten(byte[] bytes) throws IOException {
        LogDirectory directory =
                new LogDirectory(FuzzedDisk.with(Owner.NAME, bytes), Script.DIRECTORY);
        LogLocked refusal = Owner.locked(directory);
        return refusal.getMessage() == null ? null : bytes;
    }
}
