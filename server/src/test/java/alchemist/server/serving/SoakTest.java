package alchemist.server.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.kernel.json.JsonReader;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.ValueJson;
import alchemist.logfile.FileDisk;
import alchemist.logfile.LogVerify;
import alchemist.server.data.DataDirectory;
import alchemist.testkit.disk.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server in use for long: commands, duplicates, reads, the past, imports, erasures, subscribers
 * that go in the midst, and being closed and opened again. It takes no more memory, files and
 * threads for it, and answers no more slowly; at the end the log verifies, and all is as it is when
 * it is folded anew.
 *
 * <p>It runs some seconds; with {@code -Dalchemist.long=true} for {@code
 * -Dalchemist.soak.minutes=…} (60), and then its speed is looked at as well.
 */
final class SoakTest {
    private static final boolean LONG = Boolean.getBoolean("alchemist.long");
    private static final long MINUTES = Long.getLong("alchemist.soak.minutes", 60);
    private static final int PARTS = 10;
    private static final long PART_NANOS = LONG ? MINUTES * 60_000_000_000L / PARTS : 400_000_000;
    private static final int VISITORS = 3;

    /** What an event may leave in memory, whoever asks for what. */
    private static final long BYTES_PER_EVENT = 600;

    private static final long SLACK_BYTES = 24 << 20;
    private static final int SLACK = 24;

    @TempDir private Path folder;

    /** What was measured at the end of a part. */
    private record Part(Footprint footprint, long events, long writeMicros, long readMicros) {
        @Override
        public String toString() {
            return footprint
                    + ", "
                    + events
                    + " events, medians of writes "
                    + writeMicros
                    + " µs and reads "
                    + readMicros
                    + " µs";
        }
    }

    private Server start() throws IOException {
        ServerOptions options = ServerOptions.of(new DataDirectory(folder.resolve("data")).made());
        return Server.start(options.withPort(0));
    }

    @Test
    void takesNoMoreAndIsNoSlowerHoweverLongItRuns() throws Exception {
        SoakTally tally = new SoakTally();
        List<SoakVisitor> visitors = visitors(tally);
        List<Part> parts = new ArrayList<>();
        List<String> before;
        Server server = start();
        try {
            Client.of(server).post("/workspaces", "{\"name\":\"w\"}");
            for (int part = 0; part < PARTS; part++) {
                if (part == PARTS / 3 || part == PARTS * 2 / 3) {
                    server.close();
                    requireWhole();
                    server = start();
                }
                live(visitors, server.port());
                parts.add(
                        new Part(
                                Footprint.now(),
                                tally.events(),
                                tally.medianOfWrites(),
                                tally.medianOfReads()));
                System.out.println("soak: " + parts.getLast());
            }
            requireNothingTwice(Client.of(server));
            before = answers(server);
        } finally {
            server.close();
        }
        System.out.println("soak: " + tally.requests() + " requests");
        requireWhole();
        requireTheSameWhenFoldedAnew(before);
        requireFlat(parts.getFirst(), parts.getLast());
    }

    private List<SoakVisitor> visitors(SoakTally tally) throws IOException {
        List<SoakVisitor> visitors = new ArrayList<>();
        for (int i = 0; i < VISITORS; i++) {
            Path notes = Files.createDirectories(folder.resolve("notes-" + i));
            Files.writeString(notes.resolve("constant.md"), "what does not change");
            visitors.add(new SoakVisitor(notes, new SplittableRandom(i), tally));
        }
        return visitors;
    }

    private static void live(List<SoakVisitor> visitors, int port) throws Exception {
        long end = System.nanoTime() + PART_NANOS;
        try (ExecutorService threads = Executors.newFixedThreadPool(VISITORS)) {
            List<Callable<Integer>> work = new ArrayList<>();
            for (SoakVisitor visitor : visitors) {
                work.add(
                        () -> {
                            int visits = 0;
                            for (; visits == 0 || System.nanoTime() < end; visits++) {
                                visitor.visit(port);
                            }
                            return visits;
                        });
            }
            for (Future<Integer> each : threads.invokeAll(work)) {
                assertTrue(each.get() > 0);
            }
        }
    }

    private void requireWhole() throws Exception {
        LogVerify.Report report =
                LogVerify.run(
                        new FileDisk(), folder.resolve("data/workspaces/w/log"), (_, _) -> {});
        assertEquals(List.of(), report.damages());
        assertTrue(report.unfinished().isEmpty());
    }

    /** Each command of a client, by its number, is recorded at one place. */
    private static void requireNothingTwice(Client client) throws Exception {
        Map<String, Long> places = new HashMap<>();
        for (String line : client.lines("/workspaces/w/events").split("\n", -1)) {
            Properties event =
                    line.isEmpty()
                            ? Properties.NONE
                            : ValueJson.readProperties(JsonReader.of(line));
            long sequence = Client.number(event, "sequence");
            long place = Client.number(event, "commandPosition");
            if (sequence > 0) {
                Long former = places.put(Client.text(event, "client") + " " + sequence, place);
                assertTrue(former == null || former == place, () -> former + " and again " + line);
            }
        }
        assertTrue(places.size() > PARTS, "commands were recorded");
    }

    private void requireTheSameWhenFoldedAnew(List<String> before) throws Exception {
        for (String cache : List.of("views", "snapshots")) {
            Folders.delete(folder.resolve("data/workspaces/w").resolve(cache));
        }
        try (Server server = start()) {
            assertEquals(before, answers(server));
        }
    }

    /** What the whole graph looks like. */
    private static List<String> answers(Server server) throws Exception {
        Client client = Client.of(server);
        long position = Client.number(client.get("/workspaces/w"), "position");
        List<String> answers = new ArrayList<>();
        for (String path : List.of("/stats", "/sources", "/nodes?limit=1000", "/disagreements")) {
            String and = path.contains("?") ? "&" : "?";
            answers.add(
                    client.get("/workspaces/w" + path + and + "atLeast=" + position).toString());
        }
        for (int i = 0; i < 100; i++) {
            answers.add(client.text("/workspaces/w/nodes/" + SoakVisitor.node(i)));
        }
        return answers;
    }

    private static void requireFlat(Part first, Part last) {
        Footprint was = first.footprint();
        Footprint is = last.footprint();
        String both = first + "\n" + last;
        long grown = BYTES_PER_EVENT * (last.events() - first.events()) + SLACK_BYTES;
        assertTrue(is.heap() <= was.heap() + grown, () -> "the heap grew:\n" + both);
        assertTrue(is.files() <= was.files() + SLACK, () -> "files are left open:\n" + both);
        assertTrue(is.threads() <= was.threads() + SLACK, () -> "threads are left:\n" + both);
        if (LONG) {
            long resident = was.resident() * 3 / 2 + 2 * grown;
            assertTrue(is.resident() <= resident, () -> "the process grew:\n" + both);
            requireAsQuick(first.writeMicros(), last.writeMicros(), both);
            requireAsQuick(first.readMicros(), last.readMicros(), both);
        }
    }

    private static void requireAsQuick(long first, long last, String both) {
        assertTrue(last <= 3 * first + 2_000, () -> "it is slower than at first:\n" + both);
    }
}
