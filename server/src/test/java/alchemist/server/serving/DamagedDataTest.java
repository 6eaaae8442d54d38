package alchemist.server.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.engine.content.ContentStore;
import alchemist.engine.content.DamagedContent;
import alchemist.engine.workspace.Answer.Refused;
import alchemist.gateway.Hosted;
import alchemist.gateway.WorkspaceUnavailable;
import alchemist.graph.Graph;
import alchemist.graph.read.NodePage;
import alchemist.graph.read.NodeSummary;
import alchemist.kernel.Id;
import alchemist.log.LogException;
import alchemist.logfile.FileDisk;
import alchemist.logfile.LogVerify;
import alchemist.server.data.DataDirectory;
import alchemist.testkit.disk.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every kind of file of a data folder is damaged at many places, and the folder opened by a server:
 * damage is named, what can be made again is, what cannot leaves what is before it to be read; and
 * no answer is wrong.
 */
class DamagedDataTest {
    private static final boolean LONG = Boolean.getBoolean("alchemist.long");

    /** So many that each of two sessions leaves a snapshot of the state when it ends. */
    private static final int NODES = 10_200;

    private static final int SEGMENT_BYTES = 1 << 19;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** The nodes by the names that they were given, and their ids: each is made only once. */
    private static final Map<String, Integer> NUMBERS = new HashMap<>();

    private static final List<Id> IDS = new ArrayList<>();

    @TempDir private static Path good;
    @TempDir private Path folder;

    @BeforeAll
    static void aFolderWithEverything() throws Exception {
        Meadow.grow(good, NODES, 2, SEGMENT_BYTES, new Random(4));
        Meadow.checkpoint(good, new Random(5));
        for (int number = 1; number <= NODES; number++) {
            Meadow.Named node = Meadow.named(number);
            NUMBERS.put(node.name(), number);
            IDS.add(node.id());
        }
        Path served = good.resolve("server.json");
        Files.writeString(served, "{\"pid\":999999,\"port\":1,\"version\":\"x\"}");
    }

    private static List<Path> files(String directory, String suffix) throws IOException {
        return Folders.files(good.resolve(directory)).stream()
                .filter(file -> file.toString().endsWith(suffix))
                .map(good::relativize)
                .toList();
    }

    /** What is done to a file, in words. */
    private record Harm(String what, UnaryOperator<byte[]> how) {
        static Harm flip(int at, int bit) {
            return new Harm(
                    "flipped bit " + bit + " of byte " + at,
                    bytes -> {
                        byte[] bad = bytes.clone();
                        bad[at] ^= (byte) (1 << bit);
                        return bad;
                    });
        }

        boolean isCut() {
            return what.startsWith("cut");
        }

        static Harm cut(int to) {
            return new Harm("cut to " + to, bytes -> Arrays.copyOf(bytes, to));
        }
    }

    /** At the borders of a file, and at so many places between them. */
    private static List<Harm> harms(Path file, int places, int... borders) throws IOException {
        int length = Math.toIntExact(Files.size(good.resolve(file)));
        SplittableRandom random = new SplittableRandom(file.toString().hashCode());
        TreeSet<Integer> at = new TreeSet<>();
        for (int border : borders) {
            at.add(border < 0 ? length + border : border);
        }
        for (int i = 0; i < (LONG ? 20 * places : places); i++) {
            at.add(random.nextInt(length));
        }
        List<Harm> harms = new ArrayList<>();
        for (int each : at) {
            if (each >= 0 && each < length) {
                harms.add(Harm.flip(each, random.nextInt(8)));
                if (random.nextInt(3) == 0) {
                    harms.add(Harm.cut(each));
                }
            }
        }
        return harms;
    }

    /** The house over a copy of the folder in which one file is harmed. */
    private Path harmed(Path file, Harm harm) throws IOException {
        Path data = folder.resolve("data");
        Folders.delete(data);
        Folders.copy(good, data);
        Path target = data.resolve(file);
        Files.write(target, harm.how().apply(Files.readAllBytes(target)));
        return data;
    }

    /**
     * What a server says of the folder.
     *
     * @param position that its graph was at; -1 when the workspace could not be opened
     * @param told all that it says is wrong
     */
    private record Seen(long position, boolean takesCommands, String told, int unreadableNames) {}

    private static Seen look(Path data) throws Exception {
        try (House house = new House(new DataDirectory(data))) {
            Hosted hosted = house.find(Meadow.NAME).orElseThrow();
            hosted.workspace().ready().join();
            long wanted = hosted.workspace().position();
            boolean there = hosted.graph().atLeast(wanted, PATIENCE);
            String stalled = hosted.graph().problem();
            assertTrue(there || stalled != null, "the graph says why it is behind");
            Graph graph = hosted.graph().view().now();
            int unreadable = check(graph);
            Refused problem = hosted.workspace().problem();
            StringBuilder told = new StringBuilder();
            told.append(problem == null ? "" : problem.reason() + "\n");
            told.append(stalled == null ? "" : stalled + "\n");
            hosted.workspace().findings().forEach(text -> told.append(text).append('\n'));
            return new Seen(graph.position(), problem == null, told.toString(), unreadable);
        } catch (WorkspaceUnavailable e) {
            return new Seen(-1, false, String.valueOf(e.getMessage()), 0);
        }
    }

    /** Nothing but what was true at its position; answers how many names cannot be read. */
    private static int check(Graph graph) {
        assertEquals(graph.position(), graph.statistics().nodes(), "each event added a node");
        int unreadable = 0;
        long count = 0;
        String cursor = "";
        do {
            NodePage page = graph.nodes("", "", 1_000, cursor);
            for (NodeSummary node : page.items()) {
                count++;
                unreadable += nameIsTrue(node, graph.position()) ? 0 : 1;
            }
            cursor = page.cursor();
        } while (!cursor.isEmpty());
        assertEquals(graph.position(), count);
        return unreadable;
    }

    private static boolean nameIsTrue(NodeSummary node, long position) {
        String name = node.name().text();
        if (!name.startsWith("person ") && !name.startsWith("node ")) {
            return false;
        }
        Integer n = NUMBERS.get(name);
        assertNotNull(n, name);
        assertEquals(IDS.get(n - 1), node.id(), name);
        assertTrue(n <= position, name);
        return true;
    }

    private static @Nullable String verified(Path data) throws LogException {
        LogVerify.Report report =
                LogVerify.run(new FileDisk(), data.resolve("workspaces/w/log"), (_, _) -> {});
        String damages = report.damages() + " " + report.unfinished();
        return report.damages().isEmpty() && report.unfinished().isEmpty() ? null : damages;
    }

    @Test
    void theFolderIsWell() throws Exception {
        Seen seen = look(harmed(Path.of("lock"), new Harm("nothing", bytes -> bytes)));
        assertEquals(new Seen(NODES, true, "", 0), seen);
        assertTrue(files("workspaces/w/log", ".alog").size() > 3);
        assertEquals(2, files("workspaces/w/snapshots", ".snap").size());
        assertFalse(files("workspaces/w/views", ".snap").isEmpty());
        assertFalse(files("workspaces/w/reactors", ".position").isEmpty());
        assertFalse(files("keys", ".keys").isEmpty());
    }

    @Test
    void damageToALogIsNamedAndWhatIsBeforeItCanBeRead() throws Exception {
        int behind = 0;
        for (Path file : files("workspaces/w/log", ".alog")) {
            for (Harm harm : harms(file, 3, 0, 8, 40, 79, 80, 90, 120, -1, -41)) {
                Path data = harmed(file, harm);
                String where = file + ", " + harm.what();
                String damages = String.valueOf(verified(data));
                // A file that ends with another block than it should is missed by the next one.
                String named = harm.isCut() ? ".alog" : "" + file.getFileName();
                assertTrue(damages.contains(named + " is damaged at byte"), where);
                Seen seen = look(data);
                boolean covered = seen.position() == NODES && seen.takesCommands();
                assertTrue(
                        covered || seen.told().contains(" is damaged at byte "),
                        () -> where + ": " + seen);
                assertTrue(seen.position() <= NODES, where);
                behind += covered ? 0 : 1;
            }
        }
        assertTrue(behind > 0, "some damage was felt");
    }

    @Test
    void damageToALogIsFoundAlsoWithoutCaches() throws Exception {
        for (Path file : files("workspaces/w/log", ".alog")) {
            for (Harm harm : harms(file, 1, 85, 130, -20)) {
                Path data = harmed(file, harm);
                Folders.delete(data.resolve("workspaces/w/snapshots"));
                Folders.delete(data.resolve("workspaces/w/views"));
                Seen seen = look(data);
                String where = file + ", " + harm.what() + ": " + seen;
                assertFalse(seen.takesCommands(), where);
                assertTrue(seen.told().contains(" is damaged at byte "), where);
                assertTrue(seen.position() < NODES, where);
            }
        }
    }

    @Test
    void theWitnessIsNoMoreThanThat() throws Exception {
        Path head = Path.of("workspaces/w/log/head");
        for (Harm harm : harms(head, 8, 0, 8, 16, 24, 60, 63)) {
            Path data = harmed(head, harm);
            assertTrue(String.valueOf(verified(data)).contains("head is damaged"), harm.what());
            assertEquals(new Seen(NODES, true, "", 0), look(data), harm.what());
        }
    }

    @Test
    void cachesAreMadeAgain() throws Exception {
        List<Path> caches = new ArrayList<>(files("workspaces/w/snapshots", ".snap"));
        caches.addAll(files("workspaces/w/views", ".snap"));
        caches.addAll(files("workspaces/w/reactors", ".position"));
        caches.add(Path.of("workspaces/w/log/owner"));
        caches.add(Path.of("server.json"));
        for (Path file : caches) {
            for (Harm harm : harms(file, 3, 0, 4, 8, 12, 20, 52, 60, -1)) {
                assertEquals(
                        new Seen(NODES, true, "", 0),
                        look(harmed(file, harm)),
                        file + ", " + harm.what());
            }
        }
    }

    @Test
    void damagedKeysAreNamedAndTheOthersOpen() throws Exception {
        Path keys = Path.of("keys/w/subjects.keys");
        for (Harm harm : harms(keys, 8, 0, 4, 8, 60, 64, 66, 90, 127, -1, -65)) {
            Path data = harmed(keys, harm);
            Folders.delete(data.resolve("workspaces/w/views")); // names are opened again
            Seen seen = look(data);
            String where = harm.what() + ": " + seen;
            assertEquals(NODES, seen.position(), where);
            assertTrue(seen.told().contains(data.resolve(keys).toString()), where);
            assertTrue(seen.told().contains(" byte "), where);
            assertTrue(seen.unreadableNames() <= Meadow.PEOPLE, where);
        }
    }

    @Test
    void damagedContentIsNeverGiven() throws Exception {
        Path content = files("content", "").getFirst();
        for (Harm harm : harms(content, 8, 0, -1)) {
            Path data = harmed(content, harm);
            assertEquals(new Seen(NODES, true, "", 0), look(data));
            ContentStore store = ContentStore.openToRead(new FileDisk(), data.resolve("content"));
            DamagedContent damage =
                    assertThrows(
                            DamagedContent.class,
                            () -> store.read(ContentStore.cidOf(Meadow.CONTENT)));
            assertTrue(String.valueOf(damage.getMessage()).contains(data.resolve(content) + ""));
        }
    }
}
