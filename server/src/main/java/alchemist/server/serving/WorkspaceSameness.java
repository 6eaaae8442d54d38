package alchemist.server.serving;

import alchemist.engine.view.ViewRunner;
import alchemist.graph.GraphView;
import alchemist.graph.same.SamenessView;
import org.jspecify.annotations.Nullable;

/** What is the same in a workspace's graph: in the copy of the view that answers now. */
final class WorkspaceSameness {
    private final ViewRunner<GraphView> graph;
    private @Nullable SamenessView sameness;
    private @Nullable GraphView looked;

    WorkspaceSameness(ViewRunner<GraphView> graph) {
        this.graph = graph;
    }

    synchronized SamenessView current() {
        GraphView view = graph.view();
        SamenessView present = sameness;
        if (present == null || !view.equals(looked)) {
            present = new SamenessView(() -> view.now().seen());
            sameness = present;
            looked = view;
        }
        return present;
    }

    /** Throws away what was read, of names too. */
    synchronized void forget() {
        sameness = null;
    }
}
