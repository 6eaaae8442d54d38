package alchemist.gateway.rest;

import alchemist.exchange.Excerpt;
import alchemist.exchange.ReadingFailed;
import alchemist.gateway.answers.ExcerptAnswers;
import alchemist.gateway.answers.ExcerptAnswers.ExcerptAnswer;
import alchemist.gateway.http.Operation;
import alchemist.gateway.http.Parameter;
import alchemist.gateway.http.Problem;
import alchemist.gateway.http.Reply;
import alchemist.gateway.http.Request;
import alchemist.graph.Graph;
import alchemist.graph.read.NodeRead;
import alchemist.graph.read.SourceRead;
import alchemist.graph.read.StatedNode;
import alchemist.kernel.Id;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files that sources were read from. Only what a source states leads to one, and only within
 * its place.
 */
final class Excerpts {
    private static final Parameter<Id> SOURCE =
            Parameter.id("source", "the source that states where it stands");

    private final Reads reads;

    Excerpts(Reads reads) {
        this.reads = reads;
    }

    List<Operation> operations() {
        return List.of(
                Operation.get("/api/v1/workspaces/{ws}/nodes/{id}/excerpt", "getExcerpt")
                        .says("history", "The lines of a file that a source states of a node")
                        .says(
                                "The file is read as it is now, below the place that was imported,"
                                        + " by the properties 'path' and 'line' that the source"
                                        + " states.")
                        .takes(Reads.WS, Reads.NODE, SOURCE, Reads.AT, Reads.AT_LEAST)
                        .answers(200, "the lines", ExcerptAnswers.EXCERPT_ANSWER)
                        .refuses(Nodes.NO_SUCH_THING)
                        .refuses(
                                Problem.Kind.UNKNOWN_WORKSPACE,
                                Problem.Kind.NOT_FOUND,
                                Problem.Kind.POSITION_AHEAD,
                                Problem.Kind.NOT_YET)
                        .by(this::excerpt));
    }

    private Reply excerpt(Request request) throws InterruptedException {
        Graph graph = reads.graph(request, reads.workspace(request));
        Id id = request.get(Reads.NODE);
        Id wanted = request.find(SOURCE).orElse(Id.NONE);
        NodeRead node = graph.node(id).orElseThrow(() -> Nodes.unknown("node", id, graph));
        String problem = "no source states where it stands in a file";
        for (SourceRead source : graph.sources()) {
            if (!wanted.isNone() && !wanted.equals(source.id())) {
                continue;
            }
            StatedNode stated = stated(graph, source.id(), node).orElse(null);
            if (stated == null || !(stated.properties().find("path") instanceof Value.Text path)) {
                continue;
            }
            long line = stated.properties().find("line") instanceof Value.Int at ? at.value() : 0;
            try {
                Excerpt excerpt = Excerpt.read(source.location(), path.value(), line);
                return Reply.json(
                        Reads.json(
                                ExcerptAnswers.EXCERPT_ANSWER,
                                new ExcerptAnswer(graph.position(), excerpt, line)));
            } catch (ReadingFailed e) {
                problem = String.valueOf(e.getMessage());
            }
        }
        throw Problem.of(Problem.Kind.NOT_FOUND, problem);
    }

    /** What a source states of a node, or of one that it absorbed. */
    private static Optional<StatedNode> stated(Graph graph, Id source, NodeRead node) {
        List<Id> members = new ArrayList<>();
        members.add(node.id());
        members.addAll(node.mergedFrom());
        return members.stream()
                .flatMap(member -> graph.statedNode(source, member).stream())
                .findFirst();
    }
}
