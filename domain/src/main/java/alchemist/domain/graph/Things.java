package alchemist.domain.graph;

import alchemist.kernel.Id;
import alchemist.kernel.collection.IdMap;
import alchemist.kernel.collection.Names;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import java.util.Arrays;

/**
 * Every thing that was ever stated, by dense index: nodes, groups and edges, and which edges leave
 * and enter a node.
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

    private static final Kind[] KINDS = Kind.values();

    private final IdMap ids = new IdMap();
    private final Names relations = new Names();
    private byte[] kind = new byte[64];
    private int[] mergedInto = none(64);
    private long[] mergedAt = new long[64];
    private int[] from = none(64);
    private int[] to = none(64);
    private int[] relation = none(64);
    private int[] firstOut = none(64);
    private int[] firstIn = none(64);
    private int[] nextOut = none(64);
    private int[] nextIn = none(64);

    int size() {
        return ids.size();
    }

    int find(Id id) {
        return ids.find(id);
    }

    Id id(int thing) {
        return ids.id(thing);
    }

    Kind kind(int thing) {
        return KINDS[kind[thing]];
    }

    /** The index of a thing, which is of this kind where it was unknown. */
    int add(Id id, Kind of) {
        int thing = ids.add(id);
        if (thing >= kind.length) {
            grow();
        }
        if (kind[thing] == 0) {
            kind[thing] = of.code;
        }
        return thing;
    }

    int addEdge(Id id, int source, int target, String type) {
        int edge = add(id, Kind.EDGE);
        if (from[edge] == NONE) {
            from[edge] = source;
            to[edge] = target;
            relation[edge] = relations.add(type);
            nextOut[edge] = firstOut[source];
            firstOut[source] = edge;
            nextIn[edge] = firstIn[target];
            firstIn[target] = edge;
        }
        return edge;
    }

    int from(int edge) {
        return from[edge];
    }

    int to(int edge) {
        return to[edge];
    }

    String relation(int edge) {
        return relations.name(relation[edge]);
    }

    int firstOut(int node) {
        return firstOut[node];
    }

    int nextOut(int edge) {
        return nextOut[edge];
    }

    int firstIn(int node) {
        return firstIn[node];
    }

    int nextIn(int edge) {
        return nextIn[edge];
    }

    /** The node as which this one is shown, or NONE. */
    int mergedInto(int node) {
        return mergedInto[node];
    }

    void merge(int absorbed, int survivor, long position) {
        mergedInto[absorbed] = survivor;
        mergedAt[absorbed] = position;
    }

    void unmerge(int absorbed) {
        mergedInto[absorbed] = NONE;
        mergedAt[absorbed] = 0;
    }

    /** Whether a merge that stands, and that this node is part of, came after a position. */
    boolean mergedSince(int node, long position) {
        if (mergedAt[node] > position) {
            return true;
        }
        for (int other = 0; other < size(); other++) {
            if (mergedInto[other] == node && mergedAt[other] > position) {
                return true;
            }
        }
        return false;
    }

    /** The node as which this one is shown in the end, mostly itself. */
    int shownAs(int node) {
        int shown = node;
        while (mergedInto[shown] != NONE) {
            shown = mergedInto[shown];
        }
        return shown;
    }

    void save(Output out) {
        out.varint(size());
        for (int t = 0; t < size(); t++) {
            out.id(id(t));
            out.u8(kind[t]);
            out.varint(mergedInto[t] + 1L);
            out.varint(mergedAt[t]);
            if (KINDS[kind[t]] == Kind.EDGE) {
                out.varint(from[t]);
                out.varint(to[t]);
                out.text(relation(t));
            }
        }
    }

    static Things load(Input in) {
        Things things = new Things();
        int size = (int) in.varint();
        int[] merged = new int[size];
        long[] mergedAt = new long[size];
        int[] sources = new int[size];
        int[] targets = new int[size];
        String[] types = new String[size];
        for (int t = 0; t < size; t++) {
            Id id = in.id();
            Kind of = KINDS[in.u8()];
            things.add(id, of);
            merged[t] = (int) in.varint() - 1;
            mergedAt[t] = in.varint();
            if (of == Kind.EDGE) {
                sources[t] = (int) in.varint();
                targets[t] = (int) in.varint();
                types[t] = in.text();
            }
        }
        for (int t = 0; t < size; t++) {
            things.mergedInto[t] = merged[t];
            things.mergedAt[t] = mergedAt[t];
            if (things.kind(t) == Kind.EDGE) {
                things.addEdge(things.id(t), sources[t], targets[t], types[t]);
            }
        }
        return things;
    }

    private void grow() {
        int length = kind.length * 2;
        kind = Arrays.copyOf(kind, length);
        mergedInto = extended(mergedInto, length);
        mergedAt = Arrays.copyOf(mergedAt, length);
        from = extended(from, length);
        to = extended(to, length);
        relation = extended(relation, length);
        firstOut = extended(firstOut, length);
        firstIn = extended(firstIn, length);
        nextOut = extended(nextOut, length);
        nextIn = extended(nextIn, length);
    }

    private static int[] extended(int[] items, int length) {
        int[] longer = Arrays.copyOf(items, length);
        Arrays.fill(longer, items.length, length, NONE);
        return longer;
    }

    private static int[] none(int length) {
        int[] items = new int[length];
        Arrays.fill(items, NONE);
        return items;
    }
}
