package alchemist.server.backup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.GraphCommand;
import alchemist.domain.workspace.WorkspaceDecider;
import alchemist.engine.OpenWorkspace;
import alchemist.engine.Wiring;
import alchemist.engine.Workspaces;
import alchemist.engine.content.Cid;
import alchemist.engine.content.ContentStore;
import alchemist.engine.view.ViewRunner;
import alchemist.engine.workspace.Answer;
import alchemist.engine.workspace.Rules;
import alchemist.engine.workspace.WorkspaceOptions;
import alchemist.graph.GraphView;
import alchemist.graph.Opener;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import alchemist.log.BlockCursor;
import alchemist.log.CommitBlock;
import alchemist.log.CorruptLog;
import alchemist.log.Hash;
import alchemist.log.Log;
import alchemist.log.LogException;
import alchemist.logfile.FileDisk;
import alchemist.logfile.LogCopy;
import alchemist.logfile.LogVerify;
import alchemist.logfile.ReadOnlyFileLog;
import alchemist.server.data.DataDirectory;
import alchemist.server.serving.FileLogs;
import alchemist.testkit.disk.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups of a workspace that is written meanwhile, and what is made of them. */
class BackupTest {
    private static final int BACKUPS = 20;
    private static final int IN_FLIGHT = 10;

    /** How many may be written while one backup is made. */
    private static final int A_ROUND = 400;

    private static final long SEGMENT_BYTES = 200_000;
    private static final Id ANN = Id.of("person", "ann");

    private final FileDisk disk = new FileDisk();
    @TempDir private Path folder;
    private DataDirectory data = new DataDirectory(Path.of(""));
    private BackupFolder backups = new BackupFolder(disk, Path.of(""));
    private Backup backup = new Backup(disk, data, backups);
    private Restore restore = new Restore(disk, data, backups);

    @BeforeEach
    void folders() throws IOException {
        data = new DataDirectory(folder.resolve("data")).made();
        backups = new BackupFolder(disk, folder.resolve("backups"));
        backup = new Backup(disk, data, backups, SEGMENT_BYTES);
        restore = new Restore(disk, data, backups);
    }

    private Workspaces open() throws IOException {
        Rules<?> rules =
                Rules.of(new WorkspaceDecider(), WorkspaceDecider.RULES, WorkspaceDecider.CONTRACT);
        return Workspaces.open(
                disk,
                data.path(),
                new FileLogs(disk),
                Wiring.of(rules).withView(() -> new GraphView(Opener.NONE)),
                WorkspaceOptions.DEFAULTS,
                new SecureRandom(),
                1 << 20);
    }

    private static Submission node(long number) {
        return new Submission(
                CommandEnvelope.of(Id.of("client", "backup"), ANN).withSequence(number),
                new GraphCommand.AddNode(
                        Id.of("node", "" + number),
                        new Value.Personal(ANN, "node " + number),
                        List.of(),
                        Properties.of("number", Value.integer(number)),
                        Id.NONE));
    }

    private static void accept(OpenWorkspace open, long from, long to) {
        for (long number = from; number <= to; number++) {
            Answer answer = open.workspace().submit(node(number)).join();
            assertTrue(answer instanceof Answer.Accepted, answer::toString);
        }
    }

    private List<CommitBlock> blocks(String name) throws LogException {
        List<CommitBlock> blocks = new ArrayList<>();
        try (Log log =
                        ReadOnlyFileLog.open(
                                disk, data.path().resolve("workspaces/" + name + "/log"));
                BlockCursor cursor = log.read(0)) {
            assertEquals(List.of(), log.findings());
            for (CommitBlock b = cursor.next(); b != null; b = cursor.next()) {
                blocks.add(b);
            }
        }
        return blocks;
    }

    private static List<Hash> hashes(List<CommitBlock> blocks) {
        return blocks.stream().map(CommitBlock::hash).toList();
    }

    @Test
    void eachOfTwentyBackupsUnderLoadIsAPrefix() throws Exception {
        List<Long> positions = new ArrayList<>();
        try (Workspaces workspaces = open()) {
            OpenWorkspace open = workspaces.create("w");
            AtomicBoolean stop = new AtomicBoolean();
            Semaphore inFlight = new Semaphore(IN_FLIGHT);
            Semaphore written = new Semaphore(0);
            Semaphore allowed = new Semaphore(0);
            Thread load =
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        for (long n = 1; !stop.get(); n++) {
                                            allowed.acquireUninterruptibly();
                                            inFlight.acquireUninterruptibly();
                                            var _ =
                                                    open.workspace()
                                                            .submit(node(n))
                                                            .thenRun(inFlight::release)
                                                            .thenRun(written::release);
                                        }
                                    });
            try {
                for (int i = 0; i < BACKUPS; i++) {
                    // More than is waited for: so the rest is written while it is copied.
                    written.drainPermits();
                    allowed.release(A_ROUND);
                    // Those in flight may be in the last copy already.
                    written.acquire(2 * IN_FLIGHT);
                    LogCopy.Result made = backup.run("w", null).log();
                    assertTrue(made.isPrefix());
                    assertEquals(List.of(), backups.verify("w"));
                    positions.add(made.head().position());
                    restore.run("w", "r" + i, Long.MAX_VALUE, null);
                }
            } finally {
                stop.set(true);
                allowed.release();
                load.join();
            }
        }
        List<Hash> all = hashes(blocks("w"));
        for (int i = 0; i < BACKUPS; i++) {
            List<CommitBlock> restored = blocks("r" + i);
            assertEquals(all.subList(0, restored.size()), hashes(restored));
            assertEquals(positions.get(i), restored.getLast().lastPosition());
            assertTrue(i == 0 || positions.get(i) > positions.get(i - 1), positions::toString);
        }
        aRestoredWorkspaceGoesOn("r" + (BACKUPS - 1), positions.getLast());
    }

    private void aRestoredWorkspaceGoesOn(String name, long position) throws Exception {
        try (Workspaces workspaces = open()) {
            OpenWorkspace open = workspaces.open(name);
            ViewRunner<GraphView> view = open.view(GraphView.class);
            assertTrue(view.atLeast(position, Duration.ofMinutes(1)));
            assertEquals(position, view.view().now().statistics().nodes());
            accept(open, position + 1, position + 1);
        }
    }

    @Test
    void endsWithAnyCommandOrATime() throws Exception {
        try (Workspaces workspaces = open()) {
            OpenWorkspace open = workspaces.create("w");
            List<Submission> together = new ArrayList<>();
            for (long number = 1; number <= 9; number++) {
                together.add(node(number));
            }
            Semaphore answered = new Semaphore(0);
            open.workspace().submitAll(together, (_, _) -> answered.release());
            answered.acquire(9);
            accept(open, 10, 11);
        }
        backup.run("w", null);
        List<CommitBlock> all = blocks("w");
        long last = all.getLast().lastPosition();
        for (long position = 0; position <= last; position++) {
            LogCopy.Result made = restore.run("w", "at-" + position, position, null);
            assertEquals(position, made.head().position());
            List<CommitBlock> restored = blocks("at-" + position);
            int whole = restored.size() - (made.isPrefix() ? 0 : 1);
            assertEquals(hashes(all).subList(0, whole), hashes(restored).subList(0, whole));
            assertEquals(
                    List.of(),
                    LogVerify.run(
                                    disk,
                                    data.path().resolve("workspaces/at-" + position + "/log"),
                                    (_, _) -> {})
                            .damages());
        }
        for (CommitBlock block : all) {
            assertTrue(restore.positionAt("w", block.recordedAtMicros()) >= block.lastPosition());
        }
        assertEquals(0, restore.positionAt("w", 0));
        assertThrows(IllegalArgumentException.class, () -> restore.run("w", "x", last + 1, null));
        assertFalse(Files.exists(data.path().resolve("workspaces/x")));
    }

    @Test
    void keysAreKeptApart() throws Exception {
        Path keys = folder.resolve("w.keys");
        try (Workspaces workspaces = open()) {
            accept(workspaces.create("w"), 1, 3);
            backup.run("w", keys);
        }
        byte[] kept = Files.readAllBytes(data.path().resolve("keys/w/subjects.keys"));
        assertArrayEquals(kept, Files.readAllBytes(keys));
        for (Path file : Folders.files(backups.path())) {
            String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
            String key = new String(kept, 84, 32, StandardCharsets.ISO_8859_1);
            assertFalse(bytes.contains(key), "the key stands in " + file);
        }
        restore.run("w", "with", Long.MAX_VALUE, keys);
        restore.run("w", "without", Long.MAX_VALUE, null);
        try (Workspaces workspaces = open()) {
            Value.Sealed name = nameOfFirst(workspaces.open("with"));
            assertEquals("node 1", workspaces.open("with").keys().open(name).orElseThrow());
            assertTrue(workspaces.open("without").keys().open(name).isEmpty());
        }
    }

    private static Value.Sealed nameOfFirst(OpenWorkspace open) throws LogException {
        var event = open.events().read(1, 1).toList().getFirst().event();
        return (Value.Sealed) ((alchemist.domain.graph.GraphEvent.NodeAdded) event).name();
    }

    @Test
    void contentsComeAlongAndAreChecked() throws Exception {
        byte[] bytes = "a content".getBytes(StandardCharsets.UTF_8);
        Cid cid = ContentStore.cidOf(bytes);
        try (Workspaces workspaces = open()) {
            accept(workspaces.create("w"), 1, 1);
            workspaces.contents().put(bytes);
            assertEquals(1, backup.run("w", null).contents());
            assertEquals(0, backup.run("w", null).contents());
        }
        Path elsewhere = folder.resolve("elsewhere");
        DataDirectory other = new DataDirectory(elsewhere).made();
        new Restore(disk, other, backups).run("w", "w", Long.MAX_VALUE, null);
        assertArrayEquals(
                bytes, ContentStore.openToRead(disk, elsewhere.resolve("content")).read(cid));
        Path copy = Folders.files(backups.path().resolve("content")).getFirst();
        Files.writeString(copy, "another one");
        assertTrue(backups.verify("w").getFirst().contains(cid.toString()));
    }

    @Test
    void aDamagedBackupIsFoundAndNamed() throws Exception {
        try (Workspaces workspaces = open()) {
            accept(workspaces.create("w"), 1, 20);
        }
        backup.run("w", null);
        Path log = backups.log("w");
        List<Hash> all = hashes(blocks("w"));
        for (String name : disk.list(log)) {
            Path file = log.resolve(name);
            byte[] good = Files.readAllBytes(file);
            for (int at = 0; at < good.length; at += 37) {
                byte[] bad = good.clone();
                bad[at] ^= 4;
                Files.write(file, bad);
                String found = backups.verify("w").toString();
                assertTrue(found.contains(file.toString()), name + " at " + at + ": " + found);
                restoredIsAPrefixOrNothing(all, at);
            }
            Files.write(file, good);
        }
    }

    private void restoredIsAPrefixOrNothing(List<Hash> all, int at) throws Exception {
        String name = "damaged-" + at;
        try {
            restore.run("w", name, Long.MAX_VALUE, null);
            List<Hash> restored = hashes(blocks(name));
            assertEquals(all, restored, "only the witness was damaged");
            Folders.delete(data.path().resolve("workspaces/" + name));
        } catch (CorruptLog e) {
            assertTrue(e.file().startsWith(backups.path().toString()), e::toString);
            assertFalse(Files.exists(data.path().resolve("workspaces/" + name)));
        }
    }

    @Test
    void nothingIsReplaced() throws Exception {
        try (Workspaces workspaces = open()) {
            accept(workspaces.create("w"), 1, 2);
        }
        backup.run("w", null);
        IOException taken =
                assertThrows(IOException.class, () -> restore.run("w", "w", Long.MAX_VALUE, null));
        assertTrue(String.valueOf(taken.getMessage()).contains("already"), taken::toString);
        assertThrows(LogException.class, () -> backup.run("absent", null));
        assertEquals(List.of("w"), backups.names());
    }

    @Test
    void whatCanBeReadOfADamagedLogIsCopied() throws Exception {
        try (Workspaces workspaces = open()) {
            accept(workspaces.create("w"), 1, 20);
        }
        Path segment = data.path().resolve("workspaces/w/log/00000000000000000001.alog");
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 2] ^= 1;
        Files.write(segment, bytes);
        Backup.Made made = backup.run("w", null);
        assertTrue(made.damage().contains(segment.toString()), made.damage());
        assertTrue(made.log().head().position() > 0);
        assertEquals(List.of(), backups.verify("w"));
    }
}
