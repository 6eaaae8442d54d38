package alchemist.exchange.git;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.Stated;
import alchemist.kernel.Id;
import alchemist.kernel.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What had led to HEAD when a repository was read last, as that reading stated it. */
final class FormerHead {
    private final GitIds ids;
    private final CommitGraph graph;
    private final CommitStatements commits;
    private final Stated stated;

    FormerHead(GitIds ids, CommitGraph graph, CommitStatements commits, Stated stated) {
        this.ids = ids;
        this.graph = graph;
        this.commits = commits;
        this.stated = stated;
    }

    /** Of the commits that are here those that had led to it; all, where that is not known. */
    BitSet led(List<Ref> refs) {
        String head = hash(refs);
        if (head == null) {
            BitSet all = new BitSet();
            all.set(0, graph.size());
            return all;
        }
        return graph.find(head) < 0 ? ledToGone(GitIds.commit(head)) : graph.ledTo(head);
    }

    private @Nullable String hash(List<Ref> refs) {
        for (Ref ref : refs) {
            NodeStatement before = stated.node(ids.ref(ref.name()));
            if (before != null
                    && before.properties().find("current") != null
                    && before.properties().find("commit") instanceof Value.Text(String head)) {
                return head;
            }
        }
        return null;
    }

    /** What led to a commit that was taken back: it is known which commits it came of. */
    private BitSet ledToGone(Id head) {
        Map<Id, Integer> here = new HashMap<>();
        for (int i = 0; i < graph.size(); i++) {
            here.put(commits.id(i), i);
        }
        Map<Id, List<Id>> before = parentsOfGone(here.keySet());
        BitSet led = new BitSet();
        Set<Id> seen = new HashSet<>(Set.of(head));
        Deque<Id> gone = new ArrayDeque<>(seen);
        while (!gone.isEmpty()) {
            for (Id parent : before.getOrDefault(gone.pop(), List.of())) {
                Integer commit = here.get(parent);
                if (commit != null) {
                    led.or(graph.ledTo(graph.hash(commit)));
                } else if (seen.add(parent)) {
                    gone.push(parent);
                }
            }
        }
        return led;
    }

    private Map<Id, List<Id>> parentsOfGone(Set<Id> here) {
        Map<Id, List<Id>> before = new HashMap<>();
        stated.eachEdge(
                id -> {
                    EdgeStatement edge = stated.edge(id);
                    if (edge != null
                            && edge.type().equals(CommitStatements.FOLLOWS)
                            && !here.contains(edge.from())) {
                        before.computeIfAbsent(edge.from(), _ -> new ArrayList<>(1)).add(edge.to());
                    }
                });
        return before;
    }
}
