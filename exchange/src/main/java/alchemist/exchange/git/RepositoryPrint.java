package alchemist.exchange.git;

import alchemist.exchange.Fingerprint;
import alchemist.exchange.Look;
import alchemist.exchange.ReadingFailed;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * What reading a repository depends on: where its refs lead, for what these lead to never changes,
 * and the settings and files by which Git tells of it.
 */
final class RepositoryPrint {
    static final String ATTRIBUTES = ".gitattributes";

    /** About what a print takes. */
    private static final int PRINT_BYTES = 4_000;

    private RepositoryPrint() {}

    /** Adds the repository at a path, or in whose work tree that is the top. */
    static void add(Path path, Fingerprint print) throws ReadingFailed {
        if (print.isFirst("repository " + path)) {
            print.include(of(path, print.look()));
        }
    }

    /** The print of such a repository, found out once in a look. */
    static Fingerprint.Sum of(Path path, Look look) throws ReadingFailed {
        return look.<Fingerprint.Sum, ReadingFailed>once(
                Fingerprint.Sum.class,
                path,
                () -> {
                    String files = GitFiles.state(path, look);
                    Fingerprint.Sum known =
                            files.isEmpty()
                                    ? null
                                    : look.memo().find(Fingerprint.Sum.class, path, files);
                    if (known != null) {
                        return known;
                    }
                    Fingerprint print = new Fingerprint(look);
                    ask(path, print);
                    if (!files.isEmpty() && print.isCertain()) {
                        look.memo()
                                .keep(Fingerprint.Sum.class, path, files, print.sum(), PRINT_BYTES);
                    }
                    return print.sum();
                });
    }

    private static void ask(Path path, Fingerprint print) throws ReadingFailed {
        Git git = new Git(path);
        print.rule(git.bytes("version"));
        print.rule(git.bytes("config", "--list", "-z"));
        // Commits of the future count as of now, which only their year tells.
        print.rule(
                Integer.toString(
                        Instant.ofEpochSecond(print.nowMicros() / 1_000_000)
                                .atOffset(ZoneOffset.UTC)
                                .getYear()));
        print.add(git.textOrNothing("rev-parse", "--verify", "--quiet", "HEAD"));
        print.add(git.textOrNothing("symbolic-ref", "--quiet", "HEAD"));
        print.add(git.bytes("for-each-ref", "--format=%(objectname) %(refname)"));
        addFiles(git, path, print);
        if (!Repository.isBare(path)) {
            addWorkTree(path, print);
        }
    }

    private static void addFiles(Git git, Path path, Fingerprint print) throws ReadingFailed {
        String[] folders =
                git.text("rev-parse", "--absolute-git-dir", "--git-common-dir").split("\n", -1);
        if (folders.length != 2) {
            print.uncertain();
            return;
        }
        Path own = path.resolve(folders[0]);
        Path common = path.resolve(folders[1]);
        if (!Files.isDirectory(own) || !Files.isDirectory(common)) {
            print.uncertain();
            return;
        }
        print.ruleFile("attributes", common.resolve("info/attributes"));
        print.ruleFile("grafts", common.resolve("info/grafts"));
        print.ruleFile("shallow", common.resolve("shallow"));
        for (String name : new String[] {"HEAD", "config", "packed-refs"}) {
            print.witness(own.resolve(name));
            print.witness(common.resolve(name));
        }
        witnessAll(common.resolve("refs"), print);
        witnessAll(common.resolve("reftable"), print);
    }

    /** Adds the files of a work tree that say how its history is read. */
    private static void addWorkTree(Path path, Fingerprint print) throws ReadingFailed {
        print.ruleFile(".mailmap", path.resolve(".mailmap"));
        print.ruleFile(ATTRIBUTES, path.resolve(ATTRIBUTES));
        for (String file : Repositories.listed(path, print.look())) {
            if (file.endsWith("/" + ATTRIBUTES)) {
                print.ruleFile(file, path.resolve(file));
            }
        }
    }

    private static void witnessAll(Path folder, Fingerprint print) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.walkFileTree(
                    folder,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes known) {
                            print.witness(file);
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            print.uncertain();
        }
    }
}
