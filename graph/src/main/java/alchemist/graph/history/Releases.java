package alchemist.graph.history;

import alchemist.graph.Adjacency;
import alchemist.graph.read.NodeSummary;
import alchemist.kernel.collection.IntList;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Works out what went into releases. */
final class Releases {
    private final Adjacency graph;
    private final Commits commits;
    private final Ancestry ancestry;
    private final List<Tagged> tags = new ArrayList<>();

    /** By the index of a commit, the tags that point to it. */
    private final Map<Integer, List<Tagged>> tagsOf = new HashMap<>();

    /** What is asked about, where that is no tag: what its commit has that no tag has. */
    private final @Nullable Tagged untagged;

    private record Tagged(int tag, int commit, long at, TagName name) {}

    /** The commits that are new, and what tags are before them. */
    private record News(IntList commits, List<Tagged> before) {}

    /** The latest first; of one time, by id. */
    private final Comparator<Tagged> order;

    /**
     * The releases of a graph.
     *
     * @param asked a tag, or a branch or whatever else points to a commit; NONE for all
     */
    Releases(Adjacency graph, int asked) {
        this.graph = graph;
        this.order =
                Comparator.comparingLong(Tagged::at)
                        .reversed()
                        .thenComparing(tagged -> graph.id(tagged.tag));
        this.commits = new Commits(graph);
        int pointsTo = graph.relation(Names.POINTS_TO);
        IntList all = graph.ofType(Names.TAG);
        IntList tips = new IntList();
        for (int i = 0; i < all.size(); i++) {
            Tagged tagged = target(all.at(i), pointsTo, tips);
            if (tagged != null) {
                tags.add(tagged);
                tagsOf.computeIfAbsent(tagged.commit, _ -> new ArrayList<>(1)).add(tagged);
            }
        }
        boolean isTag = asked == Adjacency.NONE || tags.stream().anyMatch(one -> one.tag == asked);
        this.untagged = isTag ? null : target(asked, pointsTo, tips);
        this.ancestry = new Ancestry(graph, commits, tips);
        tags.sort(order);
    }

    /** Where a tag or branch leads; null where that is nowhere. */
    private @Nullable Tagged target(int tag, int pointsTo, IntList tips) {
        int[] target = {Adjacency.NONE};
        graph.out(tag, pointsTo, (_, commit) -> target[0] = commit);
        if (target[0] == Adjacency.NONE) {
            return null;
        }
        tips.add(target[0]);
        int commit = commits.index(target[0]);
        boolean stated = !graph.property(tag, Names.TAGGED).equals(Value.NULL);
        return new Tagged(
                tag,
                commit,
                stated ? commits.timeOf(tag, Names.TAGGED) : commits.time(commit),
                TagName.of(graph.summary(tag).name().text()));
    }

    /** How many there are. */
    int size() {
        return tags.size();
    }

    /** The latest ones. */
    List<Release> latest(int limit) {
        List<Release> latest = new ArrayList<>();
        for (Tagged tagged : tags.subList(0, Math.min(limit, tags.size()))) {
            latest.add(contents(tagged, 0).release());
        }
        return latest;
    }

    /** What is new in what was asked about; null where it points to no commit. */
    Release.@Nullable Contents of(int tag, int limit) {
        if (untagged != null) {
            return contents(untagged, limit);
        }
        for (Tagged tagged : tags) {
            if (tagged.tag == tag) {
                return contents(tagged, limit);
            }
        }
        return null;
    }

    /** What is new in a tag since those before it of its line; where there is none, of any. */
    private News news(Tagged tagged) {
        if (tagged.equals(untagged)) {
            return since(tagged, _ -> true, null);
        }
        Predicate<Tagged> inLine = one -> one.name.isInLineOf(tagged.name);
        News news = since(tagged, inLine, null);
        if (news.before.stream().anyMatch(one -> one.name.isInSeriesOf(tagged.name))) {
            return news;
        }
        Tagged beside = beside(tagged, news.before);
        if (beside != null) {
            return since(tagged, inLine, beside);
        }
        return news.before.isEmpty() ? since(tagged, _ -> true, null) : news;
    }

    /**
     * The tag that a release follows although it does not lead to it, having been made on a line of
     * its own that was never merged: the last of its series, such as 3.0.0 for 3.0.1; else that of
     * the series before, where those that lead to it are of older ones.
     */
    private @Nullable Tagged beside(Tagged tagged, List<Tagged> before) {
        Tagged follows = null;
        for (Tagged one : tags) {
            if (one.at < tagged.at && one.name.isInSeriesOf(tagged.name)) {
                follows = one;
                break;
            }
            boolean later = follows == null || follows.name.isBefore(one.name);
            if (one.at < tagged.at && one.name.isBefore(tagged.name) && later) {
                follows = one;
            }
        }
        return follows != null && isApart(follows, tagged) && isLaterThan(before, follows)
                ? follows
                : null;
    }

    private boolean isApart(Tagged one, Tagged other) {
        return !ancestry.leads(one.commit, other.commit)
                && !ancestry.leads(other.commit, one.commit);
    }

    private static boolean isLaterThan(List<Tagged> before, Tagged follows) {
        return before.stream().allMatch(one -> one.name.isBefore(follows.name));
    }

    private News since(Tagged tagged, Predicate<Tagged> counts, @Nullable Tagged beside) {
        List<Tagged> before = new ArrayList<>();
        if (beside != null) {
            before.add(beside);
        }
        IntList fresh =
                ancestry.since(
                        tagged.commit,
                        beside == null ? Ancestry.NO_COMMIT : beside.commit,
                        commit -> {
                            boolean own = !tagged.equals(untagged) && commit == tagged.commit;
                            List<Tagged> others =
                                    own
                                            ? List.of()
                                            : tagsOf.getOrDefault(commit, List.of()).stream()
                                                    .filter(counts)
                                                    .toList();
                            before.addAll(others);
                            return !others.isEmpty();
                        });
        return new News(fresh, before);
    }

    private Release.Contents contents(Tagged tagged, int limit) {
        News news = news(tagged);
        IntList fresh = news.commits;
        Tally people = new Tally();
        Tally files = new Tally();
        Tally mentioned = new Tally();
        int changes = graph.relation(Names.CHANGES);
        int mentions = graph.relation(Names.MENTIONS);
        for (int i = 0; i < fresh.size(); i++) {
            int commit = fresh.at(i);
            for (int person : commits.authors(commit)) {
                people.add(person, commit);
            }
            graph.outEver(commits.node(commit), changes, (_, file) -> files.add(file, commit));
            graph.out(commits.node(commit), mentions, (_, one) -> mentioned.add(one, commit));
        }
        List<NodeSummary> first = new ArrayList<>();
        if (limit > 0) {
            int[] latest = commits.latestFirst(fresh.toArray());
            for (int i = 0; i < Math.min(limit, latest.length); i++) {
                first.add(graph.summary(commits.node(latest[i])));
            }
        }
        Release release =
                new Release(
                        graph.summary(tagged.tag),
                        commits.id(tagged.commit),
                        tagged.at,
                        news.before.stream()
                                .sorted(order)
                                .map(one -> graph.summary(one.tag))
                                .toList(),
                        fresh.size(),
                        people.size(),
                        files.size(),
                        mentioned.size());
        return new Release.Contents(
                release, first, people.first(limit), files.first(limit), mentioned.first(limit));
    }

    /** How many commits have to do with each of some nodes. */
    private final class Tally {
        private final Map<Integer, int[]> counts = new HashMap<>();

        /** Counts a commit for a node, once though they are tied twice. */
        void add(int node, int commit) {
            int[] count = counts.computeIfAbsent(node, _ -> new int[] {0, -1});
            if (count[1] != commit) {
                count[0]++;
                count[1] = commit;
            }
        }

        int size() {
            return counts.size();
        }

        List<Release.Part> first(int limit) {
            List<Map.Entry<Integer, int[]>> all = new ArrayList<>(counts.entrySet());
            all.removeIf(entry -> limit == 0 || !graph.isVisible(entry.getKey()));
            all.sort(
                    (one, other) -> {
                        int more = Integer.compare(other.getValue()[0], one.getValue()[0]);
                        return more != 0
                                ? more
                                : graph.id(one.getKey()).compareTo(graph.id(other.getKey()));
                    });
            List<Release.Part> first = new ArrayList<>();
            for (Map.Entry<Integer, int[]> entry : all.subList(0, Math.min(limit, all.size()))) {
                first.add(
                        new Release.Part(
                                graph.summary(entry.getKey()),
                                Commits.path(graph, entry.getKey()),
                                entry.getValue()[0]));
            }
            return first;
        }
    }
}
