package alchemist.gateway.answers;

import alchemist.engine.view.ViewRunner;
import alchemist.gateway.Hosted;
import alchemist.graph.Graph;
import alchemist.graph.GraphView;
import alchemist.kernel.Id;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How those who do something are called now, while events go on. For any thread. */
public final class Callers implements Function<Id, String> {
    private final ViewRunner<GraphView> runner;
    private volatile @Nullable Graph graph;

    /** Of a workspace. */
    public Callers(Hosted hosted) {
        this.runner = hosted.graph();
    }

    @Override
    public String apply(Id who) {
        GraphView view = runner.view();
        Graph now = graph;
        if (now == null || now.position() != view.position()) {
            now = view.now();
            graph = now;
        }
        return now.label(who);
    }
}
