package alchemist.graph;

import alchemist.graph.column.IntColumn;
import alchemist.kernel.collection.LongIntMap;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;

/**
 * Every pair of a field and a source that occurs, by dense index; a few hundred for a million
 * statements.
 *
 * <pre>lane = index * 2 + (1 where the field is existence)</pre>
 */
final class Lanes {
    private final IntColumn cells = new IntColumn();
    private final LongIntMap indexes = new LongIntMap();

    /** For the writer. */
    int add(int field, int source) {
        long key = ((long) field << 32) | source;
        int index = indexes.find(key);
        if (index < 0) {
            index = cells.add(field) >> 1;
            cells.add(source);
            indexes.put(key, index);
        }
        return index * 2 + (field == Fields.EXISTENCE ? 1 : 0);
    }

    static boolean isExistence(int lane) {
        return (lane & 1) != 0;
    }

    int field(int lane) {
        return cells.get(lane & ~1);
    }

    int source(int lane) {
        return cells.get(lane | 1);
    }

    void save(Output out) {
        cells.save(out);
    }

    void load(Input in) {
        cells.load(in);
        for (int i = 0; i < cells.size(); i += 2) {
            indexes.put(((long) cells.get(i) << 32) | cells.get(i + 1), i >> 1);
        }
    }
}
