package alchemist.server.cli;

import static alchemist.server.cli.Fields.text;

import alchemist.kernel.value.Properties;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Halts imports. */
@Command(
        name = "pause",
        description = {
            "Halt what is being read into a workspace: what was read so far stays in the graph.",
            "It stays halted when the server ends; go on with 'alchemist resume'."
        })
final class PauseCommand implements Callable<Integer> {
    @Mixin private final DataOption data = new DataOption();
    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(
            arity = "0..1",
            paramLabel = "IMPORT",
            description = "its id or its place (default: all that run)")
    private @Nullable String which;

    @Override
    public Integer call() throws Exception {
        Optional<Api> running = Session.running(data.directory());
        if (running.isEmpty()) {
            System.out.println("No server is running, so nothing is being read.");
            return 0;
        }
        Api api = running.get();
        String imports = workspace.path(api) + "/imports";
        List<Properties> found = UnderWay.of(api.get(imports), "running", which);
        if (found.isEmpty()) {
            System.out.println("Nothing is being read.");
        }
        for (Properties one : found) {
            api.post(imports + "/" + text(one, "id") + "/pause", "{}");
            System.out.println("Paused: " + text(one, "path"));
        }
        return 0;
    }
}
