package alchemist.exchange.ndjson;

import alchemist.exchange.ReadingFailed;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a stream, one after the other. */
final class Lines {
    /** How long a line may be, in bytes. */
    static final int MAX_BYTES = 16 << 20;

    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    private int at;
    private int limit;
    private int from;
    private int to;
    private long number;

    Lines(InputStream in) {
        this.in = in;
    }

    /** The number of the line that was read last, from 1. */
    long number() {
        return number;
    }

    /**
     * Reads the next line that is not empty; false after the last.
     *
     * @throws ReadingFailed when it is longer than a line may be
     */
    boolean next() throws IOException {
        while (read()) {
            number++;
            if (to > from) {
                return true;
            }
        }
        return false;
    }

    /** The bytes of the line, without its end. */
    byte[] bytes() {
        return Arrays.copyOfRange(buffer, from, to);
    }

    private boolean read() throws IOException {
        int scanned = at;
        while (true) {
            for (int i = scanned; i < limit; i++) {
                if (buffer[i] == '\n') {
                    line(i, i + 1);
                    return true;
                }
            }
            int kept = limit - at;
            if (kept > MAX_BYTES) {
                throw new ReadingFailed(
                        "line " + (number + 1) + " is longer than " + MAX_BYTES + " bytes");
            }
            if (at > 0) {
                System.arraycopy(buffer, at, buffer, 0, kept);
                at = 0;
                limit = kept;
            } else if (limit == buffer.length) {
                buffer = Arrays.copyOf(buffer, buffer.length * 2);
            }
            scanned = limit;
            int read = in.read(buffer, limit, buffer.length - limit);
            if (read < 0) {
                line(limit, limit);
                return to > from;
            }
            limit += read;
        }
    }

    private void line(int end, int next) {
        from = at;
        to = end > at && buffer[end - 1] == '\r' ? end - 1 : end;
        at = next;
    }
}
