package alchemist.graph;

import alchemist.graph.column.IntColumn;
import alchemist.kernel.collection.IntList;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;

/**
 * Which nodes are shown as which others. A merge moves nothing: it is a pointer with a position,
 * and taking it apart is another one.
 *
 * <pre>
 * note = position | absorbed | survivor (~survivor: apart again) | next of the absorbed | next of the survivor
 * </pre>
 */
final class Merges {
    static final int NONE = -1;
    private static final int CELLS = 5;

    private final IntColumn cells = new IntColumn();
    private final Things things;

    Merges(Things things) {
        this.things = things;
    }

    int size() {
        return cells.size() / CELLS;
    }

    /** Notes that a node is shown as another from a position on. */
    void merge(int absorbed, int survivor, int position) {
        add(position, absorbed, survivor, survivor);
    }

    /** Notes that a node is not shown as another any more from a position on. */
    void part(int absorbed, int survivor, int position) {
        add(position, absorbed, ~survivor, survivor);
    }

    private void add(int position, int absorbed, int cell, int survivor) {
        int note = cells.add(position) / CELLS;
        cells.add(absorbed);
        cells.add(cell);
        cells.add(things.merge(absorbed));
        cells.add(things.merge(survivor));
        things.merge(absorbed, note);
        things.merge(survivor, note);
    }

    int position(int note) {
        return cells.get(note * CELLS);
    }

    int absorbed(int note) {
        return cells.get(note * CELLS + 1);
    }

    /** The survivor, or a negative number where they are apart again. */
    int survivor(int note) {
        return cells.get(note * CELLS + 2);
    }

    /** The note before this one in which a node took part. */
    int next(int note, int node) {
        return cells.get(note * CELLS + (absorbed(note) == node ? 3 : 4));
    }

    /** The node as which this one is shown at a position, in the end; mostly itself. */
    int shownAs(int node, int position) {
        int shown = node;
        for (int steps = size(); steps >= 0; steps--) {
            int into = things.merge(shown) == NONE ? NONE : into(shown, position);
            if (into == NONE) {
                return shown;
            }
            shown = into;
        }
        return shown;
    }

    /** Appends the nodes that are shown as this one at a position, itself first. */
    void members(int shown, int position, IntList members) {
        int from = members.size();
        members.add(shown);
        for (int i = from; i < members.size(); i++) {
            int node = members.at(i);
            for (int note = things.merge(node); note != NONE; note = next(note, node)) {
                int absorbed = absorbed(note);
                if (survivor(note) == node
                        && absorbed != node
                        && into(absorbed, position) == node
                        && !holds(members, from, absorbed)) {
                    members.add(absorbed);
                }
            }
        }
    }

    /** Whether the node took part in a merge, be it before or after the moment that is read. */
    boolean touched(int node) {
        return things.merge(node) != NONE;
    }

    private int into(int node, int position) {
        for (int note = things.merge(node); note != NONE; note = next(note, node)) {
            if (absorbed(note) == node && position(note) <= position) {
                return Math.max(NONE, survivor(note));
            }
        }
        return NONE;
    }

    private static boolean holds(IntList items, int from, int item) {
        for (int i = from; i < items.size(); i++) {
            if (items.at(i) == item) {
                return true;
            }
        }
        return false;
    }

    void save(Output out) {
        cells.save(out);
    }

    void load(Input in) {
        cells.load(in);
    }
}
