package alchemist.engine.keys;

import alchemist.kernel.Id;
import alchemist.kernel.value.Value.Sealed;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one person: AES-256-GCM (NIST SP 800-38D) with a synthetic nonce, so that equal texts
 * have equal bytes. The nonce is the beginning of HMAC-SHA256 over the text, under a key of its own
 * that derives from the person's; two texts of one person share a nonce with a chance of 2⁻⁴⁸ at
 * sixteen million texts.
 *
 * <pre>
 * sealed bytes: nonce 12 B | cipher text | tag 16 B       authenticated with it: subject, 16 B
 * </pre>
 */
final class SubjectKey {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte[] NONCE_LABEL = "alchemist nonce".getBytes(StandardCharsets.UTF_8);

    private final Id subject;
    private final int number;
    private final byte[] key;
    private final byte[] nonceKey;

    SubjectKey(Id subject, int number, byte[] key) {
        this.subject = subject;
        this.number = number;
        this.key = key;
        this.nonceKey = hmac(key, NONCE_LABEL);
    }

    Id subject() {
        return subject;
    }

    int number() {
        return number;
    }

    byte[] bytes() {
        return key;
    }

    Sealed seal(String text) {
        byte[] clear = text.getBytes(StandardCharsets.UTF_8);
        byte[] nonce = Arrays.copyOf(hmac(nonceKey, clear), NONCE_BYTES);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce);
            byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(clear.length));
            cipher.doFinal(clear, 0, clear.length, sealed, NONCE_BYTES);
            return new Sealed(subject, number, sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-256-GCM", e);
        }
    }

    Optional<String> open(Sealed sealed) {
        byte[] bytes = sealed.bytes();
        if (!sealed.subject().equals(subject) || bytes.length < NONCE_BYTES + TAG_BITS / 8) {
            return Optional.empty();
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, bytes);
            byte[] clear = cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
            return Optional.of(new String(clear, StandardCharsets.UTF_8));
        } catch (AEADBadTagException _) {
            // Sealed with another key of this number: the keys are not those of this log.
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-256-GCM", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                new SecretKeySpec(key, "AES"),
                new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
        ByteBuffer bound = ByteBuffer.allocate(16).putLong(subject.high()).putLong(subject.low());
        cipher.updateAAD(bound.flip());
        return cipher;
    }

    static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA256", e);
        }
    }
}
