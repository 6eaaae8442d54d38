package alchemist.gateway;

import alchemist.engine.view.ViewRunner;
import alchemist.engine.workspace.Workspace;
import alchemist.exchange.imports.Imports;
import alchemist.graph.GraphView;
import alchemist.graph.Opener;
import alchemist.graph.map.MapView;
import alchemist.graph.same.SamenessView;
import alchemist.kernel.Id;
import java.util.List;
import java.util.function.Supplier;

/**
 * A workspace, and what answers for it.
 *
 * @param id of the workspace
 * @param name that it is called by, in paths and subjects
 * @param workspace takes commands, and has the events
 * @param stopped what reacts to its events no more, each in a sentence; asked for each answer
 * @param graph answers about the graph
 * @param map the map of the copy of the graph that answers now; asked for each answer
 * @param sameness tells what of it is probably the same thing; asked for each answer
 * @param imports reads sources
 * @param opener opens what is personal in events
 * @param eraser erases people
 */
public record Hosted(
        Id id,
        String name,
        Workspace workspace,
        Supplier<List<String>> stopped,
        ViewRunner<GraphView> graph,
        Supplier<MapView> map,
        Supplier<SamenessView> sameness,
        Imports imports,
        Opener opener,
        Eraser eraser) {

    /** Erases what is personal of a person, wherever the workspace holds it readable. */
    @FunctionalInterface
    public interface Eraser {
        /**
         * Destroys the keys of a person; then makes every view and map forget what was opened with
         * them. Checkpoints and snapshots hold what is sealed as it was sealed. Durable on return.
         *
         * @return whether the person had been erased before
         * @throws Exception when it is not certain that all is erased; erase again
         */
        boolean erase(Id subject) throws Exception;
    }
}
