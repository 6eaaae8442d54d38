package alchemist.logfile;

import alchemist.log.Disk;
import alchemist.log.DiskFile;
import alchemist.log.Hash;
import alchemist.log.Log;
import alchemist.log.NewerFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Where the log ended when it was last closed in order: file {@code head}. After that no tail can
 * be torn, so a log that ends before it has lost something. It is a witness and nothing more: a log
 * without it, or with an older one, is as good.
 *
 * <pre>
 *  0   8 B  magic 'ALCHHEAD'
 *  8  u16   format version, 1
 * 10   6 B  zeros
 * 16  u64   position of the last event
 * 24  32 B  hash of the last block
 * 56  u32   0
 * 60  u32   CRC-32C of everything before it
 * </pre>
 */
record CleanEnd(long position, Hash hash) {
    static final String NAME = "head";
    static final int BYTES = 64;

    private static final int VERSION = 1;

    private static final byte[] MAGIC = "ALCHHEAD".getBytes(StandardCharsets.US_ASCII);

    /** Whether a log that ends here has what it had when it was closed. */
    boolean isIn(Log.Head head) {
        return head.position() > position
                || (head.position() == position && head.hash().equals(hash));
    }

    /**
     * What was written last; null when there is nothing, or nothing that is whole.
     *
     * @throws NewerFormat when it is of a later version
     */
    static @Nullable CleanEnd read(LogDirectory directory) throws IOException, NewerFormat {
        if (!directory.has(NAME)) {
            return null;
        }
        byte[] bytes = new byte[BYTES];
        try (DiskFile file = directory.open(NAME, Disk.Mode.READ)) {
            if (file.size() != BYTES) {
                return null;
            }
            file.readFully(ByteBuffer.wrap(bytes), 0);
        }
        ByteBuffer b = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        boolean whole =
                Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
                        && b.getInt(60) == crc(bytes);
        int version = Short.toUnsignedInt(b.getShort(8));
        if (whole && version > VERSION) {
            throw new NewerFormat(directory.named(NAME), version, VERSION);
        }
        return whole ? new CleanEnd(b.getLong(16), Hash.read(bytes, 24)) : null;
    }

    void write(LogDirectory directory) throws IOException {
        byte[] bytes = new byte[BYTES];
        ByteBuffer b = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        b.put(MAGIC).putShort((short) VERSION);
        b.putLong(16, position);
        hash.write(bytes, 24);
        b.putInt(60, crc(bytes));
        directory.replace(NAME, bytes);
    }

    private static int crc(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, BYTES - 4);
        return (int) crc.getValue();
    }
}
