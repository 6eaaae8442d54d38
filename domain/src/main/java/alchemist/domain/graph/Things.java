package alchemist.domain.graph;

import alchemist.kernel.Id;
import alchemist.kernel.collection.Chunks;
import alchemist.kernel.collection.IdMap;
import alchemist.kernel.collection.IntList;
import alchemist.kernel.collection.Lookahead;
import alchemist.kernel.collection.Names;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.MalformedBytes;
import alchemist.kernel.schema.Output;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Every thing that was ever stated, by dense index: nodes, groups and edges, and which edges leave
 * and enter a node. Eight ints a thing that lie together, in chunks that never move:
 *
 * <pre>
 * nodes, groups   kind | first statement | merged into | first edge out | first edge in | –        | –             | –
 * edges           kind | first statement | –           | from           | to            | relation | next edge out | next edge in
 * </pre>
 *
 * With the kind stands what is stated of the thing's existence, as long as one source alone states
 * it: most questions are whether a thing is there, and need not look further.
 */
final class Things {
    static final int NONE = -1;

    /** What a thing is; it stays what it was first stated to be. */
    enum Kind {
        UNKNOWN(0),
        NODE(1),
        GROUP(2),
        EDGE(3);

        /** As snapshots store it. */
        private final byte code;

        Kind(int code) {
            this.code = (byte) code;
        }
    }

    /** What is stated of whether a thing is there. */
    enum Existence {
        UNSTATED(0),
        YES(1),
        NO(2),

        /** Several state it: who of them counts follows from their weights. */
        BY_SEVERAL(3);

        /** As it stands in the cell, and among all. */
        private final int code;

        Existence(int code) {
            this.code = code;
        }
    }

    private static final Kind[] KINDS = Kind.values();
    private static final Existence[] EXISTENCES = Existence.values();
    private static final int EXISTENCE_SHIFT = 8;
    private static final int KIND_MASK = (1 << EXISTENCE_SHIFT) - 1;

    private static final int SHIFT = 12;
    private static final int MASK = (1 << SHIFT) - 1;
    private static final int CELLS = 8;
    private static final int KIND = 0;
    private static final int STATEMENT = 1;
    private static final int MERGED = 2;
    private static final int OUT = 3;
    private static final int IN = 4;
    private static final int RELATION = 5;
    private static final int NEXT_OUT = 6;
    private static final int NEXT_IN = 7;
    private static final int FROM = OUT;
    private static final int TO = IN;

    private final IdMap ids;
    private final Names relations = new Names();
    private final Chunks<int[]> cells = new Chunks<>(int[]::clone);

    /** The position of each merge that stands, by the node that is shown as another. */
    private final Map<Integer, Long> mergedAt = new TreeMap<>();

    /** The other way round: which nodes are merged into each, where any are. */
    private final Map<Integer, SortedSet<Integer>> absorbed = new TreeMap<>();

    Things() {
        this(new IdMap());
    }

    private Things(IdMap ids) {
        this.ids = ids;
    }

    int size() {
        return ids.size();
    }

    int find(Id id) {
        return ids.find(id);
    }

    /** Goes on from ids to the first statement of each thing. */
    void lookAhead(Lookahead ahead) {
        ids.find(ahead);
        for (int i = 0; i < ahead.size(); i++) {
            int thing = ahead.at(i);
            ahead.at(i, thing < 0 ? NONE : statement(thing));
        }
    }

    Id id(int thing) {
        return ids.id(thing);
    }

    Kind kind(int thing) {
        return KINDS[cell(thing, KIND) & KIND_MASK];
    }

    Existence existence(int thing) {
        return EXISTENCES[cell(thing, KIND) >>> EXISTENCE_SHIFT];
    }

    void existence(int thing, Existence stated) {
        int kind = cell(thing, KIND) & KIND_MASK;
        put(thing, KIND, kind | stated.code << EXISTENCE_SHIFT);
    }

    /** The index of a thing, which is of this kind where it was unknown. */
    int add(Id id, Kind of) {
        int before = ids.size();
        int thing = ids.add(id);
        if (thing == before) {
            open(thing);
        }
        int[] chunk = cells.writable(thing >>> SHIFT);
        int at = (thing & MASK) * CELLS;
        if ((chunk[at + KIND] & KIND_MASK) == 0) {
            chunk[at + KIND] |= of.code;
        }
        return thing;
    }

    /** What a thing is that was a node or group before, and of which nothing is stated any more. */
    void become(int thing, Kind of) {
        Kind former = kind(thing);
        if (former != of && former != Kind.EDGE && statement(thing) == NONE) {
            put(thing, KIND, of.code);
        }
    }

    int addEdge(Id id, int source, int target, String type) {
        int edge = add(id, Kind.EDGE);
        int[] chunk = cells.writable(edge >>> SHIFT);
        int at = (edge & MASK) * CELLS;
        if (chunk[at + FROM] == NONE) {
            chunk[at + FROM] = source;
            chunk[at + TO] = target;
            chunk[at + RELATION] = relations.add(type);
            chunk[at + NEXT_OUT] = cell(source, OUT);
            put(source, OUT, edge);
            chunk[at + NEXT_IN] = cell(target, IN);
            put(target, IN, edge);
        }
        return edge;
    }

    /** The first statement of a thing, or NONE. */
    int statement(int thing) {
        return cell(thing, STATEMENT);
    }

    void statement(int thing, int slot) {
        put(thing, STATEMENT, slot);
    }

    int from(int edge) {
        return cell(edge, FROM);
    }

    int to(int edge) {
        return cell(edge, TO);
    }

    String relation(int edge) {
        return relations.name(cell(edge, RELATION));
    }

    int firstOut(int node) {
        return cell(node, OUT);
    }

    int nextOut(int edge) {
        return cell(edge, NEXT_OUT);
    }

    int firstIn(int node) {
        return cell(node, IN);
    }

    int nextIn(int edge) {
        return cell(edge, NEXT_IN);
    }

    /** The node as which this one is shown, or NONE. */
    int mergedInto(int node) {
        return cell(node, MERGED);
    }

    void merge(int node, int survivor, long position) {
        unmerge(node);
        put(node, MERGED, survivor);
        mergedAt.put(node, position);
        absorb(node, survivor);
    }

    private void absorb(int node, int survivor) {
        absorbed.computeIfAbsent(survivor, _ -> new TreeSet<>()).add(node);
    }

    void unmerge(int node) {
        int survivor = mergedInto(node);
        SortedSet<Integer> beside = absorbed.get(survivor);
        if (beside != null && beside.remove(node) && beside.isEmpty()) {
            absorbed.remove(survivor);
        }
        put(node, MERGED, NONE);
        mergedAt.remove(node);
    }

    /** Whether it is shown as another, or another as this one. */
    boolean isMerged(int node) {
        return mergedInto(node) != NONE || absorbed.containsKey(node);
    }

    /** All nodes that are shown as one with this one, itself among them. */
    IntList together(int node) {
        IntList all = new IntList();
        all.add(shownAs(node));
        for (int i = 0; i < all.size(); i++) {
            SortedSet<Integer> into = absorbed.get(all.at(i));
            if (into != null) {
                into.forEach(all::add);
            }
        }
        return all;
    }

    /** The position from which the merge counts by which this node is shown as another. */
    long mergedAt(int absorbed) {
        Long at = mergedAt.get(absorbed);
        return at == null ? 0 : at;
    }

    /** Whether a merge that stands, and that this node is part of, came after a position. */
    boolean mergedSince(int node, long position) {
        for (Map.Entry<Integer, Long> merge : mergedAt.entrySet()) {
            int absorbed = merge.getKey();
            if (merge.getValue() > position && (absorbed == node || mergedInto(absorbed) == node)) {
                return true;
            }
        }
        return false;
    }

    /** The node as which this one is shown in the end, mostly itself. */
    int shownAs(int node) {
        int shown = node;
        while (mergedInto(shown) != NONE) {
            shown = mergedInto(shown);
        }
        return shown;
    }

    /** Writes all as it lies in memory, so that it is read as quickly as it can be copied. */
    void save(Output out) {
        ids.save(out);
        out.varint(relations.size());
        for (int i = 0; i < relations.size(); i++) {
            out.text(relations.name(i));
        }
        Chunks.saveInts(cells, (long) CELLS * size(), out);
        out.varint(mergedAt.size());
        for (Map.Entry<Integer, Long> merge : mergedAt.entrySet()) {
            out.varint(merge.getKey());
            out.varint(merge.getValue());
        }
    }

    /**
     * Reads what {@link #save} wrote. Statements check those that cells name.
     *
     * @throws MalformedBytes when it leads beyond what is there, or in a circle
     */
    static Things load(Input in) {
        Things things = new Things(IdMap.load(in));
        for (int left = in.length(); left > 0; left--) {
            things.relations.add(in.text());
        }
        int size = things.size();
        for (int first = 0; first < size; first += MASK + 1) {
            things.open(first);
            int count = Math.min(MASK + 1, size - first);
            in.ints(things.cells.writable(first >>> SHIFT), 0, CELLS * count);
        }
        for (int left = in.length(); left > 0; left--) {
            things.mergedAt.put(in.small(), in.varint());
        }
        new ThingsCheck(things).run();
        for (int node : things.mergedAt.keySet()) {
            things.absorb(node, things.mergedInto(node));
        }
        return things;
    }

    /** All merges that stand. */
    Map<Integer, Long> merges() {
        return mergedAt;
    }

    /** How many relations there are. */
    int relations() {
        return relations.size();
    }

    int relationOf(int edge) {
        return cell(edge, RELATION);
    }

    /** Kind and existence of a thing, as they stand in its cell. */
    boolean isKnownKind(int thing) {
        int cell = cell(thing, KIND);
        return cell >= 0
                && (cell & KIND_MASK) < KINDS.length
                && cell >>> EXISTENCE_SHIFT < EXISTENCES.length;
    }

    private int cell(int thing, int which) {
        return cells.at(thing >>> SHIFT)[(thing & MASK) * CELLS + which];
    }

    private void put(int thing, int which, int value) {
        cells.writable(thing >>> SHIFT)[(thing & MASK) * CELLS + which] = value;
    }

    /** Makes room for a thing that is new. */
    private void open(int thing) {
        if ((thing & MASK) == 0) {
            cells.add(new int[CELLS << SHIFT]);
        }
        int at = (thing & MASK) * CELLS;
        Arrays.fill(cells.writable(thing >>> SHIFT), at + STATEMENT, at + CELLS, NONE);
    }
}
