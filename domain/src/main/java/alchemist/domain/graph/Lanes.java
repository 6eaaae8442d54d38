package alchemist.domain.graph;

import alchemist.kernel.collection.IntList;
import alchemist.kernel.collection.LongIntMap;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.MalformedBytes;
import alchemist.kernel.schema.Output;

/**
 * Every pair of a field and a source that ever stated it, by dense index: a few hundred for a
 * million statements, each of which names one number instead of two.
 *
 * <pre>lane = index * 2 + (1 where the field is existence)</pre>
 */
final class Lanes {
    static final int NONE = -1;

    /** The field and the source of each, one after the other. */
    private final IntList pairs = new IntList();

    private final LongIntMap indexes = new LongIntMap();

    /** The lane of a pair, or NONE. */
    int find(int field, int source) {
        int index = indexes.find(key(field, source));
        return index < 0 ? NONE : lane(index, field);
    }

    /** The lane of a pair, which is new where it was not there. */
    int add(int field, int source) {
        int index = indexes.find(key(field, source));
        if (index < 0) {
            index = pairs.size() / 2;
            pairs.add(field);
            pairs.add(source);
            indexes.put(key(field, source), index);
        }
        return lane(index, field);
    }

    static boolean isExistence(int lane) {
        return (lane & 1) != 0;
    }

    int field(int lane) {
        return pairs.at(lane & ~1);
    }

    int source(int lane) {
        return pairs.at(lane | 1);
    }

    /** Whether it is one of those that there are. */
    boolean has(int lane) {
        return lane >= 0 && lane < pairs.size() && lane == lane(lane / 2, field(lane));
    }

    void save(Output out) {
        out.varint(pairs.size() / 2);
        for (int i = 0; i < pairs.size(); i++) {
            out.varint(pairs.at(i));
        }
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @throws MalformedBytes when a pair is of what is not there, or stands twice
     */
    static Lanes load(int fields, int sources, Input in) {
        Lanes lanes = new Lanes();
        for (int index = 0, count = in.length(); index < count; index++) {
            int field = in.small();
            int source = in.small();
            boolean fits = field < fields && source < sources && lanes.find(field, source) == NONE;
            if (!fits) {
                throw new MalformedBytes(
                        "field " + field + " of source " + source + " cannot be lane " + index);
            }
            lanes.add(field, source);
        }
        return lanes;
    }

    private static int lane(int index, int field) {
        return index * 2 + (field == Fields.EXISTENCE ? 1 : 0);
    }

    private static long key(int field, int source) {
        return (long) field << 32 | source;
    }
}
