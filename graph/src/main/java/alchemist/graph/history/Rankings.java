package alchemist.graph.history;

import alchemist.graph.Graph;
import alchemist.kernel.Id;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Rankings that were made lately. One is of a position and a time in the world and so never becomes
 * wrong; it is let go when others are asked for more. Any number of threads.
 */
public final class Rankings {
    /** So many are kept; one of 25,000 files takes about 2 MB. */
    private static final int MOST = 8;

    private record Key(Id workspace, long position, long effectiveAt, HotSpots.Options options) {}

    private final Map<Key, Ranking> kept = new LinkedHashMap<>(MOST * 2, 0.75f, true);

    /** None yet. */
    public Rankings() {}

    /** The ranking of a workspace's graph. */
    public Ranking of(Id workspace, Graph graph, HotSpots.Options options) {
        Key key = new Key(workspace, graph.position(), graph.effectiveAt(), options);
        synchronized (kept) {
            Ranking known = kept.get(key);
            if (known != null) {
                return known;
            }
        }
        Ranking made = new GraphHistory(graph).rank(options);
        synchronized (kept) {
            kept.put(key, made);
            if (kept.size() > MOST) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return made;
    }
}
