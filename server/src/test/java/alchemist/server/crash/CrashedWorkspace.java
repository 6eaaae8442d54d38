package alchemist.server.crash;

import alchemist.domain.graph.GraphCommand;
import alchemist.domain.workspace.WorkspaceDecider;
import alchemist.engine.Wiring;
import alchemist.engine.Workspaces;
import alchemist.engine.workspace.Rules;
import alchemist.engine.workspace.WorkspaceOptions;
import alchemist.graph.GraphView;
import alchemist.graph.Opener;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import alchemist.log.Disk;
import alchemist.logfile.FileDisk;
import alchemist.server.serving.FileLogs;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

/**
 * A workspace as the server runs it, and the commands that a process sends to it until it is
 * killed.
 */
final class CrashedWorkspace {
    static final String NAME = "crash";
    private static final Id CLIENT = Id.of("client", "crash");
    private static final Id ACTOR = Id.of("person", "crash");

    private CrashedWorkspace() {}

    static Workspaces open(Path data) throws IOException {
        return open(new FileDisk(), data);
    }

    static Workspaces open(Disk disk, Path data) throws IOException {
        Rules<?> rules =
                Rules.of(new WorkspaceDecider(), WorkspaceDecider.RULES, WorkspaceDecider.CONTRACT);
        return Workspaces.open(
                disk,
                data,
                new FileLogs(disk),
                Wiring.of(rules).withView(() -> new GraphView(Opener.NONE)),
                WorkspaceOptions.DEFAULTS.withSnapshotEvents(2_000),
                new SecureRandom(),
                1 << 20);
    }

    /** The command with a number; two events each. */
    static Submission submission(long number) {
        Id node = Id.of("node", "" + number);
        return new Submission(
                CommandEnvelope.of(CLIENT, ACTOR).withSequence(number),
                new GraphCommand.AddNode(
                        node,
                        Value.text("node " + number),
                        List.of(),
                        Properties.of("number", Value.integer(number)),
                        Id.NONE));
    }
}
