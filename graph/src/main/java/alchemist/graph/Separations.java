package alchemist.graph;

import alchemist.graph.column.IntColumn;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Of which pairs of nodes somebody said that they are not the same thing, and took it back.
 *
 * <pre>note = one | other (~other: taken back) | position</pre>
 */
final class Separations {
    private static final int CELLS = 3;

    private final IntColumn cells = new IntColumn();

    int size() {
        return cells.size() / CELLS;
    }

    void keepApart(int one, int other, int position) {
        add(one, other, position);
    }

    void reconsider(int one, int other, int position) {
        add(one, ~other, position);
    }

    private void add(int one, int other, int position) {
        cells.add(one);
        cells.add(other);
        cells.add(position);
    }

    /**
     * Tells the pairs that are apart at a position, in the order in which they were first told.
     *
     * @param notes how many may be read
     */
    void each(int notes, int position, BiConsumer<Integer, Integer> pairs) {
        TreeMap<Long, Integer> first = new TreeMap<>();
        TreeMap<Integer, Long> apart = new TreeMap<>();
        for (int note = 0; note < notes && cells.get(note * CELLS + 2) <= position; note++) {
            int one = cells.get(note * CELLS);
            int cell = cells.get(note * CELLS + 1);
            int other = cell < 0 ? ~cell : cell;
            long pair = (long) Math.min(one, other) << 32 | Math.max(one, other);
            int order = first.computeIfAbsent(pair, _ -> first.size());
            if (cell < 0) {
                apart.remove(order);
            } else {
                apart.put(order, pair);
            }
        }
        apart.values().forEach(pair -> pairs.accept((int) (pair >>> 32), (int) (long) pair));
    }

    void save(Output out) {
        cells.save(out);
    }

    void load(Input in) {
        cells.load(in);
    }
}
