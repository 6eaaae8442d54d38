package alchemist.exchange.git;

import alchemist.exchange.PathText;
import alchemist.exchange.Place;
import alchemist.exchange.ReadingFailed;
import alchemist.exchange.files.Root;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A repository on this machine.
 *
 * @param git runs the command in it
 * @param path its work tree, or where it has none, itself
 * @param head the commit that HEAD is at; empty before the first
 * @param branch the full name of the branch that HEAD is at; empty when it is at none
 * @param shallow whether its history was cut off when it was cloned
 * @param partial whether contents may be missing, which are not fetched here
 */
record Repository(
        Git git, Path path, String head, String branch, boolean shallow, boolean partial) {

    /** Whether a place itself, and nothing above it, is a repository. */
    static boolean isAt(Place place) {
        Path path = place.path();
        return place.isFolder()
                && (Files.exists(path.resolve(".git"), LinkOption.NOFOLLOW_LINKS) || isBare(path));
    }

    /** Whether a path is a repository without a work tree. */
    static boolean isBare(Path path) {
        return Files.isRegularFile(path.resolve("HEAD"))
                && Files.isDirectory(path.resolve("objects"))
                && Files.isDirectory(path.resolve("refs"));
    }

    /** The work tree that a path is in, or null when it is in none. */
    static @Nullable Path workTreeOf(Path path) {
        for (Path at = path; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
                return at;
            }
        }
        return null;
    }

    /**
     * Opens the repository at a path.
     *
     * @throws ReadingFailed when Git does not take it for one
     */
    static Repository open(Path path) throws ReadingFailed {
        Git git = new Git(path);
        String[] facts =
                git.text("rev-parse", "--is-shallow-repository", "--is-bare-repository")
                        .split("\n", -1);
        String head = git.textOrNothing("rev-parse", "--verify", "--quiet", "HEAD^{commit}");
        String branch = git.textOrNothing("symbolic-ref", "--quiet", "HEAD");
        boolean partial =
                !git.textOrNothing("config", "--get-regexp", "^remote\\..*\\.promisor$").isEmpty();
        return new Repository(git, path, head, branch, facts[0].equals("true"), partial);
    }

    /**
     * Where its files' paths begin: the first commit tells; of several, the one of the smallest
     * hash.
     *
     * @param history which holds all that led to HEAD
     */
    Root root(CommitGraph history) {
        return new Root(head.isEmpty() ? PathText.of(path) : history.root(head));
    }
}
