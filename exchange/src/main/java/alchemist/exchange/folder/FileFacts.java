package alchemist.exchange.folder;

import alchemist.exchange.files.LfsPointer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a file's content tells, found out in one pass over it, however large it is.
 *
 * @param size in bytes
 * @param binary whether its first 8 KB hold a zero byte
 * @param lines of a text, counting a last one without an end; 0 where it is binary
 * @param sha256 of the content, in hexadecimal digits
 * @param blob the hash by which Git would know it, or empty where it was not asked for
 * @param pointer where it is kept, when what is here but points there
 */
record FileFacts(
        long size,
        boolean binary,
        long lines,
        String sha256,
        String blob,
        @Nullable LfsPointer pointer) {
    /** How much of a file tells whether it is text. */
    static final int HEAD_BYTES = 8192;

    /**
     * Reads a file.
     *
     * @param gitHash the algorithm of the repository's object names, or null
     * @throws IOException when it cannot be read, or grew or shrank meanwhile
     */
    static FileFacts of(Path file, long size, @Nullable String gitHash) throws IOException {
        MessageDigest sha256 = digest("SHA-256");
        MessageDigest blob = gitHash == null ? null : digest(gitHash);
        if (blob != null) {
            blob.update(blobHead(size));
        }
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        long lines = 0;
        boolean binary = false;
        byte last = '\n';
        Set<OpenOption> options = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        try (InputStream in = Files.newInputStream(file, options.toArray(new OpenOption[0]))) {
            for (int read = in.readNBytes(buffer, 0, buffer.length);
                    read > 0;
                    read = in.readNBytes(buffer, 0, buffer.length)) {
                sha256.update(buffer, 0, read);
                if (blob != null) {
                    blob.update(buffer, 0, read);
                }
                binary |= total == 0 && holdsZero(buffer, Math.min(read, HEAD_BYTES));
                for (int i = 0; i < read && !binary; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
                last = buffer[read - 1];
                total += read;
            }
        }
        if (total != size) {
            throw new IOException("it changes while it is read");
        }
        HexFormat hex = HexFormat.of();
        return new FileFacts(
                size,
                binary,
                binary ? 0 : last == '\n' ? lines : lines + 1,
                hex.formatHex(sha256.digest()),
                blob == null ? "" : hex.formatHex(blob.digest()),
                total < LfsPointer.MAX_BYTES
                        ? LfsPointer.of(Arrays.copyOf(buffer, (int) total)).orElse(null)
                        : null);
    }

    /** The hash by which Git would know a content. */
    static String blob(byte[] bytes, String algorithm) {
        MessageDigest blob = digest(algorithm);
        blob.update(blobHead(bytes.length));
        return HexFormat.of().formatHex(blob.digest(bytes));
    }

    private static byte[] blobHead(long size) {
        return ("blob " + size + "\0").getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean holdsZero(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
