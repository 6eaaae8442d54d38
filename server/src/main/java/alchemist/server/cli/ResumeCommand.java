package alchemist.server.cli;

import static alchemist.server.cli.Fields.text;

import alchemist.kernel.value.Properties;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Goes on with imports that were paused, and waits for their ends. */
@Command(
        name = "resume",
        description = {
            "Go on with what was paused, also by a server that has ended since, and wait until it is read.",
            "After a restart what was read before is looked at again, and not stated twice."
        })
final class ResumeCommand implements Callable<Integer> {
    @Mixin private final DataOption data = new DataOption();
    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(
            arity = "0..1",
            paramLabel = "IMPORT",
            description = "its id or its place (default: all that are paused)")
    private @Nullable String which;

    @Override
    public Integer call() throws Exception {
        try (Session session = Session.of(data.directory())) {
            Api api = session.api();
            String name = workspace.resolve(api);
            String imports = Api.workspace(name) + "/imports";
            List<Properties> found = UnderWay.of(api.get(imports), "paused", which);
            if (found.isEmpty()) {
                System.out.println("Nothing is paused.");
            }
            for (Properties one : found) {
                api.post(imports + "/" + text(one, "id") + "/resume", "{}");
            }
            boolean good = true;
            ImportWatch watch = new ImportWatch(api, name);
            for (Properties one : found) {
                Target place = Target.of(text(one, "path"));
                good &= watch.await(place, text(one, "id"));
            }
            return good ? 0 : CommandLineInterface.FAILED;
        }
    }
}
