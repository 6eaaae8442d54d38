package alchemist.domain.graph;

import static alchemist.kernel.Decision.accept;
import static alchemist.kernel.Decision.reject;
import static alchemist.kernel.Decision.unchanged;

import alchemist.domain.graph.GraphCommand.ClassifyNode;
import alchemist.domain.graph.GraphCommand.DeclassifyNode;
import alchemist.domain.graph.GraphEvent.NodeClassified;
import alchemist.domain.graph.GraphEvent.NodeDeclassified;
import alchemist.kernel.Decision;
import alchemist.kernel.Id;
import java.util.List;

/** The rules of which types a node has. */
final class Classification {
    private static final int NONE = -1;

    private Classification() {}

    static Decision<NodeClassified> classify(ClassifyNode c, Id actor, GraphState state) {
        String flaw = Flaws.ofTerm("a type", c.type());
        if (!flaw.isEmpty()) {
            return reject("malformed", flaw);
        }
        if (!state.isLive(c.node())) {
            return GraphDecider.nodeNotLive();
        }
        int node = state.find(c.node());
        int field = state.fields.findType(c.type());
        Former former = Former.of(state, node, field, actor);
        if (former.code() == Former.YES && state.isShown(state.own(node, field, actor), node)) {
            return unchanged();
        }
        String broken =
                state.constraints.broken(
                        List.of(c.type()), Description.shownProperties(node, state));
        return broken.isEmpty()
                ? accept(
                        new NodeClassified(
                                c.node(), actor, c.type(), former.code(), former.since(), 0))
                : reject("constraint-broken", broken);
    }

    static Decision<NodeDeclassified> declassify(DeclassifyNode c, Id actor, GraphState state) {
        if (!state.isLive(c.node())) {
            return GraphDecider.nodeNotLive();
        }
        int node = state.find(c.node());
        int field = state.fields.findType(c.type());
        int shown = field == NONE ? NONE : state.shown(node, field);
        if (shown == NONE || state.statements.states(shown, GraphState.NO)) {
            return unchanged();
        }
        Former former = Former.of(state, node, field, actor);
        boolean denied = state.othersState(node, field, actor);
        return accept(
                new NodeDeclassified(
                        c.node(), actor, c.type(), denied, former.code(), former.since(), 0));
    }
}
