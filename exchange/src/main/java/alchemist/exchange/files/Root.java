package alchemist.exchange.files;

import alchemist.kernel.Id;

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

    /** The last name of a path. */
    public static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
