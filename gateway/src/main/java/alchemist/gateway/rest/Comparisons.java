package alchemist.gateway.rest;

import alchemist.gateway.Hosted;
import alchemist.gateway.answers.ComparisonAnswers;
import alchemist.gateway.http.Operation;
import alchemist.gateway.http.Parameter;
import alchemist.gateway.http.Problem.Kind;
import alchemist.gateway.http.Reply;
import alchemist.gateway.http.Request;
import alchemist.graph.At;
import alchemist.graph.Graph;
import alchemist.graph.PositionAhead;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What differs between two moments of a graph. */
final class Comparisons {
    private static final Parameter<Long> LIMIT = Reads.limit(200, 10_000);

    private static final Parameter<At> SINCE =
            Parameter.of(
                            "since",
                            "the moment to compare with: a position, a time in the world or a"
                                    + " recorded time, as 'at' takes them; absent: the beginning",
                            json -> json.field("type", "string"),
                            At::parse)
                    .orElse(At.position(0));

    private static final Parameter<String> PASSING =
            Parameter.text(
                    "passing",
                    "properties that may differ, parted by commas, such as line; absent: none");

    private final Reads reads;

    Comparisons(Reads reads) {
        this.reads = reads;
    }

    List<Operation> operations() {
        return List.of(
                Operation.get("/api/v1/workspaces/{ws}/changes", "listChanges")
                        .says("history", "What differs between two moments")
                        .says(
                                "Of what is shown: things that came, went, or of which something"
                                        + " else is shown, with what it was and is.")
                        .takes(Reads.WS, SINCE, LIMIT, PASSING, Reads.AT, Reads.AT_LEAST)
                        .answers(200, "what differs", ComparisonAnswers.COMPARISON)
                        .refuses(Kind.UNKNOWN_WORKSPACE, Kind.POSITION_AHEAD, Kind.NOT_YET)
                        .by(this::changes));
    }

    private Reply changes(Request request) throws InterruptedException {
        Hosted hosted = reads.workspace(request);
        Graph graph = reads.graph(request, hosted);
        try {
            Graph earlier = hosted.graph().view().at(request.get(SINCE));
            return Reply.json(
                    Reads.json(
                            ComparisonAnswers.COMPARISON,
                            graph.since(
                                    earlier,
                                    request.get(LIMIT).intValue(),
                                    passing(request.get(PASSING)))));
        } catch (PositionAhead e) {
            throw Reads.ahead(e);
        }
    }

    private static Set<String> passing(String text) {
        return new HashSet<>(List.of(text.split(",", -1)));
    }
}
