package alchemist.exchange.markdown;

import alchemist.exchange.files.Root;
import alchemist.exchange.folder.OpenedFile;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What links and mentions lead to: the files at a place, by path and by name. */
final class Targets {
    private static final List<String> PAGE_ENDS =
            List.of("", ".md", ".mdx", ".markdown", "/README.md", "/index.md", "/index.mdx");

    private static final List<String> SOURCE_ENDS = List.of(".md", ".mdx", ".markdown");
    private static final String MADE = ".html";

    /** What a site serves as the folder that they lie in. */
    private static final Set<String> INDEX_PAGES = Set.of("readme", "index", "_index");

    /** Where sites hold what they serve beside their pages. */
    private static final List<String> SITE_STARTS = List.of("", "/static", "/public");

    private final Map<String, OpenedFile> byPath = new HashMap<>();
    private final Map<String, List<OpenedFile>> byName = new HashMap<>();
    private final Map<String, List<OpenedFile>> byBareName = new HashMap<>();
    private final Map<String, OpenedFile> byAlias = new HashMap<>();
    private final Set<String> folders = new HashSet<>();

    /** A path that leads through more links than these leads nowhere. */
    private static final int MAX_LINKS = 8;

    private final Map<String, String> links;

    /**
     * The files at a place.
     *
     * @param links the paths of links, and those that they lead to
     */
    Targets(List<OpenedFile> files, Map<String, String> links) {
        this.links = links;
        for (OpenedFile file : files) {
            byPath.put(file.path(), file);
            String name = Root.name(file.path()).toLowerCase(Locale.ROOT);
            byName.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(file);
            byBareName.computeIfAbsent(bare(name), _ -> new ArrayList<>(1)).add(file);
            for (String folder = Root.parent(file.path());
                    folders.add(folder) && !folder.isEmpty();
                    folder = Root.parent(folder)) {}
        }
    }

    /** Lets a page be found by what else it is called; the first that claims a name has it. */
    void alias(String alias, OpenedFile page) {
        byAlias.putIfAbsent(alias.toLowerCase(Locale.ROOT), page);
    }

    /**
     * What a path names, which is from a page's folder, or where it begins with a slash from the
     * root, else from the nearest folder above the page that has it: the root of a site.
     */
    @Nullable OpenedFile byPath(String path, String page) {
        String full = resolved(path, page);
        OpenedFile found = full == null ? null : page(full);
        if (found != null || full == null || !path.startsWith("/")) {
            return found;
        }
        for (String site = Root.parent(page);
                found == null && !site.isEmpty();
                site = Root.parent(site)) {
            for (String start : SITE_STARTS) {
                found = found == null ? page(site + start + "/" + full) : found;
            }
        }
        return found;
    }

    /**
     * The page that a path names from a page which a site serves as a folder: {@code ../b/} in
     * {@code docs/a.md} is {@code docs/b.md}, since the page's address is {@code docs/a/}. Not of
     * paths with an ending: those name files.
     */
    @Nullable OpenedFile served(String path, String page) {
        String own = bare(page);
        boolean isIndex = INDEX_PAGES.contains(Root.name(own).toLowerCase(Locale.ROOT));
        if (path.startsWith("/") || Root.name(path).indexOf('.') > 0 || isIndex) {
            return null;
        }
        String full = Root.resolved(own, decoded(path));
        return full == null || full.isEmpty() ? null : page(full);
    }

    private @Nullable OpenedFile page(String path) {
        for (String end : PAGE_ENDS) {
            OpenedFile found = byPath.get(followed(path + end));
            if (found != null) {
                return found;
            }
        }
        return isMade(path) ? source(path.substring(0, path.length() - MADE.length())) : null;
    }

    /** Whether a path names what a site makes of a page. */
    static boolean isMade(String path) {
        return path.endsWith(MADE);
    }

    /** The page that a site makes another of: {@code a.html} of {@code a.md}. */
    private @Nullable OpenedFile source(String path) {
        String folder = Root.parent(path);
        List<String> all =
                Root.name(path).equals("index")
                        ? List.of(path, Root.resolvedIn(folder, "README"))
                        : List.of(path);
        for (String one : all) {
            for (String end : SOURCE_ENDS) {
                OpenedFile found = byPath.get(followed(one + end));
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /**
     * The folder that a path names, as {@link #byPath} finds files; empty where there is none.
     *
     * @param full the path from the root
     */
    String folder(String full, String path, String page) {
        String there = followed(full);
        String site = path.startsWith("/") ? Root.parent(page) : "";
        while (!folders.contains(there) && !site.isEmpty()) {
            there = site + "/" + full;
            site = Root.parent(site);
        }
        return folders.contains(there) ? there : "";
    }

    /** Whether a path begins with nothing that is at the root: sites have roots of their own. */
    boolean isOfSite(String full, String path) {
        String first = full.split("/", -1)[0];
        return path.startsWith("/")
                && !folders.contains(first)
                && !byPath.containsKey(first)
                && !links.containsKey(first);
    }

    boolean isLink(String path) {
        return links.containsKey(path);
    }

    /** Where a path leads, when the links in it are followed. */
    String followed(String path) {
        String followed = path;
        for (int i = 0; i < MAX_LINKS && !links.isEmpty(); i++) {
            String before = followed;
            for (String part = followed; !part.isEmpty(); part = Root.parent(part)) {
                String to = links.get(part);
                if (to != null) {
                    String rest = followed.substring(part.length());
                    followed = to.isEmpty() && !rest.isEmpty() ? rest.substring(1) : to + rest;
                    break;
                }
            }
            if (followed.equals(before)) {
                return followed;
            }
        }
        return followed;
    }

    /** A path from the root; null where it leads out of it. */
    static @Nullable String resolved(String path, String page) {
        String decoded = decoded(path);
        return Root.resolved(decoded.startsWith("/") ? "" : Root.parent(page), decoded);
    }

    /** A path without the escapes of addresses. */
    static String decoded(String path) {
        if (path.indexOf('%') < 0) {
            return path;
        }
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }

    /**
     * What a name in double brackets names: by path from the root or the page, else the file of
     * that name, of several the one with the shortest path, else by alias.
     */
    @Nullable OpenedFile byWikiName(String name, String page) {
        OpenedFile exact = byPath("/" + name, page);
        if (exact == null) {
            exact = byPath(name, page);
        }
        if (exact != null) {
            return exact;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        String last = Root.name(lower);
        List<OpenedFile> found =
                Root.name(name).contains(".") && byName.containsKey(last)
                        ? byName.get(last)
                        : byName.getOrDefault(last + ".md", byName.getOrDefault(last, List.of()));
        OpenedFile nearest =
                found.stream()
                        .filter(one -> endsWith(one.path().toLowerCase(Locale.ROOT), lower))
                        .min(
                                Comparator.<OpenedFile>comparingInt(one -> one.path().length())
                                        .thenComparing(OpenedFile::path))
                        .orElse(null);
        return nearest != null ? nearest : byAlias.get(lower);
    }

    private static boolean endsWith(String path, String name) {
        String end = path.endsWith(".md") && !name.endsWith(".md") ? name + ".md" : name;
        return path.equals(end) || path.endsWith("/" + end);
    }

    /** The file that code names by its path or, where there is but one of it, by its name. */
    @Nullable OpenedFile mentioned(String code, String page) {
        String name = code.strip();
        if (name.length() < 3 || name.length() > 300 || name.indexOf(' ') >= 0) {
            return null;
        }
        OpenedFile exact = byPath.get(name.startsWith("./") ? name.substring(2) : name);
        if (exact == null && name.indexOf('/') >= 0) {
            exact = byPath(name, page);
        }
        if (exact != null) {
            return exact;
        }
        List<OpenedFile> found =
                name.indexOf('/') >= 0
                        ? List.of()
                        : byName.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        if (found.isEmpty() && isTypeName(name)) {
            found = byBareName.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        }
        boolean same = found.size() == 1 && isNamed(found.getFirst(), name);
        return same ? found.getFirst() : null;
    }

    /** A name such as {@code GraphView}, which a file may be called after. */
    private static boolean isTypeName(String name) {
        return Character.isUpperCase(name.charAt(0))
                && name.chars().allMatch(Character::isJavaIdentifierPart)
                && name.chars().skip(1).anyMatch(Character::isLowerCase)
                && name.chars().skip(1).anyMatch(Character::isUpperCase);
    }

    private static boolean isNamed(OpenedFile file, String name) {
        String own = Root.name(file.path());
        return own.equals(name) || bare(own).equals(name);
    }

    private static String bare(String name) {
        int point = name.lastIndexOf('.');
        return point <= 0 ? name : name.substring(0, point);
    }
}
