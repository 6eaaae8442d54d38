package alchemist.gateway.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Compresses what is worth it. */
final class Gzip {
    /** What is smaller is sent as it is. */
    private static final int LEAST_BYTES = 1024;

    private Gzip() {}

    static boolean isWorthIt(String mediaType, int lengthBytes) {
        return lengthBytes >= LEAST_BYTES && isText(mediaType);
    }

    static boolean isText(String mediaType) {
        String bare = MediaType.bare(mediaType);
        return bare.startsWith("text/")
                || bare.endsWith("json")
                || bare.endsWith("xml")
                || bare.endsWith("javascript")
                || bare.equals("application/wasm")
                || bare.equals("application/vnd.alchemist.map");
    }

    /** Compressed quickly, for what is sent once. */
    static byte[] fast(byte[] bytes) {
        return compress(bytes, Deflater.BEST_SPEED);
    }

    /** Compressed well, for what is kept. */
    static byte[] small(byte[] bytes) {
        return compress(bytes, Deflater.BEST_COMPRESSION);
    }

    private static byte[] compress(byte[] bytes, int level) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4 + 64);
        try (OutputStream gzip = new Levelled(out, level)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return out.toByteArray();
    }

    private static final class Levelled extends GZIPOutputStream {
        Levelled(OutputStream out, int level) throws IOException {
            super(out, 16 << 10);
            def.setLevel(level);
        }
    }
}
