package alchemist.exchange.tables.delimited;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How the letters of a file are written: by its first bytes where these say it, else as UTF-8 where
 * all of it is, else as Windows-1252, or as Latin-1 where that lacks a byte.
 *
 * @param charset of its bytes
 * @param skip how many bytes stand before its text
 */
record TextEncoding(Charset charset, int skip) {
    private static final int HEAD_BYTES = 4096;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    static TextEncoding of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD_BYTES);
        }
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return new TextEncoding(StandardCharsets.UTF_8, 3);
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2);
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 2);
        }
        int even = zeros(head, 0);
        int odd = zeros(head, 1);
        if (odd * 5 > head.length && even * 50 < head.length) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 0);
        }
        if (even * 5 > head.length && odd * 50 < head.length) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 0);
        }
        if (isUtf8(file)) {
            return new TextEncoding(StandardCharsets.UTF_8, 0);
        }
        return new TextEncoding(isLatin1(file) ? StandardCharsets.ISO_8859_1 : WINDOWS, 0);
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (head.length <= i || (head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static int zeros(byte[] head, int from) {
        int count = 0;
        for (int i = from; i < head.length; i += 2) {
            count += head[i] == 0 ? 1 : 0;
        }
        return count;
    }

    private static boolean isUtf8(Path file) throws IOException {
        CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer chars = CharBuffer.allocate(1 << 16);
        try (InputStream in = Files.newInputStream(file)) {
            while (true) {
                int read = in.readNBytes(bytes.array(), bytes.position(), bytes.remaining());
                bytes.position(bytes.position() + read).flip();
                CoderResult result = decoder.decode(bytes, chars.clear(), read == 0);
                if (result.isError()) {
                    return false;
                }
                bytes.compact();
                if (read == 0) {
                    return true;
                }
            }
        }
    }

    /** Whether a byte is among them that Windows-1252 does not have. */
    private static boolean isLatin1(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b == 0x81 || b == 0x8D || b == 0x8F || b == 0x90 || b == 0x9D) {
                    return true;
                }
            }
            return false;
        }
    }
}
