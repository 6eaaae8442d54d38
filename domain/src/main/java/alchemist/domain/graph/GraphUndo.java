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
import alchemist.kernel.Decided;
import alchemist.kernel.Decision;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The inverse of what a command stated: each event's source states again what it stated before,
 * from the position at which it had stated that. Refused where a later command touched the same
 * field or thing.
 */
public final class GraphUndo {
    private static final int NONE = -1;
    private static final String TOUCHED =
            "what the command did was touched since; undo the later change first";

    private final GraphState state;
    private final long last;
    private final List<GraphEvent> inverse = new ArrayList<>();
    private final Sameness.Together together;
    private String obstacle = "";

    private GraphUndo(GraphState state, long last) {
        this.state = state;
        this.last = last;
        this.together = new Sameness.Together(state);
    }

    /** Decides to take a decision back. */
    public static Decision<GraphEvent> undo(Decided<GraphEvent> original, GraphState state) {
        GraphUndo undo = new GraphUndo(state, original.lastPosition());
        List<GraphEvent> events = original.events();
        for (int i = events.size() - 1; i >= 0; i--) {
            undo.invert(events.get(i), original.firstPosition() + i);
            if (!undo.obstacle.isEmpty()) {
                return Decision.reject("touched-since", undo.obstacle);
            }
        }
        return Decision.accept(undo.inverse);
    }

    private void invert(GraphEvent event, long position) {
        switch (event) {
            case NodeAdded e ->
                    withdraw(
                            e.node(),
                            e.source(),
                            e.name(),
                            e.types(),
                            e.properties(),
                            e.group(),
                            false,
                            at(e.since(), position));
            case GroupFormed e ->
                    withdraw(
                            e.group(),
                            e.source(),
                            e.name(),
                            e.types(),
                            e.properties(),
                            e.within(),
                            true,
                            at(e.since(), position));
            case NodeWithdrawn e -> addAgain(e);
            case NodeRenamed e -> rename(e, at(e.since(), position));
            case NodeClassified e ->
                    classified(
                            e.node(),
                            e.source(),
                            e.type(),
                            Former.YES,
                            e.previous(),
                            e.previousSince(),
                            at(e.since(), position));
            case NodeDeclassified e ->
                    classified(
                            e.node(),
                            e.source(),
                            e.type(),
                            e.denied() ? Former.NO : Former.NOTHING,
                            e.previous(),
                            e.previousSince(),
                            at(e.since(), position));
            case NodeDescribed e -> {
                List<PropertyStated> changes = changes(e.node(), e.source(), e.changes(), position);
                inverse.add(new NodeDescribed(e.node(), e.source(), changes));
            }
            case EdgeDescribed e -> {
                List<PropertyStated> changes = changes(e.edge(), e.source(), e.changes(), position);
                inverse.add(new EdgeDescribed(e.edge(), e.source(), changes));
            }
            case NodeRetired e ->
                    existence(
                            e.node(),
                            e.source(),
                            Former.NO,
                            e.previous(),
                            e.previousSince(),
                            at(e.since(), position));
            case GroupDissolved e ->
                    existence(
                            e.group(),
                            e.source(),
                            Former.NO,
                            e.previous(),
                            e.previousSince(),
                            at(e.since(), position));
            case NodesDisconnected e ->
                    existence(
                            e.edge(),
                            e.source(),
                            Former.NO,
                            e.previous(),
                            e.previousSince(),
                            at(e.since(), position));
            case NodeRestored e ->
                    existence(
                            e.node(),
                            e.source(),
                            e.asserted() ? Former.YES : Former.NOTHING,
                            e.previous(),
                            e.previousSince(),
                            at(e.since(), position));
            case NodesReconnected e ->
                    existence(
                            e.edge(),
                            e.source(),
                            e.asserted() ? Former.YES : Former.NOTHING,
                            e.previous(),
                            e.previousSince(),
                            at(e.since(), position));
            case NodesConnected e -> withdrawEdge(e, at(e.since(), position));
            case EdgeWithdrawn e -> connectAgain(e);
            case NodeGrouped e -> regroup(e, at(e.since(), position));
            case NodesMerged e -> add(SamenessUndo.of(e, at(e.since(), position), state));
            case NodesUnmerged e -> add(SamenessUndo.of(e, together, state));
            case NodesKeptApart e -> add(SamenessUndo.of(e, state));
            case NodesReconsidered e -> add(SamenessUndo.of(e, state));
            case GraphPolicyAdopted e -> adopt(e);
            case ThingReverted _ -> obstacle = "a reversal is not undone; import again";
        }
    }

    private static long at(long since, long position) {
        return since > 0 ? since : position;
    }

    private void withdraw(
            Id id,
            Id source,
            Value name,
            List<String> types,
            Properties properties,
            Id group,
            boolean formsGroup,
            long since) {
        int thing = state.find(id);
        if (thing == NONE
                || state.touchedSince(thing, last)
                || hasLaterEdge(thing)
                || (formsGroup && state.hasMemberSince(thing, last))
                || state.things.mergedSince(thing, last)) {
            obstacle = TOUCHED;
            return;
        }
        inverse.add(
                new NodeWithdrawn(id, source, name, types, properties, group, formsGroup, since));
    }

    private boolean hasLaterEdge(int node) {
        Things things = state.things;
        for (int edge = things.firstOut(node); edge != NONE; edge = things.nextOut(edge)) {
            if (state.touchedSince(edge, last)) {
                return true;
            }
        }
        for (int edge = things.firstIn(node); edge != NONE; edge = things.nextIn(edge)) {
            if (state.touchedSince(edge, last)) {
                return true;
            }
        }
        return false;
    }

    private void addAgain(NodeWithdrawn e) {
        int thing = state.find(e.node());
        if (state.statesAnything(thing, e.source())) {
            obstacle = TOUCHED;
        } else if (e.formsGroup()) {
            inverse.add(
                    new GroupFormed(
                            e.node(),
                            e.source(),
                            e.name(),
                            e.types(),
                            e.properties(),
                            e.group(),
                            e.previousSince()));
        } else {
            inverse.add(
                    new NodeAdded(
                            e.node(),
                            e.source(),
                            e.name(),
                            e.types(),
                            e.properties(),
                            e.group(),
                            e.previousSince()));
        }
    }

    private void rename(NodeRenamed e, long since) {
        Value current = check(e.node(), Fields.NAME, e.source(), e.name().isNull() ? 0 : since);
        long currentSince = current.isNull() ? 0 : since;
        inverse.add(
                new NodeRenamed(
                        e.node(),
                        e.source(),
                        e.previous(),
                        current,
                        currentSince,
                        e.previousSince()));
    }

    private void classified(
            Id node, Id source, String type, int code, int former, long formerSince, long since) {
        check(node, state.fields.findType(type), source, code == Former.NOTHING ? 0 : since);
        long currentSince = code == Former.NOTHING ? 0 : since;
        inverse.add(
                former == Former.YES
                        ? new NodeClassified(node, source, type, code, currentSince, formerSince)
                        : new NodeDeclassified(
                                node,
                                source,
                                type,
                                former == Former.NO,
                                code,
                                currentSince,
                                formerSince));
    }

    private void existence(Id id, Id source, int code, int former, long formerSince, long since) {
        check(id, Fields.EXISTENCE, source, code == Former.NOTHING ? 0 : since);
        long currentSince = code == Former.NOTHING ? 0 : since;
        int thing = state.find(id);
        Kind kind = thing == NONE ? Kind.NODE : state.things.kind(thing);
        boolean asserted = former == Former.YES;
        if (former == Former.NO) {
            inverse.add(
                    kind == Kind.EDGE
                            ? new NodesDisconnected(id, source, code, currentSince, formerSince)
                            : kind == Kind.GROUP
                                    ? new GroupDissolved(
                                            id, source, code, currentSince, formerSince)
                                    : new NodeRetired(id, source, code, currentSince, formerSince));
        } else {
            inverse.add(
                    kind == Kind.EDGE
                            ? new NodesReconnected(
                                    id, source, asserted, code, currentSince, formerSince)
                            : new NodeRestored(
                                    id, source, asserted, code, currentSince, formerSince));
        }
    }

    private List<PropertyStated> changes(
            Id id, Id source, List<PropertyStated> changes, long position) {
        List<PropertyStated> back = new ArrayList<>();
        for (PropertyStated change : changes) {
            boolean nothing = change.value().isNull() && !change.denied();
            long since = nothing ? 0 : at(change.since(), position);
            check(id, state.fields.findProperty(change.key()), source, since);
            boolean denial = change.previousSince() > 0 && change.previous().isNull();
            back.add(
                    new PropertyStated(
                            change.key(),
                            change.previous(),
                            denial,
                            change.value(),
                            since,
                            change.previousSince()));
        }
        return back;
    }

    private void withdrawEdge(NodesConnected e, long since) {
        int edge = state.find(e.edge());
        if (edge == NONE || state.touchedSince(edge, last)) {
            obstacle = TOUCHED;
        } else {
            inverse.add(new EdgeWithdrawn(e.edge(), e.source(), e.properties(), since));
        }
    }

    private void connectAgain(EdgeWithdrawn e) {
        int edge = state.find(e.edge());
        if (edge == NONE || state.statesAnything(edge, e.source())) {
            obstacle = TOUCHED;
            return;
        }
        Things things = state.things;
        inverse.add(
                new NodesConnected(
                        e.edge(),
                        e.source(),
                        things.id(things.from(edge)),
                        things.id(things.to(edge)),
                        things.relation(edge),
                        e.properties(),
                        e.previousSince()));
    }

    private void regroup(NodeGrouped e, long since) {
        boolean nothing = e.group().isNone() && !e.denied();
        check(e.node(), Fields.GROUP, e.source(), nothing ? 0 : since);
        if (Grouping.isWithinAnyOf(e.previous(), List.of(e.node()), state)) {
            obstacle = TOUCHED;
        }
        inverse.add(
                new NodeGrouped(
                        e.node(),
                        e.source(),
                        e.previous(),
                        e.previousDenied(),
                        e.group(),
                        e.denied(),
                        nothing ? 0 : since,
                        e.previousSince()));
    }

    private void add(@Nullable GraphEvent event) {
        if (event == null) {
            obstacle = TOUCHED;
        } else {
            inverse.add(event);
        }
    }

    private void adopt(GraphPolicyAdopted e) {
        if (state.refuseSelfLoops != e.refuseSelfLoops()
                || state.refuseParallelEdges != e.refuseParallelEdges()) {
            obstacle = TOUCHED;
            return;
        }
        inverse.add(
                new GraphPolicyAdopted(
                        e.previousRefuseSelfLoops(),
                        e.previousRefuseParallelEdges(),
                        e.refuseSelfLoops(),
                        e.refuseParallelEdges()));
    }

    /**
     * What the source states now, after a check that it is still what it stated at {@code since}
     * (0: nothing), and nobody else spoke.
     */
    private Value check(Id id, int field, Id source, long since) {
        int thing = state.find(id);
        int slot = state.own(thing, field, source);
        long now = slot == NONE ? 0 : state.statements.since(slot);
        if (thing == NONE
                || now != since
                || (field != NONE && state.othersStatedSince(thing, field, source, last))) {
            obstacle = TOUCHED;
        }
        return slot == NONE ? Value.NULL : state.statements.value(slot);
    }
}
