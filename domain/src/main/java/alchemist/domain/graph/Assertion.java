package alchemist.domain.graph;

import alchemist.domain.graph.GraphCommand.AddNode;
import alchemist.domain.graph.GraphCommand.ConnectNodes;
import alchemist.domain.graph.GraphEvent.EdgeDescribed;
import alchemist.domain.graph.GraphEvent.NodeClassified;
import alchemist.domain.graph.GraphEvent.NodeDescribed;
import alchemist.domain.graph.GraphEvent.NodeRenamed;
import alchemist.domain.graph.GraphEvent.NodeRestored;
import alchemist.domain.graph.GraphEvent.NodesReconnected;
import alchemist.kernel.Id;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Adding what all others have withdrawn, by one who still states something of it: field by field,
 * so that each can be taken back to what it was.
 */
final class Assertion {
    private static final int NONE = -1;

    private Assertion() {}

    static List<GraphEvent> ofNode(AddNode c, int node, Id actor, GraphState state) {
        List<GraphEvent> events = new ArrayList<>();
        events.add(new NodeRestored(c.node(), actor, true, Former.NOTHING, 0, 0));
        int name = state.own(node, Fields.NAME, actor);
        if (name == NONE) {
            events.add(new NodeRenamed(c.node(), actor, c.name(), Value.NULL, 0, 0));
        } else if (!state.statements.states(name, c.name())) {
            Value former = state.statements.value(name);
            events.add(
                    new NodeRenamed(
                            c.node(), actor, c.name(), former, state.statements.since(name), 0));
        }
        for (String type : c.types()) {
            Former former = Former.of(state, node, state.fields.findType(type), actor);
            if (former.code() != Former.YES) {
                events.add(
                        new NodeClassified(
                                c.node(), actor, type, former.code(), former.since(), 0));
            }
        }
        List<PropertyStated> changes = Description.changes(c.properties(), node, actor, state);
        if (!changes.isEmpty()) {
            events.add(new NodeDescribed(c.node(), actor, changes));
        }
        if (!c.group().isNone()) {
            events.add(Grouping.grouped(c.node(), node, c.group(), false, actor, state));
        }
        return events;
    }

    static List<GraphEvent> ofEdge(ConnectNodes c, int edge, Id actor, GraphState state) {
        List<GraphEvent> events = new ArrayList<>();
        events.add(new NodesReconnected(c.edge(), actor, true, Former.NOTHING, 0, 0));
        List<PropertyStated> changes = Description.changes(c.properties(), edge, actor, state);
        if (!changes.isEmpty()) {
            events.add(new EdgeDescribed(c.edge(), actor, changes));
        }
        return events;
    }
}
