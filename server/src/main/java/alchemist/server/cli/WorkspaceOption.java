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

    /** The path of the one that is given, else of the only one. */
    String path(Api api) throws IOException, Failure {
        return Api.workspace(resolve(api));
    }

    /** The one that is given, else the only one. */
    String resolve(Api api) throws IOException, Failure {
        List<Properties> all = Fields.objects(api.get("/workspaces"), "workspaces");
        if (name != null) {
            if (all.stream().anyMatch(this::isMeant)) {
                return name;
            }
            throw new Failure(
                    "there is no workspace '"
                            + name
                            + "'"
                            + (all.isEmpty() ? "" : ", only " + names(all))
                            + "; make it with: alchemist open PATH --workspace "
                            + name);
        }
        if (all.size() == 1) {
            return Fields.text(all.getFirst(), "name");
        }
        throw new Failure(
                all.isEmpty()
                        ? "there is no workspace yet; begin with: alchemist open PATH"
                        : "say which workspace with --workspace: " + names(all));
    }

    private boolean isMeant(Properties workspace) {
        return Fields.text(workspace, "name").equals(name)
                || Fields.text(workspace, "id").equals(name);
    }

    private static String names(List<Properties> all) {
        return String.join(", ", all.stream().map(w -> Fields.text(w, "name")).toList());
    }
}
