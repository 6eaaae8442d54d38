package alchemist.server.serving;

import alchemist.domain.graph.GraphCommand;
import alchemist.domain.sources.WhenReversalAdvancedThenContinue;
import alchemist.domain.workspace.WorkspaceDecider;
import alchemist.engine.OpenWorkspace;
import alchemist.engine.Wiring;
import alchemist.engine.Workspaces;
import alchemist.engine.snapshot.Snapshots;
import alchemist.engine.view.ViewOptions;
import alchemist.engine.view.ViewRunner;
import alchemist.engine.workspace.Rules;
import alchemist.engine.workspace.WorkspaceOptions;
import alchemist.graph.GraphView;
import alchemist.kernel.Command;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import alchemist.logfile.FileDisk;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/**
 * Has written the folder of format 1 that the tests read for ever. When a format changes, a writer
 * of the next one is written; this one and what it has written stay as they are.
 */
final class FormatOneWriter {
    private static final long FIRST_SECOND = 1_800_000_000;

    private FormatOneWriter() {}

    /** Writes the folder that is named. */
    public static void main(String[] args) throws Exception {
        Path data = Path.of(args[0]);
        FileDisk disk = new FileDisk();
        long[] second = {FIRST_SECOND};
        Rules<?> rules =
                Rules.of(new WorkspaceDecider(), WorkspaceDecider.RULES, WorkspaceDecider.CONTRACT);
        try (Workspaces workspaces =
                Workspaces.open(
                        disk,
                        data,
                        new Meadow.SmallFiles(disk, 4096),
                        Wiring.of(rules).withReactor(new WhenReversalAdvancedThenContinue()),
                        WorkspaceOptions.DEFAULTS
                                .withSnapshotEvents(20)
                                .withClock(() -> Instant.ofEpochSecond(second[0]++)),
                        new Random(1),
                        1 << 20)) {
            OpenWorkspace open = workspaces.openOrCreate(Meadow.NAME);
            workspaces.contents().put(Meadow.CONTENT);
            for (int number = 1; number <= 30; number++) {
                open.workspace().submit(Meadow.submission(number)).join();
            }
            Id one = Id.of("node", "1");
            Id two = Id.of("node", "2");
            submit(open, 31, new GraphCommand.RenameNode(two, Value.text("renamed")));
            submit(
                    open,
                    32,
                    new GraphCommand.ConnectNodes(
                            Id.of("edge", "1"),
                            one,
                            two,
                            "KNOWS",
                            Properties.of("since", Value.integer(2020))));
            open.keys().erase(Id.of("node", "3"));
            try (ViewRunner<GraphView> view =
                    ViewRunner.start(
                            () -> new GraphView(open.keys()::open),
                            open.workspace().commits(),
                            Snapshots.in(disk, data.resolve("workspaces/w/views")),
                            new ViewOptions(5, 100))) {
                view.atLeast(open.workspace().position(), Duration.ofMinutes(1));
            }
            while (disk.list(data.resolve("workspaces/w/snapshots")).isEmpty()) {
                Thread.onSpinWait();
            }
        }
    }

    private static void submit(OpenWorkspace open, int number, Command command) {
        CommandEnvelope envelope =
                CommandEnvelope.of(Id.of("client", "meadow"), Id.of("person", "meadow"))
                        .withSequence(number);
        System.out.println(open.workspace().submit(new Submission(envelope, command)).join());
    }
}
