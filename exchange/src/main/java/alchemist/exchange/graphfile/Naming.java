package alchemist.exchange.graphfile;

import alchemist.exchange.graphfile.FileGraph.Link;
import alchemist.exchange.graphfile.FileGraph.Thing;
import alchemist.kernel.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names, types and relations, where a format leaves them to properties that programs call as they
 * like. The properties stay.
 */
public final class Naming {
    /** How long a type or relation may be to be taken for one. */
    private static final int MAX_TERM = 100;

    private static final List<String> NAMES =
            List.of(
                    "label",
                    "name",
                    "title",
                    "caption",
                    "nodelabel",
                    "vertexlabel",
                    "v_name",
                    "display_name",
                    "shared name");
    private static final List<String> TYPES = List.of("type", "kind", "category");
    private static final List<String> RELATIONS =
            List.of(
                    "type",
                    "label",
                    "edgelabel",
                    "edge label",
                    "relation",
                    "relationship",
                    "interaction",
                    "shared interaction",
                    "predicate");

    private Naming() {}

    /** Names a thing by a property, else by what the file calls it, unless it is an own id. */
    public static void apply(Thing thing, String own) {
        if (thing.name().isNull()) {
            String name = first(NAMES, thing.properties());
            if (name != null) {
                thing.call(name);
            } else if (!GraphStatements.isOwnId(own)) {
                thing.call(own);
            }
        }
        if (thing.types().isEmpty()) {
            labels(thing);
        }
        String type = thing.types().isEmpty() ? first(TYPES, thing.properties()) : null;
        if (type != null && isTerm(type)) {
            thing.types().add(type);
        }
    }

    /** Gives an edge the relation that a property names. */
    public static void apply(Link link) {
        if (link.type().isEmpty()) {
            for (String known : RELATIONS) {
                String relation = first(List.of(known), link.properties());
                if (relation != null && isTerm(relation)) {
                    link.type(relation.startsWith(":") ? relation.substring(1) : relation);
                    return;
                }
            }
        }
    }

    /** Whether a text can be a type or relation: short, and of one line. */
    public static boolean isTerm(String text) {
        return !text.isBlank() && text.length() <= MAX_TERM && text.indexOf('\n') < 0;
    }

    /** Labels as Neo4j writes them: {@code :Person:Actor}. */
    private static void labels(Thing thing) {
        Value labels = thing.properties().get("labels");
        if (labels instanceof Value.Text(String text) && text.startsWith(":")) {
            for (String label : text.substring(1).split(":", -1)) {
                if (!label.isBlank()) {
                    thing.types().add(label.strip());
                }
            }
        } else if (labels instanceof Value.ListOf(List<Value> values)) {
            for (Value value : values) {
                if (value instanceof Value.Text(String text) && isTerm(text)) {
                    thing.types().add(text);
                }
            }
        }
    }

    private static @Nullable String first(List<String> keys, Map<String, Value> properties) {
        for (String key : keys) {
            String found = text(properties.get(key));
            if (found != null) {
                return found;
            }
        }
        for (String key : keys) {
            for (var entry : properties.entrySet()) {
                if (entry.getKey().toLowerCase(Locale.ROOT).equals(key)) {
                    String found = text(entry.getValue());
                    if (found != null) {
                        return found;
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable String text(@Nullable Value value) {
        return value instanceof Value.Text(String text) && !text.isBlank() ? text : null;
    }
}
