package alchemist.domain.graph;

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
import alchemist.domain.graph.Things.Kind;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.List;

/**
 * Folds the graph's events into its state: every event is a few statements made, replaced or
 * dropped.
 */
public final class GraphFold {
    private static final int NONE = -1;
    private static final Value NO_GROUP = Value.integer(NONE);

    private GraphFold() {}

    /** Folds the event at a position. */
    public static void fold(GraphState state, GraphEvent event, long position) {
        switch (event) {
            case NodeAdded e ->
                    thing(
                            state,
                            Kind.NODE,
                            e.node(),
                            e.source(),
                            e.name(),
                            e.types(),
                            e.properties(),
                            e.group(),
                            from(e.since(), position));
            case GroupFormed e ->
                    thing(
                            state,
                            Kind.GROUP,
                            e.group(),
                            e.source(),
                            e.name(),
                            e.types(),
                            e.properties(),
                            e.within(),
                            from(e.since(), position));
            case NodeRenamed e ->
                    value(
                            state,
                            node(state, e.node()),
                            Fields.NAME,
                            e.source(),
                            e.name(),
                            from(e.since(), position));
            case NodeClassified e ->
                    state.state(
                            node(state, e.node()),
                            state.fields.type(e.type()),
                            e.source(),
                            GraphState.YES,
                            from(e.since(), position));
            case NodeDeclassified e -> {
                Value denial = e.denied() ? GraphState.NO : Value.NULL;
                value(
                        state,
                        node(state, e.node()),
                        state.fields.type(e.type()),
                        e.source(),
                        denial,
                        from(e.since(), position));
            }
            case NodeDescribed e ->
                    changes(state, node(state, e.node()), e.source(), e.changes(), position);
            case EdgeDescribed e ->
                    changes(state, edge(state, e.edge()), e.source(), e.changes(), position);
            case NodeRetired e ->
                    denied(state, node(state, e.node()), e.source(), from(e.since(), position));
            case GroupDissolved e ->
                    denied(state, node(state, e.group()), e.source(), from(e.since(), position));
            case NodesDisconnected e ->
                    denied(state, edge(state, e.edge()), e.source(), from(e.since(), position));
            case NodeRestored e ->
                    asserted(
                            state,
                            node(state, e.node()),
                            e.source(),
                            e.asserted(),
                            from(e.since(), position));
            case NodesReconnected e ->
                    asserted(
                            state,
                            edge(state, e.edge()),
                            e.source(),
                            e.asserted(),
                            from(e.since(), position));
            case NodeWithdrawn e -> state.dropAll(node(state, e.node()), e.source());
            case EdgeWithdrawn e -> state.dropAll(edge(state, e.edge()), e.source());
            case NodesConnected e -> connected(state, e, from(e.since(), position));
            case NodeGrouped e -> grouped(state, e, from(e.since(), position));
            case NodesMerged e ->
                    state.things.merge(
                            node(state, e.absorbed()),
                            node(state, e.survivor()),
                            from(e.since(), position));
            case NodesUnmerged e -> state.things.unmerge(node(state, e.absorbed()));
            case NodesKeptApart e ->
                    state.separations.add(node(state, e.one()), node(state, e.other()));
            case NodesReconsidered e ->
                    state.separations.remove(node(state, e.one()), node(state, e.other()));
            case ThingReverted e -> reverted(state, e);
            case GraphPolicyAdopted e -> {
                state.refuseSelfLoops = e.refuseSelfLoops();
                state.refuseParallelEdges = e.refuseParallelEdges();
            }
        }
    }

    private static long from(long since, long position) {
        return since > 0 ? since : position;
    }

    private static int node(GraphState state, Id id) {
        return state.things.add(id, Kind.NODE);
    }

    private static int edge(GraphState state, Id id) {
        return state.things.add(id, Kind.EDGE);
    }

    private static void thing(
            GraphState state,
            Kind kind,
            Id id,
            Id source,
            Value name,
            List<String> types,
            Properties properties,
            Id group,
            long since) {
        int thing = state.things.add(id, kind);
        state.things.become(thing, kind);
        int by = state.sources.add(source);
        int current = state.origins.currentImport(source);
        state.state(thing, Fields.EXISTENCE, by, current, GraphState.YES, since);
        if (!name.isNull()) {
            state.state(thing, Fields.NAME, by, current, name, since);
        }
        for (int i = 0; i < types.size(); i++) {
            int type = state.fields.type(types.get(i));
            state.state(thing, type, by, current, GraphState.YES, since);
        }
        properties(state, thing, by, current, properties, since);
        if (!group.isNone()) {
            int within = state.things.add(group, Kind.GROUP);
            state.state(thing, Fields.GROUP, by, current, Value.integer(within), since);
        }
    }

    private static void properties(
            GraphState state, int thing, int by, int current, Properties properties, long since) {
        for (int i = 0; i < properties.size(); i++) {
            int field = state.fields.property(properties.key(i));
            state.state(thing, field, by, current, properties.value(i), since);
        }
    }

    private static void value(
            GraphState state, int thing, int field, Id source, Value value, long since) {
        if (value.isNull()) {
            state.drop(thing, field, source);
        } else {
            state.state(thing, field, source, value, since);
        }
    }

    private static void changes(
            GraphState state, int thing, Id source, List<PropertyStated> changes, long position) {
        int by = state.sources.add(source);
        int current = state.origins.currentImport(source);
        for (int i = 0; i < changes.size(); i++) {
            PropertyStated change = changes.get(i);
            int field = state.fields.property(change.key());
            if (change.value().isNull() && !change.denied()) {
                state.drop(thing, field, source);
            } else {
                long since = from(change.since(), position);
                state.state(thing, field, by, current, change.value(), since);
            }
        }
    }

    private static void denied(GraphState state, int thing, Id source, long since) {
        state.state(thing, Fields.EXISTENCE, source, GraphState.NO, since);
    }

    private static void asserted(
            GraphState state, int thing, Id source, boolean asserted, long since) {
        value(
                state,
                thing,
                Fields.EXISTENCE,
                source,
                asserted ? GraphState.YES : Value.NULL,
                since);
    }

    private static void connected(GraphState state, NodesConnected e, long since) {
        int edge =
                state.things.addEdge(
                        e.edge(), node(state, e.from()), node(state, e.to()), e.type());
        int by = state.sources.add(e.source());
        int current = state.origins.currentImport(e.source());
        state.state(edge, Fields.EXISTENCE, by, current, GraphState.YES, since);
        properties(state, edge, by, current, e.properties(), since);
    }

    private static void grouped(GraphState state, NodeGrouped e, long since) {
        int node = node(state, e.node());
        if (!e.group().isNone()) {
            int group = state.things.add(e.group(), Kind.GROUP);
            state.state(node, Fields.GROUP, e.source(), Value.integer(group), since);
        } else {
            value(state, node, Fields.GROUP, e.source(), e.denied() ? NO_GROUP : Value.NULL, since);
        }
    }

    private static void reverted(GraphState state, ThingReverted e) {
        int thing = state.things.find(e.thing());
        int source = state.sources.find(e.source());
        if (thing == NONE || source == NONE) {
            return;
        }
        state.reversed(source, thing);
        int current = e.to() == 0 ? 0 : state.origins.currentImport(e.source());
        for (int slot = state.statements.first(thing); slot != NONE; ) {
            int next = state.statements.next(slot);
            boolean stated = state.statements.source(slot) == source;
            if (stated && (current == 0 || state.statements.importOrdinal(slot) == current)) {
                state.statements.drop(thing, slot);
            }
            slot = next;
        }
        for (Journal.Entry entry : state.journal.take(current, thing)) {
            state.statements.add(
                    thing,
                    entry.field(),
                    entry.source(),
                    entry.value(),
                    entry.since(),
                    entry.formerImport());
        }
    }
}
