package alchemist.graph.history;

import alchemist.graph.Adjacency;
import alchemist.kernel.collection.IntList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Works out what changes together. */
final class Partners {
    /** So many commits are told as the reason for a number. */
    static final int MOST_REASONS = 5;

    /** Weights that differ by less are equal: sums of fractions are not exact. */
    private static final double FINENESS = 1e9;

    private final Adjacency graph;
    private final CoChanges.Options options;

    Partners(Adjacency graph, CoChanges.Options options) {
        this.graph = graph;
        this.options = options;
    }

    private static final class Partner {
        final int file;
        final IntList reasons = new IntList();
        int together;
        int lastCommit = -1;
        double weight;

        Partner(int file) {
            this.file = file;
        }

        long rank() {
            return Math.round(weight * FINENESS);
        }
    }

    CoChanges of(Subject subject) {
        Commits commits = new Commits(graph);
        int changes = graph.relation(Names.CHANGES);
        for (int i = 0; i < subject.size(); i++) {
            graph.in(subject.file(i), changes, (_, commit) -> commits.index(commit));
        }
        Map<Integer, Partner> partners = new HashMap<>();
        int counted = 0;
        for (int commit : commits.latestFirst()) {
            int size = commits.fileCount(commit, options.mostFiles() + 1);
            if (size <= options.mostFiles()) {
                counted++;
                add(commit, size, subject, commits, partners);
            }
        }
        List<Partner> found = new ArrayList<>(partners.values());
        found.removeIf(partner -> partner.together < options.least());
        found.sort(this::compare);
        List<CoChange> told = new ArrayList<>();
        for (Partner one : found.subList(0, Math.min(found.size(), options.limit()))) {
            told.add(
                    new CoChange(
                            graph.summary(one.file),
                            Commits.path(graph, one.file),
                            one.together,
                            (double) one.together / counted,
                            one.weight,
                            commits.ids(one.reasons)));
        }
        return new CoChanges(counted, commits.size() - counted, found.size(), told);
    }

    private void add(
            int commit,
            int size,
            Subject subject,
            Commits commits,
            Map<Integer, Partner> partners) {
        IntList others = new IntList();
        int[] own = new int[1];
        commits.files(
                commit,
                (_, file) -> {
                    if (subject.has(file)) {
                        own[0]++;
                    } else {
                        others.add(file);
                    }
                });
        for (int i = 0; i < others.size(); i++) {
            Partner partner = partners.computeIfAbsent(others.at(i), Partner::new);
            if (partner.lastCommit == commit) {
                continue; // merged files that changed in one commit are one
            }
            partner.lastCommit = commit;
            partner.together++;
            partner.weight += (double) own[0] / (size - 1);
            if (partner.reasons.size() < MOST_REASONS) {
                partner.reasons.add(commit);
            }
        }
    }

    private int compare(Partner one, Partner other) {
        int byWeight = Long.compare(other.rank(), one.rank());
        if (byWeight != 0) {
            return byWeight;
        }
        int byCommits = Integer.compare(other.together, one.together);
        return byCommits != 0 ? byCommits : graph.id(one.file).compareTo(graph.id(other.file));
    }
}
