package alchemist.logfile;

import alchemist.log.CorruptLog;
import alchemist.log.Disk;
import alchemist.log.DiskFile;
import alchemist.log.Hash;
import alchemist.log.NewerFormat;
import alchemist.log.WorkspaceId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.CRC32C;

/**
 * What a segment file begins with. Its name is the first position in twenty digits and {@code
 * .alog}.
 *
 * <pre>
 *  0   8 B  magic 'ALCHSEG1'
 *  8  u16   format version, 1
 * 10  u16   length of this header, 80
 * 12  u32   0
 * 16  16 B  workspace
 * 32  u64   position of the first event in the segment
 * 40  32 B  hash of the block before; what the first block of the segment names as its previous
 * 72  u32   0
 * 76  u32   CRC-32C of everything before it
 * </pre>
 *
 * @param workspace whose log it is
 * @param firstPosition of the first event that is or will be in the segment
 * @param previous the hash of the last block of the segment before
 */
record SegmentHeader(WorkspaceId workspace, long firstPosition, Hash previous) {
    static final int BYTES = 80;
    static final int VERSION = 1;
    static final String SUFFIX = ".alog";

    private static final byte[] MAGIC = "ALCHSEG1".getBytes(StandardCharsets.US_ASCII);

    static String name(long firstPosition) {
        return String.format(Locale.ROOT, "%020d", firstPosition) + SUFFIX;
    }

    /** The first position that a file's name says, or -1 when it is no segment. */
    static long position(String name) {
        if (name.length() != 20 + SUFFIX.length() || !name.endsWith(SUFFIX)) {
            return -1;
        }
        long position = 0;
        for (int i = 0; i < 20; i++) {
            char c = name.charAt(i);
            if (c < '0' || c > '9' || position > (Long.MAX_VALUE - 9) / 10) {
                return -1;
            }
            position = 10 * position + (c - '0');
        }
        return position;
    }

    /** What can be said of a segment whose header is damaged: where it begins. */
    static SegmentHeader assumed(String name) {
        return new SegmentHeader(WorkspaceId.NONE, position(name), Hash.ZERO);
    }

    byte[] bytes() {
        byte[] bytes = new byte[BYTES];
        ByteBuffer b = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        b.put(MAGIC).putShort((short) VERSION).putShort((short) BYTES);
        workspace.write(bytes, 16);
        b.putLong(32, firstPosition);
        previous.write(bytes, 40);
        b.putInt(76, crc(bytes));
        return bytes;
    }

    private static int crc(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, BYTES - 4);
        return (int) crc.getValue();
    }

    /**
     * Reads the header of a segment and compares it with its name.
     *
     * @throws CorruptLog when it is not whole
     * @throws NewerFormat when it is of a later version
     */
    static SegmentHeader read(LogDirectory directory, String name)
            throws IOException, CorruptLog, NewerFormat {
        byte[] bytes = new byte[BYTES];
        try (DiskFile f = directory.open(name, Disk.Mode.READ)) {
            if (f.size() < BYTES) {
                throw new CorruptLog(
                        directory.named(name), 0, "the file is shorter than a segment's header");
            }
            f.readFully(ByteBuffer.wrap(bytes), 0);
        }
        ByteBuffer b = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (!Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new CorruptLog(
                    directory.named(name), 0, "the file does not begin with 'ALCHSEG1'");
        }
        int version = Short.toUnsignedInt(b.getShort(8));
        // These 80 bytes stay where they are in every later version; what is new comes after them.
        if (b.getInt(76) != crc(bytes)) {
            throw new CorruptLog(
                    directory.named(name), 0, "the checksum of the segment's header is wrong");
        }
        if (version > VERSION) {
            throw new NewerFormat(directory.named(name), version, VERSION);
        }
        SegmentHeader header =
                new SegmentHeader(WorkspaceId.read(bytes, 16), b.getLong(32), Hash.read(bytes, 40));
        if (position(name) != header.firstPosition) {
            throw new CorruptLog(
                    directory.named(name),
                    32,
                    "the segment begins with position "
                            + header.firstPosition
                            + ", but is named "
                            + name);
        }
        return header;
    }
}
