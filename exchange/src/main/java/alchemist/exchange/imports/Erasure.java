package alchemist.exchange.imports;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What was erased stays erased, although the source still holds it: where a statement has erased
 * values of a person, what is read of that person counts as erased too.
 */
final class Erasure {
    private Erasure() {}

    /** What was read, without what is erased in what was stated. */
    static NodeStatement keep(NodeStatement stated, NodeStatement read) {
        Set<Id> erased = new HashSet<>();
        collect(stated.name(), erased);
        collect(stated.properties(), erased);
        if (erased.isEmpty()) {
            return read;
        }
        return new NodeStatement(
                read.node(),
                keep(read.name(), erased),
                read.types(),
                read.properties().map(value -> keep(value, erased)),
                read.group(),
                read.formsGroup());
    }

    /** What was read, without what is erased in what was stated. */
    static EdgeStatement keep(EdgeStatement stated, EdgeStatement read) {
        Set<Id> erased = new HashSet<>();
        collect(stated.properties(), erased);
        if (erased.isEmpty()) {
            return read;
        }
        return new EdgeStatement(
                read.edge(),
                read.from(),
                read.to(),
                read.type(),
                read.properties().map(value -> keep(value, erased)));
    }

    private static void collect(Properties properties, Set<Id> erased) {
        for (int i = 0; i < properties.size(); i++) {
            collect(properties.value(i), erased);
        }
    }

    private static void collect(Value value, Set<Id> erased) {
        switch (value) {
            case Value.Erased(Id subject) -> erased.add(subject);
            case Value.ListOf(List<Value> values) -> {
                for (Value element : values) {
                    collect(element, erased);
                }
            }
            case Value.MapOf(Properties entries) -> collect(entries, erased);
            default -> {}
        }
    }

    private static Value keep(Value value, Set<Id> erased) {
        return switch (value) {
            case Value.Personal(Id subject, String _) when erased.contains(subject) ->
                    new Value.Erased(subject);
            case Value.ListOf(List<Value> values) ->
                    new Value.ListOf(values.stream().map(v -> keep(v, erased)).toList());
            case Value.MapOf(Properties entries) ->
                    new Value.MapOf(entries.map(v -> keep(v, erased)));
            default -> value;
        };
    }
}
