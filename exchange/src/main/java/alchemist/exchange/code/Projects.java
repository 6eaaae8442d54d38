package alchemist.exchange.code;

import alchemist.exchange.Reading;
import alchemist.exchange.files.Root;
import alchemist.exchange.files.Vendored;
import alchemist.exchange.folder.OpenedFile;
import alchemist.exchange.folder.OpenedFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How the projects that code is in are called where it is imported, and what their paths mean. */
final class Projects {
    /** About what is kept of a file that says something. */
    private static final int KNOWN_BYTES = 400;

    /** So many settings add to each other at most. */
    private static final int MAX_EXTENDED = 16;

    private final Map<String, ProjectFile> files = new TreeMap<>();
    private final Map<String, String> goFolders = new TreeMap<>();
    private final Set<String> packages = new HashSet<>();

    /** Of each folder the settings that lie there, those that most tools look for first. */
    private final Map<String, List<String>> settings = new HashMap<>();

    /** Those that lie at a place. */
    static Projects of(OpenedFiles opened, Reading reading) {
        Map<String, ProjectFile> files = new TreeMap<>();
        for (OpenedFile file : opened.all()) {
            String path = file.path();
            if (ProjectFile.is(path)
                    && !Vendored.is(path)
                    && file.size() <= ProjectFile.MAX_BYTES) {
                try {
                    files.put(path, read(file));
                } catch (IOException e) {
                    reading.miss(path, "cannot be read: " + e);
                }
            }
        }
        return new Projects(files);
    }

    Projects(Map<String, ProjectFile> told) {
        told.forEach(
                (path, file) -> {
                    files.put(path, file);
                    String folder = Root.parent(path);
                    switch (Root.name(path)) {
                        case "go.mod" -> goFolders.put(file.name(), folder);
                        case "package.json" -> packages.add(file.name());
                        default ->
                                settings.computeIfAbsent(folder, _ -> new ArrayList<>(1)).add(path);
                    }
                });
        goFolders.remove("");
        packages.remove("");
    }

    private static ProjectFile read(OpenedFile file) throws IOException {
        ProjectFile known = file.known(ProjectFile.class);
        if (known != null) {
            return known;
        }
        ProjectFile read = ProjectFile.read(file.path(), file.read().bytes());
        file.keep(ProjectFile.class, read, KNOWN_BYTES);
        return read;
    }

    /** Changes when any of them says something else. */
    String state() {
        return files.toString();
    }

    /** Whether any code is in a module of Go that is known by its name. */
    boolean haveGoModules() {
        return !goFolders.isEmpty();
    }

    /** The folder of a package of Go, by the path that imports it; null where it is of others. */
    @Nullable String goFolder(String path) {
        String module = path;
        while (!module.isEmpty()) {
            String folder = goFolders.get(module);
            if (folder != null) {
                String rest = path.substring(module.length());
                return folder.isEmpty() && !rest.isEmpty() ? rest.substring(1) : folder + rest;
            }
            module = Root.parent(module);
        }
        return null;
    }

    /** Whether a package of npm is one of those that lie here. */
    boolean isOwnPackage(String name) {
        return packages.contains(name);
    }

    /**
     * What an import that is no path may stand for, by the nearest settings above the file: paths
     * from the root, the likeliest first.
     */
    List<String> meant(String folder, String what) {
        for (String up = folder; ; up = Root.parent(up)) {
            List<String> there = settings.get(up);
            if (there != null) {
                List<String> meant = new ArrayList<>();
                for (String path : there) {
                    add(path, what, meant, new HashSet<>());
                }
                return meant;
            }
            if (up.isEmpty()) {
                return List.of();
            }
        }
    }

    private void add(String path, String what, List<String> meant, Set<String> seen) {
        ProjectFile file = files.get(path);
        if (file == null || seen.size() >= MAX_EXTENDED || !seen.add(path)) {
            return;
        }
        String folder = Root.parent(path);
        String base = Root.resolved(folder, file.base());
        String pattern = best(file.paths().keySet(), what);
        if (pattern != null && base != null) {
            int star = pattern.indexOf('*');
            String rest =
                    star < 0
                            ? ""
                            : what.substring(star, what.length() - (pattern.length() - star - 1));
            for (String to : file.paths().getOrDefault(pattern, List.of())) {
                put(Root.resolved(base, to.replace("*", rest)), meant);
            }
        }
        if (!file.base().isEmpty() && base != null) {
            put(Root.resolved(base, what), meant);
        }
        for (String other : file.extended()) {
            String extended = other.startsWith(".") ? Root.resolved(folder, other) : null;
            if (extended != null) {
                add(extended.endsWith(".json") ? extended : extended + ".json", what, meant, seen);
            }
        }
    }

    private static void put(@Nullable String path, List<String> meant) {
        if (path != null && !meant.contains(path)) {
            meant.add(path);
        }
    }

    /** Of the patterns that fit the one whose part before the star is the longest, or null. */
    private static @Nullable String best(Set<String> patterns, String what) {
        String best = null;
        int most = -1;
        for (String pattern : patterns) {
            int star = pattern.indexOf('*');
            if (star < 0 && pattern.equals(what)) {
                return pattern;
            }
            boolean fits =
                    star >= 0
                            && what.length() >= pattern.length() - 1
                            && what.startsWith(pattern.substring(0, star))
                            && what.endsWith(pattern.substring(star + 1));
            if (fits && star > most) {
                best = pattern;
                most = star;
            }
        }
        return best;
    }
}
