package alchemist.engine.snapshot;

import alchemist.engine.snapshot.SnapshotStore.Snapshot;
import alchemist.kernel.schema.Input;
import alchemist.log.Hash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a snapshot. Numbers are little-endian.
 *
 * <pre>
 *  0  u32   magic 'ALCS'
 *  4  u32   version of this layout, 1
 *  8  u32   version of the content
 * 12  u64   position
 * 20  32 B  hash of the block that ends there
 * 52  u64   length of the content in bytes
 * 60        content
 *     u32   CRC-32C of everything before it
 * </pre>
 */
final class SnapshotFile {
    private static final int HEADER_BYTES = 60;
    private static final int TRAILER_BYTES = 4;
    private static final int MAGIC = 0x53434c41;
    private static final int LAYOUT = 1;

    private SnapshotFile() {}

    static ByteBuffer header(int version, long position, Hash hash, long lengthBytes) {
        byte[] bytes = new byte[HEADER_BYTES];
        hash.write(bytes, 20);
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0, MAGIC).putInt(4, LAYOUT).putInt(8, version).putLong(12, position);
        return header.putLong(52, lengthBytes);
    }

    static ByteBuffer trailer(ByteBuffer header, ByteBuffer content) {
        CRC32C crc = new CRC32C();
        crc.update(header.duplicate());
        crc.update(content.duplicate());
        ByteBuffer trailer = ByteBuffer.allocate(TRAILER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        return trailer.putInt(0, (int) crc.getValue());
    }

    /**
     * Reads a snapshot.
     *
     * @return null when it is whole, but its content or layout is of another version
     * @throws IOException when it is damaged
     */
    static @Nullable Snapshot read(byte[] bytes, int version, long position) throws IOException {
        ByteBuffer b = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int end = bytes.length - TRAILER_BYTES;
        if (end < HEADER_BYTES || b.getInt(0) != MAGIC) {
            throw new IOException("it is no snapshot");
        }
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, end);
        if (b.getInt(end) != (int) crc.getValue()) {
            throw new IOException("its checksum is wrong");
        }
        if (b.getInt(4) != LAYOUT || b.getInt(8) != version) {
            return null;
        }
        if (b.getLong(12) != position || b.getLong(52) != end - HEADER_BYTES) {
            throw new IOException("it does not belong to its name");
        }
        Input content = new Input(bytes, HEADER_BYTES, end - HEADER_BYTES);
        return new Snapshot(position, Hash.read(bytes, 20), content);
    }
}
