package alchemist.exchange.imports;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.Batch;
import alchemist.exchange.Stated;
import alchemist.kernel.Id;
import alchemist.kernel.collection.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps of a reading what differs from what the source states already: each statement stands for
 * all that the source states of its thing, and a thing that is read no more is withdrawn. One
 * thread; about 45 bytes a thing.
 */
final class Planner {
    /** Takes what differs, in the order of the reading. */
    interface Differing {
        void node(long effectiveAt, NodeStatement statement);

        void edge(long effectiveAt, EdgeStatement statement);

        void withdrawn(long effectiveAt, Id thing);
    }

    /** A statement of the past that differs from what the source states now, so far. */
    private record Late(
            long effectiveAt, @Nullable NodeStatement node, @Nullable EdgeStatement edge) {}

    private static final long THING_BYTES = 64;

    /** How much a reading may leave for the next one: more is forgotten. */
    static final long MAX_LEFT_BYTES = 8L << 20;

    private final Stated stated;
    private final Fitting fitting;
    private final Differing differing;
    private final Things things;
    private final Names types;

    /** Whether all that the source states is known already. */
    private final boolean known;

    /** What the last reading left for this one. */
    private final @Nullable Object left;

    private @Nullable Object leaving;
    private long leavingBytes;

    private final DiffTally tally = new DiffTally();
    private final Map<Id, Late> late = new LinkedHashMap<>();

    Planner(Stated stated, Fitting fitting, Differing differing) {
        this(stated, fitting, differing, null);
    }

    /**
     * A planner that knows what the source states.
     *
     * @param memory what another one knew at its end, where nothing is stated otherwise since
     */
    Planner(Stated stated, Fitting fitting, Differing differing, @Nullable Memory memory) {
        this.stated = stated;
        this.fitting = fitting;
        this.differing = differing;
        this.known = memory != null;
        this.things = memory == null ? new Things() : memory.things;
        this.types = memory == null ? new Names() : memory.types;
        this.left = memory == null ? null : memory.left;
        things.again();
    }

    /**
     * What a planner knows: only one may have it at a time.
     *
     * @param left what its reading left for the next one, or null
     * @param leftBytes about how many bytes that takes
     */
    record Memory(Things things, Names types, @Nullable Object left, long leftBytes) {
        /** About how many bytes it takes. */
        long bytes() {
            return things.size() * THING_BYTES + leftBytes;
        }
    }

    /** What it knows at its end, for the next one. */
    Memory memory() {
        return new Memory(things, types, leaving, leavingBytes);
    }

    /** What the last reading left for this one, or null. */
    @Nullable Object left() {
        return left;
    }

    /** Leaves something for the next reading, where that is not too much. */
    void leave(Object what, long bytes) {
        boolean fits = bytes <= MAX_LEFT_BYTES;
        leaving = fits ? what : null;
        leavingBytes = fits ? bytes : 0;
    }

    /** All that is stated stands, as if it were read again, but for some things. */
    void stands(Set<Id> but) {
        if (!known) {
            throw new IllegalStateException("it is not known what the last reading stated");
        }
        for (int index = 0; index < things.size(); index++) {
            if (things.now(index) != 0 && !but.contains(things.id(index))) {
                things.read(index, true);
            }
        }
    }

    /** Whether a source states of a thing just what this planner knows. */
    boolean agrees(Stated now, Id thing) {
        NodeStatement node = now.node(thing);
        EdgeStatement edge = node == null ? now.edge(thing) : null;
        long print = node != null ? Print.of(node) : edge != null ? Print.of(edge) : 0;
        int index = things.find(thing);
        return print == (index < 0 ? 0 : things.now(index));
    }

    /** Takes what was read. */
    void read(Batch batch) {
        for (NodeStatement node : batch.nodes()) {
            read(batch, fitting.fit(node));
        }
        for (EdgeStatement edge : batch.edges()) {
            read(batch, fitting.fit(edge));
        }
        for (Id thing : batch.withdrawn()) {
            unread(batch, thing);
        }
    }

    /** The reading ended: what it did not hold is withdrawn. */
    void end() {
        emitLate();
        List<Id> gone = new ArrayList<>();
        if (known) {
            addUnread(true, gone);
            addUnread(false, gone);
        } else {
            addUnread(gone);
        }
        for (Id thing : gone) {
            withdraw(Batch.WHEN_RECORDED, thing, index(thing));
        }
    }

    private void addUnread(List<Id> gone) {
        stated.eachEdge(edge -> addUnread(edge, gone));
        stated.eachNode(node -> addUnread(node, gone));
    }

    private void addUnread(boolean edges, List<Id> gone) {
        for (int index = 0; index < things.size(); index++) {
            if (things.isEdge(index) == edges && things.now(index) != 0 && !things.isRead(index)) {
                gone.add(things.id(index));
            }
        }
    }

    /** What differs, net: a thing that came and went on the way is not counted. */
    Diff diff() {
        return tally.diff(things, types);
    }

    private void read(Batch batch, NodeStatement read) {
        if (known && isKnown(read.node(), Print.of(read))) {
            return;
        }
        NodeStatement before = stated.node(read.node());
        NodeStatement node = before == null ? read : Erasure.keep(before, read);
        int index = index(node.node());
        long print = Print.of(node);
        things.read(index, true);
        late.remove(node.node());
        if (things.now(index) == print) {
            return;
        }
        if (batch.past()) {
            late.put(node.node(), new Late(batch.effectiveAt(), node, null));
        } else {
            emit(batch.effectiveAt(), node, index, print);
        }
    }

    private void read(Batch batch, EdgeStatement read) {
        if (known && isKnown(read.edge(), Print.of(read))) {
            return;
        }
        EdgeStatement before = stated.edge(read.edge());
        EdgeStatement edge = before == null ? read : Erasure.keep(before, read);
        int index = index(edge.edge());
        long print = Print.of(edge);
        things.read(index, true);
        late.remove(edge.edge());
        if (things.now(index) == print) {
            return;
        }
        if (batch.past()) {
            late.put(edge.edge(), new Late(batch.effectiveAt(), null, edge));
        } else {
            emitLate(edge.from());
            emitLate(edge.to());
            emit(batch.effectiveAt(), edge, index, print);
        }
    }

    /** Whether just this is stated of a thing; it need not be looked up for that. */
    private boolean isKnown(Id thing, long print) {
        int index = things.find(thing);
        if (index < 0 || things.now(index) != print) {
            return false;
        }
        things.read(index, true);
        late.remove(thing);
        return true;
    }

    private void unread(Batch batch, Id thing) {
        int index = index(thing);
        things.read(index, false);
        late.remove(thing);
        if (!batch.past() && things.now(index) != 0) {
            withdraw(batch.effectiveAt(), thing, index);
        }
    }

    /** A node is stated before the edges that join it. */
    private void emitLate(Id node) {
        Late one = late.isEmpty() ? null : late.remove(node);
        if (one != null && one.node != null) {
            emit(one.effectiveAt, one.node, index(node), Print.of(one.node));
        }
    }

    private void emitLate() {
        List<Late> ordered = new ArrayList<>(late.values());
        late.clear();
        ordered.sort(Comparator.comparingLong(Late::effectiveAt));
        for (Late one : ordered) {
            if (one.node != null) {
                emit(one.effectiveAt, one.node, index(one.node.node()), Print.of(one.node));
            }
        }
        for (Late one : ordered) {
            if (one.edge != null) {
                emit(one.effectiveAt, one.edge, index(one.edge.edge()), Print.of(one.edge));
            }
        }
    }

    private void emit(long effectiveAt, NodeStatement node, int index, long print) {
        things.emitted(index, false, print, types.add(firstType(node)));
        tally.stated(things, index, Display.name(node.name()));
        differing.node(effectiveAt, node);
    }

    private void emit(long effectiveAt, EdgeStatement edge, int index, long print) {
        things.emitted(index, true, print, types.add(edge.type()));
        tally.stated(things, index, edge.type());
        differing.edge(effectiveAt, edge);
    }

    private void withdraw(long effectiveAt, Id thing, int index) {
        things.withdrawn(index);
        NodeStatement before = stated.node(thing);
        tally.withdrawn(things, index, before == null ? "" : Display.name(before.name()));
        differing.withdrawn(effectiveAt, thing);
    }

    private void addUnread(Id thing, List<Id> gone) {
        int index = index(thing);
        if (!things.isRead(index) && things.now(index) != 0) {
            gone.add(thing);
        }
    }

    /** The index of a thing; where it is met first, what the source states of it is looked up. */
    private int index(Id id) {
        int known = things.find(id);
        if (known >= 0) {
            return known;
        }
        NodeStatement node = stated.node(id);
        if (node != null) {
            return things.add(id, false, Print.of(node), types.add(firstType(node)));
        }
        EdgeStatement edge = stated.edge(id);
        if (edge != null) {
            return things.add(id, true, Print.of(edge), types.add(edge.type()));
        }
        return things.add(id, false, 0, types.add(""));
    }

    private static String firstType(NodeStatement node) {
        return node.types().isEmpty() ? "" : node.types().getFirst();
    }
}
