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
import alchemist.kernel.Submission;
import alchemist.log.LogException;
import alchemist.logfile.FileDisk;
import alchemist.server.serving.FileLogs;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongFunction;

/** A workspace with its graph view on a real disk, as the server runs it. */
public record BenchWorkspace(Workspaces workspaces, OpenWorkspace open) implements AutoCloseable {
    /** What it is called. */
    public static final String NAME = "bench";

    private static final int BATCH = 5_000;
    private static final int QUIET_MS = 12_000;

    /** Opens it in a data folder. */
    public static BenchWorkspace open(Path data) throws Exception {
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

    /** Lets the snapshot and the checkpoint of what was written be made, as soon as it is quiet. */
    public static void rest() throws InterruptedException {
        Thread.sleep(QUIET_MS);
    }

    static Path log(Path data) {
        return data.resolve("workspaces").resolve(NAME).resolve("log");
    }

    /** Submits the first commands of a workload, and waits until they are answered. */
    void fill(long commands, LongFunction<Submission> workload) throws InterruptedException {
        for (long from = 0; from < commands; from += BATCH) {
            List<Submission> batch = new ArrayList<>(BATCH);
            for (long i = from; i < Math.min(commands, from + BATCH); i++) {
                batch.add(workload.apply(i));
            }
            CountDownLatch answered = new CountDownLatch(batch.size());
            workspace().submitAll(batch, (_, _) -> answered.countDown());
            answered.await();
        }
    }

    /** Itself. */
    public Workspace workspace() {
        return open.workspace();
    }

    /** Its graph. */
    public ViewRunner<GraphView> view() {
        return open.view(GraphView.class);
    }

    @Override
    public void close() throws IOException, LogException {
        workspaces.close();
    }
}
