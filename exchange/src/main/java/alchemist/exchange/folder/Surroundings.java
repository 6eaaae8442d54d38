package alchemist.exchange.folder;

import alchemist.exchange.Fingerprint;
import alchemist.exchange.Look;
import alchemist.exchange.PathText;
import alchemist.exchange.Place;
import alchemist.exchange.Reading;
import alchemist.exchange.ReadingFailed;
import alchemist.exchange.files.Excludes;
import alchemist.exchange.files.Root;
import alchemist.exchange.git.Repositories;
import alchemist.exchange.git.RepositoryFiles;
import alchemist.kernel.Id;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an opened folder is a part of: which of its files are read, and what they are called for
 * good.
 *
 * @param root where paths begin
 * @param prefix the opened folder's path from there, empty for the root itself
 * @param repository that it is in, if any
 * @param listing what is there
 */
record Surroundings(
        Root root, String prefix, @Nullable RepositoryFiles repository, Listing listing) {
    /** Larger ones are no texts that people change. */
    private static final int MAX_TEXT_BYTES = 8 << 20;

    /** Those of a folder. */
    static Surroundings of(Place folder, Repositories repositories, Reading reading) {
        Look look = reading.look();
        try {
            Listing listing = Listing.of(folder, look);
            Path workTree = listing.workTree();
            if (workTree == null) {
                return alone(folder, listing);
            }
            RepositoryFiles repository = repositories.around(folder.path(), look).orElseThrow();
            return new Surroundings(
                    repository.root(),
                    PathText.of(workTree.relativize(folder.path())),
                    repository,
                    listing);
        } catch (ReadingFailed e) {
            reading.miss(
                    folder.location(),
                    "is in a work tree that Git cannot read, and read without it: " + e.what());
            return alone(folder, Listing.alone(folder, look));
        }
    }

    private static Surroundings alone(Place folder, Listing listing) {
        return new Surroundings(new Root(folder.location()), "", null, listing);
    }

    /** Adds all that a folder's files depend on. */
    static void fingerprint(Place folder, Fingerprint print) throws ReadingFailed {
        if (!print.isFirst("files of " + folder.location())) {
            return;
        }
        addFrame(folder, print);
        Listing.of(folder, print.look()).addTo(print);
    }

    /** Adds what it depends on what the files of a folder are called, and which are read. */
    static void addFrame(Place folder, Fingerprint print) throws ReadingFailed {
        Listing listing = Listing.of(folder, print.look());
        Optional<Path> workTree = Repositories.workTreeOf(folder.path());
        if (workTree.isPresent()) {
            Repositories.fingerprint(workTree.get(), print);
        }
        print.add(listing.workTree() == null ? "folder" : "work tree");
        Excludes.of(print.look()).addTo(print);
    }

    /** The path from the root of what has a path from the opened folder. */
    String full(String path) {
        return prefix.isEmpty() ? path : prefix + "/" + path;
    }

    /** The id of the file at a path from the root. */
    Id id(String full) {
        return repository == null ? root.file(full) : repository.id(full);
    }

    /**
     * By which algorithm Git would know the content of a file that it has; null where it has none.
     */
    @Nullable String hashAlgorithm(String full) {
        return repository == null || !repository.has(full) ? null : repository.hashAlgorithm();
    }

    /**
     * Since when a file is what it is at the latest, as far as that is known without reading it.
     */
    long since(String full, long modifiedAt) {
        return repository == null || !repository.has(full) ? modifiedAt : repository.since(full);
    }

    /**
     * Since when a file is what it is: the commit that made it so, where its content is just that,
     * or differs only in the ends of its lines, which Git writes as attributes and settings say.
     *
     * @param blob the hash by which Git would know it, or empty
     * @param modifiedAt what the file system says, µs since 1970
     * @throws IOException when the file cannot be read again
     */
    long since(String full, String blob, Path where, long modifiedAt) throws IOException {
        if (repository == null) {
            return modifiedAt;
        }
        long since = repository.since(full);
        boolean committed =
                repository.holds(full, blob)
                        || (!blob.isEmpty()
                                && repository.has(full)
                                && repository.holds(full, withPlainEnds(where)));
        return committed ? since : Math.max(modifiedAt, since);
    }

    /** The hash by which Git would know a text with other ends of lines; else empty. */
    private String withPlainEnds(Path where) throws IOException {
        if (repository == null || Files.size(where) > MAX_TEXT_BYTES) {
            return "";
        }
        byte[] bytes = OpenedFile.head(where, MAX_TEXT_BYTES);
        byte[] plain = new byte[bytes.length];
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                return "";
            }
            boolean end = bytes[i] == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n';
            if (!end) {
                plain[length++] = bytes[i];
            }
        }
        return length == bytes.length
                ? ""
                : FileFacts.blob(Arrays.copyOf(plain, length), repository.hashAlgorithm());
    }
}
