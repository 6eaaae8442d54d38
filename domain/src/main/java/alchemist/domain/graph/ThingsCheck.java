package alchemist.domain.graph;

import alchemist.kernel.schema.MalformedBytes;
import java.util.BitSet;

/**
 * Looks whether things that were read as they lay in memory can be things at all: every index leads
 * to what is there, and no list comes back to itself. In a list of which each member is named once,
 * none can.
 */
final class ThingsCheck {
    private static final int NONE = Things.NONE;

    private final Things things;
    private final int size;
    private final BitSet leaving;
    private final BitSet entering;

    ThingsCheck(Things things) {
        this.things = things;
        this.size = things.size();
        this.leaving = new BitSet(size);
        this.entering = new BitSet(size);
    }

    /**
     * Looks at all of them.
     *
     * @throws MalformedBytes when they cannot be
     */
    void run() {
        for (int thing = 0; thing < size; thing++) {
            require(things.isKnownKind(thing), thing);
            if (things.kind(thing) == Things.Kind.EDGE) {
                edge(thing);
            } else {
                node(thing);
            }
        }
        for (int absorbed : things.merges().keySet()) {
            require(absorbed < size, absorbed);
            int steps = things.merges().size();
            for (int at = absorbed; things.mergedInto(at) != NONE; at = things.mergedInto(at)) {
                require(steps-- > 0, absorbed);
            }
        }
    }

    private void edge(int edge) {
        if (isBare(edge)) {
            return;
        }
        require(isThing(things.from(edge)) && isThing(things.to(edge)), edge);
        require(things.mergedInto(edge) == NONE, edge);
        boolean named =
                things.relationOf(edge) >= 0 && things.relationOf(edge) < things.relations();
        require(named, edge);
        next(things.nextOut(edge), leaving);
        next(things.nextIn(edge), entering);
    }

    /** Whether something is stated of an edge of which nobody has said what it connects. */
    private boolean isBare(int edge) {
        return things.from(edge) == NONE
                && things.to(edge) == NONE
                && things.mergedInto(edge) == NONE
                && things.relationOf(edge) == NONE
                && things.nextOut(edge) == NONE
                && things.nextIn(edge) == NONE;
    }

    private void node(int node) {
        int into = things.mergedInto(node);
        require(into == NONE || (isThing(into) && things.merges().containsKey(node)), node);
        next(things.firstOut(node), leaving);
        next(things.firstIn(node), entering);
    }

    private void next(int edge, BitSet named) {
        if (edge != NONE) {
            require(isThing(edge) && things.kind(edge) == Things.Kind.EDGE, edge);
            require(!named.get(edge), edge);
            named.set(edge);
        }
    }

    private boolean isThing(int thing) {
        return thing >= 0 && thing < size;
    }

    private static void require(boolean holds, int thing) {
        if (!holds) {
            throw new MalformedBytes("thing " + thing + " cannot be as it was read");
        }
    }
}
