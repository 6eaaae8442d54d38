package alchemist.engine.stream;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Batches that follow each other without a gap, to be found by position. For one thread. */
final class Batches {
    /** A power of two; the first is at {@code begin}, modulo the length. */
    private @Nullable Batch[] ring = new Batch[16];

    private int begin;
    private int size;
    private long bytes;

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** How long their blocks are. */
    long bytes() {
        return bytes;
    }

    Batch first() {
        return at(0);
    }

    /** The batch at an index, from the oldest on. */
    Batch at(int index) {
        Batch batch = index < size ? ring[slot(index)] : null;
        if (batch == null) {
            throw new IndexOutOfBoundsException(index + " of " + size);
        }
        return batch;
    }

    void add(Batch batch) {
        if (size == ring.length) {
            grow();
        }
        ring[slot(size++)] = batch;
        bytes += batch.block().lengthBytes();
    }

    Batch removeFirst() {
        Batch first = first();
        ring[begin] = null;
        begin = slot(1);
        size--;
        bytes -= first.block().lengthBytes();
        return first;
    }

    /** The batch that holds the event after a position, if it is there. */
    @Nullable Batch find(long afterPosition) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Batch batch = at(middle);
            if (afterPosition + 1 < batch.firstPosition()) {
                high = middle - 1;
            } else if (afterPosition >= batch.lastPosition()) {
                low = middle + 1;
            } else {
                return batch;
            }
        }
        return null;
    }

    private void grow() {
        @Nullable Batch[] longer = Arrays.copyOfRange(ring, begin, begin + 2 * ring.length);
        System.arraycopy(ring, 0, longer, ring.length - begin, begin);
        ring = longer;
        begin = 0;
    }

    private int slot(int index) {
        return (begin + index) & (ring.length - 1);
    }
}
