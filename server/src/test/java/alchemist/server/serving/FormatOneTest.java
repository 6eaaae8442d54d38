package alchemist.server.serving;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.engine.content.ContentStore;
import alchemist.engine.keys.KeyStore;
import alchemist.engine.snapshot.SnapshotStore;
import alchemist.engine.stream.EventCursor;
import alchemist.gateway.Hosted;
import alchemist.gateway.WorkspaceUnavailable;
import alchemist.graph.At;
import alchemist.graph.Graph;
import alchemist.graph.read.NodeSummary;
import alchemist.kernel.Envelope;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.schema.Schema;
import alchemist.log.Log;
import alchemist.log.NewerFormat;
import alchemist.logfile.FileDisk;
import alchemist.logfile.LogVerify;
import alchemist.logfile.ReadOnlyFileLog;
import alchemist.server.data.DataDirectory;
import alchemist.testkit.disk.Folders;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder of format 1, as {@link FormatOneWriter} wrote it, is read for ever; and one of a format
 * to come is refused by name. The folder is never changed.
 */
class FormatOneTest {
    private static final FileDisk DISK = new FileDisk();
    private static final Path LOG = Path.of("workspaces/w/log");
    private static final Path FIRST = LOG.resolve("00000000000000000001.alog");
    private static final Path SECOND = LOG.resolve("00000000000000000010.alog");
    private static final Path KEYS = Path.of("keys/w/subjects.keys");

    @TempDir private Path folder;

    private static Path resource(String name) throws URISyntaxException {
        URL url = FormatOneTest.class.getResource("/alchemist/server/serving/" + name);
        return Path.of(Objects.requireNonNull(url, name).toURI());
    }

    @BeforeEach
    void aCopyOfIt() throws Exception {
        Folders.copy(resource("format-1"), folder);
    }

    /** All that can be said of it, a line each. */
    static List<String> described(Path data) throws Exception {
        List<String> lines = new ArrayList<>();
        LogVerify.Report report = LogVerify.run(DISK, data.resolve(LOG), (_, _) -> {});
        lines.add(report.damages() + " " + report.blocks() + " blocks, " + report.head().hash());
        try (House house = new House(new DataDirectory(data))) {
            Hosted hosted = house.find(Meadow.NAME).orElseThrow();
            hosted.workspace().ready().join();
            assertNull(hosted.workspace().problem());
            lines.add(hosted.name() + " " + hosted.id() + " " + hosted.workspace().findings());
            long last = hosted.workspace().position();
            assertTrue(hosted.graph().atLeast(last, Duration.ofMinutes(1)));
            try (EventCursor events = hosted.workspace().events().read(1, last)) {
                for (Envelope e = events.next(); e != null; e = events.next()) {
                    lines.add(
                            e.position()
                                    + " "
                                    + e.recordedAt()
                                    + " "
                                    + json(e.cause().command().schema(), e.cause().command())
                                    + " "
                                    + json(e.event().schema(), e.event()));
                }
            }
            for (long position : new long[] {last, 20}) {
                Graph graph = hosted.graph().view().at(At.position(position));
                lines.add(
                        "at "
                                + position
                                + ": "
                                + graph.statistics().nodes()
                                + " nodes, "
                                + graph.statistics().relations());
                for (NodeSummary node : graph.nodes("", "", 1_000, "").items()) {
                    lines.add(node.id() + " " + node.name().text() + " " + node.types());
                }
            }
        }
        return lines;
    }

    private static <T> String json(Schema<T> schema, Object record) {
        JsonWriter json = new JsonWriter();
        @SuppressWarnings("unchecked") // a record's schema() is the schema of its own class
        T typed = (T) record;
        schema.toJson(typed, json);
        return schema.name() + " " + json;
    }

    @Test
    void everythingInItIsReadAsItWasWritten() throws Exception {
        List<String> described = described(folder);
        assertEquals(
                Files.readString(resource("format-1.txt")), String.join("\n", described) + "\n");
        assertTrue(described.size() > 80);
        assertArrayEquals(
                Meadow.CONTENT,
                ContentStore.openToRead(DISK, folder.resolve("content"))
                        .read(ContentStore.cidOf(Meadow.CONTENT)));
    }

    @Test
    void itIsTheSameWithoutItsCaches() throws Exception {
        for (String cache : new String[] {"snapshots", "views", "reactors"}) {
            Path directory = folder.resolve("workspaces/w").resolve(cache);
            for (String name : DISK.list(directory)) {
                Files.delete(directory.resolve(name));
            }
        }
        assertEquals(
                Files.readString(resource("format-1.txt")),
                String.join("\n", described(folder)) + "\n");
    }

    @Test
    void itsSnapshotsAreStillUnderstood() throws Exception {
        try (Log log = ReadOnlyFileLog.open(DISK, folder.resolve(LOG))) {
            assertEquals(33, snapshot("views", "graph", log));
            assertEquals(33, snapshot("snapshots", "state", log));
        }
    }

    /** The position of a snapshot, by the version that it says it has. */
    private long snapshot(String directory, String name, Log log) throws Exception {
        Path path = folder.resolve("workspaces/w").resolve(directory);
        ByteBuffer bytes =
                ByteBuffer.wrap(Files.readAllBytes(path.resolve(DISK.list(path).getFirst())));
        int version = bytes.order(ByteOrder.LITTLE_ENDIAN).getInt(8);
        SnapshotStore store = new SnapshotStore(DISK, path, name, version);
        return store.newest(log).orElseThrow().position();
    }

    /** Changes the version in a copy, and makes the checksum true again. */
    private void raise(Path file, int from, int versionAt, int crcAt, int crcBytes)
            throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(file));
        ByteBuffer b = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        b.put(versionAt, (byte) 2);
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, crcBytes);
        b.putInt(crcAt, (int) crc.getValue());
        Files.write(folder.resolve(file), bytes);
    }

    private void raiseBlock(Path file, int at) throws IOException {
        ByteBuffer b = ByteBuffer.wrap(Files.readAllBytes(folder.resolve(file)));
        int length = b.order(ByteOrder.LITTLE_ENDIAN).getInt(at + 8);
        raise(file, at, at + 4, at + length - 8, length - 8);
    }

    private void isRefused(Path file) throws Exception {
        try (House house = new House(new DataDirectory(folder))) {
            WorkspaceUnavailable refusal =
                    assertThrows(WorkspaceUnavailable.class, () -> house.find(Meadow.NAME));
            String message = String.valueOf(refusal.getMessage());
            assertTrue(message.contains(folder.resolve(file).toString()), message);
            assertTrue(message.contains("newer"), message);
            assertTrue(message.contains("2"), message);
            assertFalse(message.contains("damaged"), message);
            assertEquals(1, house.unavailable().size());
        }
    }

    @Test
    void aNewerSegmentIsRefused() throws Exception {
        raise(FIRST, 0, 8, 76, 76);
        isRefused(FIRST);
    }

    @Test
    void aNewerFirstBlockIsRefused() throws Exception {
        raiseBlock(FIRST, 80);
        isRefused(FIRST);
    }

    @Test
    void aNewerBlockInTheMidstIsNamedAndWhatIsBeforeItCanBeRead() throws Exception {
        raiseBlock(SECOND, 80);
        assertThrows(
                NewerFormat.class, () -> LogVerify.run(DISK, folder.resolve(LOG), (_, _) -> {}));
        for (String cache : new String[] {"snapshots", "views"}) {
            Path directory = folder.resolve("workspaces/w").resolve(cache);
            for (String name : DISK.list(directory)) {
                Files.delete(directory.resolve(name));
            }
        }
        try (House house = new House(new DataDirectory(folder))) {
            Hosted hosted = house.find(Meadow.NAME).orElseThrow();
            hosted.workspace().ready().join();
            String reason = Objects.requireNonNull(hosted.workspace().problem()).reason();
            assertTrue(reason.contains(folder.resolve(SECOND).toString()), reason);
            assertTrue(reason.contains("written by a newer version"), reason);
        }
    }

    @Test
    void aNewerWitnessIsRefused() throws Exception {
        raise(LOG.resolve("head"), 0, 8, 60, 60);
        isRefused(LOG.resolve("head"));
    }

    @Test
    void newerKeysAreRefused() throws Exception {
        raise(KEYS, 0, 4, 60, 60);
        isRefused(KEYS);
        assertThrows(IOException.class, () -> KeyStore.copy(DISK, folder.resolve("keys/w")));
    }

    @Test
    void whatCannotBeOpenedIsRefusedByItsIdAsWell() throws Exception {
        raise(KEYS, 0, 4, 60, 60);
        try (House house = new House(new DataDirectory(folder))) {
            String id = house.list().getFirst().id().toString();
            assertThrows(WorkspaceUnavailable.class, () -> house.find(id));
            assertEquals(1, house.unavailable().size());
            assertThrows(WorkspaceUnavailable.class, () -> house.find(id));
        }
    }

    @Test
    void newerCachesArePassedOver() throws Exception {
        for (String cache : new String[] {"snapshots/state", "views/graph"}) {
            Path file = Path.of("workspaces/w/" + cache + "-00000000000000000033.snap");
            int length = (int) Files.size(folder.resolve(file));
            raise(file, 0, 4, length - 4, length - 4);
        }
        assertEquals(
                Files.readString(resource("format-1.txt"), StandardCharsets.UTF_8),
                String.join("\n", described(folder)) + "\n");
    }
}
