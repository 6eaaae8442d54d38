package alchemist.domain.graph;

import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.MalformedBytes;
import alchemist.kernel.schema.Output;
import java.util.TreeSet;

/** The pairs of nodes of which somebody said that they are not the same thing. One writer. */
final class Separations {
    /** A pair: the smaller index in the upper half. */
    private final TreeSet<Long> pairs = new TreeSet<>();

    /** What holds of two nodes. */
    @FunctionalInterface
    interface Test {
        boolean of(int one, int other);
    }

    private static long pair(int one, int other) {
        return (long) Math.min(one, other) << 32 | Math.max(one, other);
    }

    boolean has(int one, int other) {
        return pairs.contains(pair(one, other));
    }

    /** Adds a pair; false where it is there. */
    boolean add(int one, int other) {
        return pairs.add(pair(one, other));
    }

    void remove(int one, int other) {
        pairs.remove(pair(one, other));
    }

    /** Whether it holds of any pair. */
    boolean any(Test test) {
        for (long pair : pairs) {
            if (test.of((int) (pair >>> 32), (int) pair)) {
                return true;
            }
        }
        return false;
    }

    void save(Output out) {
        out.varint(pairs.size());
        for (long pair : pairs) {
            out.varint(pair >>> 32);
            out.varint(pair & 0xFFFF_FFFFL);
        }
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @param things how many there are
     * @throws MalformedBytes when a pair is not of two of them
     */
    static Separations load(Input in, int things) {
        Separations separations = new Separations();
        for (int left = in.length(); left > 0; left--) {
            int one = in.small();
            int other = in.small();
            if (one >= other || other >= things) {
                throw new MalformedBytes("nodes " + one + " and " + other + " are no pair");
            }
            separations.add(one, other);
        }
        return separations;
    }
}
