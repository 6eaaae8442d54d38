package alchemist.gateway.rest;

import alchemist.gateway.Hosted;
import alchemist.gateway.answers.EdgeAnswers;
import alchemist.gateway.answers.EdgeAnswers.EdgeAnswer;
import alchemist.gateway.answers.EdgeAnswers.NeighborsAnswer;
import alchemist.gateway.answers.NodeAnswers;
import alchemist.gateway.answers.NodeAnswers.Node;
import alchemist.gateway.answers.NodeAnswers.NodeAnswer;
import alchemist.gateway.answers.NodeAnswers.NodesAnswer;
import alchemist.gateway.http.Operation;
import alchemist.gateway.http.Parameter;
import alchemist.gateway.http.Problem;
import alchemist.gateway.http.Reply;
import alchemist.gateway.http.Request;
import alchemist.graph.Graph;
import alchemist.graph.read.CommandRead;
import alchemist.graph.read.Direction;
import alchemist.graph.read.EdgeRead;
import alchemist.graph.read.NeighborRead;
import alchemist.graph.read.NodePage;
import alchemist.graph.read.NodeRead;
import alchemist.graph.read.Page;
import alchemist.kernel.Id;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Nodes, groups and edges. */
final class Nodes {
    private static final String TOPIC = "graph";
    private static final Parameter<String> TYPE =
            Parameter.text("type", "only those of a type, as it is shown");
    private static final Parameter<String> NAME =
            Parameter.text(
                    "name",
                    "only those whose name holds this, without regard to case; first those of which"
                            + " a word begins with it. A path, such as src/main.py, also finds"
                            + " main.py in a group src. Where nothing is found: those that hold"
                            + " all of its words, else those that are spelt nearly so");
    private static final Parameter<Long> LIMIT = Reads.limit(50, 1000);
    private static final Parameter<String> RELATION =
            Parameter.text("relation", "only edges of a relation, as it is shown; absent: any");
    private static final Parameter<String> DIRECTION =
            Parameter.choice(
                            "direction",
                            "out: edges that leave the node, in: that enter it",
                            List.of("out", "in", "both"))
                    .orElse("both");
    private static final Parameter<Id> EDGE = Parameter.id("id", "the id of the edge").inPath();

    /** The kinds of {@link #unknown}. */
    static final List<Problem.Kind> NO_SUCH_THING =
            List.of(Problem.Kind.UNKNOWN_NODE, Problem.Kind.ABSENT_NODE, Problem.Kind.OTHER_THING);

    private final Reads reads;

    Nodes(Reads reads) {
        this.reads = reads;
    }

    List<Operation> operations() {
        return List.of(
                Operation.get("/api/v1/workspaces/{ws}/nodes", "listNodes")
                        .says(TOPIC, "Nodes and groups")
                        .says(
                                "All of them, those of a type, or those of a name, best first. All"
                                        + " pages of a list are true at the position of the first.")
                        .takes(Reads.WS, TYPE, NAME, LIMIT, Reads.CURSOR, Reads.AT, Reads.AT_LEAST)
                        .answers(200, "a part of them", NodeAnswers.NODES_ANSWER)
                        .refuses(
                                Problem.Kind.UNKNOWN_WORKSPACE,
                                Problem.Kind.POSITION_AHEAD,
                                Problem.Kind.NOT_YET)
                        .by(this::list),
                Operation.get("/api/v1/workspaces/{ws}/nodes/{id}", "getNode")
                        .says(TOPIC, "All of a node or group")
                        .says("A node that was merged into another is shown as that one.")
                        .takes(Reads.WS, Reads.NODE, Reads.AT, Reads.AT_LEAST)
                        .answers(200, "the node", NodeAnswers.NODE_ANSWER)
                        .refuses(NO_SUCH_THING)
                        .refuses(
                                Problem.Kind.UNKNOWN_WORKSPACE,
                                Problem.Kind.POSITION_AHEAD,
                                Problem.Kind.NOT_YET)
                        .by(this::node),
                Operation.get("/api/v1/workspaces/{ws}/nodes/{id}/neighbors", "listNeighbors")
                        .says(TOPIC, "The edges of a node and what they lead to")
                        .says("Outgoing ones first, of each direction the latest first.")
                        .takes(
                                Reads.WS,
                                Reads.NODE,
                                RELATION,
                                DIRECTION,
                                LIMIT,
                                Reads.CURSOR,
                                Reads.AT,
                                Reads.AT_LEAST)
                        .answers(200, "a part of them", EdgeAnswers.NEIGHBORS_ANSWER)
                        .refuses(NO_SUCH_THING)
                        .refuses(
                                Problem.Kind.UNKNOWN_WORKSPACE,
                                Problem.Kind.POSITION_AHEAD,
                                Problem.Kind.NOT_YET)
                        .by(this::neighbors),
                Operation.get("/api/v1/workspaces/{ws}/nodes/{id}/members", "listMembers")
                        .says(TOPIC, "What is in a group")
                        .says("Not what is in groups inside. A node without any has no members.")
                        .takes(Reads.WS, Reads.NODE, LIMIT, Reads.CURSOR, Reads.AT, Reads.AT_LEAST)
                        .answers(200, "a part of them", NodeAnswers.NODES_ANSWER)
                        .refuses(NO_SUCH_THING)
                        .refuses(
                                Problem.Kind.UNKNOWN_WORKSPACE,
                                Problem.Kind.POSITION_AHEAD,
                                Problem.Kind.NOT_YET)
                        .by(this::members),
                Operation.get("/api/v1/workspaces/{ws}/edges/{id}", "getEdge")
                        .says(TOPIC, "All of an edge")
                        .takes(Reads.WS, EDGE, Reads.AT, Reads.AT_LEAST)
                        .answers(200, "the edge", EdgeAnswers.EDGE_ANSWER)
                        .refuses(NO_SUCH_THING)
                        .refuses(
                                Problem.Kind.UNKNOWN_WORKSPACE,
                                Problem.Kind.POSITION_AHEAD,
                                Problem.Kind.NOT_YET)
                        .by(this::edge));
    }

    private Reply list(Request request) throws InterruptedException {
        Hosted hosted = reads.workspace(request);
        String type = request.get(TYPE);
        String name = request.get(NAME);
        int limit = request.get(LIMIT).intValue();
        String list = Reads.list(request, type, name);
        Cursors.Place place = Cursors.read(list, request.get(Reads.CURSOR));
        Graph graph = reads.graph(request, hosted, place);
        return nodes(graph, list, page(() -> graph.nodes(type, name, limit, place.inner())));
    }

    private Reply members(Request request) throws InterruptedException {
        Hosted hosted = reads.workspace(request);
        Id group = request.get(Reads.NODE);
        int limit = request.get(LIMIT).intValue();
        String list = Reads.list(request);
        Cursors.Place place = Cursors.read(list, request.get(Reads.CURSOR));
        Graph graph = reads.graph(request, hosted, place);
        if (graph.summary(group).isEmpty()) {
            throw unknown("node", group, graph);
        }
        return nodes(graph, list, page(() -> graph.members(group, limit, place.inner())));
    }

    private static Reply nodes(Graph graph, String list, NodePage page) {
        String cursor = Cursors.write(list, graph.position(), page.cursor());
        return Reply.json(
                Reads.json(
                        NodeAnswers.NODES_ANSWER,
                        new NodesAnswer(graph.position(), page.items(), cursor, page.by())));
    }

    private Reply node(Request request) throws InterruptedException {
        Graph graph = reads.graph(request, reads.workspace(request));
        Id id = request.get(Reads.NODE);
        NodeRead read = graph.node(id).orElseThrow(() -> unknown("node", id, graph));
        long addedAt = graph.command(read.addedAt()).map(CommandRead::recordedAt).orElse(0L);
        return Reply.json(
                Reads.json(
                        NodeAnswers.NODE_ANSWER,
                        new NodeAnswer(graph.position(), new Node(read, addedAt))));
    }

    private Reply neighbors(Request request) throws InterruptedException {
        Hosted hosted = reads.workspace(request);
        Id id = request.get(Reads.NODE);
        String relation = request.find(RELATION).orElse(null);
        String direction = request.get(DIRECTION);
        int limit = request.get(LIMIT).intValue();
        String list = Reads.list(request, relation == null ? "" : "=" + relation, direction);
        Cursors.Place place = Cursors.read(list, request.get(Reads.CURSOR));
        Graph graph = reads.graph(request, hosted, place);
        if (graph.summary(id).isEmpty()) {
            throw unknown("node", id, graph);
        }
        Direction asked = Direction.valueOf(direction.toUpperCase(Locale.ROOT));
        Page<NeighborRead> page =
                page(() -> graph.neighbors(id, relation, asked, limit, place.inner()));
        String cursor = Cursors.write(list, graph.position(), page.cursor());
        return Reply.json(
                Reads.json(
                        EdgeAnswers.NEIGHBORS_ANSWER,
                        new NeighborsAnswer(graph.position(), page.items(), cursor, page.total())));
    }

    private Reply edge(Request request) throws InterruptedException {
        Graph graph = reads.graph(request, reads.workspace(request));
        Id id = request.get(EDGE);
        EdgeRead read = graph.edge(id).orElseThrow(() -> unknown("edge", id, graph));
        return Reply.json(
                Reads.json(EdgeAnswers.EDGE_ANSWER, new EdgeAnswer(graph.position(), read)));
    }

    /** A page of a list, whose cursor is at fault when the view does not take it. */
    static <T> T page(Supplier<T> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException _) {
            throw Cursors.wrong();
        }
    }

    /** Why there is no such thing in a graph: it is not there then, or another, or never was. */
    static Problem unknown(String what, Id id, Graph graph) {
        boolean isNode = graph.node(id).isPresent();
        String kind = isNode ? "node" : graph.edge(id).isPresent() ? "edge" : what;
        if (!kind.equals(what)) {
            return Problem.of(
                    Problem.Kind.OTHER_THING,
                    id + (isNode ? " is a node" : " is an edge") + ", and no " + what);
        }
        if (graph.isKnown(id)) {
            return Problem.of(
                    Problem.Kind.ABSENT_NODE,
                    "the "
                            + what
                            + " "
                            + id
                            + " is not there at this moment, but it was or will be; see its"
                            + " history, or ask 'at' another moment");
        }
        return Problem.of(
                Problem.Kind.UNKNOWN_NODE,
                "nothing was ever said of a "
                        + what
                        + " "
                        + id
                        + " up to position "
                        + graph.position());
    }
}
