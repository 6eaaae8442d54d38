package alchemist.domain.graph;

import static alchemist.kernel.Decision.accept;
import static alchemist.kernel.Decision.reject;

import alchemist.domain.graph.GraphCommand.FormGroup;
import alchemist.domain.graph.GraphCommand.GroupNodes;
import alchemist.domain.graph.GraphCommand.UngroupNodes;
import alchemist.domain.graph.GraphEvent.GroupFormed;
import alchemist.domain.graph.GraphEvent.NodeGrouped;
import alchemist.domain.graph.Things.Kind;
import alchemist.kernel.Decision;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;

/** The rules of which group a node or group is in: one at a time, and never in itself. */
final class Grouping {
    private static final int NONE = -1;

    private Grouping() {}

    static Decision<GraphEvent> form(FormGroup c, Id actor, GraphState state) {
        String flaw = Flaws.ofIdAndName(c.group(), c.name());
        if (!flaw.isEmpty()) {
            return reject("malformed", flaw);
        }
        int group = state.find(c.group());
        if (group != NONE
                && (state.statements.first(group) != NONE
                        || state.things.kind(group) == Kind.EDGE)) {
            return reject(
                    "group-exists",
                    "the id is in use; give the group an id of its own, or restore it");
        }
        if (!c.within().isNone() && !state.isLiveGroup(c.within())) {
            return reject("group-not-live", "form the outer group first");
        }
        String obstacle = obstacle(c.group(), c.members(), state);
        if (obstacle.isEmpty() && isWithinAnyOf(c.within(), c.members(), state)) {
            obstacle = "a group cannot be in one of its own members";
        }
        if (!obstacle.isEmpty()) {
            return reject("not-groupable", obstacle);
        }
        List<GraphEvent> events = new ArrayList<>();
        events.add(
                new GroupFormed(
                        c.group(), actor, c.name(), List.of(), Properties.NONE, c.within(), 0));
        events.addAll(moves(c.group(), c.members(), actor, state));
        return accept(events);
    }

    static Decision<GraphEvent> group(GroupNodes c, Id actor, GraphState state) {
        if (!state.isLiveGroup(c.group())) {
            return reject("group-not-live", "there is no such group; form or restore it first");
        }
        String obstacle = obstacle(c.group(), c.members(), state);
        if (obstacle.isEmpty() && isWithinAnyOf(c.group(), c.members(), state)) {
            obstacle = "a group cannot be in itself or in one of its own members";
        }
        return obstacle.isEmpty()
                ? accept(moves(c.group(), c.members(), actor, state))
                : reject("not-groupable", obstacle);
    }

    static Decision<GraphEvent> ungroup(UngroupNodes c, Id actor, GraphState state) {
        List<GraphEvent> events = new ArrayList<>();
        for (Id member : c.members()) {
            if (!state.isLive(member)) {
                return GraphDecider.nodeNotLive();
            }
            int node = state.find(member);
            int shown = state.shown(node, Fields.GROUP);
            if (shown != NONE && groupOf(shown, state) != NONE) {
                boolean denied = state.othersState(node, Fields.GROUP, actor);
                events.add(grouped(member, node, Id.NONE, denied, actor, state));
            }
        }
        return accept(events);
    }

    /** The event that states a group (NONE: none) where the actor stated this or that before. */
    static NodeGrouped grouped(
            Id member, int node, Id group, boolean denied, Id actor, GraphState state) {
        int own = state.own(node, Fields.GROUP, actor);
        if (own == NONE) {
            return new NodeGrouped(member, actor, group, denied, Id.NONE, false, 0, 0);
        }
        int former = groupOf(own, state);
        Id formerGroup = former == NONE ? Id.NONE : state.things.id(former);
        return new NodeGrouped(
                member,
                actor,
                group,
                denied,
                formerGroup,
                former == NONE,
                state.statements.since(own),
                0);
    }

    /** The group that a statement names, or NONE where it states that there is none. */
    static int groupOf(int slot, GraphState state) {
        return state.statements.value(slot) instanceof Value.Int(long group) ? (int) group : NONE;
    }

    private static List<GraphEvent> moves(Id group, List<Id> members, Id actor, GraphState state) {
        List<GraphEvent> moves = new ArrayList<>();
        int target = state.find(group);
        for (Id member : members) {
            int node = state.find(member);
            int own = state.own(node, Fields.GROUP, actor);
            if (own == NONE
                    || target == NONE
                    || groupOf(own, state) != target
                    || !state.isShown(own, node)) {
                moves.add(grouped(member, node, group, false, actor, state));
            }
        }
        return moves;
    }

    private static String obstacle(Id group, List<Id> members, GraphState state) {
        for (int i = 0; i < members.size(); i++) {
            Id member = members.get(i);
            if (member.equals(group)) {
                return "a group cannot be in itself";
            }
            if (members.indexOf(member) != i) {
                return "a member stands twice: " + member;
            }
            if (!state.isLive(member)) {
                return "there is no such node or group: " + member;
            }
        }
        return "";
    }

    static boolean isWithinAnyOf(Id group, List<Id> members, GraphState state) {
        int steps = 0;
        int at = state.find(group);
        while (at != NONE && steps++ <= state.things()) {
            for (Id member : members) {
                if (state.things.shownAs(state.find(member)) == state.things.shownAs(at)) {
                    return true;
                }
            }
            int shown = state.shown(at, Fields.GROUP);
            at = shown == NONE ? NONE : groupOf(shown, state);
        }
        return false;
    }
}
