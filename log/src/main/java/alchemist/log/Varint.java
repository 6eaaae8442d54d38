package alchemist.log;

/** Unsigned LEB128: seven bits a byte, least significant first. Always in the fewest bytes. */
final class Varint {
    /** As many as the length of a record in a block can need. */
    static final int MAX_BYTES = 3;

    private Varint() {}

    static int bytes(int value) {
        return value < 1 << 7 ? 1 : value < 1 << 14 ? 2 : MAX_BYTES;
    }

    /** Writes a number ≥ 0 and answers the offset after it. */
    static int write(byte[] bytes, int offset, int value) {
        int at = offset;
        int rest = value;
        while (rest >= 0x80) {
            bytes[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[at++] = (byte) rest;
        return at;
    }

    /**
     * Reads a number of at most three bytes that ends before the limit. Its length is {@link
     * #bytes} of it, for only the shortest form is accepted.
     *
     * @return the number, or -1 when there is none in its shortest form
     */
    static int read(byte[] bytes, int offset, int limit) {
        int value = 0;
        for (int i = 0; i < MAX_BYTES && offset + i < limit; i++) {
            byte b = bytes[offset + i];
            value |= (b & 0x7f) << (7 * i);
            if (b >= 0) {
                return i > 0 && b == 0 ? -1 : value;
            }
        }
        return -1;
    }
}
