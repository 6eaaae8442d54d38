package alchemist.server.cli;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.git.Revisions;
import alchemist.kernel.value.Properties;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what differs between two moments of a workspace, or two revisions of a repository. */
@Command(
        name = "diff",
        description = {
            "Say what differs in the graph between two moments of a workspace, or between two"
                    + " revisions of the repository that one is in.",
            "A moment is a position (1200), a time in the world (2026-01-31T09:30:00Z) or a recorded"
                    + " one (recorded:2026-01-31T09:30:00Z); a revision is what Git takes (main, v1.2,"
                    + " HEAD~3). With 'main...topic', or '--since-fork', a branch is compared with where"
                    + " it left the other."
        })
final class DiffCommand implements Callable<Integer> {
    enum Format {
        text,
        markdown,
        json
    }

    @Mixin private final DataOption data = new DataOption();
    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(
            index = "0",
            paramLabel = "A",
            description = "the first moment or revision, or A..B")
    private String first = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "B",
            description = "the second (default: now; of revisions, HEAD)")
    private @Nullable String second;

    @Option(
            names = "--repository",
            paramLabel = "PATH",
            description = "the repository of the revisions (default: the one that one is in)")
    private Path repository = Path.of(".");

    @Option(
            names = {"-f", "--format"},
            paramLabel = "F",
            description = "text (default), markdown (for a pull request) or json")
    private Format format = Format.text;

    @Option(names = "--since-fork", description = "compare B with where it left A")
    private boolean sinceFork;

    @Option(
            names = "--passing",
            paramLabel = "P",
            description =
                    "properties that may differ, parted by commas (default line,sha256: what"
                            + " only moved within its file is passed over)")
    private String passing = "line,sha256";

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "how many things of each type are named (default 10)")
    private int mostNamed = 10;

    @Override
    public Integer call() throws Exception {
        split();
        if (Moments.isMoment(first)) {
            return ofMoments();
        }
        Revisions revisions =
                repositoryOf(repository)
                        .orElseThrow(
                                () ->
                                        new Failure(
                                                "'"
                                                        + first
                                                        + "' is no moment, and "
                                                        + repository.toAbsolutePath().normalize()
                                                        + " is in no repository; see 'alchemist help diff'"));
        try (RevisionGraphs graphs = new RevisionGraphs(revisions)) {
            String to = graphs.commit(second == null ? "HEAD" : second);
            String from = graphs.commit(first);
            if (sinceFork) {
                from = graphs.fork(from, to);
            }
            print(graphs.compare(from, to, passing), graphs.called(from), graphs.called(to));
            return 0;
        } catch (ReadingFailed e) {
            throw new Failure(String.valueOf(e.getMessage()));
        }
    }

    /** Parts A..B and A...B as Git does. */
    private void split() {
        int dots = first.indexOf("..");
        if (second != null || dots <= 0) {
            return;
        }
        boolean three = first.startsWith("...", dots);
        String behind = first.substring(dots + (three ? 3 : 2));
        sinceFork |= three;
        second = behind.isEmpty() ? null : behind;
        first = first.substring(0, dots);
    }

    private static Optional<Revisions> repositoryOf(Path path) throws IOException, Failure {
        try {
            return Revisions.around(path.toRealPath());
        } catch (ReadingFailed e) {
            throw new Failure(String.valueOf(e.getMessage()));
        }
    }

    private int ofMoments() throws Exception {
        if (second != null && !Moments.isMoment(second)) {
            throw new Failure(
                    "'"
                            + first
                            + "' is a moment, and so must '"
                            + second
                            + "' be; see 'alchemist help diff'");
        }
        try (Session session = Session.of(data.directory())) {
            Api api = session.api();
            String name = workspace.resolve(api);
            Properties changes = Moments.changes(api, name, first, second, passing);
            String to = second == null ? "now" : second;
            print(changes, first, to);
        }
        return 0;
    }

    private void print(Properties changes, String from, String to) {
        ChangeTree tree = Moments.tree(changes, mostNamed);
        switch (format) {
            case json -> {
                System.out.println(Fields.json(changes));
            }
            case markdown -> {
                System.out.println("### What changes in the graph");
                System.out.println("\nFrom " + from + " to " + to + ".");
                System.out.print(tree.isEmpty() ? "\nNothing.\n" : tree.markdown());
            }
            case text -> {
                System.out.println("From " + from + " to " + to + ":");
                System.out.print(tree.isEmpty() ? "nothing differs\n" : "\n" + tree.text());
            }
        }
    }
}
