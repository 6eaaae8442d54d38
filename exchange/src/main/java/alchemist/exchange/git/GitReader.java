package alchemist.exchange.git;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.Batch;
import alchemist.exchange.Fingerprint;
import alchemist.exchange.Look;
import alchemist.exchange.Place;
import alchemist.exchange.Reader;
import alchemist.exchange.Reading;
import alchemist.exchange.ReadingFailed;
import alchemist.exchange.files.Excludes;
import alchemist.exchange.files.FileStatements;
import alchemist.exchange.files.Root;
import alchemist.exchange.git.Lineage.Step;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;

/**
 * Reads the whole history of a Git repository, commit by commit, each at its own time.
 *
 * <p>What an earlier import stated of old commits is not stated again: they are read as the past,
 * and only what differs at the end counts.
 */
public final class GitReader implements Reader {
    private final Repositories repositories;

    /**
     * A reader.
     *
     * @param repositories told which file is which, for the other readers of the same run
     */
    public GitReader(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public String name() {
        return "git";
    }

    @Override
    public boolean reads(Place place) {
        return Repository.isAt(place);
    }

    @Override
    public boolean readsTogether() {
        return true;
    }

    @Override
    public boolean readsPast() {
        return true;
    }

    @Override
    public void read(Place place, Reading reading) throws ReadingFailed {
        reading.progress(0, 0, "looking over the history");
        Repository repository = Repository.open(place.path());
        if (!reading.isKnown() || !new Session(place, repository, reading, true).read()) {
            new Session(place, repository, reading, false).read();
        }
    }

    @Override
    public void fingerprint(Place place, Fingerprint print) throws ReadingFailed {
        print.add(place.label());
        RepositoryPrint.add(place.path(), print);
        Excludes.of(print.look()).addTo(print);
        if (!Repository.isBare(place.path())) {
            for (String file : Repositories.listed(place.path(), print.look())) {
                if (file.endsWith("/" + Excludes.FILE)) {
                    print.ruleFile(file, place.path().resolve(file));
                }
            }
        }
    }

    /** What people leave out of the place, of which the history tells nothing either. */
    private static Presence.LeftOut leftOut(Place place, Look look) {
        Excludes excludes = Excludes.of(look);
        if (!excludes.holdFor(place.path())) {
            return (_, _) -> false;
        }
        String folder = excludes.pathOf(place.path());
        String prefix = folder.isEmpty() ? "" : folder + "/";
        return (path, isFolder) -> excludes.leavesOut(prefix + path, isFolder);
    }

    /** One reading. */
    private final class Session {
        private final Place place;
        private final Repository repository;
        private final Reading reading;
        private final List<Ref> refs;
        private final Survey survey;
        private final Root root;
        private final GitIds ids;
        private final Presence presence;
        private final boolean known;

        /**
         * A session.
         *
         * @param known whether the lines of commits that are stated already need not be counted
         */
        Session(Place place, Repository repository, Reading reading, boolean known)
                throws ReadingFailed {
            this.place = place;
            this.repository = repository;
            this.reading = reading;
            this.refs = Ref.all(repository.git());
            People people = new People(reading.identities());
            this.survey = Survey.of(repository, refs, people, reading.nowMicros());
            this.root = repository.root(survey.graph());
            this.ids = new GitIds(root);
            this.presence =
                    new Presence(root, Submodules.urls(repository), leftOut(place, reading.look()));
            this.known = known;
        }

        /** Reads; false where more must be found out of what is stated already than was. */
        boolean read() throws ReadingFailed {
            CommitGraph graph = survey.graph();
            CommitStatements commits = new CommitStatements(ids, survey);
            if (repository.shallow()) {
                reading.warn(
                        place.location(),
                        "is a shallow clone: its history begins where it was cut off, and its"
                                + " files are not known as those of other clones");
            }
            if (repository.partial()) {
                reading.warn(
                        place.location(),
                        "is a partial clone: lines are not counted, and renamed files are only"
                                + " found again where they did not change");
            }
            boolean[] past = past(graph, commits);
            IssueStatements issues =
                    new IssueStatements(
                            ids, new Mentions(Remotes.of(repository.git())), commits.text());
            stateFrame(graph, past.length > 0 && past[0]);
            Lineage lineage = new Lineage(graph);
            int head = repository.head().isEmpty() ? -1 : graph.find(repository.head());
            if (head >= 0) {
                lineage.keep(head);
            }
            if (!stateCommits(graph, commits, issues, lineage, past)) {
                return false;
            }
            PathMap<FileEntry> tree = head < 0 ? PathMap.empty() : lineage.tree(head);
            RepositoryFiles files =
                    RepositoryFiles.reconciled(
                            repository,
                            root,
                            CommitTree.ofHead(repository),
                            tree,
                            reading.nowMicros());
            repositories.remember(repository.path(), files, reading.look());
            presence.settle(files.files());
            List<NodeStatement> nodes = new ArrayList<>();
            List<Id> withdrawn = new ArrayList<>();
            presence.tell(nodes, withdrawn);
            long last = graph.size() == 0 ? Batch.WHEN_RECORDED : graph.lastEffectiveAt();
            reading.state(new Batch(last, nodes, List.of(), withdrawn, false));
            new RefStatements(repository, ids, survey, commits, reading).state(refs);
            return true;
        }

        /**
         * Which commits an earlier import stated, with all before them. Of one that only now led to
         * HEAD the files are still to be stated.
         */
        private boolean[] past(CommitGraph graph, CommitStatements commits) {
            boolean[] past = new boolean[graph.size()];
            BitSet ledBefore = new FormerHead(ids, graph, commits, reading.stated()).led(refs);
            for (int i = 0; i < past.length; i++) {
                past[i] =
                        reading.stated().node(commits.id(i)) != null
                                && (!graph.isLed(i) || ledBefore.get(i));
                for (int parent : graph.parents(i)) {
                    past[i] &= past[parent];
                }
            }
            return past;
        }

        /** States the groups that hold the rest. */
        private void stateFrame(CommitGraph graph, boolean past) {
            TreeMap<String, Value> properties = new TreeMap<>();
            if (repository.shallow()) {
                properties.put("shallow", Value.flag(true));
            }
            if (!repository.head().isEmpty() && repository.branch().isEmpty()) {
                properties.put("detached", Value.flag(true));
            }
            List<NodeStatement> frame =
                    List.of(
                            group(
                                    ids.repository(),
                                    place.label(),
                                    "Repository",
                                    Properties.of(properties),
                                    Id.NONE),
                            FileStatements.top(root, "", place.label(), ids.repository()),
                            group(
                                    ids.history(),
                                    "History",
                                    "History",
                                    Properties.NONE,
                                    ids.repository()),
                            group(
                                    ids.people(),
                                    "People",
                                    "People",
                                    Properties.NONE,
                                    ids.repository()));
            long first = graph.size() == 0 ? Batch.WHEN_RECORDED : graph.effectiveAt(0);
            reading.state(new Batch(first, frame, List.of(), List.of(), past));
        }

        private boolean stateCommits(
                CommitGraph graph,
                CommitStatements commits,
                IssueStatements issues,
                Lineage lineage,
                boolean[] past)
                throws ReadingFailed {
            int[] order = order(past);
            BitSet uncounted = new BitSet();
            for (int i = 0; i < past.length; i++) {
                uncounted.set(i, known && past[i]);
            }
            try (Changes changes = Changes.open(repository, graph, order, uncounted)) {
                for (int done = 0; done < order.length; done++) {
                    int commit = order[done];
                    RawCommit raw = changes.next(commit);
                    Step step = lineage.fold(commit, raw.changes());
                    if (graph.isLed(commit)) {
                        presence.apply(commit, step, graph.takenBy(commit));
                    }
                    List<NodeStatement> nodes = new ArrayList<>();
                    List<Id> withdrawn = new ArrayList<>();
                    commits.addNodes(commit, raw, nodes);
                    List<EdgeStatement> mentions =
                            issues.add(commits.id(commit), raw.message(), nodes);
                    presence.tell(nodes, withdrawn);
                    List<EdgeStatement> edges =
                            uncounted.get(commit)
                                    ? commits.edges(
                                            commit, step.changes(), presence, reading.stated())
                                    : commits.edges(commit, step.changes(), presence);
                    if (edges == null) {
                        return false;
                    }
                    edges.addAll(mentions);
                    reading.state(
                            new Batch(
                                    graph.effectiveAt(commit),
                                    nodes,
                                    edges,
                                    withdrawn,
                                    past[commit]));
                    if (done % 64 == 63) {
                        reading.progress(done + 1L, order.length, "commits");
                    }
                }
                reading.progress(order.length, order.length, "commits");
                List<String> unread = changes.unread();
                if (!unread.isEmpty()) {
                    reading.miss(
                            place.location(),
                            unread.size()
                                    + " commits change files whose contents are missing or damaged:"
                                    + " their lines are not counted, and renames perhaps not seen;"
                                    + " 'git fsck' says more. The first is "
                                    + unread.getFirst());
                }
                if (changes.complaint().contains("rename")) {
                    reading.warn(
                            place.location(),
                            "more than "
                                    + ChangeStream.RENAME_LIMIT
                                    + " files came and went in one commit: renames that changed"
                                    + " the file were not looked for there");
                }
                return true;
            }
        }

        /** The past first, each as it was. */
        private int[] order(boolean[] past) {
            int[] order = new int[past.length];
            int at = 0;
            for (int round = 0; round < 2; round++) {
                for (int i = 0; i < past.length; i++) {
                    if (past[i] == (round == 0)) {
                        order[at++] = i;
                    }
                }
            }
            return order;
        }

        private static NodeStatement group(
                Id id, String name, String type, Properties properties, Id within) {
            return new NodeStatement(id, Value.text(name), List.of(type), properties, within, true);
        }
    }
}
