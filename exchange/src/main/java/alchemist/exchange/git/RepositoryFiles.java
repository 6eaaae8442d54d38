package alchemist.exchange.git;

import alchemist.exchange.files.Root;
import alchemist.exchange.git.CommitTree.Listed;
import alchemist.kernel.Id;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The files of a repository at HEAD: what each is called for good, and since when it is what it is.
 */
public final class RepositoryFiles {
    private final Root root;
    private final PathMap<FileEntry> tree;
    private final Map<String, FileEntry> files;
    private final String hashAlgorithm;

    private RepositoryFiles(
            Root root,
            PathMap<FileEntry> tree,
            Map<String, FileEntry> files,
            String hashAlgorithm) {
        this.hashAlgorithm = hashAlgorithm;
        this.root = root;
        this.tree = tree;
        this.files = files;
    }

    /**
     * What is at HEAD; the history tells which file is which.
     *
     * @param listed the files at HEAD
     * @param tree of HEAD, folded from the history
     * @param now µs since 1970, for what the history does not tell
     */
    static RepositoryFiles reconciled(
            Repository repository,
            Root root,
            List<Listed> listed,
            PathMap<FileEntry> tree,
            long now) {
        Map<String, FileEntry> files = LinkedHashMap.newLinkedHashMap(listed.size());
        for (Listed one : listed) {
            files.put(one.path(), entry(one, tree.get(one.path()), now));
        }
        String algorithm = repository.head().length() == 64 ? "SHA-256" : "SHA-1";
        return new RepositoryFiles(root, tree, files, algorithm);
    }

    /** Where the paths begin. */
    public Root root() {
        return root;
    }

    /** The id of the file that is, or would be, at a path. */
    public Id id(String path) {
        FileEntry entry = files.get(path);
        if (entry != null) {
            return root.file(Objects.requireNonNull(entry.life()).key());
        }
        FileEntry former = tree.get(path);
        // Not committed yet: what the commit will be called is not known where a file was before.
        return root.file(former == null ? path : path + "#uncommitted");
    }

    /** Whether HEAD has a file at a path. */
    public boolean has(String path) {
        return files.containsKey(path);
    }

    /** When the content at a path came there, µs since 1970; 0 where HEAD has nothing there. */
    public long since(String path) {
        FileEntry entry = files.get(path);
        return entry == null ? 0 : entry.since();
    }

    /** When the last of all contents came to where it is, µs since 1970. */
    long lastSince() {
        return files.values().stream().mapToLong(FileEntry::since).max().orElse(0);
    }

    /** Whether HEAD has just this content at a path: the hash by which Git knows it. */
    public boolean holds(String path, String blob) {
        FileEntry entry = files.get(path);
        return entry != null && !blob.isEmpty() && entry.content().equals(CommitGraph.key(blob));
    }

    /** The algorithm by which contents are hashed here. */
    public String hashAlgorithm() {
        return hashAlgorithm;
    }

    /** The files by their paths. */
    Map<String, FileEntry> files() {
        return files;
    }

    private static FileEntry entry(Listed one, @Nullable FileEntry told, long now) {
        if (told != null && told.life() != null && told.holds(one.mode(), one.content())) {
            return told;
        }
        FileLife life =
                told == null || told.life() == null
                        ? new FileLife(told == null ? one.path() : one.path() + "#uncommitted")
                        : told.life();
        return new FileEntry(life, one.mode(), one.content(), one.target(), now, false);
    }
}
