package alchemist.log;

import java.util.HexFormat;

/**
 * A SHA-256 hash: 32 bytes as four numbers, so that it is a plain value without an array in it.
 *
 * @param first bytes 0 to 7, most significant first; the others follow
 */
public record Hash(long first, long second, long third, long fourth) {
    /** How many bytes a hash takes where it is stored. */
    public static final int BYTES = 32;

    /** Thirty-two zero bytes: what stands before the first block of a log that has no parent. */
    public static final Hash ZERO = new Hash(0, 0, 0, 0);

    /** Reads the hash that begins at an offset. */
    public static Hash read(byte[] bytes, int offset) {
        return new Hash(
                Bytes.bigEndian(bytes, offset),
                Bytes.bigEndian(bytes, offset + 8),
                Bytes.bigEndian(bytes, offset + 16),
                Bytes.bigEndian(bytes, offset + 24));
    }

    /**
     * Reads 64 hexadecimal digits.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static Hash parse(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException(
                    "a hash has 64 hexadecimal digits, this has " + hex.length());
        }
        return read(bytes, 0);
    }

    /** Writes the 32 bytes of the hash at an offset. */
    public void write(byte[] bytes, int offset) {
        Bytes.bigEndian(bytes, offset, first);
        Bytes.bigEndian(bytes, offset + 8, second);
        Bytes.bigEndian(bytes, offset + 16, third);
        Bytes.bigEndian(bytes, offset + 24, fourth);
    }

    /** The hash in 64 hexadecimal digits. */
    @Override
    public String toString() {
        return Bytes.hex(first) + Bytes.hex(second) + Bytes.hex(third) + Bytes.hex(fourth);
    }
}
