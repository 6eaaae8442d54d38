package alchemist.server.serving;

import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.GraphCommand;
import alchemist.engine.OpenWorkspace;
import alchemist.engine.Surroundings;
import alchemist.engine.Workspaces;
import alchemist.engine.snapshot.Snapshots;
import alchemist.engine.view.ViewOptions;
import alchemist.engine.view.ViewRunner;
import alchemist.engine.workspace.Answer;
import alchemist.engine.workspace.Workspace;
import alchemist.engine.workspace.WorkspaceOptions;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import alchemist.kernel.View;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import alchemist.logfile.FileDisk;
import alchemist.logfile.FileLog;
import alchemist.logfile.FileLogOptions;
import alchemist.logfile.ReadOnlyFileLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** A data folder with every kind of file that a server leaves behind. */
final class Meadow {
    static final String NAME = "w";
    static final byte[] CONTENT = "what an event might name".getBytes(StandardCharsets.UTF_8);

    /** As many people, each with a name that is sealed. */
    static final int PEOPLE = 20;

    private static final int TOGETHER = 500;

    private Meadow() {}

    /** Logs in small files, so that there are many. */
    record SmallFiles(FileDisk disk, long segmentBytes) implements alchemist.engine.Logs {
        private FileLogOptions options() {
            return FileLogOptions.DEFAULTS.withSegmentBytes(segmentBytes);
        }

        @Override
        public alchemist.log.Log create(Path directory, alchemist.log.Origin origin)
                throws alchemist.log.LogException {
            return FileLog.create(disk, directory, origin, options());
        }

        @Override
        public alchemist.log.Log open(Path directory) throws alchemist.log.LogException {
            return FileLog.open(disk, directory, options());
        }

        @Override
        public alchemist.log.Log openToRead(Path directory) throws alchemist.log.LogException {
            return ReadOnlyFileLog.open(disk, directory);
        }
    }

    /** Makes the folder: so many nodes over segments of a size, in as many sessions as files. */
    static void grow(Path data, int nodes, int sessions, long segmentBytes, RandomGenerator random)
            throws Exception {
        int done = 0;
        for (int session = 1; session <= sessions; session++) {
            try (Workspaces workspaces = open(data, segmentBytes, random)) {
                OpenWorkspace open = workspaces.openOrCreate(NAME);
                workspaces.contents().put(CONTENT);
                int until = nodes * session / sessions;
                while (done < until) {
                    int next = Math.min(until, done + TOGETHER);
                    submit(open, done + 1, next);
                    done = next;
                }
            }
        }
    }

    /** Leaves a checkpoint of each view, as after many more events. */
    static void checkpoint(Path data, RandomGenerator random) throws Exception {
        try (Workspaces workspaces = open(data, FileLogOptions.DEFAULTS.segmentBytes(), random)) {
            OpenWorkspace open = workspaces.open(NAME);
            Surroundings surroundings = new Surroundings(NAME, open.keys(), workspaces.contents());
            for (Supplier<? extends View> view : House.wiring().views().apply(surroundings)) {
                checkpoint(view, open.workspace(), data);
            }
        }
    }

    private static <V extends View> void checkpoint(
            Supplier<V> view, Workspace workspace, Path data) throws Exception {
        Path views = data.resolve("workspaces").resolve(NAME).resolve("views");
        try (ViewRunner<V> runner =
                ViewRunner.start(
                        view,
                        workspace.commits(),
                        Snapshots.in(new FileDisk(), views),
                        new ViewOptions(1, Long.MAX_VALUE))) {
            assertTrue(runner.atLeast(workspace.position(), Duration.ofMinutes(1)));
        }
    }

    private static Workspaces open(Path data, long segmentBytes, RandomGenerator random)
            throws IOException {
        FileDisk disk = new FileDisk();
        return Workspaces.open(
                disk,
                data,
                new SmallFiles(disk, segmentBytes),
                House.wiring(),
                WorkspaceOptions.DEFAULTS,
                random,
                1 << 20);
    }

    private static void submit(OpenWorkspace open, int from, int to) throws InterruptedException {
        List<Submission> commands = new ArrayList<>();
        for (int number = from; number <= to; number++) {
            commands.add(submission(number));
        }
        Semaphore accepted = new Semaphore(0);
        open.workspace()
                .submitAll(
                        commands,
                        (_, answer) -> {
                            assertTrue(answer instanceof Answer.Accepted, answer::toString);
                            accepted.release();
                        });
        accepted.acquire(commands.size());
    }

    /** What a node is called and known by. */
    record Named(Id id, String name) {}

    /** The node that the event at a position adds. */
    static Named named(int number) {
        return new Named(
                Id.of("node", "" + number), (number <= PEOPLE ? "person " : "node ") + number);
    }

    /** One event each. */
    static Submission submission(int number) {
        Named node = named(number);
        Value name =
                number <= PEOPLE
                        ? new Value.Personal(node.id(), node.name())
                        : Value.text(node.name());
        return new Submission(
                CommandEnvelope.of(Id.of("client", "meadow"), Id.of("person", "meadow"))
                        .withSequence(number),
                new GraphCommand.AddNode(
                        node.id(),
                        name,
                        List.of(),
                        Properties.of("number", Value.integer(number)),
                        Id.NONE));
    }
}
