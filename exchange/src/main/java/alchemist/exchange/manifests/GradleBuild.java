package alchemist.exchange.manifests;

import alchemist.exchange.blueprint.Placeholders;
import alchemist.exchange.files.Root;
import alchemist.exchange.manifests.GradleNotation.Accessor;
import alchemist.exchange.manifests.GradleNotation.Artifact;
import alchemist.exchange.manifests.GradleNotation.Need;
import alchemist.exchange.manifests.GradleNotation.Plugin;
import alchemist.exchange.manifests.GradleNotation.Project;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One build of Gradle: the projects that its settings include, and what each needs. */
final class GradleBuild {
    private static final Placeholders PLACEHOLDERS =
            new Placeholders(
                    Pattern.compile("\\$\\{([^${}]*)\\}|\\$([A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)*)"));

    /** A variable may name another so often. */
    private static final int MAX_STEPS = 8;

    /** So many dependencies of a build may be said by one script for several projects. */
    private static final int MAX_SHARED = 20_000;

    private final String folder;
    private final @Nullable GradleScript settings;
    private final Function<String, Map<String, String>> properties;

    /** By path with {@code :} between names the folder of each project. */
    private final Map<String, String> projects = new TreeMap<>();

    /** By what Gradle's accessors call a project its path. */
    private final Map<String, String> byAccessor = new HashMap<>();

    private Map<String, GradleScript> scripts = Map.of();
    private final Map<String, GradleCatalog> catalogs = new HashMap<>();
    private int shared;

    /**
     * A build in a folder.
     *
     * @param settings none for a script that stands alone
     * @param properties those of a folder
     */
    GradleBuild(
            String folder,
            @Nullable GradleScript settings,
            Function<String, Map<String, String>> properties) {
        this.folder = folder;
        this.settings = settings;
        this.properties = properties;
        projects.put("", folder);
        if (settings != null) {
            for (String path : settings.included.keySet()) {
                String above = projects.getOrDefault(parent(path), folder);
                String name = path.substring(path.lastIndexOf(':') + 1);
                String own = settings.folders.get(path);
                String usual = above.isEmpty() ? name : above + "/" + name;
                String called = settings.renamed.get(path);
                String up = path.substring(0, path.length() - name.length());
                projects.put(called == null ? path : up + called, own == null ? usual : own);
            }
        }
        for (String path : projects.keySet()) {
            byAccessor.put(accessor(path), path);
        }
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf(':')));
    }

    /** Accessors join with points, and write what stands behind a dash as a capital. */
    private static String accessor(String path) {
        return path.replace(':', '.').replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** By path the folder of each project. */
    Map<String, String> projects() {
        return projects;
    }

    /** The modules that the projects are. */
    List<Module> modules(Map<String, GradleScript> builds, Map<String, GradleCatalog> byFile) {
        scripts = builds;
        addCatalogs(byFile);
        List<Module> modules = new ArrayList<>();
        Map<String, Module> byPath = new TreeMap<>();
        projects.forEach(
                (path, where) -> {
                    Module module = module(path, where);
                    if (module != null) {
                        byPath.put(path, module);
                        modules.add(module);
                    }
                });
        Module top = byPath.get("");
        if (top != null && settings != null) {
            byPath.forEach(
                    (path, module) -> {
                        if (!path.isEmpty()) {
                            top.members.add(module.folder());
                        }
                    });
            top.members.addAll(settings.builds);
        }
        return modules;
    }

    private void addCatalogs(Map<String, GradleCatalog> byFile) {
        byFile.forEach(
                (path, catalog) -> {
                    String home = folder.isEmpty() ? "gradle" : folder + "/gradle";
                    if (Root.parent(path).equals(home)) {
                        String name = Root.name(path);
                        catalogs.put(
                                name.substring(0, name.length() - GradleCatalog.ENDING.length()),
                                catalog);
                    }
                });
        if (settings != null) {
            settings.catalogs.forEach(
                    (name, path) -> {
                        GradleCatalog catalog = byFile.get(path);
                        if (catalog != null) {
                            catalogs.put(name, catalog);
                        }
                    });
        }
    }

    private @Nullable Module module(String path, String where) {
        GradleScript own = scripts.get(where);
        GradleScript said = own == null ? settings : own;
        if (said == null) {
            return null;
        }
        String last = path.substring(path.lastIndexOf(':') + 1);
        String name =
                !path.isEmpty()
                        ? last
                        : settings == null || settings.name.isEmpty()
                                ? Root.name(where)
                                : filled(settings.name, path);
        String group = group(path, own);
        Module module =
                new Module(
                        said.file,
                        Ecosystem.GRADLE,
                        group.isEmpty() || name.isEmpty() ? name : group + ":" + name);
        module.place(where, own == null ? path : "");
        module.title = path.indexOf(':') < 0 ? "" : path;
        module.line = own == null && settings != null ? lineInSettings(path, settings) : 1;
        module.version = version(path, own);
        if (own != null) {
            module.packaging = String.join(", ", own.corePlugins);
            own.needs.forEach(need -> add(need, path, own, true, module));
            own.ofAll.forEach(need -> add(need, path, own, true, module));
        }
        addShared(path, module);
        return module;
    }

    private static int lineInSettings(String path, GradleScript settings) {
        return path.isEmpty() ? settings.nameLine : settings.included.getOrDefault(path, 1);
    }

    /** What scripts of projects above say for those below, and for single ones. */
    private void addShared(String path, Module module) {
        String up = path;
        while (!up.isEmpty()) {
            up = parent(up);
            GradleScript above = scripts.get(projects.getOrDefault(up, ""));
            if (above == null) {
                continue;
            }
            for (List<Need> needs :
                    List.of(
                            above.ofAll,
                            above.ofBelow,
                            above.ofOthers.getOrDefault(path, List.of()))) {
                for (Need need : needs) {
                    if (++shared > MAX_SHARED) {
                        if (shared == MAX_SHARED + 1) {
                            above.file.warn(
                                    0,
                                    "says more than "
                                            + MAX_SHARED
                                            + " dependencies for other projects; the rest is"
                                            + " passed over");
                        }
                        return;
                    }
                    add(need, path, above, false, module);
                }
            }
        }
    }

    private String group(String path, @Nullable GradleScript own) {
        if (own != null && !own.group.isEmpty()) {
            return filled(own.group, path);
        }
        return inherited(path, "group", script -> script.sharedGroup);
    }

    private String version(String path, @Nullable GradleScript own) {
        if (own != null && !own.version.isEmpty()) {
            return filled(own.version, path);
        }
        return inherited(path, "version", script -> script.sharedVersion);
    }

    private String inherited(String path, String property, Function<GradleScript, String> shared) {
        for (String up = path; !up.isEmpty(); ) {
            up = parent(up);
            GradleScript above = scripts.get(projects.getOrDefault(up, ""));
            if (above != null && !shared.apply(above).isEmpty()) {
                return filled(shared.apply(above), path);
            }
        }
        String own = properties.apply(projects.getOrDefault(path, "")).get(property);
        return own == null ? properties.apply(folder).getOrDefault(property, "") : own;
    }

    /** What stands for nothing that is known makes a name that is none. */
    private String filled(String written, String path) {
        return PLACEHOLDERS.resolved(
                written,
                MAX_STEPS,
                found -> variable(found.group(1) == null ? found.group(2) : found.group(1), path));
    }

    private @Nullable String variable(String written, String path) {
        String name = GradleVariables.withoutOwner(written.strip());
        for (Map.Entry<String, GradleCatalog> one : catalogs.entrySet()) {
            String versions = one.getKey() + ".versions.";
            if (name.startsWith(versions)) {
                String plain = name.replaceFirst("\\.(?:get|asProvider)(?:\\(\\).*)?$", "");
                return one.getValue()
                        .version(plain.substring(Math.min(plain.length(), versions.length())));
            }
        }
        for (String up = path; ; up = parent(up)) {
            String where = projects.getOrDefault(up, "");
            GradleScript script = scripts.get(where);
            String value = script == null ? null : script.variables.get(name);
            value = value == null ? properties.apply(where).get(name) : value;
            if (value != null) {
                return value;
            }
            if (up.isEmpty()) {
                return settings == null ? null : settings.variables.get(name);
            }
        }
    }

    /**
     * Adds what a script says is needed.
     *
     * @param here whether it is the script of the module, whose lines count
     */
    private void add(Need need, String path, GradleScript script, boolean here, Module module) {
        int line = here ? need.line() : 0;
        switch (need.what()) {
            case Artifact(String written) -> {
                String[] parts = filled(written, path).split(":", 4);
                String name = parts[0] + ":" + (parts.length > 1 ? parts[1] : "");
                String version = parts.length > 2 ? parts[2] : "";
                int at = version.indexOf('@');
                if (name.indexOf('$') >= 0 || parts[0].isEmpty()) {
                    script.notWrittenOut(need.line(), written);
                } else {
                    library(name, at < 0 ? version : version.substring(0, at), need, line, module);
                }
            }
            case Plugin(String id, String version) ->
                    library(id, filled(version, path), need, line, module);
            case Project(String to) -> project(to, need, script, line, module);
            case Accessor(String name) -> accessor(name, path, need, script, line, module);
        }
    }

    private void project(String to, Need need, GradleScript script, int line, Module module) {
        String where = projects.get(to);
        String usual = (folder.isEmpty() ? "" : folder + "/") + to.replace(':', '/');
        // What settings compute is not known; but most projects are where their paths say.
        where = where == null && scripts.containsKey(usual) ? usual : where;
        if (where == null) {
            script.file.warn(
                    need.line(),
                    "depends on the project ':"
                            + to
                            + "', of which nothing is read; settings may compute it");
        } else {
            module.dependencies.add(
                    new Dependency(
                            to.substring(to.lastIndexOf(':') + 1), "", need.scope(), where, line));
        }
    }

    private void accessor(
            String written, String path, Need need, GradleScript script, int line, Module module) {
        int point = written.indexOf('.');
        String name = written.substring(point + 1);
        if (written.startsWith("projects.")) {
            String to = byAccessor.get(accessor(name));
            if (to != null) {
                project(to, need, script, line, module);
                return;
            }
        }
        GradleCatalog catalog = point < 0 ? null : catalogs.get(written.substring(0, point));
        List<GradleCatalog.Entry> entries = catalog == null ? List.of() : catalog.named(name);
        for (GradleCatalog.Entry one : entries) {
            library(one.name(), one.version(), need, line, module);
        }
        if (entries.isEmpty()) {
            String value = variable(written, path);
            boolean artifact = value != null && GradleNotation.COORDINATES.matcher(value).matches();
            if (artifact && value != null) {
                add(
                        new Need(need.scope(), new Artifact(value), need.line()),
                        path,
                        script,
                        line > 0,
                        module);
            } else {
                script.notWrittenOut(need.line(), written);
            }
        }
    }

    private static void library(String name, String version, Need need, int line, Module module) {
        module.dependencies.add(
                new Dependency(name, version, need.scope(), Dependency.ELSEWHERE, line));
    }
}
