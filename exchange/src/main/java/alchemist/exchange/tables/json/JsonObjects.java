package alchemist.exchange.tables.json;

import alchemist.exchange.ReadingFailed;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a file, one after the other: those of one array, or those that follow one another.
 * Only one is held at a time.
 */
final class JsonObjects implements AutoCloseable {
    /** How long one object may be, in bytes. */
    static final int MAX_BYTES = 16 << 20;

    private final String where;
    private final InputStream in;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean array;
    private boolean begun;
    private boolean ended;
    private boolean cutOff;
    private boolean first = true;
    private long line = 1;
    private long startLine = 1;

    JsonObjects(String where, InputStream in) throws IOException {
        this.where = where;
        this.in = new BufferedInputStream(in, 1 << 16);
        this.in.mark(3);
        byte[] head = this.in.readNBytes(3);
        boolean marked =
                head.length == 3
                        && (head[0] & 0xFF) == 0xEF
                        && (head[1] & 0xFF) == 0xBB
                        && (head[2] & 0xFF) == 0xBF;
        if (!marked) {
            this.in.reset();
        }
    }

    /** Whether the file ended within an object or its array. */
    boolean isCutOff() {
        return cutOff;
    }

    /** The line in which the last object begins. */
    long line() {
        return startLine;
    }

    /** The bytes of the next object, or null after the last. */
    byte @Nullable [] next() throws IOException {
        int c = space();
        if (!begun) {
            begun = true;
            if (c == '[') {
                array = true;
                c = space();
            }
        }
        if (array) {
            if (c == ']') {
                ended = true;
                c = space();
                if (c >= 0) {
                    throw failed("something stands behind the array");
                }
                return null;
            }
            if (!first) {
                if (c < 0) {
                    cutOff = true;
                    return null;
                }
                if (c != ',') {
                    throw failed("',' or ']' is expected");
                }
                c = space();
            }
        }
        if (c < 0) {
            cutOff = array && !ended;
            return null;
        }
        if (c != '{') {
            throw failed("an object is expected: a table is objects alone");
        }
        first = false;
        return object();
    }

    private byte @Nullable [] object() throws IOException {
        startLine = line;
        bytes.reset();
        bytes.write('{');
        int depth = 1;
        boolean text = false;
        while (depth > 0) {
            int c = read();
            if (c < 0) {
                cutOff = true;
                return null;
            }
            bytes.write(c);
            if (text) {
                if (c == '\\') {
                    int escaped = read();
                    if (escaped >= 0) {
                        bytes.write(escaped);
                    }
                } else {
                    text = c != '"';
                }
            } else if (c == '"') {
                text = true;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            }
            if (bytes.size() > MAX_BYTES) {
                throw new ReadingFailed(
                        where
                                + " line "
                                + startLine
                                + ": an object has more than "
                                + MAX_BYTES
                                + " bytes, or never ends");
            }
        }
        return bytes.toByteArray();
    }

    private int space() throws IOException {
        int c = read();
        while (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            c = read();
        }
        return c;
    }

    private int read() throws IOException {
        int c = in.read();
        if (c == '\n') {
            line++;
        }
        return c;
    }

    private ReadingFailed failed(String what) {
        return new ReadingFailed(where + " line " + line + ": " + what);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
