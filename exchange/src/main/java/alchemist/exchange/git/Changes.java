package alchemist.exchange.git;

import alchemist.exchange.ReadingFailed;
import java.util.ArrayList;
import java.util.List;

/**
 * What commits did, in an order of one's own. Of merges no lines are counted: compared with a
 * parent they would be those of others.
 */
final class Changes implements AutoCloseable {
    private final CommitGraph graph;
    private final ChangeStream plain;
    private final ChangeStream merges;

    private Changes(CommitGraph graph, ChangeStream plain, ChangeStream merges) {
        this.graph = graph;
        this.plain = plain;
        this.merges = merges;
    }

    /**
     * Begins to read.
     *
     * @param order the numbers of the commits
     * @param lineCounts whether lines are counted
     */
    static Changes open(Repository repository, CommitGraph graph, int[] order, boolean lineCounts)
            throws ReadingFailed {
        List<String> plain = new ArrayList<>();
        List<String> merges = new ArrayList<>();
        for (int commit : order) {
            int[] parents = graph.parents(commit);
            String line = graph.hash(commit);
            if (parents.length > 0) {
                line += " " + graph.hash(parents[0]);
            }
            (parents.length > 1 ? merges : plain).add(line);
        }
        boolean counts = lineCounts && !repository.partial();
        ChangeStream one = ChangeStream.open(repository.git(), plain, counts, repository.partial());
        try {
            return new Changes(
                    graph,
                    one,
                    ChangeStream.open(repository.git(), merges, false, repository.partial()));
        } catch (ReadingFailed e) {
            one.close();
            throw e;
        }
    }

    /** The next commit, which is the one of this number. */
    RawCommit next(int commit) throws ReadingFailed {
        RawCommit raw = (graph.parents(commit).length > 1 ? merges : plain).next();
        if (!raw.hash().equals(graph.hash(commit))) {
            throw new IllegalStateException(
                    "git told of " + raw.hash() + " instead of " + graph.hash(commit));
        }
        return raw;
    }

    /** What git complained of. */
    String complaint() {
        return plain.complaint() + merges.complaint();
    }

    @Override
    public void close() {
        plain.close();
        merges.close();
    }
}
