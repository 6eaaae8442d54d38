package alchemist.exchange.git;

import alchemist.exchange.PathText;
import alchemist.exchange.ReadingFailed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The files of single revisions of a repository, whatever is checked out. */
public final class Revisions {
    /** More than this is no source code; also so that a hostile repository fills no disk. */
    private static final long MAX_BYTES = 4L << 30;

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
     * Writes all files of a commit into a folder. Links are left out: where they lead to is not
     * there.
     *
     * @throws ReadingFailed when Git cannot tell them, or they hold a path that leads out of it
     */
    public void extract(String commit, Path folder) throws ReadingFailed, IOException {
        Path archive = Files.createTempFile("alchemist-revision", ".zip");
        try {
            git.bytes("archive", "--format=zip", "-0", "--output=" + archive, commit);
            unpack(archive, folder);
        } finally {
            Files.deleteIfExists(archive);
        }
    }

    private static void unpack(Path archive, Path folder) throws IOException, ReadingFailed {
        Path top = folder.toAbsolutePath().normalize();
        long left = MAX_BYTES;
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path to = top.resolve(entry.getName()).normalize();
                if (!to.startsWith(top)) {
                    throw new ReadingFailed(
                            "the revision holds the path "
                                    + entry.getName()
                                    + ", which leads out of it");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(to);
                } else {
                    Files.createDirectories(java.util.Objects.requireNonNull(to.getParent()));
                    left -= copy(zip, to, left);
                }
            }
        }
    }

    private static long copy(InputStream from, Path to, long most)
            throws IOException, ReadingFailed {
        byte[] buffer = new byte[1 << 16];
        long length = 0;
        try (var out = Files.newOutputStream(to)) {
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                length += read;
                if (length > most) {
                    throw new ReadingFailed(
                            "the revision holds more than "
                                    + (MAX_BYTES >> 30)
                                    + " GB, at "
                                    + PathText.of(to));
                }
                out.write(buffer, 0, read);
            }
        }
        return length;
    }
}
