package alchemist.gateway.rest;

import alchemist.exchange.imports.Diff;
import alchemist.gateway.Hosted;
import alchemist.gateway.answers.ChangeAnswers;
import alchemist.gateway.answers.ChangeAnswers.ChangesAnswer;
import alchemist.gateway.http.Operation;
import alchemist.gateway.http.Parameter;
import alchemist.gateway.http.Problem;
import alchemist.gateway.http.Reply;
import alchemist.gateway.http.Request;
import alchemist.graph.At;
import alchemist.graph.Graph;
import alchemist.graph.PositionAhead;
import alchemist.graph.read.Change;
import java.util.ArrayList;
import java.util.List;

/** What differs between two moments. */
final class Differences {
    private static final Parameter<Long> LIMIT = Reads.limit(500, 10_000);
    private static final Parameter<At> SINCE =
            Parameter.of(
                    "since",
                    "the moment to compare with, written like 'at'",
                    json -> json.field("type", "string"),
                    At::parse);

    private final Reads reads;

    Differences(Reads reads) {
        this.reads = reads;
    }

    List<Operation> operations() {
        return List.of(
                Operation.get("/api/v1/workspaces/{ws}/changes", "listChanges")
                        .says("history", "What differs between two moments")
                        .says(
                                "Compares what is shown at 'at' with what was shown at 'since'. Where"
                                        + " both are times in the world, all that is known is looked"
                                        + " at; else what events between the two are about.")
                        .takes(Reads.WS, SINCE, LIMIT, Reads.AT, Reads.AT_LEAST)
                        .answers(200, "what differs", ChangeAnswers.CHANGES_ANSWER)
                        .refuses(
                                Problem.Kind.UNKNOWN_WORKSPACE,
                                Problem.Kind.POSITION_AHEAD,
                                Problem.Kind.NOT_YET)
                        .by(this::changes));
    }

    private Reply changes(Request request) throws InterruptedException {
        Hosted hosted = reads.workspace(request);
        At since = request.get(SINCE);
        Graph after = reads.graph(request, hosted);
        Graph before;
        try {
            before = hosted.graph().view().at(since);
        } catch (PositionAhead e) {
            throw Reads.ahead(e);
        }
        List<Change> all = after.since(before);
        long limit = request.get(LIMIT);
        List<Change> told = new ArrayList<>();
        add(all, false, limit, told);
        add(all, true, limit, told);
        return Reply.json(
                Reads.json(
                        ChangeAnswers.CHANGES_ANSWER,
                        new ChangesAnswer(
                                after.position(),
                                before.position(),
                                count(all, Change.Kind.ADDED),
                                count(all, Change.Kind.REMOVED),
                                count(all, Change.Kind.CHANGED),
                                told)));
    }

    private static void add(List<Change> all, boolean edges, long limit, List<Change> told) {
        for (Change change : all) {
            if (change.isEdge() == edges && told.size() < limit) {
                told.add(change);
            }
        }
    }

    private static Diff.Count count(List<Change> all, Change.Kind kind) {
        int nodes = 0;
        int edges = 0;
        for (Change change : all) {
            if (change.kind() == kind) {
                nodes += change.isEdge() ? 0 : 1;
                edges += change.isEdge() ? 1 : 0;
            }
        }
        return new Diff.Count(nodes, edges);
    }
}
