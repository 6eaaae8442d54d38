package alchemist.graph.same;

import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What can be seen of a node by who wonders whether another is the same thing.
 *
 * @param node its number in the graph
 * @param name as it is shown; empty where none is, or where a part of it is erased
 * @param types as sources call them
 * @param isGroup it is a group
 * @param group the number of the group that it is in, or -1
 * @param places where the sources that state it read it, as their paths
 * @param diagram the number of the diagram that it is drawn in, or -1
 * @param page the path of the page with that diagram; empty where there is none
 */
public record Look(
        int node,
        Id id,
        String name,
        List<String> types,
        boolean isGroup,
        int group,
        Properties properties,
        Set<String> places,
        int diagram,
        String page) {
    /** Whether it is of a type. */
    boolean is(String type) {
        return types.contains(type);
    }

    /** Whether it is of one of these types. */
    boolean isAny(Set<String> any) {
        for (String type : types) {
            if (any.contains(type)) {
                return true;
            }
        }
        return false;
    }

    /** The text of a property; empty where it has none. */
    String text(String key) {
        return properties.find(key) instanceof Value.Text(String text) ? text : "";
    }

    /** Where its file is; empty where it says none. */
    String path() {
        return text("path");
    }

    /** The names of its parts: of fields, of columns, of attributes; in lower case. */
    List<String> parts() {
        List<String> parts = new ArrayList<>();
        for (String key : List.of("fields", "columns", "attributes")) {
            if (properties.find(key) instanceof Value.ListOf(List<Value> all)) {
                for (Value one : all) {
                    part(one, parts);
                }
            }
        }
        return parts;
    }

    /** A column is written with its type behind it, an attribute as a map with its name. */
    private static void part(Value value, List<String> parts) {
        switch (value) {
            case Value.Text(String text) -> {
                int space = text.indexOf(' ');
                parts.add(Words.bare(space < 0 ? text : text.substring(0, space)));
            }
            case Value.MapOf(Properties map) -> {
                if (map.find("name") instanceof Value.Text(String text)) {
                    parts.add(Words.bare(text));
                }
            }
            default -> {}
        }
    }

    /** Whether a source of one place states both. */
    boolean sharesPlace(Look other) {
        for (String place : places) {
            if (other.places.contains(place)) {
                return true;
            }
        }
        return false;
    }

    /** Whether its file is that of a test. */
    boolean isOfTest() {
        String path = "/" + path().toLowerCase(Locale.ROOT);
        return path.contains("/test/")
                || path.contains("/tests/")
                || path.contains("/__tests__/")
                || path.contains("/testing/")
                || path.contains(".test.")
                || path.contains(".spec.")
                || path.contains("_test.")
                || path.contains("/test_")
                || path.contains("/testkit/")
                || path.contains("/examples/")
                || path.contains("/fixtures/");
    }

    /** How it is called, with its type. */
    String told() {
        return (types.isEmpty() ? "thing" : types.getLast()) + " '" + name + "'";
    }

    /** Where it stands, for people: its file, or the page it is drawn on; may be empty. */
    String where() {
        return path().isEmpty() ? page : path();
    }
}
