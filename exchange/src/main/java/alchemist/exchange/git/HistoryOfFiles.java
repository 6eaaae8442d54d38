package alchemist.exchange.git;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.files.Root;
import alchemist.exchange.git.CommitTree.Listed;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads of a history only which file is which. */
final class HistoryOfFiles {
    private static final byte NUL = 0;
    private static final byte SPACE = ' ';

    private HistoryOfFiles() {}

    /**
     * The files at HEAD.
     *
     * @param now µs since 1970
     */
    static RepositoryFiles read(Repository repository, long now) throws ReadingFailed {
        if (repository.head().isEmpty()) {
            Root root = repository.root(new CommitGraph());
            return RepositoryFiles.reconciled(repository, root, List.of(), PathMap.empty(), now);
        }
        try (GitOutput changes = changes(repository);
                GitOutput commits = commits(repository)) {
            changes.noInput();
            commits.noInput();
            // Both tell nothing before they have gone through all commits.
            List<Listed> listed = CommitTree.ofHead(repository);
            CommitGraph graph = graph(commits, now);
            PathMap<FileEntry> tree = folded(repository, graph, changes);
            if (tree == null) {
                tree = asked(repository, graph);
            }
            Root root = repository.root(graph);
            return RepositoryFiles.reconciled(repository, root, listed, tree, now);
        }
    }

    /** All that the commits did, in the order of {@link #graph}, told while that is read. */
    private static GitOutput changes(Repository repository) throws ReadingFailed {
        List<String> arguments = new ArrayList<>(List.of("log", "--date-order", "--reverse"));
        arguments.addAll(ChangeStream.diffing(repository.partial()));
        arguments.addAll(
                List.of("--diff-merges=first-parent", "--format=%x01%H%x00", repository.head()));
        return repository.git().start(arguments.toArray(new String[0]));
    }

    /** Which commits there are. */
    private static GitOutput commits(Repository repository) throws ReadingFailed {
        return repository
                .git()
                .start("log", "--date-order", "--reverse", "--format=%H %ct %P", repository.head());
    }

    private static CommitGraph graph(GitOutput commits, long now) throws ReadingFailed {
        CommitGraph graph = new CommitGraph();
        while (commits.peek() >= 0) {
            String hash = commits.until(SPACE).ascii();
            long committedAt = Survey.micros(commits.until(SPACE).ascii());
            graph.add(hash, commits.until((byte) '\n').ascii(), committedAt, now);
        }
        commits.end();
        return graph;
    }

    /** The tree of HEAD; null where git could not tell all of the history at once. */
    private static @Nullable PathMap<FileEntry> folded(
            Repository repository, CommitGraph graph, GitOutput out) throws ReadingFailed {
        Lineage lineage = new Lineage(graph);
        int head = graph.find(repository.head());
        lineage.keep(head);
        for (int commit = 0; commit < graph.size(); commit++) {
            while (out.peek() == NUL || out.peek() == '\n') {
                out.skip();
            }
            if (out.peek() != RawDiff.COMMIT) {
                return null;
            }
            out.skip();
            if (!out.until(NUL).ascii().equals(graph.hash(commit))) {
                return null;
            }
            lineage.fold(commit, RawDiff.read(out));
        }
        return out.peek() < 0 && out.exitCode() == 0 ? lineage.tree(head) : null;
    }

    /** The same, each commit asked for: so it can be told which lacks a content. */
    private static PathMap<FileEntry> asked(Repository repository, CommitGraph graph)
            throws ReadingFailed {
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
        return lineage.tree(head);
    }
}
