package alchemist.graph;

import alchemist.graph.read.Direction;
import alchemist.graph.read.NeighborRead;
import alchemist.graph.read.Page;
import alchemist.kernel.collection.IntList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the edges of a node at a moment, the one that was stated last first. */
final class Neighbors {
    private static final int NONE = -1;

    private final Moment moment;
    private final Things things;

    Neighbors(Moment moment) {
        this.moment = moment;
        this.things = moment.store.things;
    }

    /** Hears of visible edges. */
    interface Visitor {
        void edge(int edge, boolean outgoing);
    }

    /** Every visible edge of a node that is shown as itself and exists; a self-loop both ways. */
    void each(int node, Visitor visitor) {
        IntList members = moment.members(node);
        for (int i = 0; i < members.size(); i++) {
            for (int edge = things.out(members.at(i)); edge != NONE; edge = things.nextOut(edge)) {
                if (isVisible(edge, true)) {
                    visitor.edge(edge, true);
                }
            }
            for (int edge = things.in(members.at(i)); edge != NONE; edge = things.nextIn(edge)) {
                if (isVisible(edge, false)) {
                    visitor.edge(edge, false);
                }
            }
        }
    }

    private boolean isVisible(int edge, boolean outgoing) {
        return moment.exists(edge) && moment.nodeExists(other(edge, outgoing));
    }

    /** The node at the other end, as it is shown. */
    int other(int edge, boolean outgoing) {
        return moment.shownAs(outgoing ? things.to(edge) : things.from(edge));
    }

    /**
     * A part of the edges of a node.
     *
     * @param relations the terms of relations that count, or null for all
     * @param cursor of the page before, or empty
     */
    Page<NeighborRead> page(
            int node, RelationFilter relations, Direction direction, int limit, String cursor) {
        IntList edges = new IntList();
        each(
                node,
                (edge, outgoing) -> {
                    if (direction != (outgoing ? Direction.IN : Direction.OUT)
                            && relations.passes(things.relation(edge))) {
                        edges.add(outgoing ? edge : ~edge);
                    }
                });
        int[] inOrder = inOrder(edges);
        int from = cursor.isEmpty() ? 0 : after(Cursor.item(cursor, 0), inOrder);
        int to = (int) Math.min(inOrder.length, from + (long) limit);
        NodeReader reader = new NodeReader(moment);
        List<NeighborRead> reads = new ArrayList<>(Math.max(0, to - from));
        for (int i = from; i < to; i++) {
            reads.add(read(inOrder[i], reader));
        }
        return new Page<>(
                reads, to < inOrder.length ? Cursor.after(inOrder[to - 1]) : "", inOrder.length);
    }

    /**
     * Outgoing edges first, of each direction the latest first; an edge is ~edge where it comes in.
     */
    private static int[] inOrder(IntList edges) {
        int[] inOrder = new int[edges.size()];
        long[] keys = new long[inOrder.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = key(edges.at(i));
        }
        Arrays.sort(keys);
        for (int i = 0; i < keys.length; i++) {
            int edge = Integer.MAX_VALUE - (int) keys[i];
            inOrder[i] = keys[i] >>> 32 == 0 ? edge : ~edge;
        }
        return inOrder;
    }

    private static long key(int signed) {
        return signed >= 0
                ? Integer.MAX_VALUE - signed
                : (1L << 32) | (Integer.MAX_VALUE - ~signed);
    }

    /** Where the first that comes after an item stands, be the item there or not. */
    private static int after(int last, int[] inOrder) {
        int at = 0;
        while (at < inOrder.length && key(inOrder[at]) <= key(last)) {
            at++;
        }
        return at;
    }

    private NeighborRead read(int signed, NodeReader reader) {
        boolean outgoing = signed >= 0;
        int edge = outgoing ? signed : ~signed;
        return new NeighborRead(
                things.id(edge),
                moment.relationLabel(things.relation(edge)),
                reader.shownProperties(edge),
                outgoing ? Direction.OUT : Direction.IN,
                reader.summary(other(edge, outgoing)));
    }

    /** Which relations count. */
    interface RelationFilter {
        boolean passes(int term);
    }
}
