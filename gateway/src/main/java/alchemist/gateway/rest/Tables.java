package alchemist.gateway.rest;

import alchemist.gateway.Hosted;
import alchemist.gateway.answers.TableAnswers;
import alchemist.gateway.answers.TableAnswers.OntologyAnswer;
import alchemist.gateway.answers.TableAnswers.RowsAnswer;
import alchemist.gateway.http.Operation;
import alchemist.gateway.http.Parameter;
import alchemist.gateway.http.Problem;
import alchemist.gateway.http.Reply;
import alchemist.gateway.http.Request;
import alchemist.graph.Graph;
import alchemist.graph.read.Page;
import alchemist.graph.read.RowRead;
import java.util.Arrays;
import java.util.List;

/** The graph as tables: nodes by row, and the types and relations that there are. */
final class Tables {
    private static final String TOPIC = "graph";

    /** How many properties one asks for at once. */
    private static final int MOST_PROPERTIES = 20;

    private static final Parameter<Long> LIMIT = Reads.limit(1_000, 10_000);
    private static final Parameter<String> PROPERTIES =
            Parameter.text(
                    "properties",
                    "the keys of the properties that are wanted, with commas between them, at most "
                            + MOST_PROPERTIES);
    private static final Parameter<Boolean> STATED =
            Parameter.flag("stated", "only nodes of which one of these properties is shown")
                    .orElse(false);

    private final Reads reads;

    Tables(Reads reads) {
        this.reads = reads;
    }

    List<Operation> operations() {
        return List.of(
                Operation.get("/api/v1/workspaces/{ws}/rows", "listRows")
                        .says(TOPIC, "Nodes and groups as the rows of a table")
                        .says(
                                "Each with how many edges it has, when it last changed, and the"
                                        + " properties that are asked for. All pages are true at the"
                                        + " position of the first.")
                        .takes(
                                Reads.WS,
                                PROPERTIES,
                                STATED,
                                LIMIT,
                                Reads.CURSOR,
                                Reads.AT,
                                Reads.AT_LEAST)
                        .answers(200, "a part of them", TableAnswers.ROWS_ANSWER)
                        .refuses(
                                Problem.Kind.UNKNOWN_WORKSPACE,
                                Problem.Kind.POSITION_AHEAD,
                                Problem.Kind.NOT_YET)
                        .by(this::rows),
                Operation.get("/api/v1/workspaces/{ws}/ontology", "getOntology")
                        .says(TOPIC, "The types and relations")
                        .says("Each with how much there is of it, and which properties are used.")
                        .takes(Reads.WS, Reads.AT, Reads.AT_LEAST)
                        .answers(200, "all of them", TableAnswers.ONTOLOGY_ANSWER)
                        .refuses(
                                Problem.Kind.UNKNOWN_WORKSPACE,
                                Problem.Kind.POSITION_AHEAD,
                                Problem.Kind.NOT_YET)
                        .by(this::ontology));
    }

    private Reply rows(Request request) throws InterruptedException {
        Hosted hosted = reads.workspace(request);
        List<String> keys =
                Arrays.stream(request.get(PROPERTIES).split(","))
                        .map(String::strip)
                        .filter(key -> !key.isEmpty())
                        .distinct()
                        .toList();
        if (keys.size() > MOST_PROPERTIES) {
            throw Problem.of(
                            Problem.Kind.BAD_PARAMETER,
                            "these are "
                                    + keys.size()
                                    + " properties; ask for at most "
                                    + MOST_PROPERTIES)
                    .with("parameter", "properties");
        }
        boolean stated = request.get(STATED);
        int limit = request.get(LIMIT).intValue();
        String list = Reads.list(request, keys, stated);
        Cursors.Place place = Cursors.read(list, request.get(Reads.CURSOR));
        Graph graph = reads.graph(request, hosted, place);
        Page<RowRead> page = Nodes.page(() -> graph.rows(keys, stated, limit, place.inner()));
        String cursor = Cursors.write(list, graph.position(), page.cursor());
        return Reply.json(
                Reads.json(
                        TableAnswers.ROWS_ANSWER,
                        new RowsAnswer(graph.position(), page.items(), cursor)));
    }

    private Reply ontology(Request request) throws InterruptedException {
        Graph graph = reads.graph(request, reads.workspace(request));
        return Reply.json(
                Reads.json(
                        TableAnswers.ONTOLOGY_ANSWER,
                        new OntologyAnswer(graph.position(), graph.terms())));
    }
}
