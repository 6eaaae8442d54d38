package alchemist.domain.graph;

import static alchemist.kernel.Decision.accept;
import static alchemist.kernel.Decision.reject;

import alchemist.domain.graph.GraphCommand.WithdrawStatements;
import alchemist.domain.graph.GraphEvent.EdgeDescribed;
import alchemist.domain.graph.GraphEvent.NodeDeclassified;
import alchemist.domain.graph.GraphEvent.NodeDescribed;
import alchemist.domain.graph.GraphEvent.NodeRenamed;
import alchemist.domain.graph.Things.Kind;
import alchemist.kernel.Decision;
import alchemist.kernel.Id;
import alchemist.kernel.collection.IntList;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;

/** The rules of taking back one's own word, so that what the sources state is shown again. */
final class Withdrawal {
    private static final int NONE = -1;

    private Withdrawal() {}

    static Decision<GraphEvent> withdraw(WithdrawStatements c, Id actor, GraphState state) {
        int thing = state.find(c.thing());
        if (thing == NONE) {
            return reject("thing-unknown", "there never was such a node or edge");
        }
        List<GraphEvent> events = new ArrayList<>();
        IntList together = state.things.together(thing);
        for (int i = 0; i < together.size(); i++) {
            int each = together.at(i);
            if (c.name()) {
                name(each, actor, state, events);
            }
            if (c.group() && state.own(each, Fields.GROUP, actor) != NONE) {
                Id id = state.things.id(each);
                events.add(Grouping.grouped(id, each, Id.NONE, false, actor, state));
            }
            types(c.types(), each, actor, state, events);
            properties(c.properties(), each, actor, state, events);
        }
        return accept(events);
    }

    private static void name(int thing, Id actor, GraphState state, List<GraphEvent> events) {
        int slot = state.own(thing, Fields.NAME, actor);
        if (slot != NONE) {
            Statements statements = state.statements;
            events.add(
                    new NodeRenamed(
                            state.things.id(thing),
                            actor,
                            Value.NULL,
                            statements.value(slot),
                            statements.since(slot),
                            0));
        }
    }

    private static void types(
            List<String> types, int thing, Id actor, GraphState state, List<GraphEvent> events) {
        for (String type : types) {
            Former former = Former.of(state, thing, state.fields.findType(type), actor);
            if (former.code() != Former.NOTHING) {
                events.add(
                        new NodeDeclassified(
                                state.things.id(thing),
                                actor,
                                type,
                                false,
                                former.code(),
                                former.since(),
                                0));
            }
        }
    }

    private static void properties(
            List<String> keys, int thing, Id actor, GraphState state, List<GraphEvent> events) {
        List<PropertyStated> changes = new ArrayList<>();
        for (String key : keys) {
            int slot = state.own(thing, state.fields.findProperty(key), actor);
            if (slot != NONE) {
                changes.add(Description.withdrawal(key, slot, state));
            }
        }
        if (!changes.isEmpty()) {
            Id id = state.things.id(thing);
            events.add(
                    state.things.kind(thing) == Kind.EDGE
                            ? new EdgeDescribed(id, actor, changes)
                            : new NodeDescribed(id, actor, changes));
        }
    }
}
