package alchemist.exchange.code;

import alchemist.kernel.Id;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The outlines of files that were parsed before, by what stands in them: parsing takes most of the
 * time of reading code, and most files are as they were. What was asked for last is kept. Safe for
 * several threads.
 */
final class KnownOutlines {
    /** How much is kept: about 30,000 files. */
    static final int MAX_BYTES = 64 << 20;

    /** What an entry takes beside its bytes, about. */
    private static final int ENTRY_BYTES = 120;

    private final Map<Id, byte[]> outlines = new LinkedHashMap<>(64, 0.75f, true);
    private final int maxBytes;
    private long bytes;

    /** None yet. */
    KnownOutlines() {
        this(MAX_BYTES);
    }

    KnownOutlines(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** What an outline depends on: the language, and what stands in the file. */
    static Id key(CodeLanguage language, byte[] source) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(language.name().getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
            byte[] hash = sha256.digest(source);
            return new Id(bits(hash, 0), bits(hash, Long.BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static long bits(byte[] hash, int from) {
        long bits = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            bits = (bits << Byte.SIZE) | (hash[from + i] & 0xff);
        }
        return bits;
    }

    synchronized byte @Nullable [] find(Id key) {
        return outlines.get(key);
    }

    synchronized void keep(Id key, byte[] outline) {
        byte[] former = outlines.put(key, outline);
        bytes += outline.length + ENTRY_BYTES;
        bytes -= former == null ? 0 : former.length + ENTRY_BYTES;
        Iterator<byte[]> eldest = outlines.values().iterator();
        while (bytes > maxBytes && eldest.hasNext()) {
            bytes -= eldest.next().length + ENTRY_BYTES;
            eldest.remove();
        }
    }
}
