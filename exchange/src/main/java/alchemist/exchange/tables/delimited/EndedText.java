package alchemist.exchange.tables.delimited;

import java.io.IOException;
import java.io.Reader;

/**
 * A text, and behind it a line of its own: where that is not read as a line, a quote is open. A
 * zero is in no text that is read.
 */
final class EndedText extends Reader {
    /** The only cell of the last line. */
    static final String END = "\0end\0";

    private static final String LINE = "\n" + END;

    private final Reader text;
    private int at = -1;

    EndedText(Reader text) {
        this.text = text;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at < 0) {
            int read = text.read(buffer, offset, length);
            if (read >= 0) {
                return read;
            }
            at = 0;
        }
        int count = Math.min(length, LINE.length() - at);
        LINE.getChars(at, at + count, buffer, offset);
        at += count;
        return count == 0 ? -1 : count;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
