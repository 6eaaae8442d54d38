package alchemist.gateway.http;

import java.io.IOException;

/**
 * The lines of a body, as they arrive. Empty lines are passed over; what stands behind the last
 * line end is a line too. For one thread.
 */
public final class Lines implements Pieces {
    private static final int BUFFER_BYTES = 64 << 10;

    private final Inflow inflow;
    private final int maxBytes;
    private byte[] bytes = new byte[BUFFER_BYTES];
    private int start;
    private int end;

    /** No line ends before here. */
    private int scanned;

    /** The beginning of the line that begins at start was thrown away. */
    private boolean skipping;

    private boolean ended;
    private int lineStart;
    private int lineLength;
    private long number;
    private boolean tooLong;

    Lines(Inflow inflow, int maxBytes) {
        this.inflow = inflow;
        this.maxBytes = maxBytes;
    }

    @Override
    public boolean next() throws IOException {
        while (!take()) {
            if (ended) {
                return false;
            }
            makeRoom();
            arrived(inflow.read(bytes, end));
        }
        return true;
    }

    @Override
    public boolean isReady() throws IOException {
        while (!isWhole() && !ended) {
            if (end == bytes.length) {
                makeRoom();
            }
            int read = inflow.poll(bytes, end);
            if (read == 0) {
                return false;
            }
            arrived(read);
        }
        return true;
    }

    @Override
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public int offset() {
        return lineStart;
    }

    @Override
    public int length() {
        return lineLength;
    }

    /** Which line of the body it is, from 1. */
    public long number() {
        return number;
    }

    @Override
    public String where() {
        return "line " + number;
    }

    /** What is wrong with JSON tells its column; its line is that of the result. */
    @Override
    public String telling(String message) {
        return message;
    }

    @Override
    public boolean isTooLong() {
        return tooLong;
    }

    /** Takes a line out of the buffer, if there is a whole one. */
    private boolean take() {
        while (true) {
            int at = lineEnd();
            if (at < 0) {
                if (!ended || (start == end && !skipping)) {
                    return false;
                }
                at = end;
            }
            lineStart = start;
            lineLength = at - start;
            tooLong = skipping || lineLength > maxBytes;
            boolean isBlank = !tooLong && isBlank(at);
            skipping = false;
            start = Math.min(end, at + 1);
            scanned = start;
            number++;
            if (!isBlank) {
                return true;
            }
        }
    }

    /** Whether there is a whole line in the buffer that is not passed over. */
    private boolean isWhole() {
        for (int at = lineEnd(); at >= 0; at = lineEnd()) {
            if (skipping || at - start > maxBytes || !isBlank(at)) {
                return true;
            }
            start = at + 1;
            scanned = start;
            number++;
        }
        return false;
    }

    /** Where the line that begins at start ends; -1 when its end has not arrived. */
    private int lineEnd() {
        for (int i = scanned; i < end; i++) {
            if (bytes[i] == '\n') {
                scanned = i;
                return i;
            }
        }
        scanned = end;
        return -1;
    }

    /** Whether nothing stands in the line that begins at start. */
    private boolean isBlank(int to) {
        for (int i = start; i < to; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    private void arrived(int read) {
        if (read < 0) {
            ended = true;
        } else {
            end += read;
        }
    }

    /** Makes room behind what has arrived of the line that begins at start. */
    private void makeRoom() {
        int size = end - start;
        if (size > maxBytes) {
            skipping = true;
            size = 0;
        }
        byte[] to = size > bytes.length / 2 ? new byte[bytes.length * 2] : bytes;
        System.arraycopy(bytes, end - size, to, 0, size);
        bytes = to;
        start = 0;
        end = size;
        scanned = size;
    }
}
