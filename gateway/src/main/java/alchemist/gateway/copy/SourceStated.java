package alchemist.gateway.copy;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.Stated;
import alchemist.graph.Graph;
import alchemist.graph.Opener;
import alchemist.graph.read.StatedEdge;
import alchemist.graph.read.StatedNode;
import alchemist.kernel.Id;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a source states, read from the graph at one position, with what is personal opened. */
public final class SourceStated implements Stated {
    private final Graph graph;
    private final Id source;
    private final Opened opened;

    /** What a source states in a graph. */
    public SourceStated(Graph graph, Id source, Opener opener) {
        this.graph = graph;
        this.source = source;
        this.opened = new Opened(opener);
    }

    @Override
    public @Nullable NodeStatement node(Id node) {
        return graph.statedNode(source, node).map(opened::node).orElse(null);
    }

    @Override
    public @Nullable EdgeStatement edge(Id edge) {
        return graph.statedEdge(source, edge).map(opened::edge).orElse(null);
    }

    @Override
    public void eachNode(Consumer<Id> each) {
        graph.statementsOf(source, stated -> each.accept(stated.node()), _ -> {});
    }

    @Override
    public void eachEdge(Consumer<Id> each) {
        graph.statementsOf(source, _ -> {}, stated -> each.accept(stated.edge()));
    }

    /** Names all that a source states, as it is stored: what is personal stays sealed. */
    public static void eachStored(
            Graph graph, Id source, Consumer<NodeStatement> nodes, Consumer<EdgeStatement> edges) {
        graph.statementsOf(
                source,
                stated -> nodes.accept(stored(stated)),
                stated -> edges.accept(stored(stated)));
    }

    /** Names what a source states of one thing, if anything, likewise. */
    public static void ofStored(
            Graph graph,
            Id source,
            Id thing,
            Consumer<NodeStatement> nodes,
            Consumer<EdgeStatement> edges) {
        graph.statedNode(source, thing).map(SourceStated::stored).ifPresent(nodes);
        graph.statedEdge(source, thing).map(SourceStated::stored).ifPresent(edges);
    }

    private static NodeStatement stored(StatedNode stated) {
        return new NodeStatement(
                stated.node(),
                stated.name(),
                stated.types(),
                stated.properties(),
                stated.group(),
                stated.isGroup());
    }

    private static EdgeStatement stored(StatedEdge stated) {
        return new EdgeStatement(
                stated.edge(), stated.from(), stated.to(), stated.type(), stated.properties());
    }
}
