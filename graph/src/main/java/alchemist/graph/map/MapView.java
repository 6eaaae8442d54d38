package alchemist.graph.map;

import alchemist.graph.At;
import alchemist.graph.Graph;
import alchemist.graph.GraphView;
import alchemist.graph.read.MapScene;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import alchemist.layout.Layout;
import alchemist.layout.LayoutGraph;
import alchemist.layout.LayoutOptions;
import alchemist.layout.Placement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The map of a graph. Any number of threads ask; placements are made one at a time by the executor.
 *
 * <p>An answer never waits long for a placement: until that of the present graph is ready, the last
 * one is given with what is new near its group, and the answer says that it is being refined. What
 * was placed before stays where it was, until a quarter of all has come or gone: then all is placed
 * from nothing again.
 */
public final class MapView {
    private static final System.Logger LOGGER = System.getLogger(MapView.class.getName());

    /** When so many of all items have come or gone, all are placed from nothing. */
    private static final int AFRESH_PART = 4;

    /** More are not placed before people ask what is keeping it. */
    private static final int SOON_ITEMS = 5_000;

    private final GraphView view;
    private final Executor executor;
    private final LayoutOptions options;
    private final long patienceMs;

    private final Object lock = new Object();
    private volatile @Nullable MapScene latest;
    private volatile @Nullable Placed placed;

    /** Where things were when the server ended; until the first answer. */
    private @Nullable StoredPlacement stored;

    private @Nullable CompletableFuture<Placed> placing;

    /**
     * A scene and where its items are.
     *
     * @param changed how many items came or went since all were placed from nothing
     */
    private record Placed(MapScene scene, Placement placement, int changed) {}

    /**
     * A map.
     *
     * @param executor makes placements: seconds of work for a large graph, one at a time
     * @param patienceMs how long the first answer may wait for a placement, 0 or more; that of a
     *     large graph does not
     */
    public MapView(GraphView view, Executor executor, LayoutOptions options, long patienceMs) {
        this.view = view;
        this.executor = executor;
        this.options = options;
        this.patienceMs = patienceMs;
    }

    /** All that ever was, now; see {@link #image(At, int)}. */
    public MapImage image() {
        return image(At.HEAD, Drawing.ALL);
    }

    /**
     * The map at a moment.
     *
     * @param at now or a position: all that ever was, as far as was known; a time in the world:
     *     what was there then
     * @param level how many groups may be around what is shown, 0 or more; edges are lifted to it
     * @throws alchemist.graph.PositionAhead when the position is not published yet
     */
    public MapImage image(At at, int level) {
        MapScene present = present();
        Placed best = best(present);
        MapScene scene = at.equals(At.HEAD) ? present : view.at(at).scene();
        if (best == null) {
            MapImage sketch = Drawing.of(scene, Sketch.of(scene), true, level);
            // Not before: it would take half the processors from what is waited for.
            var _ = begin(present).whenComplete((_, failure) -> tell(failure));
            return sketch;
        }
        boolean current = best.scene.position() == present.position();
        Placement placement =
                current && at.equals(At.HEAD)
                        ? best.placement
                        : Sketch.of(scene, best.scene, best.placement);
        return Drawing.of(scene, placement, !current, level);
    }

    /**
     * Begins with where things were, as {@link #save} wrote it.
     *
     * @throws alchemist.kernel.schema.MalformedBytes when it wrote something else; nothing is done
     */
    public void load(Input in) {
        StoredPlacement read = StoredPlacement.read(in);
        synchronized (lock) {
            stored = read;
        }
    }

    /** Writes where things are, unless nothing was placed yet; whether something was written. */
    public boolean save(Output out) {
        Placed ready = placed;
        if (ready == null || ready.scene.position() < 0) {
            return false;
        }
        StoredPlacement.write(ready.scene, ready.placement, ready.changed, out);
        return true;
    }

    /** The scene of the present, made once a position. */
    private MapScene present() {
        Graph graph = view.now();
        MapScene scene = latest;
        if (scene == null || scene.position() != graph.position()) {
            synchronized (lock) {
                scene = latest;
                if (scene == null || scene.position() < graph.position()) {
                    scene = graph.scene();
                    latest = scene;
                }
            }
        }
        return scene;
    }

    /** The placement that comes nearest to a scene; null where there is none yet. */
    private @Nullable Placed best(MapScene present) {
        Placed ready = known(present);
        if (ready != null && ready.scene.position() >= present.position()) {
            return ready;
        }
        boolean soon = present.items() <= SOON_ITEMS;
        if (ready == null && !soon) {
            return null;
        }
        CompletableFuture<Placed> coming = begin(present);
        if (ready != null && !coming.isDone()) {
            return ready;
        }
        try {
            return coming.get(soon ? patienceMs : 0, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the graph could not be placed", e.getCause());
        }
    }

    /** What was placed last, by this process or the one before. */
    private @Nullable Placed known(MapScene present) {
        synchronized (lock) {
            StoredPlacement before = stored;
            if (before != null && placed == null) {
                placed = new Placed(before.scene(present), before.placement(), before.changed());
            }
            stored = null;
            return placed;
        }
    }

    /** Begins to place a scene, unless one is being placed. */
    private CompletableFuture<Placed> begin(MapScene scene) {
        synchronized (lock) {
            CompletableFuture<Placed> running = placing;
            if (running != null && !running.isDone()) {
                return running;
            }
            CompletableFuture<Placed> begun =
                    CompletableFuture.supplyAsync(() -> place(scene), executor);
            placing = begun;
            return begun;
        }
    }

    /** Who asked has a picture already, and cannot be told. */
    private static void tell(@Nullable Throwable failure) {
        if (failure != null) {
            LOGGER.log(System.Logger.Level.ERROR, "the graph could not be placed", failure);
        }
    }

    private Placed place(MapScene scene) {
        Placed before = placed;
        Placed made = before == null ? null : refine(before, scene);
        if (made == null) {
            made = new Placed(scene, Layout.place(LayoutInput.of(scene), options), 0);
        }
        placed = made;
        return made;
    }

    /** What was placed where it was, and what is new beside it; null where too much differs. */
    private @Nullable Placed refine(Placed before, MapScene scene) {
        int[] itemOf = LayoutInput.carried(before.scene, scene);
        int kept = 0;
        for (int item : itemOf) {
            kept += item < 0 ? 0 : 1;
        }
        int changed = before.changed + scene.items() - kept + itemOf.length - kept;
        if (changed > scene.items() / AFRESH_PART) {
            return null;
        }
        LayoutGraph graph = LayoutInput.of(scene);
        return new Placed(scene, Layout.refine(graph, before.placement, itemOf, options), changed);
    }
}
