package alchemist.graph;

import alchemist.graph.read.NodeSummary;
import alchemist.kernel.Id;
import alchemist.kernel.collection.IntList;
import alchemist.kernel.value.Value;
import java.util.BitSet;

/**
 * The graph at one moment by dense numbers, for analyses that walk over many nodes and edges.
 * Types, relations and keys are those that sources state, whatever an ontology calls them. Only
 * what is visible is met, each node as the one as which it is shown. Any number of threads.
 */
public final class Adjacency {
    /** No node, and no relation. */
    public static final int NONE = -1;

    private final Moment moment;
    private final Store store;

    Adjacency(Moment moment) {
        this.moment = moment;
        this.store = moment.store;
    }

    /** Hears of edges. */
    @FunctionalInterface
    public interface Edges {
        /**
         * An edge.
         *
         * @param other the node at its other end
         */
        void edge(int edge, int other);
    }

    /** Hears of nodes, two at a time. */
    @FunctionalInterface
    public interface Pairs {
        /** Two of them. */
        void pair(int one, int other);
    }

    /** The node or group as which this one is shown, or NONE where it is not visible. */
    public int node(Id id) {
        int thing = moment.find(id);
        if (thing == NONE || store.things.isEdge(thing)) {
            return NONE;
        }
        int shown = moment.shownAs(thing);
        return moment.nodeExists(shown) ? shown : NONE;
    }

    /** Whether a node that was met at an edge is visible. */
    public boolean isVisible(int node) {
        return moment.nodeExists(node);
    }

    /** The id of a node. */
    public Id id(int node) {
        return store.things.id(node);
    }

    /** Whether a node is a group. */
    public boolean isGroup(int node) {
        return store.things.isGroup(node);
    }

    /** A node in short. */
    public NodeSummary summary(int node) {
        return new NodeReader(moment).summary(node);
    }

    /** The nodes of a type, each once. */
    public IntList ofType(String type) {
        return new NodeLists(moment).ofTerm(type);
    }

    /** The number of a relation; NONE where no edge is of it. */
    public int relation(String relation) {
        int term = store.terms.find(relation);
        return term < moment.published.terms() ? term : NONE;
    }

    /** The edges of a relation that leave a node. */
    public void out(int node, int relation, Edges edges) {
        IntList members = moment.members(node);
        for (int i = 0; i < members.size(); i++) {
            for (int edge = store.things.out(members.at(i));
                    edge != NONE;
                    edge = store.things.nextOut(edge)) {
                visit(edge, true, relation, edges);
            }
        }
    }

    /** The same, those among them whose other end is there no more. */
    public void outEver(int node, int relation, Edges edges) {
        IntList members = moment.members(node);
        for (int i = 0; i < members.size(); i++) {
            for (int edge = store.things.out(members.at(i));
                    edge != NONE;
                    edge = store.things.nextOut(edge)) {
                if (store.things.relation(edge) == relation && moment.exists(edge)) {
                    edges.edge(edge, moment.shownAs(store.things.to(edge)));
                }
            }
        }
    }

    /** The edges of a relation that enter a node. */
    public void in(int node, int relation, Edges edges) {
        IntList members = moment.members(node);
        for (int i = 0; i < members.size(); i++) {
            for (int edge = store.things.in(members.at(i));
                    edge != NONE;
                    edge = store.things.nextIn(edge)) {
                visit(edge, false, relation, edges);
            }
        }
    }

    private void visit(int edge, boolean outgoing, int relation, Edges edges) {
        if (store.things.relation(edge) == relation && moment.exists(edge)) {
            int other = moment.shownAs(outgoing ? store.things.to(edge) : store.things.from(edge));
            if (moment.nodeExists(other)) {
                edges.edge(edge, other);
            }
        }
    }

    /**
     * How many edges of a relation leave a node, those among them whose other end is there no more.
     *
     * @param most counting ends with this number
     */
    public int outDegree(int node, int relation, int most) {
        int degree = 0;
        IntList members = moment.members(node);
        for (int i = 0; i < members.size(); i++) {
            for (int edge = store.things.out(members.at(i));
                    edge != NONE && degree < most;
                    edge = store.things.nextOut(edge)) {
                if (store.things.relation(edge) == relation && moment.exists(edge)) {
                    degree++;
                }
            }
        }
        return degree;
    }

    /** The nodes and groups in a group, those in the groups within it among them. */
    public IntList within(int group) {
        IntList found = new IntList();
        IntList open = new IntList();
        BitSet opened = new BitSet();
        BitSet met = around(group);
        open.add(group);
        opened.set(group);
        while (open.size() > 0) {
            IntList members = moment.members(open.pop());
            for (int i = 0; i < members.size(); i++) {
                for (int note = store.things.member(members.at(i));
                        note != NONE;
                        note = store.members.next(note)) {
                    meet(store.members.thing(note), found, open, opened, met);
                }
            }
        }
        return found;
    }

    /**
     * The groups around a group, itself among them where it is in itself by way of others. What is
     * in the group and around it too is in no group.
     */
    private BitSet around(int group) {
        BitSet around = new BitSet();
        for (int at = moment.statedGroup(group);
                at != NONE && !around.get(at);
                at = moment.statedGroup(at)) {
            around.set(at);
        }
        return around;
    }

    /**
     * What was ever in a group is in it still, or is in what stands around a group that is gone, or
     * around a node that never was a group.
     */
    private void meet(int thing, IntList found, IntList open, BitSet opened, BitSet met) {
        if (thing >= moment.published.things()) {
            return;
        }
        int node = moment.shownAs(thing);
        if (met.get(node)) {
            return;
        }
        boolean exists = moment.nodeExists(node);
        if (exists) {
            int around = moment.statedGroup(node);
            if (around == NONE || !opened.get(around)) {
                return; // perhaps met again once the group around it was opened
            }
            found.add(node);
        }
        met.set(node);
        opened.set(node);
        open.add(node);
    }

    /** Tells of each two nodes of which somebody says that they are not the same. */
    public void apart(Pairs pairs) {
        store.separations.each(
                moment.published.separations(),
                moment.position,
                (one, other) -> pairs.pair(moment.shownAs(one), moment.shownAs(other)));
    }

    /** What is shown of a property of a node or edge; null where nothing is. */
    public Value property(int thing, String key) {
        int term = store.terms.find(key);
        int row =
                term == NONE || term >= moment.published.terms()
                        ? NONE
                        : moment.shown(thing, Fields.property(term));
        return row == NONE || store.rows.value(row) == Rows.DENIED
                ? Value.NULL
                : moment.open(store.rows.value(row));
    }

    /** Since when a node has been there in the world, µs since 1970. */
    public long since(int node) {
        long[] periods = Lifetime.ofNode(node, moment);
        int at = periods.length - 2;
        while (at > 0 && periods[at] > moment.effectiveAt) {
            at -= 2;
        }
        return at < 0 ? 0 : periods[at];
    }
}
