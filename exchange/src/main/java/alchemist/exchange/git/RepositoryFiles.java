package alchemist.exchange.git;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.files.Root;
import alchemist.kernel.Id;
import java.util.LinkedHashMap;
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
     * What is at HEAD, as {@code git ls-tree} has it; the history tells which file is which.
     *
     * @param tree of HEAD, folded from the history
     * @param now µs since 1970, for what the history does not tell
     */
    static RepositoryFiles reconciled(Repository repository, PathMap<FileEntry> tree, long now)
            throws ReadingFailed {
        Map<String, FileEntry> files = new LinkedHashMap<>();
        if (!repository.head().isEmpty()) {
            try (GitOutput out =
                    repository
                            .git()
                            .start("ls-tree", "-r", "-z", "--full-tree", repository.head())) {
                out.noInput();
                while (out.peek() >= 0) {
                    // 100644 blob <hash> TAB path NUL
                    String[] fields = out.until((byte) '\t').ascii().split(" ", -1);
                    String path = out.until((byte) 0).path();
                    files.put(path, entry(path, fields, tree.get(path), now));
                }
                out.end();
            }
        }
        String algorithm = repository.head().length() == 64 ? "SHA-256" : "SHA-1";
        return new RepositoryFiles(repository.root(), tree, files, algorithm);
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

    private static FileEntry entry(
            String path, String[] fields, @Nullable FileEntry told, long now) {
        int mode = Integer.parseInt(fields[0], 8);
        Id content = CommitGraph.key(fields[2]);
        if (told != null && told.life() != null && told.holds(mode, content)) {
            return told;
        }
        FileLife life =
                told == null || told.life() == null
                        ? new FileLife(told == null ? path : path + "#uncommitted")
                        : told.life();
        String target = mode == FileEntry.SUBMODULE ? fields[2] : "";
        return new FileEntry(life, mode, content, target, now);
    }
}
