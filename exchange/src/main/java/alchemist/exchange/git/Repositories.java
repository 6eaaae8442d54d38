package alchemist.exchange.git;

import alchemist.exchange.FileKeys;
import alchemist.exchange.Fingerprint;
import alchemist.exchange.Look;
import alchemist.exchange.PathText;
import alchemist.exchange.Place;
import alchemist.exchange.ReadingFailed;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The repositories that one run of imports meets: which files are in them is found out once, by
 * whoever needs it first. One thread.
 */
public final class Repositories implements FileKeys {
    /** About what is kept of a file. */
    private static final int ENTRY_BYTES = 400;

    private final Map<Path, RepositoryFiles> known = new HashMap<>();
    private final Histories histories;

    /** Repositories of which nothing was begun to be found out before. */
    public Repositories() {
        this(new Histories());
    }

    /** Repositories whose histories others may have begun with. */
    public Repositories(Histories histories) {
        this.histories = histories;
    }

    /** Begins to find out which file is which in the work tree that a path is in. */
    public void ahead(Path path, long nowMicros) {
        histories.begin(path, nowMicros);
    }

    private RepositoryFiles read(Path workTree, Look look) throws ReadingFailed {
        Repository repository = Repository.open(workTree);
        RepositoryFiles found = histories.take(workTree, repository, look.nowMicros());
        return found != null ? found : HistoryOfFiles.read(repository, look.nowMicros());
    }

    /**
     * The repository in whose work tree a path is.
     *
     * @return its files, or nothing when the path is in none
     * @throws ReadingFailed when the repository cannot be read
     */
    public Optional<RepositoryFiles> around(Path path, Look look) throws ReadingFailed {
        Path workTree = Repository.workTreeOf(path);
        if (workTree == null) {
            return Optional.empty();
        }
        RepositoryFiles files = known.get(workTree);
        if (files == null) {
            Fingerprint.Sum print = RepositoryPrint.of(workTree, look);
            files =
                    print.isCertain()
                            ? look.memo().find(RepositoryFiles.class, workTree, print.content())
                            : null;
            if (files == null) {
                files = read(workTree, look);
            }
            remember(workTree, files, look);
        }
        return Optional.of(files);
    }

    /** The top of the work tree in which a path is. */
    public static Optional<Path> workTreeOf(Path path) {
        return Optional.ofNullable(Repository.workTreeOf(path));
    }

    /** Whether a path is a repository without a work tree. */
    public static boolean isBare(Path path) {
        return Repository.isBare(path);
    }

    /**
     * The files in a folder of a work tree that Git tracks, and those that it neither tracks nor
     * ignores, each once; a repository inside ends with a slash.
     *
     * @throws ReadingFailed when Git cannot tell
     */
    public static List<String> listed(Path folder) throws ReadingFailed {
        return listed(new Git(folder));
    }

    /** The same, asked once in a look. */
    public static List<String> listed(Path folder, Look look) throws ReadingFailed {
        return look.<Listed, ReadingFailed>once(
                        Listed.class, folder, () -> new Listed(listed(folder)))
                .files();
    }

    private record Listed(List<String> files) {}

    static List<String> listed(Git git) throws ReadingFailed {
        Set<String> listed = new LinkedHashSet<>();
        try (GitOutput out =
                git.start("ls-files", "-z", "--cached", "--others", "--exclude-standard")) {
            out.noInput();
            while (out.peek() >= 0) {
                listed.add(out.until((byte) 0).path());
            }
            out.end();
        }
        return List.copyOf(listed);
    }

    /**
     * Adds what it depends on which file of a work tree is which.
     *
     * @throws ReadingFailed when the repository cannot be read
     */
    public static void fingerprint(Path workTree, Fingerprint print) throws ReadingFailed {
        RepositoryPrint.add(workTree, print);
    }

    /** Remembers what a reading of the whole repository found out. */
    void remember(Path workTree, RepositoryFiles files, Look look) throws ReadingFailed {
        known.put(workTree, files);
        Fingerprint.Sum print = RepositoryPrint.of(workTree, look);
        if (print.isCertain()) {
            look.memo()
                    .keep(
                            RepositoryFiles.class,
                            workTree,
                            print.content(),
                            files,
                            files.files().size() * (long) ENTRY_BYTES);
        }
    }

    @Override
    public String keyOf(Place file) throws ReadingFailed {
        Path path = file.path();
        Optional<Path> workTree = workTreeOf(path);
        if (workTree.isEmpty()) {
            return FileKeys.BY_PATH.keyOf(file);
        }
        try {
            RepositoryFiles files = around(path, Look.first(Long.MAX_VALUE)).orElseThrow();
            return files.id(PathText.of(workTree.get().relativize(path))).toString();
        } catch (ReadingFailed e) {
            // What Git cannot read is no repository: so it is said where its folder is read.
            return FileKeys.BY_PATH.keyOf(file);
        }
    }

    @Override
    public void fingerprint(Place file, Fingerprint print) throws ReadingFailed {
        Optional<Path> workTree = workTreeOf(file.path());
        if (workTree.isPresent()) {
            fingerprint(workTree.get(), print);
        }
    }
}
