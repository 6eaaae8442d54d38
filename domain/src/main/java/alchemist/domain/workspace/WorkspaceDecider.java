package alchemist.domain.workspace;

import alchemist.domain.graph.GraphCommand;
import alchemist.domain.graph.GraphContract;
import alchemist.domain.graph.GraphDecider;
import alchemist.domain.graph.GraphEvent;
import alchemist.domain.graph.GraphFold;
import alchemist.domain.graph.GraphState;
import alchemist.domain.graph.GraphUndo;
import alchemist.domain.ontology.OntologyCommand;
import alchemist.domain.ontology.OntologyContract;
import alchemist.domain.ontology.OntologyDecider;
import alchemist.domain.ontology.OntologyEvent;
import alchemist.domain.ontology.OntologyState;
import alchemist.domain.ontology.OntologyUndo;
import alchemist.domain.sources.SourcesCommand;
import alchemist.domain.sources.SourcesCommand.TrustSource;
import alchemist.domain.sources.SourcesContract;
import alchemist.domain.sources.SourcesDecider;
import alchemist.domain.sources.SourcesEvent;
import alchemist.domain.sources.SourcesState;
import alchemist.domain.sources.SourcesUndo;
import alchemist.kernel.Decided;
import alchemist.kernel.Decision;
import alchemist.kernel.Decision.Accepted;
import alchemist.kernel.Decision.Rejected;
import alchemist.kernel.Event;
import alchemist.kernel.Restorable;
import alchemist.kernel.Reversible;
import alchemist.kernel.Submission;
import alchemist.kernel.collection.Lookahead;
import alchemist.kernel.schema.Contract;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides for every context of a workspace. A command may yield events of several contexts,
 * atomically.
 */
public final class WorkspaceDecider
        implements Reversible<Submission, WorkspaceState, Event>, Restorable<WorkspaceState> {
    /** Every command and event of every context. */
    public static final Contract CONTRACT =
            GraphContract.CONTRACT.and(OntologyContract.CONTRACT).and(SourcesContract.CONTRACT);

    /**
     * The version of these rules: raised when the same command may be decided otherwise than
     * before.
     */
    public static final int RULES = 2;

    @Override
    public WorkspaceState initial() {
        OntologyState ontology = new OntologyState();
        SourcesState sources = new SourcesState();
        return new WorkspaceState(ontology, sources, new GraphState(ontology, sources), 0);
    }

    @Override
    public Decision<? extends Event> decide(Submission submission, WorkspaceState state) {
        Decision<? extends Event> decision =
                switch (submission.command()) {
                    case GraphCommand c ->
                            GraphDecider.decide(c, submission.envelope().actor(), state.graph);
                    case OntologyCommand c -> OntologyDecider.decide(c, state.ontology);
                    case SourcesCommand c -> SourcesDecider.decide(c, state.sources, state.graph);
                    default ->
                            Decision.reject(
                                    "unknown-command",
                                    "no context knows '"
                                            + submission.command().schema().name()
                                            + "'");
                };
        return decision instanceof Accepted<? extends Event> accepted
                ? Proposals.with(accepted, state.ontology)
                : decision;
    }

    @Override
    public void lookAhead(Lookahead ids, WorkspaceState state) {
        state.graph.lookAhead(ids);
    }

    @Override
    public WorkspaceState evolve(WorkspaceState state, Event event) {
        long position = ++state.position;
        switch (event) {
            case GraphEvent e -> GraphFold.fold(state.graph, e, position);
            case OntologyEvent e -> OntologyDecider.fold(state.ontology, e);
            case SourcesEvent e -> SourcesDecider.fold(state.sources, e, state.graph, position);
            default -> {}
        }
        return state;
    }

    @Override
    public Decision<? extends Event> undo(
            Decided<Event> original, Submission undoing, WorkspaceState state) {
        if (original.command() instanceof SourcesCommand
                && !(original.command() instanceof TrustSource)) {
            return Decision.reject("not-undoable", "an import is not undone; cancel or revert it");
        }
        List<GraphEvent> graphEvents = new ArrayList<>();
        List<Event> inverse = new ArrayList<>();
        for (int i = original.events().size() - 1; i >= 0; i--) {
            Decision<? extends Event> one =
                    switch (original.events().get(i)) {
                        case GraphEvent e -> {
                            graphEvents.addFirst(e);
                            yield Decision.unchanged();
                        }
                        case OntologyEvent e -> OntologyUndo.undo(e, state.ontology);
                        case SourcesEvent e -> SourcesUndo.undo(e, state.sources);
                        default ->
                                Decision.reject(
                                        "not-undoable",
                                        "this program does not know what the command did");
                    };
            switch (one) {
                case Accepted<? extends Event>(List<? extends Event> events) ->
                        inverse.addAll(events);
                case Rejected<? extends Event> rejected -> {
                    return rejected;
                }
            }
        }
        if (graphEvents.isEmpty()) {
            return Decision.accept(inverse);
        }
        return switch (GraphUndo.undo(
                new Decided<>(original.command(), original.firstPosition(), graphEvents),
                state.graph)) {
            case Accepted<GraphEvent>(List<GraphEvent> events) -> {
                inverse.addAll(events);
                yield Decision.accept(inverse);
            }
            case Rejected<GraphEvent> rejected -> rejected;
        };
    }

    @Override
    public int snapshotVersion() {
        return 6;
    }

    @Override
    public void save(WorkspaceState state, Output out) {
        out.varint(state.position);
        state.ontology.save(out);
        state.sources.save(out);
        state.graph.save(out);
    }

    @Override
    public WorkspaceState load(Input in) {
        long position = in.varint();
        OntologyState ontology = OntologyState.load(in);
        SourcesState sources = SourcesState.load(in);
        return new WorkspaceState(
                ontology, sources, GraphState.load(in, ontology, sources), position);
    }
}
