package alchemist.server.cli;

import alchemist.kernel.value.Properties;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which workspace a command works on. */
final class WorkspaceOption {
    @Option(
            names = {"-w", "--workspace"},
            paramLabel = "W",
            description = "the workspace (may be left out where there is only one)")
    private @Nullable String name;

    static WorkspaceOption of(@Nullable String name) {
        WorkspaceOption option = new WorkspaceOption();
        option.name = name;
        return option;
    }

    @Nullable String given() {
        return name;
    }

    /** The one that is given, else the only one. */
    String resolve(Api api) throws IOException, Failure {
        if (name != null) {
            return name;
        }
        List<Properties> all = Fields.objects(api.get("/workspaces"), "workspaces");
        if (all.size() == 1) {
            return Fields.text(all.getFirst(), "name");
        }
        throw new Failure(
                all.isEmpty()
                        ? "there is no workspace yet; begin with: alchemist open PATH"
                        : "say which workspace with --workspace: "
                                + String.join(
                                        ", ",
                                        all.stream().map(w -> Fields.text(w, "name")).toList()));
    }
}
