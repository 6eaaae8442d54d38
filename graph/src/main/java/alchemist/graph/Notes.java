package alchemist.graph;

import alchemist.graph.column.IntColumn;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;

/**
 * Many small lists, newest first, whose heads stand elsewhere: 8 bytes an item. What stands in a
 * list was once so; whether it is so at a moment, statements tell.
 *
 * <pre>note = thing | next note</pre>
 */
final class Notes {
    static final int NONE = -1;

    private final IntColumn cells = new IntColumn();

    /** Puts a thing before a list; the note is its new head. */
    int add(int thing, int next) {
        int note = cells.add(thing) >> 1;
        cells.add(next);
        return note;
    }

    int thing(int note) {
        return cells.get(note * 2);
    }

    int next(int note) {
        return cells.get(note * 2 + 1);
    }

    void save(Output out) {
        cells.save(out);
    }

    void load(Input in) {
        cells.load(in);
    }

    long bytes() {
        return cells.bytes();
    }
}
