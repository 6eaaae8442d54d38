package alchemist.log;

/**
 * The 128 bits that name a workspace. Stored as 16 bytes, most significant first.
 *
 * @param high the first eight bytes
 * @param low the last eight bytes
 */
public record WorkspaceId(long high, long low) {
    /** How many bytes an id takes where it is stored. */
    public static final int BYTES = 16;

    /** The id of no workspace: sixteen zero bytes. */
    public static final WorkspaceId NONE = new WorkspaceId(0, 0);

    /** Whether this is the id of no workspace. */
    public boolean isNone() {
        return high == 0 && low == 0;
    }

    /** Reads the id that begins at an offset. */
    public static WorkspaceId read(byte[] bytes, int offset) {
        return new WorkspaceId(Bytes.bigEndian(bytes, offset), Bytes.bigEndian(bytes, offset + 8));
    }

    /** Writes the 16 bytes of the id at an offset. */
    public void write(byte[] bytes, int offset) {
        Bytes.bigEndian(bytes, offset, high);
        Bytes.bigEndian(bytes, offset + 8, low);
    }

    /** The id in 32 hexadecimal digits. */
    @Override
    public String toString() {
        return Bytes.hex(high) + Bytes.hex(low);
    }
}
