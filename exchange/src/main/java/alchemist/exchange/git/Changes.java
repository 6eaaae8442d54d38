package alchemist.exchange.git;

import alchemist.exchange.ReadingFailed;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What commits did, in an order of one's own. Of merges no lines are counted: compared with a
 * parent they would be those of others.
 */
final class Changes implements AutoCloseable {
    private final CommitGraph graph;
    private final BitSet uncounted;
    private final List<ChangeStream> streams = new ArrayList<>();

    private Changes(CommitGraph graph, BitSet uncounted) {
        this.graph = graph;
        this.uncounted = uncounted;
    }

    /**
     * Begins to read.
     *
     * @param order the numbers of the commits
     * @param uncounted commits of which lines need not be counted
     */
    static Changes open(Repository repository, CommitGraph graph, int[] order, BitSet uncounted)
            throws ReadingFailed {
        Changes changes = new Changes(graph, uncounted);
        List<List<String>> lines = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int commit : order) {
            int[] parents = graph.parents(commit);
            String line = graph.hash(commit);
            if (parents.length > 0) {
                line += " " + graph.hash(parents[0]);
            }
            lines.get(changes.stream(commit)).add(line);
        }
        try {
            for (int i = 0; i < lines.size(); i++) {
                boolean counts = i == 0 && !repository.partial();
                changes.streams.add(
                        ChangeStream.open(
                                repository.git(), lines.get(i), counts, repository.partial()));
            }
        } catch (ReadingFailed e) {
            changes.close();
            throw e;
        }
        return changes;
    }

    /** The next commit, which is the one of this number. */
    RawCommit next(int commit) throws ReadingFailed {
        RawCommit raw = streams.get(stream(commit)).next();
        if (!raw.hash().equals(graph.hash(commit))) {
            throw new IllegalStateException(
                    "git told of " + raw.hash() + " instead of " + graph.hash(commit));
        }
        return raw;
    }

    /** What git complained of. */
    String complaint() {
        StringBuilder all = new StringBuilder();
        streams.forEach(stream -> all.append(stream.complaint()));
        return all.toString();
    }

    /** The commits of which contents are missing or damaged. */
    List<String> unread() {
        List<String> all = new ArrayList<>();
        streams.forEach(stream -> all.addAll(stream.unread()));
        return all;
    }

    @Override
    public void close() {
        streams.forEach(ChangeStream::close);
    }

    /**
     * Lines are counted of the first stream's commits; merges have one, for git is asked at once.
     */
    private int stream(int commit) {
        return graph.parents(commit).length > 1 ? 2 : uncounted.get(commit) ? 1 : 0;
    }
}
