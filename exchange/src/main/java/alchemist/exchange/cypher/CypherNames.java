package alchemist.exchange.cypher;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.graphfile.Escapes;
import alchemist.exchange.graphfile.FileGraph;
import alchemist.exchange.graphfile.FileGraph.Link;
import alchemist.exchange.graphfile.FileGraph.Thing;
import alchemist.exchange.graphfile.Naming;
import alchemist.exchange.graphfile.TypedText;
import alchemist.kernel.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the things that a script created are called. */
final class CypherNames {
    private final FileGraph file;
    private final CypherGraph graph;
    private final boolean ours;

    CypherNames(FileGraph file, CypherGraph graph, boolean ours) {
        this.file = file;
        this.graph = graph;
        this.ours = ours;
    }

    void apply() throws ReadingFailed {
        for (Thing thing : List.copyOf(file.things())) {
            if (ours) {
                own(thing);
            } else {
                Naming.apply(thing, fallback(thing));
            }
        }
        for (Link link : file.links()) {
            if (ours) {
                SortedMap<String, Value> told = new TreeMap<>(link.properties());
                link.properties().clear();
                link.properties().putAll(plain(told));
                link.type(Escapes.plainKey(link.type()));
            }
        }
    }

    /** The first text that is said of a node, else what the script calls it, else its type. */
    private String fallback(Thing thing) {
        for (Value value : thing.properties().values()) {
            if (value instanceof Value.Text(String text) && Naming.isTerm(text)) {
                return text;
            }
        }
        String variable = graph.variable(thing);
        if (!variable.isEmpty()) {
            return variable;
        }
        return thing.types().isEmpty() ? "" : thing.types().iterator().next();
    }

    private void own(Thing thing) throws ReadingFailed {
        SortedMap<String, Value> told = new TreeMap<>(thing.properties());
        thing.properties().clear();
        thing.properties().putAll(plain(told));
        List<String> types = thing.types().stream().map(Escapes::plainKey).toList();
        thing.types().clear();
        thing.types().addAll(types);
        thing.call(TypedText.of(told.getOrDefault("_name", Value.NULL)));
        if (told.get("_group") instanceof Value.Text(String group)) {
            thing.putInto(file.thing(group));
        }
        if (told.containsKey("_isGroup")) {
            thing.becomeGroup();
        }
    }

    /** The properties that an export wrote among its own. */
    private static Map<String, Value> plain(Map<String, Value> told) {
        Map<String, Value> plain = new HashMap<>();
        Map<String, String> kinds = new HashMap<>();
        if (told.get("_kinds") instanceof Value.ListOf(List<Value> all)) {
            for (Value one : all) {
                String text = TypedText.of(one);
                int space = text.indexOf(' ');
                if (space > 0) {
                    kinds.put(text.substring(space + 1), text.substring(0, space));
                }
            }
        }
        told.forEach(
                (written, value) -> {
                    if (written.startsWith("_") && !written.startsWith("__")) {
                        return;
                    }
                    String key = Escapes.plainKey(written);
                    String kind = kinds.getOrDefault(key, "");
                    Value typed =
                            kind.isEmpty() ? null : TypedText.value(kind, TypedText.of(value));
                    plain.put(key, typed == null ? value : typed);
                });
        return plain;
    }
}
