package alchemist.exchange.manifests;

import alchemist.exchange.manifests.Script.Group;
import alchemist.exchange.manifests.Script.Part;
import alchemist.exchange.manifests.Script.Sign;
import alchemist.exchange.manifests.Script.Text;
import alchemist.exchange.manifests.Script.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One way to write in a script of Gradle what is needed. */
sealed interface GradleNotation {
    /** {@code group:name:version}; what has a {@code $} before it stands for something. */
    record Artifact(String written) implements GradleNotation {}

    /** A project of the same build, by its path without the first {@code :}. */
    record Project(String path) implements GradleNotation {}

    /** A name that a catalog of versions, or Gradle of the build's projects, gives. */
    record Accessor(String name) implements GradleNotation {}

    /** A plugin. */
    record Plugin(String id, String version) implements GradleNotation {}

    /**
     * What a project needs.
     *
     * @param scope what for: the name of a configuration, {@code import} of a list of versions, or
     *     {@code plugin}
     */
    record Need(String scope, GradleNotation what, int line) {}

    /** How far a statement is understood. */
    enum Understood {
        READ,
        NOT_WRITTEN_OUT,
        NONE
    }

    /** Coordinates of an artifact, of which the version may be missing and more may follow. */
    Pattern COORDINATES = Pattern.compile("[^\\s:/@]+:[^\\s:/@]+(?::[^\\s]*)?");

    /** So are configurations called; under other names anything may be listed. */
    Pattern CONFIGURATION =
            Pattern.compile(
                    "(?i).*(?:implementation|api|compile|only|runtime|classpath|processor|kapt|ksp"
                            + "|provided|apidependencies)");

    /** These stand for files and for what Gradle itself brings. */
    Set<String> NO_LIBRARIES =
            Set.of(
                    "files",
                    "fileTree",
                    "gradleApi",
                    "gradleTestKit",
                    "gradleKotlinDsl",
                    "localGroovy",
                    "npm",
                    "devNpm",
                    "zipTree",
                    "layout.files");

    /** These make something else of what they are given. */
    Set<String> PLATFORMS = Set.of("platform", "enforcedPlatform");

    Set<String> WRAPPERS =
            Set.of("testFixtures", "create", "dependencies.create", "deps.create", "variantOf");

    /** Reads a statement in a block of dependencies: a configuration and what it is given. */
    static Understood read(List<Part> s, List<Need> into) {
        String scope;
        switch (s.getFirst()) {
            case Word word -> scope = word.text();
            case Text text -> scope = text.value();
            default -> {
                return Understood.NONE;
            }
        }
        if (s.size() < 2 || scope.equals("exclude") || scope.equals("because")) {
            return Understood.NONE;
        }
        int line = s.getFirst().line();
        boolean bracketed = s.get(1) instanceof Group group && group.open() == '(';
        List<List<Part>> arguments =
                Script.split(
                        s.get(1) instanceof Group group && bracketed
                                ? group.parts()
                                : withoutBlock(s.subList(1, s.size())),
                        ',');
        if (scope.equals("add") && arguments.size() > 1) {
            scope = Script.firstText(arguments.getFirst());
            arguments = arguments.subList(1, arguments.size());
        }
        Map<String, String> entries = entries(arguments);
        if (entries.containsKey("name")) {
            into.add(new Need(scope, artifact(entries), line));
            return Understood.READ;
        }
        boolean read = false;
        boolean missed = false;
        for (List<Part> one : arguments) {
            Need need = need(scope, one, line);
            if (need != null) {
                into.add(need);
                read = true;
            } else {
                missed |= !isNoLibrary(one);
            }
        }
        boolean configuration = CONFIGURATION.matcher(scope).matches();
        return read
                ? Understood.READ
                : missed && configuration ? Understood.NOT_WRITTEN_OUT : Understood.NONE;
    }

    private static List<Part> withoutBlock(List<Part> parts) {
        boolean block = parts.getLast() instanceof Group group && group.open() == '{';
        return block ? parts.subList(0, parts.size() - 1) : parts;
    }

    private static boolean isNoLibrary(List<Part> one) {
        return one.getFirst() instanceof Word word && NO_LIBRARIES.contains(word.text());
    }

    private static @Nullable Need need(String scope, List<Part> one, int line) {
        if (one.getFirst() instanceof Word function
                && one.size() > 1
                && one.get(1) instanceof Group arguments
                && arguments.open() == '(') {
            return called(scope, function.text(), arguments.parts(), line);
        }
        if (one.getFirst() instanceof Group map && map.open() == '[') {
            Map<String, String> entries = entries(Script.split(map.parts(), ','));
            return entries.containsKey("name") ? new Need(scope, artifact(entries), line) : null;
        }
        if (one.size() == 1 && one.getFirst() instanceof Word word && word.text().contains(".")) {
            return new Need(scope, new Accessor(word.text()), line);
        }
        String written = joined(one);
        return COORDINATES.matcher(written).matches()
                ? new Need(scope, new Artifact(written), line)
                : null;
    }

    private static @Nullable Need called(
            String scope, String function, List<Part> arguments, int line) {
        List<List<Part>> split = Script.split(arguments, ',');
        if (split.isEmpty()) {
            // libs.x.get(), and such as gradleApi()
            return function.endsWith(".get") && function.indexOf('.') < function.length() - 4
                    ? new Need(
                            scope, new Accessor(function.substring(0, function.length() - 4)), line)
                    : null;
        }
        if (function.equals("project")) {
            String path = entries(split).getOrDefault("path", Script.firstText(split.getFirst()));
            boolean known = !path.isEmpty() && path.indexOf('$') < 0;
            return known
                    ? new Need(
                            scope,
                            new Project(path.startsWith(":") ? path.substring(1) : path),
                            line)
                    : null;
        }
        if (function.equals("kotlin")) {
            String name = Script.firstText(split.getFirst());
            String version = split.size() > 1 ? joined(split.get(1)) : "";
            String said = "org.jetbrains.kotlin:kotlin-" + name;
            return new Need(
                    scope, new Artifact(version.isEmpty() ? said : said + ":" + version), line);
        }
        if (function.endsWith(".findLibrary")) {
            String catalog = function.substring(0, function.length() - "findLibrary".length());
            return new Need(
                    scope, new Accessor(catalog + Script.firstText(split.getFirst())), line);
        }
        if (PLATFORMS.contains(function)) {
            Map<String, String> entries = entries(split);
            return entries.containsKey("name")
                    ? new Need("import", artifact(entries), line)
                    : need("import", split.getFirst(), line);
        }
        return WRAPPERS.contains(function) ? need(scope, split.getFirst(), line) : null;
    }

    private static Artifact artifact(Map<String, String> entries) {
        String version = entries.getOrDefault("version", "");
        String name = entries.getOrDefault("group", "") + ":" + entries.getOrDefault("name", "");
        return new Artifact(version.isEmpty() ? name : name + ":" + version);
    }

    /** What is given by name: {@code group: 'a'} or {@code group = "a"}. */
    static Map<String, String> entries(List<List<Part>> arguments) {
        Map<String, String> entries = new TreeMap<>();
        for (List<Part> one : arguments) {
            if (one.size() > 2
                    && one.getFirst() instanceof Word key
                    && one.get(1) instanceof Sign sign
                    && (sign.c() == ':' || sign.c() == '=')) {
                entries.put(key.text(), joined(one.subList(2, one.size())));
            }
        }
        return entries;
    }

    /** A text, as a template where texts and names are put together. */
    private static String joined(List<Part> parts) {
        StringBuilder joined = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Text text -> joined.append(text.value());
                case Word word -> joined.append("${").append(word.text()).append('}');
                case Sign sign when sign.c() == '+' -> {}
                default -> {
                    return joined.toString();
                }
            }
        }
        return joined.toString();
    }

    /** A statement for people, without what is in its blocks. */
    static String shown(List<Part> parts) {
        List<String> shown = new ArrayList<>();
        for (Part part : parts) {
            shown.add(
                    switch (part) {
                        case Word word -> word.text();
                        case Text text -> "\"" + text.value() + "\"";
                        case Sign sign -> String.valueOf(sign.c());
                        case Group group when group.open() == '{' -> "{…}";
                        case Group group -> "(" + shown(group.parts()) + ")";
                    });
        }
        return String.join(" ", shown);
    }
}
