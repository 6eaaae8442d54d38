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
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * What a file beside the code says of how code is imported. What it does not say is empty: whoever
 * reads manifests warns of those that are damaged.
 *
 * @param name what the code is imported by: the module of a {@code go.mod}, the package of a {@code
 *     package.json}
 * @param extended of settings of TypeScript, the paths of others that they add to; of a project of
 *     .NET those that it refers to
 * @param base the folder, as it is written, that paths of imports begin in, or empty
 * @param paths patterns of imports and what they stand for; of a package, what it offers, such as
 *     {@code .} and {@code ./parse}, and where that lies; of Composer what names begin with, and
 *     the folders that their files lie in
 * @param members patterns of the folders that the packages of a workspace lie in, those that begin
 *     with {@code !} for what is none of them; of a project of .NET the namespaces that all of its
 *     files use, of one of Ruby the gems that it needs
 */
record ProjectFile(
        String name,
        List<String> extended,
        String base,
        Map<String, List<String>> paths,
        List<String> members) {
    /** Longer ones are no settings. */
    static final int MAX_BYTES = 1 << 20;

    private static final Pattern SETTINGS = Pattern.compile("[tj]sconfig(?:\\.[\\w.-]+)?\\.json");

    /** What projects of C# end with. */
    static final String CSHARP = ".csproj";

    private static final Pattern USING =
            Pattern.compile("<Using\\s+Include\\s*=\\s*[\"']([\\w.]+)[\"']\\s*/>");
    private static final Pattern REFERENCE =
            Pattern.compile("<ProjectReference\\s+Include\\s*=\\s*[\"']([^\"'$]+)[\"']");
    private static final Pattern GEM =
            Pattern.compile(
                    "(?m)^(?:[ \\t]*+(?:gem|\\w++\\.add_(?:(?:runtime|development)_)?dependency)[ \\t(]++[\"']| {4})([A-Za-z][\\w.-]*+)(?:[\"']| \\()");
    private static final Pattern GO_MODULE =
            Pattern.compile("(?m)^[ \\t]*module[ \\t]+\"?([^\\s\"]+)\"?");

    private static final ProjectFile NOTHING =
            new ProjectFile("", List.of(), "", Map.of(), List.of());

    private static final String PACKAGE = "package.json";
    private static final String COMPOSER = "composer.json";
    private static final String PNPM = "pnpm-workspace.yaml";

    /** Where a package says what its name alone leads to; the source before what is made of it. */
    private static final List<String> ENTRIES =
            List.of("source", "types", "typings", "module", "main");

    /**
     * So much may stand for other things in a file, and inside of each other in what is offered.
     */
    private static final int MAX_NESTED = 20;

    /** Whether it is one of them, by its path. */
    static boolean is(String path) {
        String name = Root.name(path);
        return name.equals("go.mod")
                || name.equals(PACKAGE)
                || name.equals(PNPM)
                || name.equals(COMPOSER)
                || isOfRuby(path)
                || isOfDotnet(path)
                || isSettings(name);
    }

    private static List<String> all(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        for (Matcher one = pattern.matcher(text); one.find(); ) {
            found.add(one.group(1));
        }
        return found;
    }

    /** Whether it is a project of C#, or says something for those below it, by its path. */
    static boolean isOfDotnet(String path) {
        String name = Root.name(path);
        return path.endsWith(CSHARP)
                || name.equals("Directory.Build.props")
                || name.equals("Directory.Build.targets");
    }

    /** Whether it says which gems of Ruby a project needs, by its path. */
    static boolean isOfRuby(String path) {
        String name = Root.name(path);
        return name.equals("Gemfile") || name.equals("Gemfile.lock") || name.endsWith(".gemspec");
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
                    ? new ProjectFile(module.group(1), List.of(), "", Map.of(), List.of())
                    : NOTHING;
        }
        if (isOfDotnet(path)) {
            return new ProjectFile("", all(REFERENCE, text), "", Map.of(), all(USING, text));
        }
        if (isOfRuby(path)) {
            return new ProjectFile("", List.of(), "", Map.of(), all(GEM, text));
        }
        if (Root.name(path).equals(PNPM)) {
            return ofPnpm(text);
        }
        try {
            JsonReader json = JsonReader.of(JsonComments.without(text));
            return PlainJson.read(json) instanceof Value.MapOf all
                    ? switch (Root.name(path)) {
                        case PACKAGE -> ofPackage(all);
                        case COMPOSER -> ofComposer(all);
                        default -> of(all);
                    }
                    : NOTHING;
        } catch (MalformedJson e) {
            return NOTHING;
        }
    }

    private static ProjectFile ofPnpm(String text) {
        LoadSettings settings =
                LoadSettings.builder()
                        .setCodePointLimit(MAX_BYTES)
                        .setMaxAliasesForCollections(MAX_NESTED)
                        .build();
        List<String> members = new ArrayList<>();
        try {
            if (new Load(settings).loadFromString(text) instanceof Map<?, ?> all
                    && all.get("packages") instanceof List<?> packages) {
                for (Object one : packages) {
                    // A list is no pattern, and by aliases it may stand for more than there is
                    // room.
                    if (!(one instanceof Iterable<?> || one instanceof Map<?, ?>)) {
                        members.add(String.valueOf(one));
                    }
                }
            }
        } catch (YamlEngineException | StackOverflowError e) {
            return NOTHING;
        }
        return new ProjectFile("", List.of(), "", Map.of(), members);
    }

    private static ProjectFile ofPackage(Value.MapOf all) {
        TreeMap<String, List<String>> offered = new TreeMap<>();
        List<String> entries = new ArrayList<>();
        Value exports = all.entries().find("exports");
        if (exports instanceof Value.MapOf map
                && map.entries().toMap().keySet().stream().anyMatch(key -> key.startsWith("."))) {
            map.entries()
                    .toMap()
                    .forEach(
                            (name, to) -> {
                                List<String> targets = new ArrayList<>();
                                addTargets(to, targets, 0);
                                offered.put(name, targets);
                            });
        } else {
            addTargets(exports, entries, 0);
        }
        for (String field : ENTRIES) {
            addTargets(all.entries().find(field), entries, 0);
        }
        offered.computeIfAbsent(".", _ -> new ArrayList<>()).addAll(entries);
        Value workspaces = all.entries().find("workspaces");
        return new ProjectFile(
                text(all.entries().find("name")),
                List.of(),
                "",
                offered,
                texts(
                        workspaces instanceof Value.MapOf map
                                ? map.entries().find("packages")
                                : workspaces));
    }

    private static ProjectFile ofComposer(Value.MapOf all) {
        TreeMap<String, List<String>> loaded = new TreeMap<>();
        for (String field : List.of("autoload", "autoload-dev")) {
            if (all.entries().find(field) instanceof Value.MapOf map
                    && map.entries().find("psr-4") instanceof Value.MapOf folders) {
                folders.entries()
                        .toMap()
                        .forEach(
                                (before, to) ->
                                        loaded.computeIfAbsent(before, _ -> new ArrayList<>())
                                                .addAll(texts(to)));
            }
        }
        return new ProjectFile(text(all.entries().find("name")), List.of(), "", loaded, List.of());
    }

    /** The files that something offered may be, whatever for. */
    private static void addTargets(@Nullable Value to, List<String> targets, int depth) {
        if (to instanceof Value.Text(String text)) {
            targets.add(text);
        } else if (to instanceof Value.MapOf map && depth < MAX_NESTED) {
            map.entries().toMap().values().forEach(one -> addTargets(one, targets, depth + 1));
        } else if (to instanceof Value.ListOf(List<Value> items) && depth < MAX_NESTED) {
            items.forEach(one -> addTargets(one, targets, depth + 1));
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
                paths,
                List.of());
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
