package alchemist.graph.history;

import alchemist.graph.Adjacency;
import alchemist.kernel.Id;
import alchemist.kernel.collection.IntList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Works out who knows files. */
final class Knowledge {
    private static final double DAY_MICROS = 86_400_000_000.0;

    /**
     * A commit of more files than this, such as a renaming, a formatter or a first import, counts
     * as much as one of so many, spread over all of its files.
     */
    private static final int MOST_FILES = 50;

    /** Shares that differ by less are equal. */
    private static final double FINENESS = 1e9;

    private final Adjacency graph;
    private final Ownership.Options options;
    private final Commits commits;
    private final List<int[]> authors = new ArrayList<>();
    private int[] touched = new int[64];
    private final Map<Integer, Knower> people = new HashMap<>();
    private final Accounts accounts;

    Knowledge(Adjacency graph, Ownership.Options options) {
        this.graph = graph;
        this.options = options;
        this.commits = new Commits(graph);
        this.accounts = new Accounts(graph);
    }

    private static final class Knower {
        final BitSet files = new BitSet();

        /** By account how many commits are made by it. */
        final Map<Integer, Integer> accounts = new HashMap<>();

        final IntList reasons = new IntList();
        int commits;
        long lastAt;
        double weight;
    }

    Ownership of(Subject subject) {
        int changed = read(subject);
        int[] latestFirst = commits.latestFirst();
        long lastAt = latestFirst.length == 0 ? 0 : commits.time(latestFirst[0]);
        double whole = 0;
        for (int commit : latestFirst) {
            int[] by = authors.get(commit);
            double ageDays = (lastAt - commits.time(commit)) / DAY_MICROS;
            double weight =
                    touched[commit] * part(commit) * Math.pow(2, -ageDays / options.halfLifeDays());
            for (int person : by) {
                Knower knower = knower(person);
                if (knower.commits == 0) {
                    knower.lastAt = commits.time(commit);
                }
                knower.commits++;
                knower.weight += weight / by.length;
                whole += weight / by.length;
                if (knower.reasons.size() < Partners.MOST_REASONS) {
                    knower.reasons.add(commit);
                }
            }
        }
        return told(changed, lastAt, whole);
    }

    /** How much a commit counts for each of its files, 0 to 1. */
    private double part(int commit) {
        return (double) MOST_FILES / Math.max(MOST_FILES, commits.fileCount(commit));
    }

    /** Reads which commits changed what; how many files changed. */
    private int read(Subject subject) {
        int changes = graph.relation(Names.CHANGES);
        BitSet changed = new BitSet();
        for (int i = 0; i < subject.size(); i++) {
            int file = i;
            graph.in(
                    subject.file(i),
                    changes,
                    (_, node) -> {
                        changed.set(file);
                        touch(node, file);
                    });
        }
        return changed.cardinality();
    }

    private void touch(int node, int file) {
        int commit = commits.index(node);
        if (commit == authors.size()) {
            int[] by = commits.authors(commit);
            authors.add(accounts.people(by));
            count(by);
            if (commit == touched.length) {
                touched = Arrays.copyOf(touched, commit * 2);
            }
        }
        touched[commit]++;
        for (int person : authors.get(commit)) {
            knower(person).files.set(file);
        }
    }

    /** Keeps by which of their accounts people commit. */
    private void count(int[] by) {
        for (int account : by) {
            for (int person : accounts.people(new int[] {account})) {
                knower(person).accounts.merge(account, 1, Integer::sum);
            }
        }
    }

    private Knower knower(int person) {
        return people.computeIfAbsent(person, _ -> new Knower());
    }

    private Ownership told(int changed, long lastAt, double whole) {
        List<Knower> all = new ArrayList<>(people.values());
        all.sort(
                (one, other) -> {
                    int byShare =
                            Long.compare(
                                    Math.round(share(other, whole) * FINENESS),
                                    Math.round(share(one, whole) * FINENESS));
                    int byCommits = Integer.compare(other.commits, one.commits);
                    return byShare != 0
                            ? byShare
                            : byCommits != 0 ? byCommits : account(one).compareTo(account(other));
                });
        List<Owner> told = new ArrayList<>();
        for (Knower one : all.subList(0, Math.min(all.size(), options.limit()))) {
            told.add(
                    new Owner(
                            graph.summary(graph.node(account(one))),
                            share(one, whole),
                            one.weight,
                            one.commits,
                            one.files.cardinality(),
                            one.lastAt,
                            commits.ids(one.reasons)));
        }
        return new Ownership(commits.size(), changed, lastAt, all.size(), told);
    }

    /** The account that somebody commits by most; of several, the first by id. */
    private Id account(Knower knower) {
        Id first = null;
        int most = 0;
        for (Map.Entry<Integer, Integer> one : knower.accounts.entrySet()) {
            Id id = graph.id(one.getKey());
            boolean before = first == null || id.compareTo(first) < 0;
            if (one.getValue() > most || (one.getValue() == most && before)) {
                first = id;
                most = one.getValue();
            }
        }
        if (first == null) {
            throw new IllegalStateException("nobody commits without an account");
        }
        return first;
    }

    private static double share(Knower one, double whole) {
        return whole > 0 ? one.weight / whole : 0;
    }
}
