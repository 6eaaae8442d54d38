package alchemist.server.serving;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.Stated;
import alchemist.graph.Graph;
import alchemist.graph.Opener;
import alchemist.graph.read.StatedEdge;
import alchemist.graph.read.StatedNode;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a source states, read from the graph at one position, with what is personal opened. */
final class GraphStated implements Stated {
    private final Graph graph;
    private final Id source;
    private final Opener opener;

    GraphStated(Graph graph, Id source, Opener opener) {
        this.graph = graph;
        this.source = source;
        this.opener = opener;
    }

    @Override
    public @Nullable NodeStatement node(Id node) {
        return graph.statedNode(source, node).map(this::opened).orElse(null);
    }

    @Override
    public @Nullable EdgeStatement edge(Id edge) {
        return graph.statedEdge(source, edge).map(this::opened).orElse(null);
    }

    @Override
    public void eachNode(Consumer<Id> each) {
        graph.statementsOf(source, stated -> each.accept(stated.node()), _ -> {});
    }

    @Override
    public void eachEdge(Consumer<Id> each) {
        graph.statementsOf(source, _ -> {}, stated -> each.accept(stated.edge()));
    }

    /** Names all that a source states, as it is stored. */
    static void each(
            Graph graph, Id source, Consumer<NodeStatement> nodes, Consumer<EdgeStatement> edges) {
        graph.statementsOf(
                source,
                stated ->
                        nodes.accept(
                                new NodeStatement(
                                        stated.node(),
                                        stated.name(),
                                        stated.types(),
                                        stated.properties(),
                                        stated.group(),
                                        stated.isGroup())),
                stated ->
                        edges.accept(
                                new EdgeStatement(
                                        stated.edge(),
                                        stated.from(),
                                        stated.to(),
                                        stated.type(),
                                        stated.properties())));
    }

    private NodeStatement opened(StatedNode stated) {
        return new NodeStatement(
                stated.node(),
                opened(stated.name()),
                stated.types(),
                stated.properties().map(this::opened),
                stated.group(),
                stated.isGroup());
    }

    private EdgeStatement opened(StatedEdge stated) {
        Properties properties = stated.properties().map(this::opened);
        return new EdgeStatement(
                stated.edge(), stated.from(), stated.to(), stated.type(), properties);
    }

    private Value opened(Value value) {
        return switch (value) {
            case Value.Sealed sealed ->
                    opener.open(sealed)
                            .<Value>map(text -> new Value.Personal(sealed.subject(), text))
                            .orElseGet(() -> new Value.Erased(sealed.subject()));
            case Value.ListOf(List<Value> values) ->
                    new Value.ListOf(values.stream().map(this::opened).toList());
            case Value.MapOf(Properties entries) -> new Value.MapOf(entries.map(this::opened));
            default -> value;
        };
    }
}
