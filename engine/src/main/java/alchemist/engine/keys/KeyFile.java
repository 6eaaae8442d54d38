package alchemist.engine.keys;

import alchemist.kernel.Id;
import alchemist.log.Disk;
import alchemist.log.Disk.Mode;
import alchemist.log.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The file of a key store. Slots of 64 bytes never cross a disk's sector, so that overwriting a key
 * is one step. Numbers are little-endian.
 *
 * <pre>
 * header, 64 B
 *    0  u32   magic 'ALCK'
 *    4  u32   version of this layout, 1
 *    8  32 B  the workspace's secret
 *   40        zeros
 *   60  u32   CRC-32C of bytes 0 to 59
 * slot n at 64 + 64·n: the key number n
 *    0  u8    1 live, 2 erased
 *    4  16 B  subject
 *   20  32 B  key; zeros when erased
 *   52        zeros
 *   60  u32   CRC-32C of bytes 0 to 59
 * </pre>
 */
final class KeyFile implements AutoCloseable {
    static final int KEY_BYTES = 32;
    static final int SLOT_BYTES = 64;

    private static final String NAME = "subjects.keys";
    private static final int MAGIC = 0x4b434c41;
    private static final int LAYOUT = 1;
    private static final int CRC_AT = 60;
    private static final byte LIVE = 1;
    private static final byte ERASED = 2;

    private final Disk disk;
    private final Path path;
    private DiskFile file;
    private final boolean whole;
    private final byte[] secret;
    private final int slots;
    private final byte[] content;

    private KeyFile(Disk disk, Path path, DiskFile file, boolean whole, byte[] content) {
        this.disk = disk;
        this.path = path;
        this.file = file;
        this.whole = whole;
        this.content = content;
        this.slots = Math.max(0, content.length / SLOT_BYTES - 1);
        // A file that is cut has no secret; none is asked for.
        byte[] header = Arrays.copyOf(content, SLOT_BYTES);
        this.secret = Arrays.copyOfRange(header, 8, 8 + KEY_BYTES);
        Arrays.fill(header, (byte) 0);
    }

    /** What a slot holds. */
    record Slot(Id subject, byte @Nullable [] key) {}

    static boolean exists(Disk disk, Path directory) throws IOException {
        return disk.exists(directory.resolve(NAME));
    }

    /** Begins a file with no keys; it is whole and durable, or not there. */
    static void begin(Disk disk, Path directory, byte[] secret) throws IOException {
        byte[] header = new byte[SLOT_BYTES];
        ByteBuffer.wrap(header)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0, MAGIC)
                .putInt(4, LAYOUT)
                .put(8, secret);
        create(disk, directory, signed(header).array());
    }

    /** Makes a file of these bytes; it is whole and durable, or not there. */
    static void create(Disk disk, Path directory, byte[] bytes) throws IOException {
        check(directory.resolve(NAME), bytes);
        if (exists(disk, directory)) {
            throw new IOException("there are keys in " + directory + " already");
        }
        disk.createDirectories(directory);
        replace(disk, directory, bytes);
    }

    private static void replace(Disk disk, Path directory, byte[] bytes) throws IOException {
        Path unfinished = directory.resolve(NAME + ".tmp");
        try {
            disk.delete(unfinished);
        } catch (NoSuchFileException _) {
            // It need not have been there.
        }
        try (DiskFile out = disk.open(unfinished, Mode.CREATE)) {
            out.writeFully(ByteBuffer.wrap(bytes), 0);
            out.force(true);
        }
        disk.rename(unfinished, directory.resolve(NAME));
        disk.forceDirectory(directory);
    }

    /**
     * Sees to it that the disk has what was read when the file was opened: who wrote it may have
     * ended before it was forced, and then it is in the machine's memory and nowhere else. Forcing
     * alone may claim success for bytes that a failed force has thrown away, so the same bytes are
     * written again, to the same place; and where there are no keys yet, the file gets its name
     * again. What holds keys is never copied, since a copy could not be erased.
     */
    void settle() throws IOException {
        byte[] bytes = content(file);
        if (slots > 0) {
            file.writeFully(ByteBuffer.wrap(bytes), 0);
            file.force(true);
        } else {
            Path directory = Objects.requireNonNull(path.getParent());
            replace(disk, directory, Arrays.copyOf(bytes, SLOT_BYTES));
            DiskFile named = disk.open(path, Mode.WRITE);
            try (DiskFile _ = file) {
                file = named;
            }
        }
        Arrays.fill(bytes, (byte) 0);
    }

    static KeyFile open(Disk disk, Path directory) throws IOException {
        Path path = directory.resolve(NAME);
        DiskFile file = disk.open(path, Mode.WRITE);
        try {
            byte[] content = content(file);
            boolean whole = isWhole(content);
            if (whole) {
                requireKnown(path, content);
            }
            return new KeyFile(disk, path, file, whole, content);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** All bytes of the file. */
    static byte[] bytes(Disk disk, Path directory) throws IOException {
        Path path = directory.resolve(NAME);
        try (DiskFile file = disk.open(path, Mode.READ)) {
            byte[] content = content(file);
            check(path, content);
            return content;
        }
    }

    private static byte[] content(DiskFile file) throws IOException {
        byte[] content = new byte[Math.toIntExact(file.size())];
        file.readFully(ByteBuffer.wrap(content), 0);
        return content;
    }

    private static boolean isWhole(byte[] content) {
        ByteBuffer header = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        return content.length >= SLOT_BYTES
                && header.getInt(0) == MAGIC
                && header.getInt(CRC_AT) == crc(content, 0);
    }

    private static void check(Path path, byte[] content) throws IOException {
        if (!isWhole(content)) {
            throw new IOException(path + " is damaged at byte 0: these are no keys");
        }
        requireKnown(path, content);
    }

    private static void requireKnown(Path path, byte[] content) throws IOException {
        ByteBuffer header = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        if (header.getInt(4) != LAYOUT) {
            throw new IOException(
                    path
                            + " was written by a newer program, in version "
                            + header.getInt(4)
                            + " of its layout; this one reads "
                            + LAYOUT
                            + ": run the newer one to open this workspace");
        }
    }

    /** Where it is. */
    Path path() {
        return path;
    }

    /** Whether its header holds; else it has no secret that can be trusted. */
    boolean isWhole() {
        return whole;
    }

    /** Where a slot begins, in bytes. */
    static int offset(int number) {
        return SLOT_BYTES * (number + 1);
    }

    byte[] secret() {
        return secret.clone();
    }

    /** How many slots there were when it was opened. */
    int slots() {
        return slots;
    }

    /**
     * What a slot held when the file was opened; null when it is not whole: a crash came while it
     * was being written, so nothing was sealed with it, or the disk damaged it.
     */
    @Nullable Slot read(int number) {
        int at = offset(number);
        int expected = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getInt(at + CRC_AT);
        if (expected != crc(content, at)) {
            return null;
        }
        return content[at] == LIVE
                ? new Slot(
                        subject(number), Arrays.copyOfRange(content, at + 20, at + 20 + KEY_BYTES))
                : new Slot(subject(number), null);
    }

    /** Whose key a slot seemed to hold when the file was opened, even where it is not whole. */
    Id subject(int number) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        int at = offset(number) + 4;
        return new Id(bytes.getLong(at), bytes.getLong(at + 8));
    }

    /** Forgets what was read, which has keys in it. */
    void forgetContent() {
        Arrays.fill(content, (byte) 0);
    }

    /** Writes a live key, or where there is none a tombstone; durable after {@link #force}. */
    void write(int number, Id subject, byte @Nullable [] key) throws IOException {
        byte[] slot = new byte[SLOT_BYTES];
        ByteBuffer.wrap(slot)
                .put(0, key == null ? ERASED : LIVE)
                .putLong(4, subject.high())
                .putLong(12, subject.low())
                .put(20, key == null ? new byte[KEY_BYTES] : key);
        file.writeFully(signed(slot), offset(number));
    }

    void force() throws IOException {
        file.force(true);
    }

    private static ByteBuffer signed(byte[] slot) {
        return ByteBuffer.wrap(slot).order(ByteOrder.LITTLE_ENDIAN).putInt(CRC_AT, crc(slot, 0));
    }

    private static int crc(byte[] bytes, int offset) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, CRC_AT);
        return (int) crc.getValue();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
