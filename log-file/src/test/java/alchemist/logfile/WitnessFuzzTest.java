package alchemist.logfile;

import alchemist.log.NewerFormat;
import alchemist.testkit.disk.SimulatedDisk;
import alchemist.testkit.fuzz.DecoderContract;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The file {@code head}, where a log ended when it was closed. */
final class WitnessFuzzTest extends DecoderContract {
    @Override
    protected List<byte[]> seeds() throws IOException {
        return List.of(FuzzedDisk.bytes(CleanEnd.NAME));
    }

    @Override
    protected byte @Nullable [] withChecksums(byte[] bytes) {
        byte[] head = Arrays.copyOf(bytes, CleanEnd.BYTES);
        FuzzedDisk.sign(head, CleanEnd.BYTES);
        return head;
    }

    @Override
    protected byte @Nullable [] rewritten(byte[] bytes) throws IOException {
        SimulatedDisk disk = FuzzedDisk.with(CleanEnd.NAME, bytes);
        LogDirectory directory = new LogDirectory(disk, Script.DIRECTORY);
        try {
            CleanEnd end = CleanEnd.read(directory);
            if (end == null) {
                return null;
            }
            end.write(directory);
        } catch (NewerFormat _) {
            return null;
        }
        return disk.bytes(Script.DIRECTORY.resolve(CleanEnd.NAME));
    }
}
