package alchemist.exchange.cypher;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.graphfile.FileGraph;
import alchemist.exchange.graphfile.FileGraph.Link;
import alchemist.exchange.graphfile.FileGraph.Thing;
import alchemist.exchange.graphfile.TypedText;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What a script created so far, and how it is found again. */
final class CypherGraph {
    /** The properties by which people know things, the surest first. */
    private static final List<String> KEYS =
            List.of("_id", "id", "ID", "uuid", "key", "code", "name", "title", "path");

    /** A node of a pattern: as what it is bound, and what it must have. */
    record NodePattern(String variable, List<String> types, SortedMap<String, Value> properties) {}

    /** A relationship of a pattern, to the next node, or from it, or either. */
    record LinkPattern(
            String variable,
            List<String> types,
            SortedMap<String, Value> properties,
            boolean to,
            boolean from) {}

    /** Nodes with relationships between them; empty where it is not bound to a variable. */
    record Path(String variable, List<NodePattern> nodes, List<LinkPattern> links) {}

    private final FileGraph graph;
    private final Map<String, Set<Thing>> byProperty = new HashMap<>();
    private final Map<String, Set<Thing>> byType = new HashMap<>();
    private final Map<Thing, List<Link>> leaving = new HashMap<>();
    private final Map<Thing, List<Link>> entering = new HashMap<>();
    private final Map<Thing, String> variables = new HashMap<>();
    private final Map<String, Integer> twins = new HashMap<>();

    CypherGraph(FileGraph graph) {
        this.graph = graph;
    }

    /** What a script called a node when it created it; empty: nothing. */
    String variable(Thing thing) {
        return variables.getOrDefault(thing, "");
    }

    Thing create(NodePattern pattern) throws ReadingFailed {
        Thing thing = graph.thing(key(pattern));
        variables.put(thing, pattern.variable);
        pattern.types.forEach(type -> addType(thing, type));
        pattern.properties.forEach((key, value) -> put(thing, key, value));
        return thing;
    }

    Link create(LinkPattern pattern, Thing from, Thing to) throws ReadingFailed {
        Link link =
                graph.join(
                        pattern.properties.get("_id") instanceof Value.Text(String id) ? id : "",
                        from,
                        to);
        link.type(pattern.types.isEmpty() ? "" : pattern.types.getFirst());
        pattern.properties.forEach(
                (key, value) -> {
                    if (!value.isNull()) {
                        link.properties().put(key, value);
                    }
                });
        leaving.computeIfAbsent(from, _ -> new ArrayList<>()).add(link);
        entering.computeIfAbsent(to, _ -> new ArrayList<>()).add(link);
        return link;
    }

    void addType(Thing thing, String type) {
        if (thing.types().add(type)) {
            byType.computeIfAbsent(type, _ -> new LinkedHashSet<>()).add(thing);
        }
    }

    void put(Thing thing, String key, Value value) {
        Value before =
                value.isNull()
                        ? thing.properties().remove(key)
                        : thing.properties().put(key, value);
        if (before != null) {
            Set<Thing> known = byProperty.get(known(key, before));
            if (known != null) {
                known.remove(thing);
            }
        }
        if (!value.isNull()) {
            byProperty.computeIfAbsent(known(key, value), _ -> new LinkedHashSet<>()).add(thing);
        }
    }

    /** Those that may fit a pattern, the fewest that an index names. */
    Collection<Thing> candidates(NodePattern pattern) {
        @Nullable Collection<Thing> fewest = null;
        for (var entry : pattern.properties.entrySet()) {
            Set<Thing> some =
                    byProperty.getOrDefault(known(entry.getKey(), entry.getValue()), Set.of());
            fewest = fewest == null || some.size() < fewest.size() ? some : fewest;
        }
        for (String type : pattern.types) {
            Set<Thing> some = byType.getOrDefault(type, Set.of());
            fewest = fewest == null || some.size() < fewest.size() ? some : fewest;
        }
        return List.copyOf(fewest == null ? graph.things() : fewest);
    }

    static boolean fits(Thing thing, NodePattern pattern) {
        return thing.types().containsAll(pattern.types)
                && thing.properties().entrySet().containsAll(pattern.properties.entrySet());
    }

    /** The relationships of a node that fit a pattern. */
    List<Link> links(Thing of, LinkPattern pattern) {
        List<Link> fitting = new ArrayList<>();
        if (pattern.to || !pattern.from) {
            add(leaving.getOrDefault(of, List.of()), pattern, fitting);
        }
        if (pattern.from || !pattern.to) {
            add(entering.getOrDefault(of, List.of()), pattern, fitting);
        }
        return fitting;
    }

    private static void add(List<Link> links, LinkPattern pattern, List<Link> fitting) {
        for (Link link : links) {
            if ((pattern.types.isEmpty() || pattern.types.contains(link.type()))
                    && link.properties().entrySet().containsAll(pattern.properties.entrySet())) {
                fitting.add(link);
            }
        }
    }

    /** What a node is called for good: by what people know it, else by all that is said of it. */
    private String key(NodePattern pattern) {
        if (pattern.properties.get("_id") instanceof Value.Text(String id)) {
            return twin(id);
        }
        StringBuilder key = new StringBuilder(String.join(":", pattern.types)).append('\0');
        String by = "";
        for (String known : KEYS) {
            by = by.isEmpty() && pattern.properties.containsKey(known) ? known : by;
        }
        if (!by.isEmpty()) {
            key.append(by).append('\0');
            key.append(TypedText.of(pattern.properties.getOrDefault(by, Value.NULL)));
        } else if (!pattern.properties.isEmpty()) {
            key.append(TypedText.json(new Value.MapOf(Properties.of(pattern.properties))));
        } else {
            key.append(pattern.variable);
        }
        return twin(key.toString());
    }

    private String twin(String key) {
        int number = twins.merge(key, 1, Integer::sum);
        return number == 1 ? key : key + "\0" + number;
    }

    private static String known(String key, Value value) {
        return key + "\0" + TypedText.kind(value) + "\0" + TypedText.of(value);
    }
}
