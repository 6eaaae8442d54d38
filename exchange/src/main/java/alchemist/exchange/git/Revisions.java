package alchemist.exchange.git;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.TemporaryFolder;
import alchemist.exchange.places.Fetch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The files of single revisions of a repository, whatever is checked out. */
public final class Revisions {
    private final Git git;

    private Revisions(Git git) {
        this.git = git;
    }

    /** Those of the repository that a path is in; empty where it is in none. */
    public static Optional<Revisions> around(Path path) throws ReadingFailed {
        if (Repository.isBare(path)) {
            return Optional.of(new Revisions(new Git(path)));
        }
        return Repositories.workTreeOf(path).map(tree -> new Revisions(new Git(tree)));
    }

    /** The full hash of the commit that a branch, tag, hash or expression such as HEAD~3 names. */
    public Optional<String> commit(String revision) throws ReadingFailed {
        if (revision.isBlank() || revision.startsWith("-")) {
            return Optional.empty();
        }
        String hash = git.textOrNothing("rev-parse", "--verify", "--quiet", revision + "^{commit}");
        return hash.isEmpty() ? Optional.empty() : Optional.of(hash);
    }

    /** The best common ancestor of two commits; empty where there is none. */
    public Optional<String> mergeBase(String one, String other) throws ReadingFailed {
        String hash = git.textOrNothing("merge-base", one, other);
        return hash.isEmpty() ? Optional.empty() : Optional.of(hash);
    }

    /** The first line of a commit's message. */
    public String title(String commit) throws ReadingFailed {
        return git.text("log", "-1", "--format=%s", commit);
    }

    /**
     * Writes all files of a commit into a folder, which holds nothing else then, as Git keeps their
     * contents. Links are files that say where they lead.
     *
     * @throws ReadingFailed when Git cannot tell them, or they are not to be written
     */
    public void extract(String commit, Path folder, Fetch.Watcher watcher)
            throws ReadingFailed, IOException {
        TemporaryFolder.delete(folder);
        Files.createDirectories(folder);
        new Extraction(git, folder, watcher).write(commit);
    }
}
