package alchemist.engine.snapshot;

import alchemist.engine.snapshot.SnapshotStore.Snapshot;
import alchemist.log.Disk;
import alchemist.log.DiskFile;
import alchemist.log.Hash;
import alchemist.testkit.disk.SimulatedDisk;
import alchemist.testkit.fuzz.DecoderContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** The files of snapshots and checkpoints, around whatever they hold. */
final class SnapshotFuzzTest extends DecoderContract {
    private static final int VERSION = 3;
    private static final long POSITION = 17;
    private static final Path DIRECTORY = Path.of("/snapshots");

    @Override
    protected List<byte[]> seeds() {
        return List.of(
                written(Hash.ZERO, new byte[0]), written(Hash.ZERO, new byte[] {1, 2, 3, 4, 5}));
    }

    private static byte[] written(Hash hash, byte[] content) {
        SimulatedDisk disk = new SimulatedDisk(1);
        try (DiskFile file = created(disk, DIRECTORY)) {
            SnapshotFile.write(
                    file, VERSION, POSITION, hash, out -> out.raw(content, 0, content.length));
            byte[] written = new byte[(int) file.size()];
            file.readFully(ByteBuffer.wrap(written), 0);
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected byte @Nullable [] withChecksums(byte[] bytes) {
        if (bytes.length < 4) {
            return null;
        }
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, bytes.length - 4);
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(bytes.length - 4, (int) crc.getValue());
        return bytes;
    }

    @Override
    protected byte @Nullable [] rewritten(byte[] bytes) {
        SimulatedDisk disk = new SimulatedDisk(1);
        try (DiskFile file = created(disk, DIRECTORY)) {
            file.writeFully(ByteBuffer.wrap(bytes), 0);
            Snapshot snapshot = SnapshotFile.read(file, VERSION, POSITION);
            if (snapshot == null) {
                return null;
            }
            byte[] content = new byte[snapshot.content().remaining()];
            for (int i = 0; i < content.length; i++) {
                content[i] = (byte) snapshot.content().u8();
            }
            return written(Hash.read(bytes, 20), content);
        } catch (IOException _) {
            return null;
        }
    }

    private static DiskFile created(SimulatedDisk disk, Path directory) throws IOException {
        disk.createDirectories(directory);
        return disk.open(directory.resolve("one.snap"), Disk.Mode.CREATE);
    }
}
