package alchemist.engine.reactor;

import alchemist.log.CommitBlock;
import alchemist.log.Disk;
import alchemist.log.Disk.Mode;
import alchemist.log.DiskFile;
import alchemist.log.Hash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * How far a reactor is. It only spares looking at events again, so it is not forced, and one that
 * is damaged, or of another history of the log, counts as lost: what a reactor has done is known
 * from the log.
 *
 * <pre>
 *  0  u32   magic 'ALCQ'
 *  4  u64   position, little-endian: the last of a block
 * 12  32 B  hash of that block
 * 44  u32   CRC-32C of bytes 0 to 43
 * </pre>
 *
 * A file of 16 bytes is of a time when the hash was not kept: it is not known of which history its
 * position is.
 */
final class PositionFile {
    private static final int HASH = 12;
    private static final int CHECKSUM = HASH + Hash.BYTES;
    private static final int BYTES = CHECKSUM + 4;
    private static final int MAGIC = 0x51434c41;

    /**
     * A position of one history.
     *
     * @param position the last of a block
     * @param hash of that block
     */
    record Mark(long position, Hash hash) {
        static Mark of(CommitBlock block) {
            return new Mark(block.lastPosition(), block.hash());
        }
    }

    private final Disk disk;
    private final Path directory;
    private final Path file;

    PositionFile(Disk disk, Path directory, String name) {
        this.disk = disk;
        this.directory = directory;
        this.file = directory.resolve(name + ".position");
    }

    Optional<Mark> read() throws IOException {
        byte[] bytes = new byte[BYTES];
        try (DiskFile in = disk.open(file, Mode.READ)) {
            if (in.size() != BYTES) {
                return Optional.empty();
            }
            in.readFully(ByteBuffer.wrap(bytes), 0);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
        ByteBuffer b = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return b.getInt(0) == MAGIC && b.getInt(CHECKSUM) == crc(bytes)
                ? Optional.of(new Mark(b.getLong(4), Hash.read(bytes, HASH)))
                : Optional.empty();
    }

    void write(Mark mark) throws IOException {
        byte[] bytes = new byte[BYTES];
        ByteBuffer b = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        mark.hash().write(bytes, HASH);
        b.putInt(0, MAGIC).putLong(4, mark.position());
        b.putInt(CHECKSUM, crc(bytes));
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
        crc.update(bytes, 0, CHECKSUM);
        return (int) crc.getValue();
    }
}
