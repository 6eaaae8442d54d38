package alchemist.logfile;

import java.util.Arrays;

/**
 * Where some blocks of a segment begin: about one in every 256 KiB. It learns from whoever walks
 * over the segment from its beginning, so nothing is read for its sake alone. For any thread.
 */
final class SparseIndex {
    static final int STEP_BYTES = 256 * 1024;

    private long[] positions = new long[4];
    private long[] offsets = new long[4];
    private int size;

    /** Says that a block with this first position begins at this offset. */
    synchronized void offer(long position, long offset) {
        long last = size == 0 ? SegmentHeader.BYTES : offsets[size - 1];
        if (offset < last + STEP_BYTES) {
            return;
        }
        if (size == positions.length) {
            positions = Arrays.copyOf(positions, 2 * size);
            offsets = Arrays.copyOf(offsets, 2 * size);
        }
        positions[size] = position;
        offsets[size] = offset;
        size++;
    }

    /** The offset of the last known block that does not begin after a position. */
    synchronized long floor(long position) {
        int i = Arrays.binarySearch(positions, 0, size, position);
        int at = i >= 0 ? i : -i - 2;
        return at < 0 ? SegmentHeader.BYTES : offsets[at];
    }

    synchronized int size() {
        return size;
    }
}
