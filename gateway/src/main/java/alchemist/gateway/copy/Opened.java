package alchemist.gateway.copy;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.graph.Opener;
import alchemist.graph.read.StatedEdge;
import alchemist.graph.read.StatedNode;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.List;

/**
 * Opens what is personal: as {@link Value.Personal} where the key is there, else as {@link
 * Value.Erased}.
 */
record Opened(Opener opener) {
    NodeStatement node(StatedNode stated) {
        return new NodeStatement(
                stated.node(),
                value(stated.name()),
                stated.types(),
                stated.properties().map(this::value),
                stated.group(),
                stated.isGroup());
    }

    EdgeStatement edge(StatedEdge stated) {
        Properties properties = stated.properties().map(this::value);
        return new EdgeStatement(
                stated.edge(), stated.from(), stated.to(), stated.type(), properties);
    }

    private Value value(Value value) {
        return switch (value) {
            case Value.Sealed sealed ->
                    opener.open(sealed)
                            .<Value>map(text -> new Value.Personal(sealed.subject(), text))
                            .orElseGet(() -> new Value.Erased(sealed.subject()));
            case Value.ListOf(List<Value> values) ->
                    new Value.ListOf(values.stream().map(this::value).toList());
            case Value.MapOf(Properties entries) -> new Value.MapOf(entries.map(this::value));
            default -> value;
        };
    }
}
