package alchemist.domain.graph;

import static alchemist.kernel.Decision.accept;
import static alchemist.kernel.Decision.reject;
import static alchemist.kernel.Decision.unchanged;

import alchemist.domain.graph.GraphCommand.AddNode;
import alchemist.domain.graph.GraphCommand.AdoptGraphPolicy;
import alchemist.domain.graph.GraphCommand.ClassifyNode;
import alchemist.domain.graph.GraphCommand.ConnectNodes;
import alchemist.domain.graph.GraphCommand.DeclassifyNode;
import alchemist.domain.graph.GraphCommand.DescribeEdge;
import alchemist.domain.graph.GraphCommand.DescribeNode;
import alchemist.domain.graph.GraphCommand.DisconnectNodes;
import alchemist.domain.graph.GraphCommand.DissolveGroup;
import alchemist.domain.graph.GraphCommand.FormGroup;
import alchemist.domain.graph.GraphCommand.GroupNodes;
import alchemist.domain.graph.GraphCommand.KeepNodesApart;
import alchemist.domain.graph.GraphCommand.MergeNodes;
import alchemist.domain.graph.GraphCommand.MergePairs;
import alchemist.domain.graph.GraphCommand.ReconnectNodes;
import alchemist.domain.graph.GraphCommand.ReconsiderNodes;
import alchemist.domain.graph.GraphCommand.RenameNode;
import alchemist.domain.graph.GraphCommand.RestoreNode;
import alchemist.domain.graph.GraphCommand.RetireNode;
import alchemist.domain.graph.GraphCommand.UngroupNodes;
import alchemist.domain.graph.GraphCommand.UnmergeNodes;
import alchemist.domain.graph.GraphCommand.WithdrawStatements;
import alchemist.domain.graph.GraphEvent.EdgeDescribed;
import alchemist.domain.graph.GraphEvent.GraphPolicyAdopted;
import alchemist.domain.graph.GraphEvent.GroupDissolved;
import alchemist.domain.graph.GraphEvent.NodeAdded;
import alchemist.domain.graph.GraphEvent.NodeDescribed;
import alchemist.domain.graph.GraphEvent.NodeRenamed;
import alchemist.domain.graph.GraphEvent.NodeRestored;
import alchemist.domain.graph.GraphEvent.NodeRetired;
import alchemist.domain.graph.GraphEvent.NodesConnected;
import alchemist.domain.graph.GraphEvent.NodesDisconnected;
import alchemist.domain.graph.GraphEvent.NodesReconnected;
import alchemist.domain.graph.Things.Kind;
import alchemist.kernel.Decision;
import alchemist.kernel.Id;
import alchemist.kernel.collection.IntList;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.List;

/**
 * The rules of what people state of nodes and edges. Whatever a person states is the person's
 * statement; sources keep theirs.
 */
public final class GraphDecider {
    private static final int NONE = -1;

    private GraphDecider() {}

    /** Decides what an actor asks of the graph. */
    public static Decision<? extends GraphEvent> decide(
            GraphCommand command, Id actor, GraphState state) {
        return switch (command) {
            case AddNode c -> add(c, actor, state);
            case RenameNode c -> rename(c, actor, state);
            case ClassifyNode c -> Classification.classify(c, actor, state);
            case DeclassifyNode c -> Classification.declassify(c, actor, state);
            case DescribeNode c -> describe(c, actor, state);
            case RetireNode c -> retire(c.node(), actor, state);
            case RestoreNode c -> restore(c.node(), actor, state);
            case ConnectNodes c -> connect(c, actor, state);
            case DescribeEdge c -> describe(c, actor, state);
            case DisconnectNodes c -> disconnect(c, actor, state);
            case ReconnectNodes c -> reconnect(c, actor, state);
            case WithdrawStatements c -> Withdrawal.withdraw(c, actor, state);
            case FormGroup c -> Grouping.form(c, actor, state);
            case GroupNodes c -> Grouping.group(c, actor, state);
            case UngroupNodes c -> Grouping.ungroup(c, actor, state);
            case DissolveGroup c -> dissolve(c, actor, state);
            case MergeNodes c -> Sameness.merge(c, actor, state);
            case UnmergeNodes c -> Sameness.unmerge(c, actor, state);
            case MergePairs c -> Sameness.mergePairs(c, actor, state);
            case KeepNodesApart c -> Sameness.keepApart(c, actor, state);
            case ReconsiderNodes c -> Sameness.reconsider(c, actor, state);
            case AdoptGraphPolicy c -> adopt(c, state);
        };
    }

    private static Decision<GraphEvent> add(AddNode c, Id actor, GraphState state) {
        String flaw = Flaws.ofThing(c.node(), c.name(), c.types(), c.properties());
        if (!flaw.isEmpty()) {
            return reject("malformed", flaw);
        }
        int thing = state.find(c.node());
        if (thing != NONE && state.things.kind(thing) != Kind.NODE) {
            return reject(
                    "id-is-taken",
                    "the id belongs to a group or an edge; give the node an id of its own");
        }
        if (thing != NONE && state.isLive(thing)) {
            return state.own(thing, Fields.EXISTENCE, actor) != NONE
                            && statesAll(c, thing, actor, state)
                    ? unchanged()
                    : reject("node-exists", "the node is there already; rename or describe it");
        }
        if (thing != NONE && state.shown(thing, Fields.EXISTENCE) != NONE) {
            return reject("node-retired", "the node was retired; restore it");
        }
        if (!c.group().isNone() && !state.isLiveGroup(c.group())) {
            return reject("group-not-live", "form the group before you put a node into it");
        }
        String broken =
                state.constraints.refuseNothing()
                        ? ""
                        : state.constraints.broken(c.types(), c.properties().toMap());
        if (!broken.isEmpty()) {
            return reject("constraint-broken", broken);
        }
        return state.statesAnything(thing, actor)
                ? accept(Assertion.ofNode(c, thing, actor, state))
                : accept(
                        new NodeAdded(
                                c.node(),
                                actor,
                                c.name(),
                                c.types(),
                                c.properties(),
                                c.group(),
                                0));
    }

    private static boolean statesAll(AddNode c, int thing, Id actor, GraphState state) {
        int name = state.own(thing, Fields.NAME, actor);
        if (name == NONE || !state.statements.states(name, c.name())) {
            return false;
        }
        for (String type : c.types()) {
            if (state.own(thing, state.fields.findType(type), actor) == NONE) {
                return false;
            }
        }
        int group = state.own(thing, Fields.GROUP, actor);
        return (c.group().isNone()
                        || (group != NONE
                                && Grouping.groupOf(group, state) == state.find(c.group())))
                && statesAll(c.properties(), thing, actor, state);
    }

    private static boolean statesAll(Properties properties, int thing, Id actor, GraphState state) {
        for (int i = 0; i < properties.size(); i++) {
            int slot = state.own(thing, state.fields.findProperty(properties.key(i)), actor);
            if (slot == NONE || !state.statements.states(slot, properties.value(i))) {
                return false;
            }
        }
        return true;
    }

    private static Decision<NodeRenamed> rename(RenameNode c, Id actor, GraphState state) {
        String flaw = Flaws.ofName(c.name());
        if (!flaw.isEmpty()) {
            return reject("malformed", flaw);
        }
        if (!state.isLive(c.node())) {
            return nodeNotLive();
        }
        int slot = state.own(state.find(c.node()), Fields.NAME, actor);
        if (slot == NONE) {
            return accept(new NodeRenamed(c.node(), actor, c.name(), Value.NULL, 0, 0));
        }
        Value former = state.statements.value(slot);
        return former.equals(c.name()) && state.isShown(slot, state.find(c.node()))
                ? unchanged()
                : accept(
                        new NodeRenamed(
                                c.node(),
                                actor,
                                c.name(),
                                former,
                                state.statements.since(slot),
                                0));
    }

    private static Decision<NodeDescribed> describe(DescribeNode c, Id actor, GraphState state) {
        String flaw = Flaws.ofProperties(c.properties());
        if (!flaw.isEmpty()) {
            return reject("malformed", flaw);
        }
        if (!state.isLive(c.node())) {
            return nodeNotLive();
        }
        int node = state.find(c.node());
        List<PropertyStated> changes = Description.changes(c.properties(), node, actor, state);
        if (changes.isEmpty()) {
            return unchanged();
        }
        String broken = Description.broken(c.properties(), node, state);
        return broken.isEmpty()
                ? accept(new NodeDescribed(c.node(), actor, changes))
                : reject("constraint-broken", broken);
    }

    private static Decision<EdgeDescribed> describe(DescribeEdge c, Id actor, GraphState state) {
        String flaw = Flaws.ofProperties(c.properties());
        if (!flaw.isEmpty()) {
            return reject("malformed", flaw);
        }
        int edge = state.find(c.edge());
        if (edge == NONE || state.things.kind(edge) != Kind.EDGE || !state.isLiveEdge(edge)) {
            return reject("edge-not-live", "there is no such edge; connect the nodes first");
        }
        List<PropertyStated> changes = Description.changes(c.properties(), edge, actor, state);
        return changes.isEmpty()
                ? unchanged()
                : accept(new EdgeDescribed(c.edge(), actor, changes));
    }

    private static Decision<NodeRetired> retire(Id node, Id actor, GraphState state) {
        if (!state.isLive(node)) {
            return nodeNotLive();
        }
        Former former = Former.of(state, state.find(node), Fields.EXISTENCE, actor);
        return accept(new NodeRetired(node, actor, former.code(), former.since(), 0));
    }

    private static Decision<NodeRestored> restore(Id node, Id actor, GraphState state) {
        int thing = state.find(node);
        if (thing == NONE
                || state.things.kind(thing) == Kind.EDGE
                || state.shown(thing, Fields.EXISTENCE) == NONE) {
            return reject("node-unknown", "there never was such a node; add it");
        }
        if (state.isLive(thing)) {
            return unchanged();
        }
        Former former = Former.of(state, thing, Fields.EXISTENCE, actor);
        boolean assertion = former.code() != Former.NO || !someoneElseAsserts(thing, actor, state);
        return accept(new NodeRestored(node, actor, assertion, former.code(), former.since(), 0));
    }

    private static Decision<GraphEvent> connect(ConnectNodes c, Id actor, GraphState state) {
        String flaw = Flaws.ofEdge(c.edge(), c.type(), c.properties());
        if (!flaw.isEmpty()) {
            return reject("malformed", flaw);
        }
        if (!state.isLive(c.from()) || !state.isLive(c.to())) {
            return reject(
                    "node-not-live",
                    "both ends of an edge must be there; add or restore them first");
        }
        int edge = state.find(c.edge());
        if (edge != NONE && state.things.kind(edge) != Kind.EDGE) {
            return reject(
                    "id-is-taken",
                    "the id belongs to a node or group; give the edge an id of its own");
        }
        if (edge != NONE && state.shown(edge, Fields.EXISTENCE) != NONE) {
            return same(c, edge, actor, state)
                    ? unchanged()
                    : reject(
                            "edge-exists",
                            "the edge is known already; reconnect or describe it, or give another id");
        }
        if (edge != NONE && !joins(c, edge, state)) {
            return reject(
                    "edge-exists",
                    "the id belonged to an edge between other nodes; give another id");
        }
        if (state.refuseSelfLoops && c.from().equals(c.to())) {
            return reject("self-loop", "the graph's policy refuses edges from a node to itself");
        }
        if (state.refuseParallelEdges && hasParallel(c, state)) {
            return reject(
                    "parallel-edge",
                    "there is such an edge, and the graph's policy refuses a second one");
        }
        return state.statesAnything(edge, actor)
                ? accept(Assertion.ofEdge(c, edge, actor, state))
                : accept(
                        new NodesConnected(
                                c.edge(), actor, c.from(), c.to(), c.type(), c.properties(), 0));
    }

    private static boolean joins(ConnectNodes c, int edge, GraphState state) {
        Things things = state.things;
        return things.id(things.from(edge)).equals(c.from())
                && things.id(things.to(edge)).equals(c.to())
                && things.relation(edge).equals(c.type());
    }

    private static boolean same(ConnectNodes c, int edge, Id actor, GraphState state) {
        return joins(c, edge, state)
                && state.own(edge, Fields.EXISTENCE, actor) != NONE
                && state.exists(edge)
                && statesAll(c.properties(), edge, actor, state);
    }

    private static boolean hasParallel(ConnectNodes c, GraphState state) {
        Things things = state.things;
        int to = state.find(c.to());
        for (int edge = things.firstOut(state.find(c.from()));
                edge != NONE;
                edge = things.nextOut(edge)) {
            if (things.to(edge) == to
                    && things.relation(edge).equals(c.type())
                    && state.exists(edge)) {
                return true;
            }
        }
        return false;
    }

    private static Decision<NodesDisconnected> disconnect(
            DisconnectNodes c, Id actor, GraphState state) {
        int edge = state.find(c.edge());
        if (edge == NONE || state.things.kind(edge) != Kind.EDGE || !state.exists(edge)) {
            return reject("edge-not-live", "there is no such edge any more");
        }
        Former former = Former.of(state, edge, Fields.EXISTENCE, actor);
        return accept(new NodesDisconnected(c.edge(), actor, former.code(), former.since(), 0));
    }

    private static Decision<NodesReconnected> reconnect(
            ReconnectNodes c, Id actor, GraphState state) {
        int edge = state.find(c.edge());
        if (edge == NONE
                || state.things.kind(edge) != Kind.EDGE
                || state.shown(edge, Fields.EXISTENCE) == NONE) {
            return reject("edge-unknown", "there never was such an edge; connect the nodes");
        }
        if (state.exists(edge)) {
            return unchanged();
        }
        Former former = Former.of(state, edge, Fields.EXISTENCE, actor);
        boolean assertion = former.code() != Former.NO || !someoneElseAsserts(edge, actor, state);
        return accept(
                new NodesReconnected(c.edge(), actor, assertion, former.code(), former.since(), 0));
    }

    /** Whether the thing would be there if the actor's word were left out. */
    private static boolean someoneElseAsserts(int thing, Id actor, GraphState state) {
        boolean asserted = false;
        Statements statements = state.statements;
        int own = state.own(thing, Fields.EXISTENCE, actor);
        IntList slots = state.stated(thing);
        for (int i = 0; i < slots.size(); i++) {
            int slot = slots.at(i);
            if (statements.isExistence(slot) && slot != own) {
                if (statements.states(slot, GraphState.NO)) {
                    return false;
                }
                asserted = true;
            }
        }
        return asserted;
    }

    private static Decision<GroupDissolved> dissolve(DissolveGroup c, Id actor, GraphState state) {
        if (!state.isLiveGroup(c.group())) {
            return reject("group-not-live", "there is no such group any more");
        }
        Former former = Former.of(state, state.find(c.group()), Fields.EXISTENCE, actor);
        return accept(new GroupDissolved(c.group(), actor, former.code(), former.since(), 0));
    }

    private static Decision<GraphPolicyAdopted> adopt(AdoptGraphPolicy c, GraphState state) {
        if (c.refuseSelfLoops() == state.refuseSelfLoops
                && c.refuseParallelEdges() == state.refuseParallelEdges) {
            return unchanged();
        }
        return accept(
                new GraphPolicyAdopted(
                        c.refuseSelfLoops(),
                        c.refuseParallelEdges(),
                        state.refuseSelfLoops,
                        state.refuseParallelEdges));
    }

    static <E> Decision<E> nodeNotLive() {
        return reject("node-not-live", "there is no such node; add or restore it first");
    }
}
