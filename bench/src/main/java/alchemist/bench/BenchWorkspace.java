package alchemist.bench;

import alchemist.domain.workspace.WorkspaceDecider;
import alchemist.engine.OpenWorkspace;
import alchemist.engine.Wiring;
import alchemist.engine.Workspaces;
import alchemist.engine.view.ViewRunner;
import alchemist.engine.workspace.Rules;
import alchemist.engine.workspace.Workspace;
import alchemist.engine.workspace.WorkspaceOptions;
import alchemist.graph.GraphView;
import alchemist.graph.Opener;
import alchemist.log.LogException;
import alchemist.logfile.FileDisk;
import alchemist.server.serving.FileLogs;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;

/** A workspace with its graph view on a real disk, as the server runs it. */
record BenchWorkspace(Workspaces workspaces, OpenWorkspace open) implements AutoCloseable {
    private static final String NAME = "bench";

    static BenchWorkspace open(Path data) throws Exception {
        Rules<?> rules =
                Rules.of(new WorkspaceDecider(), WorkspaceDecider.RULES, WorkspaceDecider.CONTRACT);
        FileDisk disk = new FileDisk();
        Workspaces workspaces =
                Workspaces.open(
                        disk,
                        data,
                        new FileLogs(disk),
                        Wiring.of(rules).withView(() -> new GraphView(Opener.NONE)),
                        WorkspaceOptions.DEFAULTS,
                        new SecureRandom(),
                        1 << 20);
        return new BenchWorkspace(workspaces, workspaces.openOrCreate(NAME));
    }

    static Path log(Path data) {
        return data.resolve("workspaces").resolve(NAME).resolve("log");
    }

    Workspace workspace() {
        return open.workspace();
    }

    ViewRunner<GraphView> view() {
        return open.view(GraphView.class);
    }

    @Override
    public void close() throws IOException, LogException {
        workspaces.close();
    }
}
