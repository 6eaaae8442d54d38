package alchemist.server.serving;

import alchemist.engine.view.ViewRunner;
import alchemist.graph.GraphView;
import alchemist.graph.map.MapView;
import alchemist.layout.LayoutOptions;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The map of a workspace's graph: of the copy of the view that answers now, placed by a thread of
 * its own.
 */
final class WorkspaceMap implements AutoCloseable {
    /** How long an answer waits for a layout of the present graph before it takes the last one. */
    private static final long PATIENCE_MS = 500;

    /** Up to a hundred members stand in one ring: more rings within rings are seen worse. */
    private static final LayoutOptions LAYOUT = LayoutOptions.DEFAULT.withMaxGroupSize(100);

    /** How often it is kept where things stand, beside at the end. */
    private static final long KEPT_EVERY_NANOS = 30_000_000_000L;

    private final ViewRunner<GraphView> graph;
    private final MapFile file;
    private final ExecutorService executor =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("map").factory());
    private @Nullable MapView map;
    private @Nullable GraphView drawn;
    private long keptNanos = System.nanoTime();

    WorkspaceMap(ViewRunner<GraphView> graph, MapFile file) {
        this.graph = graph;
        this.file = file;
    }

    synchronized MapView current() {
        GraphView view = graph.view();
        MapView present = map;
        if (present == null || !view.equals(drawn)) {
            present = new MapView(view, this::place, LAYOUT, PATIENCE_MS);
            file.load(present);
            map = present;
            drawn = view;
        }
        return present;
    }

    private void place(Runnable placing) {
        executor.execute(
                () -> {
                    placing.run();
                    keep(KEPT_EVERY_NANOS);
                });
    }

    private synchronized void keep(long everyNanos) {
        long now = System.nanoTime();
        if (map != null && now - keptNanos >= everyNanos) {
            keptNanos = now;
            file.save(map);
        }
    }

    /** Throws away what was drawn, and the names in it. */
    synchronized void forget() {
        map = null;
    }

    @Override
    public void close() {
        executor.shutdownNow();
        try {
            executor.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        keep(0);
    }
}
