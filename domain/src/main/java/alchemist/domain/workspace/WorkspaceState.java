package alchemist.domain.workspace;

import alchemist.domain.graph.GraphState;
import alchemist.domain.ontology.OntologyState;
import alchemist.domain.sources.SourcesState;

/** The states of all contexts, after the event at a position. One writer. */
public final class WorkspaceState {
    final OntologyState ontology;
    final SourcesState sources;
    final GraphState graph;
    long position;

    WorkspaceState(OntologyState ontology, SourcesState sources, GraphState graph, long position) {
        this.ontology = ontology;
        this.sources = sources;
        this.graph = graph;
        this.position = position;
    }

    /** How many events are folded. */
    public long position() {
        return position;
    }

    /** How many things were ever stated. */
    public int things() {
        return graph.things();
    }
}
