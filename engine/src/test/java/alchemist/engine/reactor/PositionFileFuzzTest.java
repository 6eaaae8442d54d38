package alchemist.engine.reactor;

import alchemist.log.Disk;
import alchemist.log.DiskFile;
import alchemist.log.Hash;
import alchemist.testkit.disk.SimulatedDisk;
import alchemist.testkit.fuzz.DecoderContract;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** How far a reactor is. */
final class PositionFileFuzzTest extends DecoderContract {
    private static final Path DIRECTORY = Path.of("/reactors");
    private static final Path FILE = DIRECTORY.resolve("tithe.position");

    @Override
    protected List<byte[]> seeds() throws IOException {
        SimulatedDisk disk = new SimulatedDisk(1);
        file(disk).write(new PositionFile.Mark(12_837, new Hash(1, -2, 3, -4)));
        return List.of(disk.bytes(FILE));
    }

    private static PositionFile file(SimulatedDisk disk) {
        return new PositionFile(disk, DIRECTORY, "tithe");
    }

    @Override
    protected byte @Nullable [] withChecksums(byte[] bytes) {
        if (bytes.length < 48) {
            return null;
        }
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, 44);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(44, (int) crc.getValue());
        return bytes;
    }

    @Override
    protected byte @Nullable [] rewritten(byte[] bytes) throws IOException {
        SimulatedDisk disk = new SimulatedDisk(1);
        disk.createDirectories(DIRECTORY);
        try (DiskFile out = disk.open(FILE, Disk.Mode.CREATE)) {
            out.writeFully(ByteBuffer.wrap(bytes), 0);
        }
        Optional<PositionFile.Mark> position = file(disk).read();
        if (position.isEmpty()) {
            return null;
        }
        file(disk).write(position.get());
        return disk.bytes(FILE);
    }
}
