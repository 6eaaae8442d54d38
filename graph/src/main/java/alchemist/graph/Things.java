package alchemist.graph;

import alchemist.graph.column.IdTable;
import alchemist.graph.column.IntColumn;
import alchemist.kernel.Id;
import alchemist.kernel.collection.Lookahead;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;

/**
 * Everything that was ever mentioned, by dense index: 16 bytes of id, its entry in the table of
 * ids, and six cells:
 *
 * <pre>
 * nodes, groups   first slot | first edge out | first edge in | kind     | first member  | last merge
 * edges           first slot | from           | to            | relation | next edge out | next edge in
 * </pre>
 *
 * Edges are linked newest first: into the list of the node that they leave and of the one they
 * enter. What is linked here may not be visible at the moment that is read: statements tell.
 */
final class Things {
    static final int NONE = -1;

    /** Mentioned, but of no kind yet; shown as a node if it ever is. */
    static final int UNKNOWN = -1;

    static final int NODE = -2;
    static final int GROUP = -3;

    private static final int CELLS = 6;
    private static final int SLOT = 0;
    private static final int OUT = 1;
    private static final int IN = 2;
    private static final int KIND = 3;
    private static final int NEXT_OUT = 4;
    private static final int NEXT_IN = 5;
    private static final int MEMBER = NEXT_OUT;
    private static final int MERGE = NEXT_IN;

    private final IdTable ids = new IdTable();
    private final IntColumn cells = new IntColumn();

    int size() {
        return ids.size();
    }

    int find(Id id) {
        return ids.find(id);
    }

    /** Goes on from ids to the first slot of each thing. */
    void lookAhead(Lookahead ahead) {
        ids.find(ahead);
        for (int i = 0; i < ahead.size(); i++) {
            int thing = ahead.at(i);
            ahead.at(i, thing < 0 ? NONE : cells.get(thing * CELLS + SLOT));
        }
    }

    Id id(int thing) {
        return ids.id(thing);
    }

    /** For the writer: the index of a thing, which is new where it was not there. */
    int add(Id id) {
        int thing = ids.find(id);
        if (thing != NONE) {
            return thing;
        }
        int cell = cells.addZeros(CELLS);
        for (int i = 0; i < CELLS; i++) {
            cells.put(cell + i, NONE);
        }
        return ids.append(id);
    }

    boolean isEdge(int thing) {
        return cells.acquire(thing * CELLS + KIND) >= 0;
    }

    boolean isGroup(int thing) {
        return cells.acquire(thing * CELLS + KIND) == GROUP;
    }

    int kind(int thing) {
        return cells.acquire(thing * CELLS + KIND);
    }

    /**
     * Makes a thing a node or group.
     *
     * @param stated it is stated to be that; else it is mentioned, and stays what it was
     * @throws IllegalStateException when it is an edge
     */
    void kind(int thing, int kind, boolean stated) {
        int former = kind(thing);
        if (former >= 0) {
            throw new IllegalStateException(
                    "the edge " + id(thing) + " is stated as a node; an id stands for one thing");
        }
        if (former == UNKNOWN || (stated && former != kind)) {
            cells.release(thing * CELLS + KIND, kind);
        }
    }

    /**
     * Makes a thing an edge, and links it; where it is one already it stays where it is.
     *
     * @throws IllegalStateException when it is a node
     */
    void edge(int thing, int from, int to, int relation) {
        int kind = kind(thing);
        if (kind >= 0) {
            return;
        }
        if (kind != UNKNOWN || slot(thing) != NONE || out(thing) != NONE || in(thing) != NONE) {
            throw new IllegalStateException(
                    "the node " + id(thing) + " is stated as an edge; an id stands for one thing");
        }
        int cell = thing * CELLS;
        cells.put(cell + OUT, from);
        cells.put(cell + IN, to);
        cells.put(cell + NEXT_OUT, cells.get(from * CELLS + OUT));
        cells.put(cell + NEXT_IN, cells.get(to * CELLS + IN));
        cells.release(cell + KIND, relation);
        cells.release(from * CELLS + OUT, thing);
        cells.release(to * CELLS + IN, thing);
    }

    /** The first slot of what is stated of the thing, or NONE. */
    int slot(int thing) {
        return cells.acquire(thing * CELLS + SLOT);
    }

    void slot(int thing, int row) {
        cells.release(thing * CELLS + SLOT, row);
    }

    int out(int node) {
        return cells.acquire(node * CELLS + OUT);
    }

    int in(int node) {
        return cells.acquire(node * CELLS + IN);
    }

    int nextOut(int edge) {
        return cells.get(edge * CELLS + NEXT_OUT);
    }

    int nextIn(int edge) {
        return cells.get(edge * CELLS + NEXT_IN);
    }

    int from(int edge) {
        return cells.get(edge * CELLS + OUT);
    }

    int to(int edge) {
        return cells.get(edge * CELLS + IN);
    }

    /** The term of an edge's relation. */
    int relation(int edge) {
        return cells.get(edge * CELLS + KIND);
    }

    /** The last note of a member of the group, or NONE. */
    int member(int group) {
        return cells.acquire(group * CELLS + MEMBER);
    }

    void member(int group, int note) {
        cells.release(group * CELLS + MEMBER, note);
    }

    /** The last note of a merge in which the node took part, or NONE. */
    int merge(int node) {
        return cells.acquire(node * CELLS + MERGE);
    }

    void merge(int node, int note) {
        cells.release(node * CELLS + MERGE, note);
    }

    void save(Output out) {
        ids.save(out);
        cells.save(out);
    }

    void load(Input in) {
        ids.load(in);
        cells.load(in);
    }

    long bytes() {
        return ids.bytes() + cells.bytes();
    }
}
