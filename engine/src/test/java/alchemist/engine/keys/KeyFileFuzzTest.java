package alchemist.engine.keys;

import alchemist.kernel.Id;
import alchemist.kernel.value.Value.Personal;
import alchemist.log.Disk;
import alchemist.log.DiskFile;
import alchemist.testkit.disk.SimulatedDisk;
import alchemist.testkit.fuzz.DecoderContract;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** The file of keys, as it is opened, put back from a backup, and used. */
final class KeyFileFuzzTest extends DecoderContract {
    private static final Logger KEYS = Logger.getLogger("alchemist.engine.keys");
    private static final Path DIRECTORY = Path.of("/keys/acme");
    private static final Path FILE = DIRECTORY.resolve("subjects.keys");
    private static final Id ANN = Id.of("person", "ann");
    private static final Id BEN = Id.of("person", "ben");

    @Override
    protected List<byte[]> seeds() throws IOException {
        SimulatedDisk disk = new SimulatedDisk(1);
        try (KeyStore keys = KeyStore.open(disk, DIRECTORY, new SplittableRandom(1))) {
            byte[] empty = disk.bytes(FILE);
            keys.seal(new Personal(ANN, "Ann"));
            keys.seal(new Personal(BEN, "Ben"));
            keys.makeDurable();
            keys.erase(BEN);
            return List.of(empty, disk.bytes(FILE));
        }
    }

    @Override
    protected byte @Nullable [] withChecksums(byte[] bytes) {
        for (int at = 0; at + KeyFile.SLOT_BYTES <= bytes.length; at += KeyFile.SLOT_BYTES) {
            CRC32C crc = new CRC32C();
            crc.update(bytes, at, 60);
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(at + 60, (int) crc.getValue());
        }
        return bytes;
    }

    /** A key is made ready with ciphers of its own. */
    @Override
    protected long allocationFactor() {
        return 2_000;
    }

    @Override
    protected byte @Nullable [] rewritten(byte[] bytes) throws IOException {
        KEYS.setLevel(Level.OFF);
        try {
            KeyStore.putBack(new SimulatedDisk(2), DIRECTORY, bytes);
        } catch (IOException _) {
            // It is opened all the same, if it lies there.
        }
        SimulatedDisk disk = new SimulatedDisk(1);
        disk.createDirectories(DIRECTORY);
        try (DiskFile out = disk.open(FILE, Disk.Mode.CREATE)) {
            out.writeFully(ByteBuffer.wrap(bytes), 0);
        }
        try (KeyStore keys = KeyStore.open(disk, DIRECTORY, new SplittableRandom(1))) {
            keys.findings();
            keys.isErased(ANN);
            if (keys.isReadOnly()) {
                return null;
            }
        } catch (IOException _) {
            return null;
        } finally {
            KEYS.setLevel(Level.INFO);
        }
        return disk.bytes(FILE);
    }
}
