package alchemist.gateway.rest;

import alchemist.gateway.Hosted;
import alchemist.gateway.answers.GraphAnswers;
import alchemist.gateway.answers.GraphAnswers.DisagreementsAnswer;
import alchemist.gateway.answers.GraphAnswers.SourcesAnswer;
import alchemist.gateway.answers.GraphAnswers.Stats;
import alchemist.gateway.answers.GraphAnswers.ViolationsAnswer;
import alchemist.gateway.http.Operation;
import alchemist.gateway.http.Parameter;
import alchemist.gateway.http.Problem;
import alchemist.gateway.http.Reply;
import alchemist.gateway.http.Request;
import alchemist.graph.Graph;
import alchemist.graph.read.Disagreement;
import alchemist.graph.read.Page;
import alchemist.graph.read.Violation;
import alchemist.kernel.schema.Schema;
import java.util.List;

/** The graph as a whole: how much there is, from where, and what is not as it should be. */
final class Wholes {
    private static final String TOPIC = "graph";
    private static final Parameter<Long> LIMIT = Reads.limit(50, 1000);

    private final Reads reads;

    Wholes(Reads reads) {
        this.reads = reads;
    }

    List<Operation> operations() {
        return List.of(
                whole("stats", "getStats", "How much there is", GraphAnswers.STATS).by(this::stats),
                whole(
                                "sources",
                                "listSources",
                                "The sources that imports read",
                                GraphAnswers.SOURCES_ANSWER)
                        .by(this::sources),
                whole(
                                "disagreements",
                                "listDisagreements",
                                "Where sources and people differ",
                                GraphAnswers.DISAGREEMENTS_ANSWER)
                        .takes(LIMIT, Reads.CURSOR)
                        .by(this::disagreements),
                whole(
                                "violations",
                                "listViolations",
                                "What breaks a constraint of the ontology",
                                GraphAnswers.VIOLATIONS_ANSWER)
                        .takes(LIMIT, Reads.CURSOR)
                        .by(this::violations));
    }

    private static Operation.Builder whole(
            String path, String name, String summary, Schema<?> schema) {
        return Operation.get("/api/v1/workspaces/{ws}/" + path, name)
                .says(TOPIC, summary)
                .takes(Reads.WS, Reads.AT, Reads.AT_LEAST)
                .answers(200, summary.toLowerCase(java.util.Locale.ROOT), schema)
                .refuses(
                        Problem.Kind.UNKNOWN_WORKSPACE,
                        Problem.Kind.POSITION_AHEAD,
                        Problem.Kind.NOT_YET);
    }

    private Reply stats(Request request) throws InterruptedException {
        Hosted hosted = reads.workspace(request);
        Graph graph = reads.graph(request, hosted);
        return Reply.json(
                Reads.json(
                        GraphAnswers.STATS,
                        new Stats(
                                graph.position(),
                                graph.statistics(),
                                graph.sources(),
                                hosted.graph().parked().size())));
    }

    private Reply sources(Request request) throws InterruptedException {
        Graph graph = reads.graph(request, reads.workspace(request));
        return Reply.json(
                Reads.json(
                        GraphAnswers.SOURCES_ANSWER,
                        new SourcesAnswer(graph.position(), graph.sources())));
    }

    private Reply disagreements(Request request) throws InterruptedException {
        Hosted hosted = reads.workspace(request);
        int limit = request.get(LIMIT).intValue();
        String list = Reads.list(request);
        Cursors.Place place = Cursors.read(list, request.get(Reads.CURSOR));
        Graph graph = reads.graph(request, hosted, place);
        Page<Disagreement> page = Nodes.page(() -> graph.disagreements(limit, place.inner()));
        return Reply.json(
                Reads.json(
                        GraphAnswers.DISAGREEMENTS_ANSWER,
                        new DisagreementsAnswer(
                                graph.position(),
                                page.items(),
                                Cursors.write(list, graph.position(), page.cursor()))));
    }

    private Reply violations(Request request) throws InterruptedException {
        Hosted hosted = reads.workspace(request);
        int limit = request.get(LIMIT).intValue();
        String list = Reads.list(request);
        Cursors.Place place = Cursors.read(list, request.get(Reads.CURSOR));
        Graph graph = reads.graph(request, hosted, place);
        Page<Violation> page = Nodes.page(() -> graph.violations(limit, place.inner()));
        return Reply.json(
                Reads.json(
                        GraphAnswers.VIOLATIONS_ANSWER,
                        new ViolationsAnswer(
                                graph.position(),
                                page.items(),
                                Cursors.write(list, graph.position(), page.cursor()))));
    }
}
