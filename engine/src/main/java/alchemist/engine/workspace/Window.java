package alchemist.engine.workspace;

import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import java.util.Arrays;

/**
 * Which numbers of a client were accepted lately, and where: the {@value #SIZE} highest. Of what is
 * at or below the floor and not here it is not known whether it was accepted.
 */
final class Window {
    /** How many numbers are remembered. */
    static final int SIZE = 256;

    /** Room behind the last, so that moving to the front is rare. */
    private static final int SLACK = 64;

    private long[] sequences = new long[4];
    private long[] firsts = new long[4];
    private int[] counts = new int[4];
    private int start;
    private int end;
    private long floor;

    /** The highest number that was accepted, 0 for none. */
    long highest() {
        return highest(0);
    }

    /** The number that was accepted so many before the highest; 0 when that is not known. */
    long highest(int before) {
        int at = end - 1 - before;
        return at >= start ? sequences[at] : 0;
    }

    /**
     * Whether it is not known of a number whether it was accepted; all that are here are higher.
     */
    boolean isTooOld(long sequence) {
        return sequence <= floor;
    }

    /** The entry of a number, or a negative number. */
    int find(long sequence) {
        if (end > start && sequence > sequences[end - 1]) {
            return -end - 1; // as nearly always
        }
        return Arrays.binarySearch(sequences, start, end, sequence);
    }

    long first(int entry) {
        return firsts[entry];
    }

    long last(int entry) {
        return firsts[entry] + counts[entry] - 1;
    }

    /** Remembers that a number was accepted; a number that is here is replaced. */
    void add(long sequence, long first, int count) {
        int at = find(sequence);
        if (at < 0) {
            at = insert(-at - 1);
        }
        sequences[at] = sequence;
        firsts[at] = first;
        counts[at] = count;
        if (end - start > SIZE) {
            floor = Math.max(floor, sequences[start++]);
        }
    }

    private int insert(int place) {
        int at = place;
        if (end == sequences.length) {
            if (start > 0) {
                at -= start;
                moveToFront();
            } else {
                int capacity = Math.min(end * 2, SIZE + SLACK);
                sequences = Arrays.copyOf(sequences, capacity);
                firsts = Arrays.copyOf(firsts, capacity);
                counts = Arrays.copyOf(counts, capacity);
            }
        }
        System.arraycopy(sequences, at, sequences, at + 1, end - at);
        System.arraycopy(firsts, at, firsts, at + 1, end - at);
        System.arraycopy(counts, at, counts, at + 1, end - at);
        end++;
        return at;
    }

    private void moveToFront() {
        int size = end - start;
        System.arraycopy(sequences, start, sequences, 0, size);
        System.arraycopy(firsts, start, firsts, 0, size);
        System.arraycopy(counts, start, counts, 0, size);
        start = 0;
        end = size;
    }

    void save(Output out) {
        out.varint(floor);
        out.varint(end - start);
        for (int i = start; i < end; i++) {
            out.varint(sequences[i]);
            out.varint(firsts[i]);
            out.varint(counts[i]);
        }
    }

    static Window load(Input in) {
        Window window = new Window();
        window.floor = in.varint();
        for (int left = in.length(); left > 0; left--) {
            window.add(in.varint(), in.varint(), (int) in.varint());
        }
        return window;
    }
}
