package alchemist.exchange.code;

import alchemist.exchange.Reading;
import alchemist.exchange.files.Root;
import alchemist.exchange.files.Vendored;
import alchemist.exchange.folder.OpenedFile;
import alchemist.exchange.folder.OpenedFiles;
import alchemist.kernel.Glob;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the projects that code is in are called where it is imported, and what their paths mean. */
final class Projects {
    /** About what is kept of a file that says something. */
    private static final int KNOWN_BYTES = 400;

    /** So many settings add to each other at most. */
    private static final int MAX_EXTENDED = 16;

    /** The folders that tools put into what they make of the sources, which lie in {@code src}. */
    private static final Pattern MADE =
            Pattern.compile("^(?:\\./)?(?:(?:dist|lib|build|out|es|esm|cjs|types|module)/)*");

    private final Map<String, ProjectFile> files = new TreeMap<>();
    private final Map<String, String> goFolders = new TreeMap<>();

    /** The folders of packages of npm, by their names. */
    private final Map<String, List<String>> packages = new HashMap<>();

    /** By the folders of projects of .NET the folders of those that they refer to. */
    private final Map<String, Set<String>> dotnet = new TreeMap<>();

    /** By folder the namespaces that all projects of .NET that lie there or below use. */
    private final Map<String, List<String>> dotnetUsings = new HashMap<>();

    /** By folder the manifests of Composer that say where types of PHP lie. */
    private final Map<String, ProjectFile> composer = new TreeMap<>();

    private final Set<String> ruby = new HashSet<>();

    /** Gems of Ruby by their names without signs between words. */
    private final Map<String, String> gems = new TreeMap<>();

    /** By folder which packages are of the workspace that begins there. */
    private final Map<String, List<Members>> workspaces = new HashMap<>();

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
                    if (ProjectFile.isOfDotnet(path)) {
                        dotnetUsings
                                .computeIfAbsent(folder, _ -> new ArrayList<>())
                                .addAll(file.members());
                        if (path.endsWith(ProjectFile.CSHARP)) {
                            addDotnet(folder, file.extended());
                        }
                        return;
                    }
                    if (ProjectFile.isOfRuby(path)) {
                        ruby.add(folder);
                        file.members().forEach(one -> gems.putIfAbsent(plain(one), one));
                        return;
                    }
                    switch (Root.name(path)) {
                        case "go.mod" -> goFolders.put(file.name(), folder);
                        case "package.json" -> {
                            packages.computeIfAbsent(file.name(), _ -> new ArrayList<>(1))
                                    .add(folder);
                            addMembers(folder, file.members());
                        }
                        case "composer.json" -> composer.put(folder, file);
                        case "pnpm-workspace.yaml" -> addMembers(folder, file.members());
                        default ->
                                settings.computeIfAbsent(folder, _ -> new ArrayList<>(1)).add(path);
                    }
                });
        goFolders.remove("");
        packages.remove("");
    }

    /**
     * What a pattern of a workspace says of the folders that fit it.
     *
     * @param not that their packages are none of it
     */
    private record Members(Glob folders, boolean not) {}

    private void addMembers(String folder, List<String> patterns) {
        for (String one : patterns) {
            boolean not = one.startsWith("!");
            String pattern = Root.resolved(folder, not ? one.substring(1) : one);
            if (pattern != null) {
                workspaces
                        .computeIfAbsent(folder, _ -> new ArrayList<>())
                        .add(new Members(Glob.of(pattern), not));
            }
        }
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

    private void addDotnet(String folder, List<String> references) {
        Set<String> folders = dotnet.computeIfAbsent(folder, _ -> new HashSet<>());
        for (String one : references) {
            String path = Root.resolved(folder, one.replace('\\', '/'));
            if (path != null) {
                folders.add(Root.parent(path));
            }
        }
    }

    /** The folders of projects of .NET. */
    Set<String> dotnetFolders() {
        return dotnet.keySet();
    }

    /** The namespaces that all files of a project of .NET use, as files of projects say. */
    List<String> dotnetUsings(String folder) {
        List<String> used = new ArrayList<>();
        for (String up = folder; ; up = Root.parent(up)) {
            used.addAll(dotnetUsings.getOrDefault(up, List.of()));
            if (up.isEmpty()) {
                return used;
            }
        }
    }

    /** The folder of the project of .NET that a folder is in; empty where it is in none. */
    String dotnetFolder(String folder) {
        String up = folder;
        while (!up.isEmpty() && !dotnet.containsKey(up)) {
            up = Root.parent(up);
        }
        return up;
    }

    /** The folders of the projects of .NET that one refers to, also through others. */
    Set<String> dotnetReferences(String folder) {
        Set<String> all = new HashSet<>();
        List<String> next = new ArrayList<>(List.of(folder));
        while (!next.isEmpty()) {
            for (String one : dotnet.getOrDefault(next.removeLast(), Set.of())) {
                if (all.add(one)) {
                    next.add(one);
                }
            }
        }
        return all;
    }

    /** Whether Composer looks for a type of PHP where a file lies. */
    boolean isLoaded(String path, String type) {
        int last = type.lastIndexOf('\\');
        String name = type.substring(last + 1) + ".php";
        return Root.name(path).equalsIgnoreCase(name)
                && composerFolders(last < 0 ? "" : type.substring(0, last))
                        .contains(Root.parent(path));
    }

    /** The folders in which Composer looks for the types of a namespace of PHP. */
    Set<String> composerFolders(String namespace) {
        Set<String> folders = new HashSet<>();
        composer.forEach(
                (folder, file) ->
                        file.paths()
                                .forEach(
                                        (before, to) ->
                                                add(namespace, before, folder, to, folders)));
        return folders;
    }

    private static void add(
            String namespace, String before, String folder, List<String> to, Set<String> folders) {
        String whole = namespace + "\\";
        if (!before.isEmpty() && whole.startsWith(before)) {
            String rest = whole.substring(before.length()).replace('\\', '/');
            for (String one : to) {
                String path = Root.resolved(folder, one + "/" + rest);
                if (path != null) {
                    folders.add(path);
                }
            }
        }
    }

    /** The folder of the project of Ruby that a folder is in; empty where it is in none. */
    String rubyFolder(String folder) {
        String up = folder;
        while (!up.isEmpty() && !ruby.contains(up)) {
            up = Root.parent(up);
        }
        return up;
    }

    /** The gem that a path of Ruby leads to, of those that projects need; null for none. */
    @Nullable String gem(String path) {
        for (String up = path; !up.isEmpty(); up = Root.parent(up)) {
            String gem = gems.get(plain(up));
            if (gem != null) {
                return gem;
            }
        }
        return null;
    }

    private static String plain(String gem) {
        return gem.replaceAll("[-_/]", "");
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
        return packages.containsKey(name);
    }

    /**
     * The folder of a package of npm that a file may import by its name, as it is of the same
     * workspace, or the one that the file is in; null where it is of others.
     */
    @Nullable String npmFolder(String from, String name) {
        List<String> folders = packages.getOrDefault(name, List.of());
        for (String up = from; !folders.isEmpty(); up = Root.parent(up)) {
            if (folders.contains(up)) {
                return up;
            }
            List<Members> members = workspaces.getOrDefault(up, List.of());
            for (String folder : folders) {
                if (isMember(folder, members)) {
                    return folder;
                }
            }
            if (up.isEmpty()) {
                break;
            }
        }
        return null;
    }

    /** The last pattern that fits says. */
    private static boolean isMember(String folder, List<Members> members) {
        boolean is = false;
        for (Members one : members) {
            if (one.folders.matches(folder)) {
                is = !one.not;
            }
        }
        return is;
    }

    /**
     * The files that a package of npm may offer, the likeliest first: those that its manifest names
     * are often made of the sources that lie here.
     *
     * @param behind what stands behind its name in an import, such as {@code /parse}, or nothing
     */
    List<String> offered(String folder, String behind) {
        ProjectFile manifest = files.get(Root.resolvedIn(folder, "package.json"));
        List<String> offered = new ArrayList<>();
        if (manifest == null) {
            return offered;
        }
        String what = "." + behind;
        String pattern = best(manifest.paths().keySet(), what);
        if (pattern != null) {
            String rest = rest(pattern, what);
            for (String to : manifest.paths().getOrDefault(pattern, List.of())) {
                String target = to.replace("*", rest);
                put(Root.resolved(folder, target), offered);
                put(Root.resolved(folder, "src/" + MADE.matcher(target).replaceFirst("")), offered);
            }
        }
        for (String inside : List.of("src/", "", "lib/")) {
            put(
                    Root.resolved(
                            folder, inside + (behind.isEmpty() ? "index" : behind.substring(1))),
                    offered);
        }
        return offered;
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
            String rest = rest(pattern, what);
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

    /** What the star of a pattern stands for. */
    private static String rest(String pattern, String what) {
        int star = pattern.indexOf('*');
        return star < 0 ? "" : what.substring(star, what.length() - (pattern.length() - star - 1));
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
