package alchemist.graph.history;

import alchemist.graph.Adjacency;
import alchemist.graph.Graph;
import alchemist.kernel.Id;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the history in a graph tells of it at one moment. Any number of threads.
 *
 * <p>A file is asked about by its id; of a folder or another group, all files in it are meant.
 */
public final class GraphHistory {
    private final Adjacency graph;

    /** Of a graph at its moment. */
    public GraphHistory(Graph graph) {
        this.graph = graph.adjacency();
    }

    /**
     * What changes together with a file or the files of a group, in a time that grows with the
     * commits that changed it.
     *
     * @return empty where the node is not visible
     */
    public Optional<CoChanges> coChanges(Id id, CoChanges.Options options) {
        return subject(id).map(subject -> new Partners(graph, options).of(subject));
    }

    /**
     * Who knows a file or the files of a group.
     *
     * @return empty where the node is not visible
     */
    public Optional<Ownership> owners(Id id, Ownership.Options options) {
        return subject(id).map(subject -> new Knowledge(graph, options).of(subject));
    }

    /** Ranks all files by how hot they are; the ranking holds for every graph at this moment. */
    public Ranking rank(HotSpots.Options options) {
        return Ranking.of(graph, options);
    }

    /**
     * The first hot spots of a ranking that was made of this moment.
     *
     * @param within only those in this group, or only this file; NONE: all
     * @return empty where the node is not visible
     */
    public Optional<HotSpots> hotSpots(Ranking ranking, Id within, int limit) {
        if (within.isNone()) {
            return Optional.of(ranking.first(graph, null, limit));
        }
        return subject(within).map(subject -> ranking.first(graph, subject, limit));
    }

    /** Releases, the latest first. */
    public Listed releases(int limit) {
        Releases releases = new Releases(graph, Adjacency.NONE);
        return new Listed(releases.size(), releases.latest(limit));
    }

    /**
     * Releases.
     *
     * @param total how many there are
     */
    public record Listed(int total, List<Release> releases) {}

    /**
     * All of a release; of a branch, what no tag has yet.
     *
     * @param tag a tag or branch
     * @param limit how many of its commits, people, files and issues are told each
     * @return empty where this points to no commit
     */
    public Optional<Release.Contents> release(Id tag, int limit) {
        int node = graph.node(tag);
        Release.@Nullable Contents found =
                node == Adjacency.NONE ? null : new Releases(graph, node).of(node, limit);
        return Optional.ofNullable(found);
    }

    private Optional<Subject> subject(Id id) {
        int node = graph.node(id);
        return node == Adjacency.NONE ? Optional.empty() : Optional.of(new Subject(graph, node));
    }
}
