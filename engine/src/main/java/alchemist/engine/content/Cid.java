package alchemist.engine.content;

import alchemist.log.Hash;

/**
 * What a content is known by: the SHA-256 of its bytes, written as a version 1 CID of raw bytes, in
 * lower-case base32 (59 letters and digits, beginning with {@code bafkrei}), as in IPFS.
 *
 * <pre>
 * 'b' | base32 of: 01 version | 55 raw | 12 SHA-256 | 20 length | hash, 32 B
 * </pre>
 *
 * @param hash of the bytes
 * @see <a href="https://github.com/multiformats/cid">CID specification</a>
 */
public record Cid(Hash hash) {
    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final byte[] PREFIX = {0x01, 0x55, 0x12, 0x20};
    private static final int BYTES = PREFIX.length + Hash.BYTES;
    private static final int TEXT_LENGTH = 1 + (BYTES * 8 + 4) / 5;

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException when it is no CID of this kind
     */
    public static Cid parse(String text) {
        if (text.length() != TEXT_LENGTH || text.charAt(0) != 'b') {
            throw wrong(text);
        }
        byte[] bytes = new byte[BYTES];
        int bits = 0;
        int held = 0;
        int at = 0;
        for (int i = 1; i < TEXT_LENGTH; i++) {
            int digit = DIGITS.indexOf(text.charAt(i));
            if (digit < 0) {
                throw wrong(text);
            }
            held = (held << 5) | digit;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (held >>> bits);
                held &= (1 << bits) - 1;
            }
        }
        for (int i = 0; i < PREFIX.length; i++) {
            if (bytes[i] != PREFIX[i]) {
                throw wrong(text);
            }
        }
        if (held != 0) {
            throw wrong(text);
        }
        return new Cid(Hash.read(bytes, PREFIX.length));
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(
                "'"
                        + text
                        + "' is no CID; one has 59 letters and digits and begins with 'bafkrei'");
    }

    @Override
    public String toString() {
        byte[] bytes = new byte[BYTES];
        System.arraycopy(PREFIX, 0, bytes, 0, PREFIX.length);
        hash.write(bytes, PREFIX.length);
        StringBuilder text = new StringBuilder(TEXT_LENGTH).append('b');
        int bits = 0;
        int held = 0;
        for (byte b : bytes) {
            held = (held << 8) | (b & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(DIGITS.charAt((held >>> bits) & 31));
            }
            held &= (1 << bits) - 1;
        }
        return text.append(DIGITS.charAt((held << (5 - bits)) & 31)).toString();
    }
}
