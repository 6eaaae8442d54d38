package alchemist.engine.reactor;

import alchemist.log.Disk;
import alchemist.log.Disk.Mode;
import alchemist.log.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.zip.CRC32C;

/**
 * How far a reactor is. It only spares looking at events again, so it is not forced, and one that
 * is damaged counts as lost: what a reactor has done is known from the log.
 *
 * <pre>
 *  0  u32  magic 'ALCP'
 *  4  u64  position, little-endian
 * 12  u32  CRC-32C of bytes 0 to 11
 * </pre>
 */
final class PositionFile {
    private static final int BYTES = 16;
    private static final int MAGIC = 0x50434c41;

    private final Disk disk;
    private final Path directory;
    private final Path file;

    PositionFile(Disk disk, Path directory, String name) {
        this.disk = disk;
        this.directory = directory;
        this.file = directory.resolve(name + ".position");
    }

    OptionalLong read() throws IOException {
        byte[] bytes = new byte[BYTES];
        try (DiskFile in = disk.open(file, Mode.READ)) {
            if (in.size() != BYTES) {
                return OptionalLong.empty();
            }
            in.readFully(ByteBuffer.wrap(bytes), 0);
        } catch (NoSuchFileException _) {
            return OptionalLong.empty();
        }
        ByteBuffer b = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return b.getInt(0) == MAGIC && b.getInt(12) == crc(bytes)
                ? OptionalLong.of(b.getLong(4))
                : OptionalLong.empty();
    }

    void write(long position) throws IOException {
        byte[] bytes = new byte[BYTES];
        ByteBuffer b = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        b.putInt(0, MAGIC).putLong(4, position).putInt(12, crc(bytes));
        disk.createDirectories(directory);
        Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            disk.delete(unfinished);
        } catch (NoSuchFileException _) {
            // It need not have been there.
        }
        try (DiskFile out = disk.open(unfinished, Mode.CREATE)) {
            out.writeFully(b, 0);
        }
        disk.rename(unfinished, file);
    }

    private static int crc(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, 12);
        return (int) crc.getValue();
    }
}
