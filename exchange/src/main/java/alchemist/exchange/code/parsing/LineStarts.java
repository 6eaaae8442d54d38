package alchemist.exchange.code.parsing;

import java.util.Arrays;

/** Where the lines of a text begin. */
final class LineStarts {
    private int[] starts = new int[1 << 8];
    private int count;

    LineStarts(byte[] text) {
        count = 1;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * count);
                }
                starts[count++] = i + 1;
            }
        }
    }

    /** The line that a byte is in, from 0. */
    int at(int offset) {
        int found = Arrays.binarySearch(starts, 0, count, offset);
        return found >= 0 ? found : -found - 2;
    }
}
