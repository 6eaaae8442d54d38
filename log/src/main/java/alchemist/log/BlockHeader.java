package alchemist.log;

/**
 * The first 104 bytes of a commit block; {@link CommitBlock} draws them. The block's hash is the
 * SHA-256 of these bytes, and covers the records through the Merkle root.
 *
 * @param version of the format, 1
 * @param flags bit 0: first block of its log
 * @param lengthBytes of the whole block, trailer included
 * @param rulesVersion of the deciders that decided what is in the block, unsigned
 * @param firstPosition the position of the first event in it, or that the next event will have when
 *     there is none
 * @param events how many events are in it
 * @param records how many records are in it
 * @param recordedAtMicros when it was written, in microseconds since 1970-01-01T00:00:00Z
 * @param previous the hash of the block before it
 * @param merkleRoot the RFC 6962 tree hash of its records
 */
public record BlockHeader(
        int version,
        int flags,
        int lengthBytes,
        int rulesVersion,
        long firstPosition,
        int events,
        int records,
        long recordedAtMicros,
        Hash previous,
        Hash merkleRoot) {
    /** How many bytes a header takes. */
    public static final int BYTES = 104;

    /** The version of the format that this program writes, and the newest that it reads. */
    public static final int VERSION = 1;

    /** The flag of the first block of a log. */
    public static final int FIRST = 1;

    /** "ALCB", as a little-endian number. */
    static final int MAGIC = 0x42434c41;

    static final int VERSION_AT = 4;
    static final int LENGTH_AT = 8;

    /** Whether it is the header of the first block of a log. */
    public boolean isFirst() {
        return (flags & FIRST) != 0;
    }

    /** The position of the last event in it; the one before the first when there is none. */
    public long lastPosition() {
        return firstPosition + events - 1;
    }

    /** The hash of the block that has this header. */
    public Hash hash() {
        byte[] bytes = new byte[BYTES];
        write(bytes, 0);
        return new Sha256().hash(bytes, 0, BYTES);
    }

    /**
     * Reads the header that begins at an offset, and believes it.
     *
     * @see BlockParser#check
     */
    public static BlockHeader read(byte[] b, int at) {
        return new BlockHeader(
                Bytes.u16(b, at + VERSION_AT),
                Bytes.u16(b, at + 6),
                Bytes.i32(b, at + LENGTH_AT),
                Bytes.i32(b, at + 12),
                Bytes.i64(b, at + 16),
                Bytes.i32(b, at + 24),
                Bytes.i32(b, at + 28),
                Bytes.i64(b, at + 32),
                Hash.read(b, at + 40),
                Hash.read(b, at + 72));
    }

    /** Writes the 104 bytes of the header at an offset. */
    public void write(byte[] b, int at) {
        Bytes.i32(b, at, MAGIC);
        Bytes.u16(b, at + VERSION_AT, version);
        Bytes.u16(b, at + 6, flags);
        Bytes.i32(b, at + LENGTH_AT, lengthBytes);
        Bytes.i32(b, at + 12, rulesVersion);
        Bytes.i64(b, at + 16, firstPosition);
        Bytes.i32(b, at + 24, events);
        Bytes.i32(b, at + 28, records);
        Bytes.i64(b, at + 32, recordedAtMicros);
        previous.write(b, at + 40);
        merkleRoot.write(b, at + 72);
    }
}
