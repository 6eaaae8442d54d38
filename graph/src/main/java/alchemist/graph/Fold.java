package alchemist.graph;

import alchemist.domain.graph.GraphEvent;
import alchemist.domain.graph.GraphEvent.EdgeDescribed;
import alchemist.domain.graph.GraphEvent.EdgeWithdrawn;
import alchemist.domain.graph.GraphEvent.GraphPolicyAdopted;
import alchemist.domain.graph.GraphEvent.GroupDissolved;
import alchemist.domain.graph.GraphEvent.GroupFormed;
import alchemist.domain.graph.GraphEvent.NodeAdded;
import alchemist.domain.graph.GraphEvent.NodeClassified;
import alchemist.domain.graph.GraphEvent.NodeDeclassified;
import alchemist.domain.graph.GraphEvent.NodeDescribed;
import alchemist.domain.graph.GraphEvent.NodeGrouped;
import alchemist.domain.graph.GraphEvent.NodeRenamed;
import alchemist.domain.graph.GraphEvent.NodeRestored;
import alchemist.domain.graph.GraphEvent.NodeRetired;
import alchemist.domain.graph.GraphEvent.NodeWithdrawn;
import alchemist.domain.graph.GraphEvent.NodesConnected;
import alchemist.domain.graph.GraphEvent.NodesDisconnected;
import alchemist.domain.graph.GraphEvent.NodesKeptApart;
import alchemist.domain.graph.GraphEvent.NodesMerged;
import alchemist.domain.graph.GraphEvent.NodesReconnected;
import alchemist.domain.graph.GraphEvent.NodesReconsidered;
import alchemist.domain.graph.GraphEvent.NodesUnmerged;
import alchemist.domain.graph.GraphEvent.ThingReverted;
import alchemist.domain.graph.PropertyStated;
import alchemist.graph.column.ValueHeap;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.List;

/** Folds the graph's events into the columns: every event is a few statements made or ended. */
final class Fold {
    private static final int NONE = -1;

    private final Store store;
    private final Writer writer;

    Fold(Store store, Writer writer) {
        this.store = store;
        this.writer = writer;
    }

    /** Folds an event; returns the thing that it is about, or NONE. */
    int apply(GraphEvent event, int at) {
        return switch (event) {
            case NodeAdded e -> {
                int node = stated(e.node(), Things.NODE);
                thing(
                        node,
                        e.source(),
                        e.name(),
                        e.types(),
                        e.properties(),
                        e.group(),
                        at,
                        e.since());
                yield node;
            }
            case GroupFormed e -> {
                int group = stated(e.group(), Things.GROUP);
                thing(
                        group,
                        e.source(),
                        e.name(),
                        e.types(),
                        e.properties(),
                        e.within(),
                        at,
                        e.since());
                yield group;
            }
            case NodesConnected e -> connected(e, at);
            case NodeDescribed e -> {
                int node = node(e.node());
                changes(node, e.source(), e.changes(), at);
                yield node;
            }
            case EdgeDescribed e -> {
                int edge = edge(e.edge());
                changes(edge, e.source(), e.changes(), at);
                yield edge;
            }
            case NodeRenamed e -> {
                int node = node(e.node());
                name(node, e.source(), e.name(), at, e.since());
                yield node;
            }
            case NodeClassified e ->
                    type(e.node(), e.source(), e.type(), Rows.STATED, at, e.since());
            case NodeDeclassified e ->
                    type(
                            e.node(),
                            e.source(),
                            e.type(),
                            e.denied() ? Rows.DENIED : Rows.ABSENT,
                            at,
                            e.since());
            case NodeGrouped e -> grouped(e, at);
            case NodeRetired e -> existence(node(e.node()), e.source(), Rows.DENIED, at, e.since());
            case GroupDissolved e ->
                    existence(node(e.group()), e.source(), Rows.DENIED, at, e.since());
            case NodesDisconnected e ->
                    existence(edge(e.edge()), e.source(), Rows.DENIED, at, e.since());
            case NodeRestored e ->
                    existence(
                            node(e.node()),
                            e.source(),
                            e.asserted() ? Rows.STATED : Rows.ABSENT,
                            at,
                            e.since());
            case NodesReconnected e ->
                    existence(
                            edge(e.edge()),
                            e.source(),
                            e.asserted() ? Rows.STATED : Rows.ABSENT,
                            at,
                            e.since());
            case NodeWithdrawn e -> withdrawn(node(e.node()), e.source(), at);
            case EdgeWithdrawn e -> withdrawn(edge(e.edge()), e.source(), at);
            case ThingReverted e -> reverted(e, at);
            case NodesMerged e -> {
                int survivor = node(e.survivor());
                int absorbed = node(e.absorbed());
                if (survivor != absorbed) {
                    writer.merge(absorbed, survivor, at);
                }
                yield survivor;
            }
            case NodesUnmerged e -> {
                int survivor = node(e.survivor());
                int absorbed = node(e.absorbed());
                if (survivor != absorbed) {
                    writer.part(absorbed, survivor, at);
                }
                yield survivor;
            }
            case NodesKeptApart e -> {
                int one = node(e.one());
                store.separations.keepApart(one, node(e.other()), at);
                yield one;
            }
            case NodesReconsidered e -> {
                int one = node(e.one());
                store.separations.reconsider(one, node(e.other()), at);
                yield one;
            }
            case GraphPolicyAdopted _ -> NONE;
        };
    }

    private void thing(
            int thing,
            Id by,
            Value name,
            List<String> types,
            Properties properties,
            Id group,
            int at,
            long since) {
        int source = store.sources.add(by);
        writer.begin(thing, at, since);
        writer.state(Fields.EXISTENCE, source, Rows.STATED);
        if (!name.isNull()) {
            writer.name(source, name);
        }
        if (!group.isNone()) {
            writer.group(source, mentioned(group, Things.GROUP));
        }
        for (int i = 0; i < types.size(); i++) {
            writer.type(source, store.term(types.get(i)), Rows.STATED);
        }
        properties(source, properties);
    }

    private int connected(NodesConnected e, int at) {
        int from = node(e.from());
        int to = node(e.to());
        int edge = store.things.add(e.edge());
        if (edge == from || edge == to) {
            throw new IllegalStateException("the edge " + e.edge() + " is stated as its own end");
        }
        store.things.edge(edge, from, to, store.term(e.type()));
        int source = store.sources.add(e.source());
        writer.begin(edge, at, e.since());
        writer.state(Fields.EXISTENCE, source, Rows.STATED);
        properties(source, e.properties());
        return edge;
    }

    private void properties(int source, Properties properties) {
        for (int i = 0; i < properties.size(); i++) {
            int field = Fields.property(store.term(properties.key(i)));
            Value value = properties.value(i);
            writer.state(field, source, value.isNull() ? Rows.DENIED : store.values.add(value));
        }
    }

    private void changes(int thing, Id by, List<PropertyStated> changes, int at) {
        int source = store.sources.add(by);
        for (int i = 0; i < changes.size(); i++) {
            PropertyStated change = changes.get(i);
            writer.begin(thing, at, change.since());
            int field = Fields.property(store.term(change.key()));
            if (change.denied()) {
                writer.state(field, source, Rows.DENIED);
            } else {
                Value value = change.value();
                writer.state(field, source, value.isNull() ? Rows.ABSENT : store.values.add(value));
            }
        }
    }

    private void name(int thing, Id by, Value name, int at, long since) {
        int source = store.sources.add(by);
        writer.begin(thing, at, since);
        if (name.isNull()) {
            writer.state(Fields.NAME, source, Rows.ABSENT);
        } else {
            writer.name(source, name);
        }
    }

    private int type(Id id, Id by, String type, int value, int at, long since) {
        int node = node(id);
        writer.begin(node, at, since);
        writer.type(store.sources.add(by), store.term(type), value);
        return node;
    }

    private int grouped(NodeGrouped e, int at) {
        int node = node(e.node());
        int source = store.sources.add(e.source());
        writer.begin(node, at, e.since());
        if (!e.group().isNone()) {
            writer.group(source, mentioned(e.group(), Things.GROUP));
        } else {
            writer.state(Fields.GROUP, source, e.denied() ? Rows.DENIED : Rows.ABSENT);
        }
        return node;
    }

    private int existence(int thing, Id by, int value, int at, long since) {
        writer.begin(thing, at, since);
        writer.state(Fields.EXISTENCE, store.sources.add(by), value);
        return thing;
    }

    private int withdrawn(int thing, Id by, int at) {
        writer.begin(thing, at, 0);
        writer.withdraw(store.sources.add(by));
        return thing;
    }

    private int reverted(ThingReverted e, int at) {
        int thing = store.things.add(e.thing());
        int source = store.sources.find(e.source());
        if (source != NONE) {
            writer.begin(thing, at, 0);
            writer.revert(source, Math.toIntExact(e.to()));
        }
        return thing;
    }

    /** A node or group that an event speaks of. */
    private int node(Id id) {
        return mentioned(id, Things.NODE);
    }

    private int mentioned(Id id, int kind) {
        int node = store.things.add(id);
        store.things.kind(node, kind, false);
        return node;
    }

    /** A node or group that an event states to be there. */
    private int stated(Id id, int kind) {
        int node = store.things.add(id);
        store.things.kind(node, kind, true);
        return node;
    }

    /** The edge of an id, which was connected before. */
    private int edge(Id id) {
        int edge = store.things.find(id);
        if (edge == NONE || !store.things.isEdge(edge)) {
            throw new IllegalStateException("the edge " + id + " is not connected yet");
        }
        return edge;
    }

    /** How a group stands in the value of a row. */
    static int groupValue(int group) {
        return ValueHeap.FIRST + group;
    }

    /** The group in the value of a row, or NONE where it states that there is none. */
    static int groupOf(int value) {
        return value < ValueHeap.FIRST ? NONE : value - ValueHeap.FIRST;
    }
}
