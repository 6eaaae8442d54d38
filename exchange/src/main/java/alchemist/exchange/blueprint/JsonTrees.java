package alchemist.exchange.blueprint;

import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.MalformedJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JSON as a tree. */
final class JsonTrees {
    private static final Pattern PLACE = Pattern.compile(" ?\\(line (\\d+), column \\d+\\)$");

    private final JsonReader json;
    private int seen;
    private int line = 1;

    private JsonTrees(byte[] utf8) {
        json = new JsonReader(utf8);
    }

    /**
     * Reads one value, which is all that is there.
     *
     * @throws Malformed when it is no JSON
     */
    static Tree read(byte[] utf8) throws Malformed {
        try {
            JsonTrees trees = new JsonTrees(utf8);
            Tree tree = trees.value(trees.line());
            trees.json.end();
            return tree;
        } catch (MalformedJson e) {
            String what = String.valueOf(e.getMessage());
            Matcher place = PLACE.matcher(what);
            throw place.find()
                    ? new Malformed(
                            Integer.parseInt(place.group(1)),
                            "it is no JSON: " + what.substring(0, place.start()))
                    : new Malformed(0, "it is no JSON: " + what);
        }
    }

    private Tree value(int from) {
        return switch (json.peek()) {
            case OBJECT -> {
                Map<String, Tree> entries = new LinkedHashMap<>();
                long size = 1;
                json.object();
                for (@Nullable String name = json.nextName();
                        name != null;
                        name = json.nextName()) {
                    Tree value = value(line());
                    size += value.size() + 1;
                    entries.put(name, value);
                }
                yield Tree.map(entries, from, size);
            }
            case ARRAY -> {
                List<Tree> items = new ArrayList<>();
                long size = 1;
                json.array();
                while (json.hasNext()) {
                    Tree value = value(line());
                    size += value.size();
                    items.add(value);
                }
                yield Tree.list(items, from, size);
            }
            case TEXT -> Tree.text(json.text(), from);
            case NUMBER -> Tree.text(json.number(), from);
            case FLAG -> Tree.text(json.flag() ? "true" : "false", from);
            case NULL -> {
                json.nothing();
                yield Tree.text("", from);
            }
            case END -> throw json.error("a value is expected");
        };
    }

    /** The line of the next byte: counted on from where it was asked last. */
    private int line() {
        byte[] bytes = json.bytes();
        for (int to = json.position(); seen < to; seen++) {
            if (bytes[seen] == '\n') {
                line++;
            }
        }
        return line;
    }
}
