package alchemist.exchange.blueprint;

import java.io.Reader;

/**
 * A text that is handed out so that no piece ends between the two halves of a character: the parser
 * of YAML asks for the other half where its buffer has no place left.
 */
final class WholePairs extends Reader {
    private final String text;
    private int at;

    WholePairs(String text) {
        this.text = text;
    }

    @Override
    public int read(char[] to, int offset, int length) {
        if (at == text.length()) {
            return -1;
        }
        int end = Math.min(text.length(), at + length);
        boolean splits = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
        end -= splits && end - 1 > at ? 1 : 0;
        text.getChars(at, end, to, offset);
        int read = end - at;
        at = end;
        return read;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
