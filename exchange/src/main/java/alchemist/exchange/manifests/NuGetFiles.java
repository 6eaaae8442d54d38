package alchemist.exchange.manifests;

import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.Placeholders;
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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Projects of .NET, what {@code Directory.Packages.props}, {@code Directory.Build.props} and {@code
 * .targets} say for those below them, solutions, and {@code packages.lock.json}.
 */
final class NuGetFiles {
    private static final Pattern NAMES =
            Pattern.compile(
                    "(?:.*/)?(?:[^/]+\\.(?:cs|fs|vb)proj|[^/]+\\.slnx?"
                            + "|Directory\\.(?:(?:Packages|Build)\\.props|Build\\.targets)|packages\\.lock\\.json)");
    private static final Pattern IN_SOLUTION =
            Pattern.compile("(?m)^Project\\([^)\\n]*\\) = \"[^\"]*\", \"([^\"]+proj)\"");
    private static final Placeholders PLACEHOLDERS =
            new Placeholders(Pattern.compile("\\$\\(([\\w.]+)\\)"));

    /** So many files of properties may stand above a project. */
    private static final int MAX_STEPS = 16;

    /** So much may be said of what others need, by all files together. */
    private static final int MAX_SHARED = 20_000;

    private static final String HERE = "$(MSBuildThisFileDirectory)";

    private final Map<String, List<MsBuildFile>> shared = new HashMap<>();
    private final Map<Module, MsBuildFile> projects = new LinkedHashMap<>();
    private int said;

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
        MsBuildFile read = new MsBuildFile(file, project);
        if (name.startsWith("Directory.")) {
            shared.computeIfAbsent(file.folder(), _ -> new ArrayList<>(2)).add(read);
            return null;
        }
        Module module = new Module(file, Ecosystem.NUGET, plain(name));
        projects.put(module, read);
        return module;
    }

    /** A file's name without what it ends with. */
    private static String plain(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
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
            solution.members.add(Module.among(Root.parent(path), plain(Root.name(path))));
        }
    }

    /** The projects that were read. */
    Set<Module> projects() {
        return projects.keySet();
    }

    /** Puts in what a project needs, when all files have been read. */
    void complete() {
        projects.forEach(
                (module, project) -> {
                    List<MsBuildFile> above = new ArrayList<>(List.of(project));
                    String up = module.folder();
                    for (int i = 0; i < MAX_STEPS; i++) {
                        above.addAll(shared.getOrDefault(up, List.of()));
                        if (up.isEmpty()) {
                            break;
                        }
                        up = Root.parent(up);
                    }
                    module.version = property("Version", above);
                    for (MsBuildFile from : above) {
                        addAll(from, above, module, from == project);
                    }
                });
    }

    private void addAll(MsBuildFile from, List<MsBuildFile> above, Module module, boolean own) {
        int more = from.packages.size() + from.ofAll.size() + from.projects.size();
        said += own ? 0 : more;
        if (!own && said > MAX_SHARED) {
            if (said - more <= MAX_SHARED) {
                from.file.warn(0, "says more than " + MAX_SHARED + " things for projects below it");
            }
            return;
        }
        from.packages.forEach(one -> add(one, false, above, module, own));
        from.ofAll.forEach(one -> add(one, true, above, module, own));
        from.projects.forEach(one -> refer(one, from.file.folder(), module, own));
    }

    private static void add(
            Tree one, boolean always, List<MsBuildFile> above, Module module, boolean own) {
        for (String each : one.text("@Include").split(";", -1)) {
            String name = each.strip();
            if (name.isEmpty() || name.indexOf('$') >= 0) {
                continue; // what another file includes, with more said of it
            }
            String version = MsBuildFile.value(one, "VersionOverride");
            version = version.isEmpty() ? MsBuildFile.value(one, "Version") : version;
            version = version.isEmpty() ? central(name, above) : version;
            boolean ofBuild =
                    always || MsBuildFile.value(one, "PrivateAssets").equalsIgnoreCase("all");
            module.dependencies.add(
                    new Dependency(
                            name,
                            filled(version, above),
                            ofBuild ? "build" : "",
                            Dependency.ELSEWHERE,
                            own ? one.line() : module.line));
        }
    }

    private static void refer(Tree one, String folder, Module module, boolean own) {
        for (String each : one.text("@Include").split(";", -1)) {
            String written = each.strip().replace(HERE, "").replace('\\', '/');
            String path = Root.resolved(folder, written);
            String file = Root.name(written);
            if (path != null && file.indexOf('.') > 0) {
                module.dependencies.add(
                        new Dependency(
                                plain(file),
                                "",
                                "",
                                Module.among(Root.parent(path), plain(file)),
                                own ? one.line() : module.line));
            }
        }
    }

    private static String central(String name, List<MsBuildFile> above) {
        for (MsBuildFile file : above) {
            String version = file.versions.get(name.toLowerCase(Locale.ROOT));
            if (version != null) {
                return version;
            }
        }
        return "";
    }

    private static String property(String name, List<MsBuildFile> above) {
        for (MsBuildFile file : above) {
            String value = file.properties.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    private static String filled(String text, List<MsBuildFile> above) {
        return PLACEHOLDERS.filled(
                text,
                found -> {
                    String value = property(found.group(1), above);
                    return value.isEmpty() ? null : value;
                });
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
