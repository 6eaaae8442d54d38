package alchemist.exchange.git;

import alchemist.exchange.ReadingFailed;
import java.util.BitSet;

/** Reads of a history only which file is which. */
final class HistoryOfFiles {
    private HistoryOfFiles() {}

    /**
     * The files at HEAD.
     *
     * @param now µs since 1970
     */
    static RepositoryFiles read(Repository repository, long now) throws ReadingFailed {
        CommitGraph graph = new CommitGraph();
        if (repository.head().isEmpty()) {
            return RepositoryFiles.reconciled(repository, PathMap.empty(), now);
        }
        try (GitOutput out =
                repository
                        .git()
                        .start("log", "--date-order", "--reverse", "--format=%H %ct %P", "HEAD")) {
            out.noInput();
            while (out.peek() >= 0) {
                String[] fields = out.until((byte) '\n').ascii().split(" ", 3);
                graph.add(fields[0], fields[2], Survey.micros(fields[1]), now);
            }
            out.end();
        }
        int[] order = new int[graph.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        BitSet uncounted = new BitSet();
        uncounted.set(0, order.length);
        Lineage lineage = new Lineage(graph);
        int head = graph.find(repository.head());
        lineage.keep(head);
        try (Changes changes = Changes.open(repository, graph, order, uncounted)) {
            for (int commit : order) {
                lineage.fold(commit, changes.next(commit).changes());
            }
        }
        return RepositoryFiles.reconciled(repository, lineage.tree(head), now);
    }
}
