package alchemist.logfile;

import alchemist.log.LogException;
import alchemist.testkit.disk.SimulatedDisk;
import alchemist.testkit.fuzz.DecoderContract;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A segment that is opened, read and verified, and copied for a backup. */
final class SegmentFuzzTest extends DecoderContract {
    @Override
    protected List<byte[]> seeds() throws IOException {
        return List.of(FuzzedDisk.bytes(FuzzedDisk.SEGMENT));
    }

    @Override
    protected byte @Nullable [] withChecksums(byte[] bytes) {
        byte[] segment = Arrays.copyOf(bytes, Math.max(bytes.length, SegmentHeader.BYTES));
        FuzzedDisk.sign(segment, SegmentHeader.BYTES);
        return segment;
    }

    /** Who walks over a log holds a block of any length, and it is walked over again and again. */
    @Override
    protected long fixedBytes() {
        return 48 << 20;
    }

    @Override
    protected byte @Nullable [] rewritten(byte[] bytes) throws IOException {
        SimulatedDisk disk = FuzzedDisk.with(FuzzedDisk.SEGMENT, bytes);
        try {
            LogVerify.run(disk, Script.DIRECTORY, (_, _) -> {});
        } catch (LogException _) {
            // What it is is said again by those who open it.
        }
        try (ReadOnlyFileLog log = ReadOnlyFileLog.open(disk, Script.DIRECTORY)) {
            Script.read(log);
        } catch (LogException _) {
            // The same.
        }
        int blocks;
        try (FileLog log = FileLog.open(disk, Script.DIRECTORY, Script.OPTIONS)) {
            blocks = Script.read(log).size();
        } catch (LogException _) {
            return null;
        }
        byte[] left = disk.bytes(Script.DIRECTORY.resolve(FuzzedDisk.SEGMENT));
        try (FileLog log = FileLog.open(disk, Script.DIRECTORY, Script.OPTIONS)) {
            if (Script.read(log).size() != blocks) {
                throw new AssertionError("opened again it has others than " + blocks + " blocks");
            }
        } catch (LogException e) {
            throw new AssertionError("it can be opened once and not again", e);
        }
        return left;
    }
}
