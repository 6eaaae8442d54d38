package alchemist.exchange.manifests;

import alchemist.exchange.blueprint.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A lock file: the versions that were chosen, and what needs what. */
final class Lock {
    /**
     * One version of a library.
     *
     * @param requires by name which versions of others it needs; empty where nothing is said
     */
    record Locked(String name, String version, int line, Map<String, String> requires) {
        Locked(String name, String version, int line) {
            this(name, version, line, new TreeMap<>());
        }
    }

    final SourceFile file;
    final Ecosystem ecosystem;
    final List<Locked> all = new ArrayList<>();

    /** By what types begin with the library that has them, where that is said. */
    final Map<String, String> namespaces = new TreeMap<>();

    private final Map<String, String> versions = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> chosen = new HashMap<>();

    Lock(SourceFile file, Ecosystem ecosystem) {
        this.file = file.emptied();
        this.ecosystem = ecosystem;
    }

    /** Adds a version of a library. */
    void add(Locked locked) {
        all.add(locked);
        names.putIfAbsent(ecosystem.key(locked.name), locked.name);
        // Of several the version of none is known, unless a place says which.
        versions.merge(locked.name, locked.version, (one, other) -> one.equals(other) ? one : "");
    }

    /** How the lock file writes a name, which others may write otherwise. */
    String written(String name) {
        return names.getOrDefault(ecosystem.key(name), name);
    }

    /** Says which version is meant from a folder, by its path from the lock file. */
    void place(String folder, String name, String version) {
        versions.put(folder + "\0" + name, version);
    }

    /** Says which version is meant wherever some versions are said to do. */
    void choose(String name, String requires, String version) {
        chosen.put(name + "\0" + requires, version);
    }

    /**
     * The version that is meant from a folder below the lock file; empty where several may be.
     *
     * @param requires which versions will do there
     */
    String version(String folder, String name, String requires) {
        String ofRange = chosen.get(name + "\0" + requires);
        if (ofRange != null) {
            return ofRange;
        }
        for (String up = folder; ; up = up.substring(0, Math.max(0, up.lastIndexOf('/')))) {
            @Nullable String placed = versions.get(up + "\0" + name);
            if (placed != null) {
                return placed;
            }
            if (up.isEmpty()) {
                return versions.getOrDefault(name, "");
            }
        }
    }
}
