package alchemist.domain.graph;

import alchemist.kernel.collection.IntList;
import alchemist.kernel.value.Value;
import java.util.Arrays;

/**
 * Values that are too large for a cell of a statement, by index; an index that is dropped is used
 * again. Four bytes a value, and the value, which is shared where an equal one came lately.
 */
final class KeptValues {
    private static final int SHIFT = 12;
    private static final int MASK = (1 << SHIFT) - 1;

    private Value[][] chunks = new Value[4][];
    private int size;
    private final IntList free = new IntList();
    private final RecentValues recent = new RecentValues();

    Value at(int index) {
        return chunks[index >>> SHIFT][index & MASK];
    }

    /** Keeps a value; returns its index. */
    int add(Value value) {
        if (free.size() > 0) {
            return replace(free.pop(), value);
        }
        int index = size++;
        if ((index & MASK) == 0) {
            open(index >>> SHIFT);
        }
        return replace(index, value);
    }

    /** Keeps a value in the place of another; returns the same index. */
    int replace(int index, Value value) {
        chunks[index >>> SHIFT][index & MASK] = recent.shared(value);
        return index;
    }

    void drop(int index) {
        chunks[index >>> SHIFT][index & MASK] = Value.NULL;
        free.add(index);
    }

    private void open(int chunk) {
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, chunk * 2);
        }
        chunks[chunk] = new Value[1 << SHIFT];
    }
}
