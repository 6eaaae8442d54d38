package alchemist.exchange.imports;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.Batch;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Packs what differs into parcels that fit a command: of one time, at most {@value #MAX_STATEMENTS}
 * statements and {@value #MAX_BYTES} bytes, each thing once, nodes before edges before withdrawals.
 */
final class Parcels implements Planner.Differing {
    /** How many statements and withdrawals a parcel may have. */
    static final int MAX_STATEMENTS = 500;

    /** About how many bytes a parcel may have. */
    static final int MAX_BYTES = 256 * 1024;

    private final Consumer<Batch> parcels;
    private List<NodeStatement> nodes = new ArrayList<>();
    private List<EdgeStatement> edges = new ArrayList<>();
    private List<Id> withdrawn = new ArrayList<>();
    private final Set<Id> things = new HashSet<>();
    private long effectiveAt;
    private int bytes;

    Parcels(Consumer<Batch> parcels) {
        this.parcels = parcels;
    }

    @Override
    public void node(long effectiveAt, NodeStatement statement) {
        room(effectiveAt, statement.node(), Weight.of(statement));
        nodes.add(statement);
    }

    @Override
    public void edge(long effectiveAt, EdgeStatement statement) {
        room(effectiveAt, statement.edge(), Weight.of(statement));
        edges.add(statement);
    }

    @Override
    public void withdrawn(long effectiveAt, Id thing) {
        room(effectiveAt, thing, Weight.ID);
        withdrawn.add(thing);
    }

    /** Hands over what is packed so far. */
    void flush() {
        if (!things.isEmpty()) {
            Batch parcel = new Batch(effectiveAt, nodes, edges, withdrawn, false);
            nodes = new ArrayList<>();
            edges = new ArrayList<>();
            withdrawn = new ArrayList<>();
            things.clear();
            bytes = 0;
            parcels.accept(parcel);
        }
    }

    private void room(long at, Id thing, int weight) {
        if (at != effectiveAt
                || things.size() == MAX_STATEMENTS
                || bytes + weight > MAX_BYTES
                || things.contains(thing)) {
            flush();
        }
        effectiveAt = at;
        things.add(thing);
        bytes += weight;
    }
}
