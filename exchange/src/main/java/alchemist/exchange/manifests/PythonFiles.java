package alchemist.exchange.manifests;

import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.blueprint.Tree;
import alchemist.exchange.files.Root;
import alchemist.exchange.manifests.Lock.Locked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code pyproject.toml}, {@code requirements.txt}, and the lock files {@code poetry.lock}, {@code
 * uv.lock}, {@code pdm.lock} and {@code pylock.toml}.
 */
final class PythonFiles {
    /** A requirement: its name, extras, and what is said of versions up to a condition. */
    private static final Pattern REQUIREMENT =
            Pattern.compile(
                    "^([A-Za-z0-9][A-Za-z0-9._-]*)\\s*(?:\\[[^\\]]*\\])?\\s*([^;]*?)\\s*(?:;.*)?$");

    private static final Pattern ARCHIVE = Pattern.compile("(?i).+\\.(?:whl|zip|tgz|tar\\.\\w+)");

    /** Other files are included by these, and limit by these what may be chosen. */
    private static final Set<String> INCLUDES = Set.of("-r", "--requirement", "-c", "--constraint");

    /** Longer requirements are none. */
    private static final int MAX_CHARS = 2_000;

    private PythonFiles() {}

    /** A file of requirements: what its lines need, and the files that it includes. */
    record Requirements(SourceFile file, List<Dependency> all, List<String> included) {}

    static @Nullable Module manifest(SourceFile file) throws Malformed {
        Tree toml = file.toml();
        Tree project = toml.at("project");
        Tree poetry = toml.at("tool", "poetry");
        if (!project.isMap() && !poetry.isMap() && !toml.at("tool", "uv", "workspace").isMap()) {
            return null; // only settings of tools
        }
        Tree named = project.has("name") ? project : poetry;
        Module module = new Module(file, Ecosystem.PYTHON, named.text("name"));
        module.real = project.isMap() || poetry.isMap();
        module.line = Math.max(1, named.line());
        module.version = named.text("version");
        Tree sources = toml.at("tool", "uv", "sources");
        for (Tree one : project.each("dependencies")) {
            add(one, "", sources, module);
        }
        addGroups(project.at("optional-dependencies"), sources, module);
        addGroups(toml.at("dependency-groups"), sources, module);
        Tree dynamic = toml.at("tool", "setuptools", "dynamic");
        list(dynamic.at("dependencies"), "", module);
        dynamic.at("optional-dependencies")
                .entries()
                .forEach((name, extra) -> list(extra, name, module));
        addPoetry(poetry.at("dependencies"), "", module);
        addPoetry(poetry.at("dev-dependencies"), "dev", module);
        poetry.at("group")
                .entries()
                .forEach((name, group) -> addPoetry(group.at("dependencies"), name, module));
        for (Tree member : toml.at("tool", "uv", "workspace").each("members")) {
            String folder = Root.resolved(file.folder(), member.text());
            if (folder != null) {
                module.members.add(folder);
            }
        }
        return module;
    }

    private static void addGroups(Tree groups, Tree sources, Module module) {
        for (Map.Entry<String, Tree> group : groups.entries().entrySet()) {
            for (Tree one : group.getValue().items()) {
                add(one, group.getKey(), sources, module);
            }
        }
    }

    /** What setuptools takes from files of requirements. */
    private static void list(Tree said, String scope, Module module) {
        for (Tree one : said.each("file")) {
            module.list(one.text(), scope, one.line());
        }
    }

    private static void add(Tree requirement, String scope, Tree sources, Module module) {
        Dependency read = requirement(requirement.text(), scope, requirement.line());
        if (read == null) {
            return;
        }
        String path = sources.at(read.name()).text("path");
        @Nullable String folder = path.isEmpty() ? null : Root.resolved(module.folder(), path);
        module.dependencies.add(
                folder == null
                        ? read
                        : new Dependency(read.name(), read.requires(), scope, folder, read.line()));
    }

    private static void addPoetry(Tree dependencies, String scope, Module module) {
        dependencies
                .entries()
                .forEach(
                        (name, said) -> {
                            if (!name.equals("python")) {
                                String path = said.text("path");
                                @Nullable String folder =
                                        path.isEmpty()
                                                ? null
                                                : Root.resolved(module.folder(), path);
                                boolean optional = said.text("optional").equals("true");
                                module.dependencies.add(
                                        new Dependency(
                                                name,
                                                said.isMap() ? said.text("version") : said.text(),
                                                optional && scope.isEmpty() ? "optional" : scope,
                                                folder == null ? Dependency.ELSEWHERE : folder,
                                                said.line()));
                            }
                        });
    }

    /** What a requirement says; null where it is none. */
    static @Nullable Dependency requirement(String text, String scope, int line) {
        Matcher matcher = REQUIREMENT.matcher(text.strip());
        if (text.length() > MAX_CHARS || !matcher.matches()) {
            return null;
        }
        String requires = matcher.group(2);
        boolean wrapped = requires.startsWith("(") && requires.endsWith(")");
        return new Dependency(
                matcher.group(1),
                wrapped ? requires.substring(1, requires.length() - 1) : requires,
                scope,
                Dependency.ELSEWHERE,
                line);
    }

    static Requirements requirements(SourceFile file) {
        List<Dependency> all = new ArrayList<>();
        List<String> included = new ArrayList<>();
        String[] lines = file.text().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            int first = i + 1;
            StringBuilder joined = new StringBuilder(lines[i].strip());
            while (joined.length() > 0
                    && joined.charAt(joined.length() - 1) == '\\'
                    && i + 1 < lines.length) {
                joined.setLength(joined.length() - 1);
                joined.append(lines[++i].strip());
            }
            String line = joined.toString();
            int comment = line.startsWith("#") ? 0 : line.indexOf(" #");
            line = (comment < 0 ? line : line.substring(0, comment)).strip();
            int option = line.indexOf(" --");
            line = option < 0 ? line : line.substring(0, option).strip();
            if (line.length() > MAX_CHARS) {
                file.warn(first, "has more than " + MAX_CHARS + " characters, and is passed over");
                continue;
            }
            if (line.isEmpty()) {
                continue;
            }
            if (line.startsWith("-")) {
                String[] words = line.split("[\\s=]+", 2);
                if (words.length == 2 && INCLUDES.contains(words[0])) {
                    String path = Root.resolved(file.folder(), words[1].strip());
                    if (path != null) {
                        included.add(path);
                    }
                }
                continue; // settings of pip
            }
            Dependency one =
                    line.contains("://") && !line.contains("@")
                            ? null
                            : requirement(line, "", first);
            if (one != null) {
                all.add(one);
            } else if (!line.startsWith(".") && !line.contains("/")) {
                file.warn(first, "is no requirement, and is passed over: '" + shown(line) + "'");
            }
        }
        return new Requirements(file.emptied(), all, included);
    }

    private static String shown(String line) {
        return line.length() > 60 ? line.substring(0, 60) + "…" : line;
    }

    static Lock lock(SourceFile file) throws Malformed {
        Lock lock = new Lock(file, Ecosystem.PYTHON);
        Tree toml = file.toml();
        // As pylock.toml calls them.
        for (Tree one : toml.each(toml.has("packages") ? "packages" : "package")) {
            if (isOwn(one)) {
                continue;
            }
            Locked locked = new Locked(one.text("name"), one.text("version"), one.line());
            Tree needed = one.at("dependencies");
            needed.entries()
                    .forEach(
                            (name, said) ->
                                    locked.requires()
                                            .put(
                                                    name,
                                                    said.isMap()
                                                            ? said.text("version")
                                                            : said.text()));
            for (Tree each : needed.items()) {
                // Of PDM each is a whole requirement.
                Dependency whole = requirement(each.text(), "", each.line());
                locked.requires()
                        .put(
                                whole == null ? each.text("name") : whole.name(),
                                whole == null ? "" : whole.requires());
            }
            lock.add(locked);
        }
        return lock;
    }

    /** Whether it is a module of the project itself, as uv, Poetry, PDM and pylock.toml say it. */
    private static boolean isOwn(Tree locked) {
        Tree source = locked.at("source");
        boolean packed = ARCHIVE.matcher(locked.text("path")).matches();
        return source.has("virtual")
                || source.has("editable")
                || source.has("directory")
                || source.text("type").equals("directory")
                || locked.has("directory")
                || (locked.has("path") && !packed);
    }
}
