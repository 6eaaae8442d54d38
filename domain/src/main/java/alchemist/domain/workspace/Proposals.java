package alchemist.domain.workspace;

import alchemist.domain.graph.GraphEvent.GroupFormed;
import alchemist.domain.graph.GraphEvent.NodeAdded;
import alchemist.domain.graph.GraphEvent.NodeClassified;
import alchemist.domain.graph.GraphEvent.NodesConnected;
import alchemist.domain.ontology.OntologyEvent.TypeProposed;
import alchemist.domain.ontology.OntologyState;
import alchemist.kernel.Decision;
import alchemist.kernel.Decision.Accepted;
import alchemist.kernel.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Types and relations that come into use are proposed to the ontology, in the decision that uses
 * them first.
 */
final class Proposals {
    private Proposals() {}

    /**
     * The events, followed by a proposal for every term in them that the ontology does not know.
     * The events of the graph stay first.
     */
    static Decision<? extends Event> with(
            Accepted<? extends Event> accepted, OntologyState ontology) {
        List<? extends Event> events = accepted.events();
        TreeSet<String> types = null;
        TreeSet<String> relations = null;
        for (int i = 0; i < events.size(); i++) {
            switch (events.get(i)) {
                case NodeAdded e -> types = unknown(e.types(), ontology, types);
                case GroupFormed e -> types = unknown(e.types(), ontology, types);
                case NodeClassified e -> types = unknown(List.of(e.type()), ontology, types);
                case NodesConnected e -> {
                    if (!e.type().isEmpty() && !ontology.knows(true, e.type())) {
                        relations = relations == null ? new TreeSet<>() : relations;
                        relations.add(e.type());
                    }
                }
                default -> {}
            }
        }
        if (types == null && relations == null) {
            return accepted;
        }
        List<Event> all = new ArrayList<>(events);
        if (types != null) {
            types.forEach(type -> all.add(new TypeProposed(type, false)));
        }
        if (relations != null) {
            relations.forEach(relation -> all.add(new TypeProposed(relation, true)));
        }
        return Decision.accept(all);
    }

    /** These and what of the types in use the ontology does not know; null for none. */
    private static @Nullable TreeSet<String> unknown(
            List<String> used, OntologyState ontology, @Nullable TreeSet<String> found) {
        TreeSet<String> types = found;
        for (int i = 0; i < used.size(); i++) {
            if (!ontology.knows(false, used.get(i))) {
                types = types == null ? new TreeSet<>() : types;
                types.add(used.get(i));
            }
        }
        return types;
    }
}
