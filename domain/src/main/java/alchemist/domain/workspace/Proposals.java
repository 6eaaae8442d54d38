package alchemist.domain.workspace;

import alchemist.domain.graph.GraphEvent.GroupFormed;
import alchemist.domain.graph.GraphEvent.NodeAdded;
import alchemist.domain.graph.GraphEvent.NodeClassified;
import alchemist.domain.graph.GraphEvent.NodesConnected;
import alchemist.domain.ontology.OntologyEvent.TypeProposed;
import alchemist.domain.ontology.OntologyState;
import alchemist.kernel.Decision;
import alchemist.kernel.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

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
    static Decision<Event> with(List<? extends Event> events, OntologyState ontology) {
        TreeSet<String> types = new TreeSet<>();
        TreeSet<String> relations = new TreeSet<>();
        for (Event event : events) {
            switch (event) {
                case NodeAdded e -> unknown(e.types(), ontology, types);
                case GroupFormed e -> unknown(e.types(), ontology, types);
                case NodeClassified e -> unknown(List.of(e.type()), ontology, types);
                case NodesConnected e -> {
                    if (!e.type().isEmpty() && !ontology.knows(true, e.type())) {
                        relations.add(e.type());
                    }
                }
                default -> {}
            }
        }
        List<Event> all = new ArrayList<>(events);
        types.forEach(type -> all.add(new TypeProposed(type, false)));
        relations.forEach(relation -> all.add(new TypeProposed(relation, true)));
        return Decision.accept(all);
    }

    private static void unknown(List<String> used, OntologyState ontology, TreeSet<String> types) {
        for (String type : used) {
            if (!ontology.knows(false, type)) {
                types.add(type);
            }
        }
    }
}
