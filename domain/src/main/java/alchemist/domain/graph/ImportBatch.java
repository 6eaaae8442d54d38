package alchemist.domain.graph;

import alchemist.domain.graph.GraphEvent.EdgeDescribed;
import alchemist.domain.graph.GraphEvent.EdgeWithdrawn;
import alchemist.domain.graph.GraphEvent.GroupFormed;
import alchemist.domain.graph.GraphEvent.NodeAdded;
import alchemist.domain.graph.GraphEvent.NodeClassified;
import alchemist.domain.graph.GraphEvent.NodeDeclassified;
import alchemist.domain.graph.GraphEvent.NodeDescribed;
import alchemist.domain.graph.GraphEvent.NodeGrouped;
import alchemist.domain.graph.GraphEvent.NodeRenamed;
import alchemist.domain.graph.GraphEvent.NodeWithdrawn;
import alchemist.domain.graph.GraphEvent.NodesConnected;
import alchemist.domain.graph.Things.Kind;
import alchemist.kernel.Id;
import alchemist.kernel.collection.IdMap;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * What a batch of an import changes: each statement is all that the source states of a thing, so
 * what is missing in it is taken back, and what is already so yields nothing.
 */
public final class ImportBatch {
    /** What an import states that breaks a rule, and is left out. */
    public record Refusal(Id thing, String code, String reason) {}

    private static final int NONE = -1;
    private final Id source;
    private final GraphState state;

    /** The nodes of the batch, and then its edges. */
    private final IdMap stated = new IdMap();

    private int nodes;
    private final List<GraphEvent> events = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private String flaw = "";

    private ImportBatch(Id source, GraphState state) {
        this.source = source;
        this.state = state;
    }

    /** Compares a batch with what its source states already. */
    public static ImportBatch of(
            Id source,
            List<NodeStatement> nodes,
            List<EdgeStatement> edges,
            List<Id> withdrawn,
            GraphState state) {
        ImportBatch batch = new ImportBatch(source, state);
        for (NodeStatement node : nodes) {
            batch.node(node);
        }
        batch.nodes = batch.stated.size();
        for (EdgeStatement edge : edges) {
            batch.edge(edge);
        }
        for (Id thing : withdrawn) {
            batch.withdraw(thing);
        }
        return batch;
    }

    /** Why the batch as a whole cannot be taken; empty when it can. */
    public String flaw() {
        return flaw;
    }

    /** What changes. */
    public List<GraphEvent> events() {
        return events;
    }

    /** What was left out. */
    public List<Refusal> refusals() {
        return refusals;
    }

    private void node(NodeStatement statement) {
        Kind kind = statement.formsGroup() ? Kind.GROUP : Kind.NODE;
        int thing = claim(statement.node(), kind);
        int group = state.find(statement.group());
        if (group != NONE && state.things.kind(group) == Kind.EDGE) {
            flaw = "the edge " + statement.group() + " is stated as a group";
        }
        if (!flaw.isEmpty()) {
            return;
        }
        String broken = state.constraints.broken(statement.types(), statement.properties().toMap());
        if (!broken.isEmpty()) {
            refusals.add(new Refusal(statement.node(), "constraint-broken", broken));
            return;
        }
        if (state.own(thing, Fields.EXISTENCE, source) == NONE) {
            events.add(
                    statement.formsGroup()
                            ? new GroupFormed(
                                    statement.node(),
                                    source,
                                    statement.name(),
                                    statement.types(),
                                    statement.properties(),
                                    statement.group(),
                                    0)
                            : new NodeAdded(
                                    statement.node(),
                                    source,
                                    statement.name(),
                                    statement.types(),
                                    statement.properties(),
                                    statement.group(),
                                    0));
            return;
        }
        rename(statement, thing);
        classify(statement, thing);
        regroup(statement, thing);
        List<PropertyStated> changes = changes(statement.properties(), thing);
        if (!changes.isEmpty()) {
            events.add(new NodeDescribed(statement.node(), source, changes));
        }
    }

    private void rename(NodeStatement statement, int thing) {
        int slot = state.own(thing, Fields.NAME, source);
        if (slot == NONE) {
            if (!statement.name().isNull()) {
                events.add(
                        new NodeRenamed(
                                statement.node(), source, statement.name(), Value.NULL, 0, 0));
            }
        } else if (!state.statements.states(slot, statement.name())) {
            Value former = state.statements.value(slot);
            long since = state.statements.since(slot);
            events.add(
                    new NodeRenamed(statement.node(), source, statement.name(), former, since, 0));
        }
    }

    private void classify(NodeStatement statement, int thing) {
        Statements statements = state.statements;
        int by = state.sources.find(source);
        List<String> types = statement.types();
        for (String type : types) {
            if (state.own(thing, state.fields.findType(type), source) == NONE) {
                events.add(
                        new NodeClassified(statement.node(), source, type, Former.NOTHING, 0, 0));
            }
        }
        for (int slot = statements.first(thing); slot != NONE; slot = statements.next(slot)) {
            int field = statements.field(slot);
            if (statements.source(slot) == by
                    && state.fields.isType(field)
                    && !types.contains(state.fields.key(field))) {
                String type = state.fields.key(field);
                long since = statements.since(slot);
                events.add(
                        new NodeDeclassified(
                                statement.node(), source, type, false, Former.YES, since, 0));
            }
        }
    }

    private void regroup(NodeStatement statement, int thing) {
        int slot = state.own(thing, Fields.GROUP, source);
        int former = slot == NONE ? NONE : Grouping.groupOf(slot, state);
        Id formerGroup = former == NONE ? Id.NONE : state.things.id(former);
        if (!formerGroup.equals(statement.group())) {
            long since = slot == NONE ? 0 : state.statements.since(slot);
            events.add(
                    new NodeGrouped(
                            statement.node(),
                            source,
                            statement.group(),
                            false,
                            formerGroup,
                            false,
                            since,
                            0));
        }
    }

    private List<PropertyStated> changes(Properties properties, int thing) {
        List<PropertyStated> changes = new ArrayList<>();
        for (int i = 0; i < properties.size(); i++) {
            String key = properties.key(i);
            Value value = properties.value(i);
            int slot = state.own(thing, state.fields.findProperty(key), source);
            if (slot == NONE) {
                if (!value.isNull()) {
                    changes.add(new PropertyStated(key, value, false, Value.NULL, 0, 0));
                }
            } else if (!state.statements.states(slot, value)) {
                changes.add(
                        new PropertyStated(
                                key,
                                value,
                                false,
                                state.statements.value(slot),
                                state.statements.since(slot),
                                0));
            }
        }
        Statements statements = state.statements;
        int by = state.sources.find(source);
        for (int slot = statements.first(thing); slot != NONE; slot = statements.next(slot)) {
            int field = statements.field(slot);
            if (statements.source(slot) == by
                    && state.fields.isProperty(field)
                    && properties.find(state.fields.key(field)) == null) {
                changes.add(Description.withdrawal(state.fields.key(field), slot, state));
            }
        }
        return changes;
    }

    private void edge(EdgeStatement statement) {
        int edge = claim(statement.edge(), Kind.EDGE);
        if (!flaw.isEmpty()) {
            return;
        }
        if (!isKnown(statement.from()) || !isKnown(statement.to())) {
            refusals.add(
                    new Refusal(
                            statement.edge(),
                            "end-unknown",
                            "state the nodes that an edge joins before the edge"));
            return;
        }
        if (state.refuseSelfLoops && statement.from().equals(statement.to())) {
            refusals.add(
                    new Refusal(
                            statement.edge(),
                            "self-loop",
                            "the graph's policy refuses self-loops"));
            return;
        }
        if (edge != NONE && !joins(statement, edge)) {
            refusals.add(
                    new Refusal(
                            statement.edge(),
                            "edge-moved",
                            "an edge stays where it is; state one with another id"));
            return;
        }
        if (state.own(edge, Fields.EXISTENCE, source) == NONE) {
            events.add(
                    new NodesConnected(
                            statement.edge(),
                            source,
                            statement.from(),
                            statement.to(),
                            statement.type(),
                            statement.properties(),
                            0));
            return;
        }
        List<PropertyStated> changes = changes(statement.properties(), edge);
        if (!changes.isEmpty()) {
            events.add(new EdgeDescribed(statement.edge(), source, changes));
        }
    }

    private boolean joins(EdgeStatement statement, int edge) {
        Things things = state.things;
        return things.id(things.from(edge)).equals(statement.from())
                && things.id(things.to(edge)).equals(statement.to())
                && things.relation(edge).equals(statement.type());
    }

    /** Whether the end of an edge was ever stated, or is in this batch. */
    private boolean isKnown(Id node) {
        int thing = state.find(node);
        return (thing != NONE && state.things.kind(thing) != Kind.EDGE)
                || (stated.find(node) != NONE && stated.find(node) < nodes);
    }

    private void withdraw(Id id) {
        int thing = state.find(id);
        if (stated.find(id) != NONE) {
            flaw = "the thing " + id + " is stated and withdrawn in one batch";
            return;
        }
        int slot = state.own(thing, Fields.EXISTENCE, source);
        if (slot != NONE) {
            long since = state.statements.since(slot);
            events.add(
                    state.things.kind(thing) == Kind.EDGE
                            ? new EdgeWithdrawn(id, source, Properties.NONE, since)
                            : new NodeWithdrawn(
                                    id,
                                    source,
                                    Value.NULL,
                                    List.of(),
                                    Properties.NONE,
                                    Id.NONE,
                                    false,
                                    since));
        }
    }

    /** The index of a thing that the batch may state, NONE where it is new. */
    private int claim(Id id, Kind kind) {
        if (id.isNone()) {
            flaw = "a thing without an id is stated";
            return NONE;
        }
        int before = stated.size();
        if (stated.add(id) < before) {
            flaw = "the thing " + id + " is stated twice in one batch";
            return NONE;
        }
        int thing = state.find(id);
        Kind former = thing == NONE ? kind : state.things.kind(thing);
        if (former != kind
                && (former == Kind.EDGE
                        || kind == Kind.EDGE
                        || state.statements.first(thing) != NONE)) {
            flaw = "the thing " + id + " is stated as another kind of thing than it was";
        }
        return thing;
    }
}
