package alchemist.exchange.code;

import alchemist.exchange.PlainJson;
import alchemist.exchange.files.Root;
import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.MalformedJson;
import alchemist.kernel.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a file beside the code says of how code is imported. What it does not say is empty: whoever
 * reads manifests warns of those that are damaged.
 *
 * @param name what the code is imported by: the module of a {@code go.mod}, the package of a {@code
 *     package.json}
 * @param extended of settings of TypeScript, the paths of others that they add to
 * @param base the folder, as it is written, that paths of imports begin in, or empty
 * @param paths patterns of imports and what they stand for
 */
record ProjectFile(
        String name, List<String> extended, String base, Map<String, List<String>> paths) {
    /** Longer ones are no settings. */
    static final int MAX_BYTES = 1 << 20;

    private static final Pattern SETTINGS = Pattern.compile("[tj]sconfig(?:\\.[\\w.-]+)?\\.json");
    private static final Pattern GO_MODULE =
            Pattern.compile("(?m)^[ \\t]*module[ \\t]+\"?([^\\s\"]+)\"?");

    private static final ProjectFile NOTHING = new ProjectFile("", List.of(), "", Map.of());

    /** Whether it is one of them, by its path. */
    static boolean is(String path) {
        String name = Root.name(path);
        return name.equals("go.mod") || name.equals("package.json") || isSettings(name);
    }

    /** Whether it has settings of TypeScript or JavaScript, by its name. */
    static boolean isSettings(String name) {
        return SETTINGS.matcher(name).matches();
    }

    /** What one of them says. */
    static ProjectFile read(String path, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (Root.name(path).equals("go.mod")) {
            Matcher module = GO_MODULE.matcher(text);
            return module.find()
                    ? new ProjectFile(module.group(1), List.of(), "", Map.of())
                    : NOTHING;
        }
        try {
            JsonReader json = JsonReader.of(JsonComments.without(text));
            return PlainJson.read(json) instanceof Value.MapOf all ? of(all) : NOTHING;
        } catch (MalformedJson e) {
            return NOTHING;
        }
    }

    private static ProjectFile of(Value.MapOf all) {
        Value options = all.entries().find("compilerOptions");
        TreeMap<String, List<String>> paths = new TreeMap<>();
        String base = "";
        if (options instanceof Value.MapOf set) {
            base = text(set.entries().find("baseUrl"));
            if (set.entries().find("paths") instanceof Value.MapOf mapped) {
                mapped.entries().toMap().forEach((pattern, to) -> paths.put(pattern, texts(to)));
            }
        }
        return new ProjectFile(
                text(all.entries().find("name")),
                texts(all.entries().find("extends")),
                base,
                paths);
    }

    private static String text(@Nullable Value value) {
        return value instanceof Value.Text(String text) ? text : "";
    }

    private static List<String> texts(@Nullable Value value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof Value.ListOf(List<Value> items)) {
            for (Value item : items) {
                texts.add(text(item));
            }
        } else if (value instanceof Value.Text(String text)) {
            texts.add(text);
        }
        texts.removeIf(String::isEmpty);
        return texts;
    }
}
