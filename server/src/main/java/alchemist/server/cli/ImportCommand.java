package alchemist.server.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a place into a workspace, without showing it. */
@Command(
        name = "import",
        description = "Read a folder, a Git repository or a file into a workspace.")
final class ImportCommand implements Callable<Integer> {
    @Mixin private final DataOption data = new DataOption();
    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(paramLabel = "PATH", description = "a folder, a Git repository or a file")
    private Path path = Path.of(".");

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
        if (!Files.exists(path)) {
            throw new Failure("there is no " + path + "; check the spelling");
        }
        Path place = path.toRealPath();
        try (Session session = Session.of(data.directory())) {
            String given = workspace.given();
            String name = given == null ? WorkspaceName.of(place) : given;
            ImportWatch watch = new ImportWatch(session.api(), name, only);
            watch.makeWorkspace();
            if (dryRun) {
                System.out.print(watch.dryRun(place));
                return 0;
            }
            return watch.run(place) ? 0 : CommandLineInterface.FAILED;
        }
    }
}
