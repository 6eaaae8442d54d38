package alchemist.log;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 without an allocation per hash. For one thread. */
final class Sha256 {
    private final MessageDigest digest;
    private final byte[] result = new byte[Hash.BYTES];

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime must have SHA-256", e);
        }
    }

    Hash hash(byte[] bytes, int offset, int length) {
        hash(bytes, offset, length, result, 0);
        return Hash.read(result, 0);
    }

    /** Hashes a range into 32 bytes of the target. */
    void hash(byte[] bytes, int offset, int length, byte[] target, int targetOffset) {
        digest.update(bytes, offset, length);
        try {
            digest.digest(target, targetOffset, Hash.BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException("32 bytes must be enough for SHA-256", e);
        }
    }

    /** Hashes a prefix byte and then a range, into 32 bytes of the target. */
    void hash(int prefix, byte[] bytes, int offset, int length, byte[] target, int targetOffset) {
        digest.update((byte) prefix);
        hash(bytes, offset, length, target, targetOffset);
    }
}
