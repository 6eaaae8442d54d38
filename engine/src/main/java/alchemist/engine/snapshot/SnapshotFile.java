package alchemist.engine.snapshot;

import alchemist.engine.snapshot.SnapshotStore.Snapshot;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import alchemist.kernel.schema.Source;
import alchemist.log.DiskFile;
import alchemist.log.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;
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

    /** How much is read or written at once: the system copies it aside. */
    private static final int PART_BYTES = 256 * 1024;

    private SnapshotFile() {}

    /**
     * Writes a snapshot into an empty file; not durable yet.
     *
     * @param content writes it; it goes into the file as it comes
     */
    static void write(
            DiskFile file, int version, long position, Hash hash, Consumer<Output> content)
            throws IOException {
        long[] at = {HEADER_BYTES};
        try {
            Output out = new Output((bytes, length) -> append(file, bytes, length, at), PART_BYTES);
            content.accept(out);
            out.finish();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        file.writeFully(header(version, position, hash, at[0] - HEADER_BYTES), 0);
        file.writeFully(trailer(checksum(file, at[0])), at[0]);
    }

    private static byte[] append(DiskFile file, byte[] bytes, int length, long[] at) {
        try {
            file.writeFully(ByteBuffer.wrap(bytes, 0, length), at[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        at[0] += length;
        return bytes;
    }

    private static ByteBuffer header(int version, long position, Hash hash, long lengthBytes) {
        byte[] bytes = new byte[HEADER_BYTES];
        hash.write(bytes, 20);
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0, MAGIC).putInt(4, LAYOUT).putInt(8, version).putLong(12, position);
        return header.putLong(52, lengthBytes);
    }

    private static ByteBuffer trailer(int checksum) {
        ByteBuffer trailer = ByteBuffer.allocate(TRAILER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        return trailer.putInt(0, checksum);
    }

    /**
     * Reads a snapshot: all of it once, to know that it is whole, and then as its content is asked
     * for, so that it never lies in memory as a whole.
     *
     * @param file closed with what is returned
     * @return null when it is whole, but its content or layout is of another version
     * @throws IOException when it is damaged
     */
    static @Nullable Snapshot read(DiskFile file, int version, long position) throws IOException {
        long end = file.size() - TRAILER_BYTES;
        if (end < HEADER_BYTES) {
            throw new IOException("it is no snapshot");
        }
        byte[] header = new byte[HEADER_BYTES];
        ByteBuffer b = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        file.readFully(b.duplicate(), 0);
        if (b.getInt(0) != MAGIC) {
            throw new IOException("it is no snapshot");
        }
        requireWhole(file, end);
        if (b.getInt(4) != LAYOUT || b.getInt(8) != version) {
            return null;
        }
        if (b.getLong(12) != position || b.getLong(52) != end - HEADER_BYTES) {
            throw new IOException("it does not belong to its name");
        }
        Input content = new Input(content(file), end - HEADER_BYTES, PART_BYTES);
        return new Snapshot(position, Hash.read(header, 20), content, file);
    }

    private static void requireWhole(DiskFile file, long end) throws IOException {
        ByteBuffer trailer = ByteBuffer.allocate(TRAILER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        file.readFully(trailer, end);
        if (trailer.getInt(0) != checksum(file, end)) {
            throw new IOException("its checksum is wrong");
        }
    }

    /** Of all bytes up to an end. */
    private static int checksum(DiskFile file, long end) throws IOException {
        CRC32C crc = new CRC32C();
        // Where the system reads to by itself: so it need not be copied to be summed.
        ByteBuffer part = ByteBuffer.allocateDirect((int) Math.min(PART_BYTES, end));
        for (long at = 0; at < end; at += part.limit()) {
            part.clear().limit((int) Math.min(part.capacity(), end - at));
            file.readFully(part, at);
            crc.update(part.flip());
        }
        return (int) crc.getValue();
    }

    private static Source content(DiskFile file) {
        long[] at = {HEADER_BYTES};
        return (to, offset, length) -> {
            try {
                file.readFully(ByteBuffer.wrap(to, offset, length), at[0]);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            at[0] += length;
            return length;
        };
    }
}
