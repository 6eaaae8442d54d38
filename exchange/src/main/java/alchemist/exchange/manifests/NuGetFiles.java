package alchemist.exchange.manifests;

import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.blueprint.Tree;
import alchemist.exchange.files.Root;
import alchemist.exchange.manifests.Lock.Locked;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Projects of .NET, the versions that {@code Directory.Packages.props} and {@code
 * Directory.Build.props} say for those below them, solutions, and {@code packages.lock.json}.
 */
final class NuGetFiles {
    private static final Pattern NAMES =
            Pattern.compile(
                    "(?:.*/)?(?:[^/]+\\.(?:cs|fs|vb)proj|[^/]+\\.slnx?"
                            + "|Directory\\.(?:Packages|Build)\\.props|packages\\.lock\\.json)");
    private static final Pattern IN_SOLUTION =
            Pattern.compile("(?m)^Project\\([^)]*\\) = \"[^\"]*\", \"([^\"]+proj)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\(([\\w.]+)\\)");

    /** So many files of properties may stand above a project. */
    private static final int MAX_STEPS = 16;

    /** What one file says for itself and those below it. */
    private record Said(
            Tree project, Map<String, String> versions, Map<String, String> properties) {
        static Said of(Tree project) {
            Said said = new Said(project, new HashMap<>(), new HashMap<>());
            for (Tree group : project.each("ItemGroup")) {
                for (Tree one : group.each("PackageVersion")) {
                    String name = one.text("@Include").toLowerCase(Locale.ROOT);
                    said.versions.putIfAbsent(name, value(one, "Version"));
                }
            }
            for (Tree group : project.each("PropertyGroup")) {
                group.entries()
                        .forEach(
                                (name, one) ->
                                        said.properties.putIfAbsent(
                                                name,
                                                one.isList()
                                                        ? one.items().getFirst().text()
                                                        : one.text()));
            }
            return said;
        }
    }

    private final Map<String, List<Said>> shared = new HashMap<>();
    private final Map<Module, Said> projects = new LinkedHashMap<>();

    static boolean mayBe(String path) {
        return NAMES.matcher(path).matches();
    }

    /** Reads a file; the module that it is, or the lock, or null. */
    @Nullable Module read(SourceFile file, List<Lock> locks) throws Malformed {
        String name = file.name();
        if (name.equals("packages.lock.json")) {
            locks.add(lock(file));
            return null;
        }
        if (name.endsWith(".sln")) {
            return solution(file);
        }
        Tree xml = file.elements(name.endsWith(".slnx") ? "solution" : "project of MSBuild");
        if (name.endsWith(".slnx")) {
            Module solution = new Module(file, Ecosystem.NUGET, "");
            solution.real = false;
            addProjects(xml.at("Solution"), solution, 0);
            return solution;
        }
        Tree project = xml.at("Project");
        if (project == Tree.ABSENT) {
            throw new Malformed(1, "is no project of MSBuild: <Project> is missing");
        }
        if (name.endsWith(".props")) {
            shared.computeIfAbsent(file.folder(), _ -> new ArrayList<>(2)).add(Said.of(project));
            return null;
        }
        Module module = new Module(file, Ecosystem.NUGET, name.substring(0, name.lastIndexOf('.')));
        projects.put(module, Said.of(project));
        return module;
    }

    private static Module solution(SourceFile file) {
        Module solution = new Module(file, Ecosystem.NUGET, "");
        solution.real = false;
        Matcher matcher = IN_SOLUTION.matcher(file.text());
        while (matcher.find()) {
            addMember(matcher.group(1), solution);
        }
        return solution;
    }

    private static void addProjects(Tree tree, Module solution, int depth) {
        for (Tree one : tree.each("Project")) {
            addMember(one.text("@Path"), solution);
        }
        for (Tree folder : depth > Manifests.MAX_DEPTH ? List.<Tree>of() : tree.each("Folder")) {
            addProjects(folder, solution, depth + 1);
        }
    }

    private static void addMember(String written, Module solution) {
        String path = Root.resolved(solution.folder(), written.replace('\\', '/'));
        if (path != null && !written.isEmpty()) {
            solution.members.add(Root.parent(path));
        }
    }

    /** Puts in what a project needs, when all files have been read. */
    void complete() {
        projects.forEach(
                (module, project) -> {
                    List<Said> above = new ArrayList<>(List.of(project));
                    String up = module.folder();
                    for (int i = 0; i < MAX_STEPS; i++) {
                        above.addAll(shared.getOrDefault(up, List.of()));
                        if (up.isEmpty()) {
                            break;
                        }
                        up = Root.parent(up);
                    }
                    module.version = property("Version", above);
                    for (Tree group : project.project.each("ItemGroup")) {
                        for (Tree one : group.each("PackageReference")) {
                            add(one, above, module);
                        }
                        for (Tree one : group.each("ProjectReference")) {
                            refer(one, module);
                        }
                    }
                });
    }

    private static String value(Tree one, String name) {
        return one.has("@" + name) ? one.text("@" + name) : one.text(name);
    }

    private static void add(Tree one, List<Said> above, Module module) {
        String name = one.text("@Include");
        if (name.isEmpty() || name.indexOf('$') >= 0) {
            return; // what another file includes, with more said of it
        }
        String version = value(one, "VersionOverride");
        version = version.isEmpty() ? value(one, "Version") : version;
        version = version.isEmpty() ? central(name, above) : version;
        boolean ofBuild = value(one, "PrivateAssets").equalsIgnoreCase("all");
        module.dependencies.add(
                new Dependency(
                        name,
                        filled(version, above),
                        ofBuild ? "build" : "",
                        Dependency.ELSEWHERE,
                        one.line()));
    }

    private static void refer(Tree one, Module module) {
        String written = one.text("@Include").replace('\\', '/');
        String path = Root.resolved(module.folder(), written);
        String file = Root.name(written);
        if (path != null && file.indexOf('.') > 0) {
            module.dependencies.add(
                    new Dependency(
                            file.substring(0, file.lastIndexOf('.')),
                            "",
                            "",
                            Root.parent(path),
                            one.line()));
        }
    }

    private static String central(String name, List<Said> above) {
        for (Said file : above) {
            String version = file.versions.get(name.toLowerCase(Locale.ROOT));
            if (version != null) {
                return version;
            }
        }
        return "";
    }

    private static String property(String name, List<Said> above) {
        for (Said file : above) {
            String value = file.properties.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    private static String filled(String text, List<Said> above) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String value = property(matcher.group(1), above);
            matcher.appendReplacement(
                    filled, Matcher.quoteReplacement(value.isEmpty() ? matcher.group() : value));
        }
        return matcher.appendTail(filled).toString();
    }

    private static Lock lock(SourceFile file) throws Malformed {
        Lock lock = new Lock(file, Ecosystem.NUGET);
        for (Tree framework : file.json().at("dependencies").entries().values()) {
            framework
                    .entries()
                    .forEach(
                            (name, one) -> {
                                if (one.text("type").equals("Project")) {
                                    return; // a module of the project itself
                                }
                                Locked locked = new Locked(name, one.text("resolved"), one.line());
                                one.at("dependencies")
                                        .entries()
                                        .forEach(
                                                (needed, range) ->
                                                        locked.requires()
                                                                .put(needed, range.text()));
                                lock.add(locked);
                            });
        }
        return lock;
    }
}
