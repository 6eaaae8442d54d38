package alchemist.gateway.rest;

import alchemist.gateway.Hosted;
import alchemist.gateway.answers.HistoryAnswers;
import alchemist.gateway.answers.HistoryAnswers.CoChangesAnswer;
import alchemist.gateway.answers.HistoryAnswers.HotSpotsAnswer;
import alchemist.gateway.answers.HistoryAnswers.OwnersAnswer;
import alchemist.gateway.answers.ReleaseAnswers;
import alchemist.gateway.answers.ReleaseAnswers.ReleaseAnswer;
import alchemist.gateway.answers.ReleaseAnswers.ReleasesAnswer;
import alchemist.gateway.http.Operation;
import alchemist.gateway.http.Parameter;
import alchemist.gateway.http.Problem;
import alchemist.gateway.http.Reply;
import alchemist.gateway.http.Request;
import alchemist.graph.Graph;
import alchemist.graph.history.CoChanges;
import alchemist.graph.history.GraphHistory;
import alchemist.graph.history.HotSpots;
import alchemist.graph.history.HotSpots.Measure;
import alchemist.graph.history.Ownership;
import alchemist.graph.history.Ranking;
import alchemist.graph.history.Rankings;
import alchemist.graph.history.Release;
import alchemist.kernel.Id;
import alchemist.kernel.schema.Schema;
import java.util.List;
import java.util.Locale;

/** What the history of commits tells of files, people and releases. */
final class Histories {
    private static final String TOPIC = "history";
    private static final int A_CENTURY = 36_525;
    private static final Parameter<Long> LIMIT = Reads.limit(20, 1000);
    private static final Parameter<Long> LEAST =
            Parameter.number(
                            "least",
                            "only files that changed together in at least so many commits",
                            1,
                            1_000_000)
                    .orElse(2L);
    private static final Parameter<Long> MOST_FILES =
            Parameter.number("mostFiles", "commits of more files are left out", 2, 10_000)
                    .orElse(50L);
    private static final Parameter<Long> HALF_LIFE =
            Parameter.number(
                            "halfLifeDays",
                            "a change counts half as much as one that was made so many days later",
                            1,
                            A_CENTURY)
                    .orElse(180L);
    private static final Parameter<String> MEASURE =
            Parameter.choice(
                            "measure",
                            "of the size of files: the complexity of what they declare, or lines",
                            List.of("complexity", "lines"))
                    .orElse("complexity");
    private static final Parameter<Long> DAYS =
            Parameter.number(
                            "days",
                            "only changes within so many days before the last commit; 0: all",
                            0,
                            A_CENTURY)
                    .orElse(0L);
    private static final Parameter<Id> WITHIN =
            Parameter.id("within", "only files in this group, or only this file; absent: all")
                    .orElse(Id.NONE);
    private static final Parameter<Id> TAG =
            Parameter.id("id", "the id of the tag, or of a branch").inPath();

    private final Reads reads;
    private final Rankings rankings = new Rankings();

    Histories(Reads reads) {
        this.reads = reads;
    }

    List<Operation> operations() {
        return List.of(
                about(
                                "nodes/{id}/co-changes",
                                "listCoChanges",
                                "What changes together with a file or the files of a group",
                                HistoryAnswers.CO_CHANGES_ANSWER)
                        .says(
                                "Files that the same commits changed, those of a group only outside"
                                        + " of it. A commit of two files ties them by 1, one of n"
                                        + " files by 1 / (n - 1).")
                        .takes(Reads.NODE, LEAST, MOST_FILES, LIMIT)
                        .refuses(Nodes.NO_SUCH_THING)
                        .by(this::coChanges),
                about(
                                "nodes/{id}/owners",
                                "listOwners",
                                "Who knows a file or the files of a group",
                                HistoryAnswers.OWNERS_ANSWER)
                        .says(
                                "People by what they changed, of which less counts the longer it is"
                                        + " before the last change of all.")
                        .takes(Reads.NODE, HALF_LIFE, LIMIT)
                        .refuses(Nodes.NO_SUCH_THING)
                        .by(this::owners),
                about(
                                "hot-spots",
                                "listHotSpots",
                                "Files that change often and are large",
                                HistoryAnswers.HOT_SPOTS_ANSWER)
                        .says(
                                "By the number of commits that changed them times their size. Files"
                                        + " of which nobody states the size are only counted.")
                        .takes(MEASURE, DAYS, WITHIN, LIMIT)
                        .refuses(Nodes.NO_SUCH_THING)
                        .by(this::hotSpots),
                about("releases", "listReleases", "Releases", ReleaseAnswers.RELEASES_ANSWER)
                        .says("Each tag, with how much is new in it; the latest first.")
                        .takes(LIMIT)
                        .by(this::releases),
                about(
                                "releases/{id}",
                                "getRelease",
                                "What went into a release, or into none yet",
                                ReleaseAnswers.RELEASE_ANSWER)
                        .says(
                                "The commits that lead to a tag and to no tag before it, or to a"
                                        + " branch and to no tag; who wrote them, what they changed and"
                                        + " which issues they mention.")
                        .takes(TAG, LIMIT)
                        .refuses(Nodes.NO_SUCH_THING)
                        .by(this::release));
    }

    private static Operation.Builder about(
            String path, String name, String summary, Schema<?> schema) {
        return Operation.get("/api/v1/workspaces/{ws}/" + path, name)
                .says(TOPIC, summary)
                .takes(Reads.WS, Reads.AT, Reads.AT_LEAST)
                .answers(200, "the answer, with the commits behind it", schema)
                .refuses(
                        Problem.Kind.UNKNOWN_WORKSPACE,
                        Problem.Kind.POSITION_AHEAD,
                        Problem.Kind.NOT_YET);
    }

    private Reply coChanges(Request request) throws InterruptedException {
        Graph graph = reads.graph(request, reads.workspace(request));
        Id id = request.get(Reads.NODE);
        CoChanges.Options options =
                new CoChanges.Options(
                        request.get(LEAST).intValue(),
                        request.get(MOST_FILES).intValue(),
                        request.get(LIMIT).intValue());
        CoChanges found =
                new GraphHistory(graph)
                        .coChanges(id, options)
                        .orElseThrow(() -> Nodes.unknown("node", id, graph));
        return Reply.json(
                Reads.json(
                        HistoryAnswers.CO_CHANGES_ANSWER,
                        new CoChangesAnswer(graph.position(), found)));
    }

    private Reply owners(Request request) throws InterruptedException {
        Graph graph = reads.graph(request, reads.workspace(request));
        Id id = request.get(Reads.NODE);
        int halfLifeDays = request.get(HALF_LIFE).intValue();
        Ownership found =
                new GraphHistory(graph)
                        .owners(
                                id,
                                new Ownership.Options(halfLifeDays, request.get(LIMIT).intValue()))
                        .orElseThrow(() -> Nodes.unknown("node", id, graph));
        return Reply.json(
                Reads.json(
                        HistoryAnswers.OWNERS_ANSWER,
                        new OwnersAnswer(graph.position(), halfLifeDays, found)));
    }

    private Reply hotSpots(Request request) throws InterruptedException {
        Hosted hosted = reads.workspace(request);
        Graph graph = reads.graph(request, hosted);
        String measure = request.get(MEASURE);
        HotSpots.Options options =
                new HotSpots.Options(
                        Measure.valueOf(measure.toUpperCase(Locale.ROOT)),
                        request.get(DAYS).intValue());
        Ranking ranking = rankings.of(hosted.id(), graph, options);
        Id within = request.get(WITHIN);
        HotSpots found =
                new GraphHistory(graph)
                        .hotSpots(ranking, within, request.get(LIMIT).intValue())
                        .orElseThrow(() -> Nodes.unknown("node", within, graph));
        return Reply.json(
                Reads.json(
                        HistoryAnswers.HOT_SPOTS_ANSWER,
                        new HotSpotsAnswer(graph.position(), measure, found)));
    }

    private Reply releases(Request request) throws InterruptedException {
        Graph graph = reads.graph(request, reads.workspace(request));
        GraphHistory.Listed found = new GraphHistory(graph).releases(request.get(LIMIT).intValue());
        return Reply.json(
                Reads.json(
                        ReleaseAnswers.RELEASES_ANSWER,
                        new ReleasesAnswer(graph.position(), found)));
    }

    private Reply release(Request request) throws InterruptedException {
        Graph graph = reads.graph(request, reads.workspace(request));
        Id tag = request.get(TAG);
        Release.Contents found =
                new GraphHistory(graph)
                        .release(tag, request.get(LIMIT).intValue())
                        .orElseThrow(() -> Nodes.unknown("tag or branch of a commit", tag, graph));
        return Reply.json(
                Reads.json(
                        ReleaseAnswers.RELEASE_ANSWER, new ReleaseAnswer(graph.position(), found)));
    }
}
