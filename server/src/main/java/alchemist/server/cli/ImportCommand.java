package alchemist.server.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a place into a workspace, without showing it. */
@Command(
        name = "import",
        description = "Read a folder, a Git repository, a file or an address into a workspace.")
final class ImportCommand implements Callable<Integer> {
    @Mixin private final DataOption data = new DataOption();
    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin private final ExcludeOptions excludes = new ExcludeOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "PLACE",
            description =
                    "a folder, a Git repository, a file or a zip; or the address of a repository or"
                            + " of a file on the web (default: where one is)")
    private String place = ".";

    @Option(names = "--dry-run", description = "only say what would change")
    private boolean dryRun;

    @Option(
            names = "--only",
            paramLabel = "READER",
            split = ",",
            description = "only what these readers find, such as git,code (default: all that can)")
    private List<String> only = List.of();

    @Override
    public Integer call() throws Exception {
        excludes.check();
        Target target = Target.of(place);
        try (Session session = Session.of(data.directory())) {
            String given = workspace.given();
            String name = given == null ? target.workspace() : given;
            ImportWatch watch = new ImportWatch(session.api(), name, only).without(excludes);
            watch.makeWorkspace();
            boolean good = false;
            try {
                good = dryRun || watch.run(target);
                if (dryRun) {
                    System.out.print(watch.dryRun(target));
                }
            } finally {
                if (dryRun || !good) {
                    watch.takeBack();
                }
            }
            return good ? 0 : CommandLineInterface.FAILED;
        }
    }
}
