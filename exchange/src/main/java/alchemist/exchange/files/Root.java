package alchemist.exchange.files;

import alchemist.kernel.Id;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Where paths begin: the same for every reader and every copy of the same things.
 *
 * @param key a repository's first commit, or the real path of a folder that is in none
 */
public record Root(String key) {
    /**
     * The id of a file.
     *
     * @param keyPath the path at which the file was born, from the root, with {@code /} between
     *     names; in a repository, where it was born again, followed by {@code #} and the commit
     */
    public Id file(String keyPath) {
        return Id.of("file", key + "\0" + keyPath);
    }

    /**
     * The id of a folder; unlike a file's, its path ends with {@code /}.
     *
     * @param path from the root, empty for the root itself
     */
    public Id folder(String path) {
        return Id.of("file", key + "\0" + path + "/");
    }

    /** The folder that a path is in, empty for the root. */
    public static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** The path of what lies in a folder. */
    public static String resolvedIn(String folder, String path) {
        return folder.isEmpty() ? path : folder + "/" + path;
    }

    /** What a relative path leads to from a folder; null where that is outside of the root. */
    public static @Nullable String resolved(String folder, String path) {
        Deque<String> names = new ArrayDeque<>();
        for (String name : (folder + "/" + path).split("/", -1)) {
            switch (name) {
                case "", "." -> {}
                case ".." -> {
                    if (names.pollLast() == null) {
                        return null;
                    }
                }
                default -> names.addLast(name);
            }
        }
        return String.join("/", names);
    }

    /** The last name of a path. */
    public static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
