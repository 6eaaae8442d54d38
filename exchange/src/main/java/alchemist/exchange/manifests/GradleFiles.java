package alchemist.exchange.manifests;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.Facts;
import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.files.Root;
import alchemist.exchange.manifests.Lock.Locked;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The scripts, catalogs, properties and lock files of Gradle. Which script is that of which project
 * is known when all have been read.
 */
final class GradleFiles {
    private static final Pattern NAMES =
            Pattern.compile(
                    "(?:.*/)?(?:build\\.gradle|settings\\.gradle|build\\.gradle\\.kts"
                            + "|settings\\.gradle\\.kts|gradle\\.properties|[^/]*gradle\\.lockfile"
                            + "|[^/]*\\.versions\\.toml|gradle/dependency-locks/[^/]*\\.lockfile)");

    private final Map<String, GradleScript> settings = new TreeMap<>();
    private final Map<String, GradleScript> builds = new TreeMap<>();
    private final Map<String, GradleCatalog> catalogs = new TreeMap<>();
    private final Map<String, Map<String, String>> properties = new HashMap<>();

    static boolean mayBe(String path) {
        return NAMES.matcher(path).matches() || isCalledLikeItsFolder(path);
    }

    /** As many builds call the scripts of their projects, so that they can be told apart. */
    private static boolean isCalledLikeItsFolder(String path) {
        String called = Root.name(Root.parent(path));
        String name = Root.name(path);
        return !called.isEmpty()
                && (name.equals(called + ".gradle") || name.equals(called + ".gradle.kts"));
    }

    /** Reads a file; the lock that it is, or null. */
    @Nullable Lock read(SourceFile file) throws Malformed {
        String name = file.name();
        if (name.endsWith(".lockfile")) {
            return lock(file);
        } else if (name.equals("gradle.properties")) {
            properties.put(file.folder(), properties(file));
        } else if (name.endsWith(GradleCatalog.ENDING)) {
            catalogs.put(file.path(), GradleCatalog.of(file));
        } else if (name.startsWith("settings.gradle")) {
            settings.put(file.folder(), GradleScript.of(file));
        } else if (name.startsWith("build.gradle")) {
            builds.put(file.folder(), GradleScript.of(file));
        } else {
            builds.putIfAbsent(file.folder(), GradleScript.of(file));
        }
        return null;
    }

    private static Map<String, String> properties(SourceFile file) {
        Map<String, String> read = new HashMap<>();
        for (String line : file.text().split("\n", -1)) {
            int equals = line.indexOf('=');
            if (equals > 0 && !line.startsWith("#") && !line.startsWith("!")) {
                read.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
            }
        }
        return read;
    }

    private static Lock lock(SourceFile file) {
        Lock lock = new Lock(file, Ecosystem.GRADLE);
        String[] lines = file.text().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (line.isEmpty() || line.startsWith("#") || line.startsWith("empty=")) {
                continue;
            }
            int equals = line.indexOf('=');
            String[] parts = (equals < 0 ? line : line.substring(0, equals)).split(":", -1);
            if (parts.length == 3 && !parts[0].isEmpty() && !parts[1].isEmpty()) {
                lock.add(new Locked(parts[0] + ":" + parts[1], parts[2], i + 1));
            } else {
                file.warn(i + 1, "is no line of a lock file of Gradle, and is passed over");
            }
        }
        return lock;
    }

    /** The projects, when all files have been read. */
    List<Module> modules() {
        List<GradleBuild> all = new ArrayList<>();
        Map<String, GradleScript> left = new TreeMap<>(builds);
        settings.forEach(
                (folder, script) -> {
                    GradleBuild build = new GradleBuild(folder, script, this::properties);
                    build.projects().values().forEach(left::remove);
                    all.add(build);
                });
        left.forEach((folder, script) -> all.add(new GradleBuild(folder, null, this::properties)));
        List<Module> modules = new ArrayList<>();
        for (GradleBuild build : all) {
            modules.addAll(build.modules(builds, catalogs));
        }
        settings.values().forEach(GradleScript::tellUnread);
        builds.values().forEach(GradleScript::tellUnread);
        return modules;
    }

    private Map<String, String> properties(String folder) {
        return properties.getOrDefault(folder, Map.of());
    }

    /** The script that another applies: from its own folder, or from one of those above. */
    private static @Nullable Id applied(String written, SourceFile from, Blueprint blueprint) {
        String path = GradleScript.withoutTop(written);
        for (String up = from.folder(); path.indexOf('$') < 0; up = Root.parent(up)) {
            String there = Root.resolved(up, path);
            @Nullable Id script = there == null ? null : blueprint.fileAt(there, from);
            if (script != null || up.isEmpty() || path.equals(written)) {
                return script;
            }
        }
        return null;
    }

    /** States what stands beside the projects. */
    void state(Blueprint blueprint) {
        catalogs.values().forEach(catalog -> catalog.state(blueprint));
        for (GradleScript script : builds.values()) {
            script.applied.forEach(
                    (written, line) -> {
                        @Nullable Id to = applied(written, script.file, blueprint);
                        if (to != null) {
                            Id from = blueprint.file(script.file);
                            blueprint.edge("includes", from, to, Facts.at(line), script.file);
                        }
                    });
        }
    }
}
