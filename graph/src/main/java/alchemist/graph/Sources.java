package alchemist.graph;

import alchemist.graph.column.IdTable;
import alchemist.graph.column.IntColumn;
import alchemist.kernel.Id;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;

/**
 * Everyone who ever stated something, by dense index, and how much their word weighs at a position.
 *
 * <pre>
 * source   = position from which it is an import source, or {@link Integer#MAX_VALUE} | last note of trust
 * note     = position | trust | former note
 * </pre>
 */
final class Sources {
    static final int NONE = -1;

    /** A person's word weighs more than that of any source. */
    static final int PERSON = 101;

    static final int DEFAULT_TRUST = 50;

    private final IdTable ids = new IdTable();
    private final IntColumn cells = new IntColumn();
    private final IntColumn trusts = new IntColumn();

    int find(Id id) {
        return ids.find(id);
    }

    Id id(int source) {
        return ids.id(source);
    }

    int add(Id id) {
        int source = ids.find(id);
        if (source != NONE) {
            return source;
        }
        cells.add(Integer.MAX_VALUE);
        cells.add(NONE);
        return ids.append(id);
    }

    /** The source is an import source from a position on. */
    void register(int source, int position) {
        if (cells.get(source * 2) == Integer.MAX_VALUE) {
            cells.release(source * 2, position);
        }
    }

    void trust(int source, int trust, int position) {
        int note = trusts.add(position) / 3;
        trusts.add(trust);
        trusts.add(cells.get(source * 2 + 1));
        cells.release(source * 2 + 1, note);
    }

    boolean isPerson(int source, int position) {
        return cells.acquire(source * 2) > position;
    }

    int trust(int source, int position) {
        for (int note = cells.acquire(source * 2 + 1);
                note != NONE;
                note = trusts.get(note * 3 + 2)) {
            if (trusts.get(note * 3) <= position) {
                return trusts.get(note * 3 + 1);
            }
        }
        return DEFAULT_TRUST;
    }

    /** {@link #PERSON}, or the trust that a source enjoys. */
    int weight(int source, int position) {
        return isPerson(source, position) ? PERSON : trust(source, position);
    }

    int size() {
        return ids.size();
    }

    void save(Output out) {
        ids.save(out);
        cells.save(out);
        trusts.save(out);
    }

    void load(Input in) {
        ids.load(in);
        cells.load(in);
        trusts.load(in);
    }
}
