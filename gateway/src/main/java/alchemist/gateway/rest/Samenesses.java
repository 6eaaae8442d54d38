package alchemist.gateway.rest;

import alchemist.gateway.Hosted;
import alchemist.gateway.answers.SamenessAnswers;
import alchemist.gateway.answers.SamenessAnswers.SeparationsAnswer;
import alchemist.gateway.answers.SamenessAnswers.SuggestionsAnswer;
import alchemist.gateway.http.Operation;
import alchemist.gateway.http.Parameter;
import alchemist.gateway.http.Problem;
import alchemist.gateway.http.Reply;
import alchemist.gateway.http.Request;
import alchemist.graph.Graph;
import alchemist.graph.read.Page;
import alchemist.graph.read.Separation;
import alchemist.graph.same.Kind;
import alchemist.graph.same.SamenessView;
import java.util.List;

/** What is probably the same thing, and what people said is not. */
final class Samenesses {
    private static final Parameter<Long> LIMIT = Reads.limit(50, 1000);
    private static final Parameter<String> KIND =
            Parameter.choice(
                            "kind",
                            "only what looks alike in this way; absent: in any",
                            Kind.all().stream().map(Kind::text).toList())
                    .orElse("");
    private static final Parameter<Long> LEAST =
            Parameter.number("least", "only what is at least so sure, in percent", 0, 100)
                    .orElse(0L);

    private final Reads reads;

    Samenesses(Reads reads) {
        this.reads = reads;
    }

    List<Operation> operations() {
        return List.of(
                Operation.get("/api/v1/workspaces/{ws}/suggestions", "listSuggestions")
                        .says("graph", "What is probably the same thing, now")
                        .says(
                                "Facts only once somebody accepts them: by graph.merge-pairs, or for"
                                        + " good refuses them by graph.keep-nodes-apart. Nothing that"
                                        + " was merged, kept apart or is connected is suggested.")
                        .takes(Reads.WS, KIND, LEAST, LIMIT, Reads.CURSOR, Reads.AT_LEAST)
                        .answers(
                                200,
                                "what is probably the same thing",
                                SamenessAnswers.SUGGESTIONS_ANSWER)
                        .refuses(Problem.Kind.UNKNOWN_WORKSPACE, Problem.Kind.NOT_YET)
                        .by(this::suggestions),
                Operation.get("/api/v1/workspaces/{ws}/separations", "listSeparations")
                        .says("graph", "What people said is not the same thing")
                        .says("Taken back by graph.reconsider-nodes.")
                        .takes(Reads.WS, LIMIT, Reads.CURSOR, Reads.AT, Reads.AT_LEAST)
                        .answers(
                                200,
                                "what people said is not the same thing",
                                SamenessAnswers.SEPARATIONS_ANSWER)
                        .refuses(
                                Problem.Kind.UNKNOWN_WORKSPACE,
                                Problem.Kind.POSITION_AHEAD,
                                Problem.Kind.NOT_YET)
                        .by(this::separations));
    }

    private Reply suggestions(Request request) throws InterruptedException {
        Hosted hosted = reads.workspace(request);
        reads.await(hosted, request.get(Reads.AT_LEAST));
        String kind = request.get(KIND);
        int least = request.get(LEAST).intValue();
        String list = request.path() + "\n" + kind + "\n" + least;
        Cursors.Place place = Cursors.read(list, request.get(Reads.CURSOR));
        SamenessView.Answer answer;
        try {
            answer =
                    hosted.sameness()
                            .get()
                            .suggestions(kind, least, request.get(LIMIT).intValue(), place.inner());
        } catch (IllegalArgumentException e) {
            throw Cursors.wrong();
        }
        return Reply.json(
                Reads.json(
                        SamenessAnswers.SUGGESTIONS_ANSWER,
                        new SuggestionsAnswer(
                                answer, Cursors.write(list, answer.position(), answer.cursor()))));
    }

    private Reply separations(Request request) throws InterruptedException {
        Hosted hosted = reads.workspace(request);
        int limit = request.get(LIMIT).intValue();
        String list = Reads.list(request);
        Cursors.Place place = Cursors.read(list, request.get(Reads.CURSOR));
        Graph graph = reads.graph(request, hosted, place);
        Page<Separation> page = Nodes.page(() -> graph.separations(limit, place.inner()));
        return Reply.json(
                Reads.json(
                        SamenessAnswers.SEPARATIONS_ANSWER,
                        new SeparationsAnswer(
                                graph.position(),
                                page.items(),
                                Cursors.write(list, graph.position(), page.cursor()))));
    }
}
